//! What the page looks like: what to choose, what was chosen, how it is given.

mod poster;

use crate::code::Code;
use crate::words::Message;
use crate::{Ask, Form, Teach, copying, entry};
use course::catalogue::Course;
use course::digits::decimal;
use stage::node::{Element, button, el, of};
use stage::words::Locale;

impl Teach {
    pub(crate) fn page(&self) -> Element<Ask> {
        let page =
            of("div", "teach").with(el("p").text(self.say(Message::About))).with(self.courses());
        // It stands there from the beginning, so that readers of the screen hear it change.
        let count = decimal(self.chosen.len() as u64);
        let count = Message::ChosenOf.fill(self.locale, &[&count]);
        let page = page.with(of("p", "facts").is("role", "status").text(&count));
        if self.chosen.is_empty() {
            return page;
        }
        let page = page.with(self.chosen()).with(self.language());
        if self.given().is_empty() {
            return page;
        }
        let code = Code::of(&self.link());
        page.with(self.by_link())
            .with(self.by_site())
            .with(self.poster_section(code.as_ref()))
            .with(self.poster(code.as_ref()))
    }

    pub(crate) fn say(&self, message: Message) -> &'static str {
        message.say(self.locale)
    }

    /// All there is, a course each behind its name.
    fn courses(&self) -> Element<Ask> {
        let mut section = of("section", "choosing").with(self.heading(Message::Lessons));
        for (at, course) in self.catalogue.courses.iter().enumerate() {
            section = section.with(self.course(at, course));
        }
        section
    }

    fn course(&self, at: usize, course: &Course) -> Element<Ask> {
        let lessons = course.lessons();
        let chosen = lessons.iter().filter(|it| self.chosen.contains(&it.id)).count();
        let mut name = el("summary").with(of("span", "name").text(&course.title));
        let count = of("span", "facts");
        name = name.with(if chosen > 0 {
            count.text(&Message::ChosenOf.fill(self.locale, &[&decimal(chosen as u64)]))
        } else {
            count
        });
        let mut all = el("details").is("data-subject", &course.id).with(name);
        let mut place = 0;
        for (number, unit) in course.units.iter().enumerate() {
            let whole = Message::AllOf.fill(self.locale, &[&unit.title]);
            let every = unit.lessons.iter().all(|it| self.chosen.contains(&it.id));
            let mut list =
                of("div", "check unit").is("role", "group").is("aria-label", &unit.title);
            if unit.lessons.len() > 1 {
                list = list.with(of("div", "whole").with(tick(
                    &whole,
                    "",
                    every,
                    Ask::Unit(at, number),
                )));
            }
            for lesson in &unit.lessons {
                let chosen = self.chosen.contains(&lesson.id);
                let minutes =
                    Message::Minutes.fill(self.locale, &[&decimal(lesson.minutes.into())]);
                list = list.with(tick(&lesson.title, &minutes, chosen, Ask::Lesson(at, place)));
                place += 1;
            }
            all = all.with(list);
        }
        all
    }

    /// What was chosen, in order.
    fn chosen(&self) -> Element<Ask> {
        let heading = self.heading(Message::Chosen).is("tabindex", "-1").is("data-focus", "");
        let section = of("section", "chosen").with(heading);
        let mut list = el("ol");
        let mut missing = String::new();
        for (place, id) in self.chosen.iter().enumerate() {
            let Some(lesson) = entry(&self.catalogue, id) else { continue };
            if entry(self.told(), id).is_none() {
                if !missing.is_empty() {
                    missing.push_str(" · ");
                }
                missing.push_str(&lesson.title);
            }
            let label = Message::TakeOut.fill(self.locale, &[&lesson.title]);
            let out = button("out", "✕", Ask::Out(place)).is("aria-label", &label);
            list = list.with(el("li").with(el("span").text(&lesson.title)).with(out));
        }
        let section = section.with(list);
        if missing.is_empty() {
            section
        } else {
            let words = Message::NotThere.fill(self.locale, &[&missing]);
            section.with(of("p", "notice").text(&words))
        }
    }

    fn language(&self) -> Element<Ask> {
        let group = of("div", "choice").is("role", "radiogroup");
        let mut group = group.is("aria-label", self.say(Message::Language));
        for (lang, name) in Locale::ALL.into_iter().zip(["English", "中文"]) {
            let input = el("input").is("type", "radio").is("name", "lang");
            let input = input.flag("checked", lang == self.lang).typed(Ask::Speak(lang));
            let name = el("span").is("lang", lang.tag()).text(name);
            group = group.with(el("label").with(input).with(name));
        }
        el("section").with(self.heading(Message::Language)).with(group)
    }

    /// The link, and what it leads to.
    fn by_link(&self) -> Element<Ask> {
        let mut section = el("section").with(self.heading(Message::Link)).with(self.field(
            Form::Link,
            Message::Link,
            Message::LinkFor,
        ));
        if self.site.here_only {
            let words = Message::HereOnly.fill(self.locale, &[&self.site.root]);
            section = section.with(of("p", "notice").text(&words));
        }
        let words = if self.previewed { Message::PreviewEnd } else { Message::Preview };
        let pressed = if self.previewed { "true" } else { "false" };
        section = section
            .with(button("listen", self.say(words), Ask::Preview).is("aria-expanded", pressed));
        if self.previewed {
            let title = Message::PreviewOf.fill(self.locale, &[&self.title()]);
            let frame = of("iframe", "preview").is("src", &self.link()).is("title", &title);
            section = section.with(frame);
        }
        section
    }

    fn by_site(&self) -> Element<Ask> {
        let summary = el("summary").with(of("span", "name").text(self.say(Message::Website)));
        let mut all = el("details").with(summary);
        for (form, words, told) in [
            (Form::Anchor, Message::Anchor, Message::AnchorFor),
            (Form::Script, Message::Script, Message::ScriptFor),
            (Form::Element, Message::Element, Message::ElementFor),
            (Form::Frame, Message::Frame, Message::FrameFor),
            (Form::OEmbed, Message::OEmbed, Message::OEmbedFor),
        ] {
            if form != Form::OEmbed || !self.site.known.is_empty() {
                all = all.with(self.field(form, words, told));
            }
        }
        of("section", "given").with(all)
    }

    /// Something to copy: what it is, what it is for, the words themselves, which can be selected too.
    fn field(&self, form: Form, words: Message, told: Message) -> Element<Ask> {
        let (id, words) = (copying(form), self.say(words));
        let value = self.words(form);
        let input = if form == Form::Link || form == Form::OEmbed {
            el("input").is("type", "text")
        } else {
            el("textarea").is("rows", "3")
        };
        let input = input
            .is("id", id)
            .is("readonly", "")
            .is("spellcheck", "false")
            .is("aria-label", words)
            .is("value", &value);
        let label = if form == Form::Link { of("p", "facts") } else { el("p").text(words) };
        let told = of("span", "facts").text(self.say(told));
        let said = match self.copied {
            Some((it, true)) if it == form => self.say(Message::Copied),
            Some((it, false)) if it == form => self.say(Message::Selected),
            Some(_) | None => "",
        };
        let name = Message::CopyWhat.fill(self.locale, &[words]);
        let copy = button("listen", self.say(Message::Copy), Ask::Copy(form));
        of("div", "field").with(label.with(told)).with(input).with(
            of("div", "ways")
                .with(copy.is("aria-label", &name))
                .with(el("span").is("role", "status").text(said)),
        )
    }

    fn poster_section(&self, code: Option<&Code>) -> Element<Ask> {
        let section = el("section").with(self.heading(Message::Poster));
        if code.is_none() {
            return section.with(of("p", "notice").text(self.say(Message::TooLong)));
        }
        section.with(
            of("div", "ways")
                .with(button("listen", self.say(Message::Print), Ask::Print))
                .with(button("listen", self.say(Message::SaveCode), Ask::SaveCode)),
        )
    }

    fn heading(&self, message: Message) -> Element<Ask> {
        el("h2").text(self.say(message))
    }
}

/// Something that is chosen or not.
fn tick(words: &str, more: &str, chosen: bool, ask: Ask) -> Element<Ask> {
    let input = el("input").is("type", "checkbox").flag("checked", chosen).typed(ask);
    let mut words = el("span").text(words);
    if !more.is_empty() {
        words = words.text(" ").with(of("small", "facts").text(more));
    }
    el("label").with(input).with(words)
}
