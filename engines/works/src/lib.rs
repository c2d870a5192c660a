//! An engine: what a learner made, newest first: drawings and tunes to look at, to hear and to take along, and what was written down.
//!
//! Works are not kept by themselves: they are the responses to such items in the log ([`made`]), so that copies and other devices
//! have them too. What an item asked for (the key of a tune, the fields of a diary) stands in its lesson's pack.

pub mod made;
pub mod words;

use course::catalogue::Catalogue;
use course::digits::decimal;
use course::item::Mark;
use made::{Made, Work, works};
use stage::node::{Element, button, el, of};
use stage::words::Locale;
use stage::{Effect, Heard, Input, Stage, Told};
use words::Message;

stage::engine!(Works);

/// How many are shown at first, and added each time more are asked for.
const SOME: usize = 12;

/// The page of works.
pub struct Works {
    locale: Locale,
    catalogue: Catalogue,
    works: Vec<Work>,
    shown: usize,
    /// The one that is being played.
    playing: Option<usize>,
}

/// What a control asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    More,
    Play(usize),
    Silence,
    Svg(usize),
    Png(usize),
    Midi(usize),
}

impl Stage for Works {
    type Ask = Ask;

    /// `told` has the records as the piece, each after its length in four bytes, and the catalogue as what was made.
    fn open(told: Told) -> Option<Self> {
        let catalogue = Catalogue::read(&told.made).unwrap_or_default();
        let works = works(&told.piece);
        Some(Self { locale: told.locale, catalogue, works, shown: SOME, playing: None })
    }

    fn begin(&mut self) -> Vec<Effect> {
        let mut packs: Vec<String> = Vec::new();
        for work in &self.works {
            if let Some(path) = self.pack(&work.lesson)
                && !packs.contains(&path)
            {
                packs.push(path);
            }
        }
        packs.into_iter().map(Effect::Fetch).collect()
    }

    fn view(&self) -> Element<Ask> {
        let private = of("p", "facts").text(self.say(Message::Private));
        if self.works.is_empty() {
            return el("div").with(el("p").text(self.say(Message::Nothing))).with(private);
        }
        let mut list = of("ul", "works");
        for (at, work) in self.works.iter().enumerate().take(self.shown) {
            list = list.with(self.card(at, work));
        }
        let page = el("div").with(private).with(list);
        if self.shown < self.works.len() {
            page.with(button("quiet", self.say(Message::More), Ask::More))
        } else {
            page
        }
    }

    fn ask(&mut self, ask: Ask, _: Input) -> Vec<Effect> {
        match ask {
            Ask::More => {
                self.shown += SOME;
                Vec::new()
            }
            Ask::Play(at) => {
                let sounds = self.works.get(at).map(|it| it.made.sounds()).unwrap_or_default();
                self.playing = Some(at);
                vec![Effect::Play(sounds)]
            }
            Ask::Silence => {
                self.playing = None;
                vec![Effect::Silence]
            }
            Ask::Svg(at) => {
                self.file(at, ".svg", "image/svg+xml", |it, title| it.svg(title).into_bytes())
            }
            Ask::Midi(at) => self.file(at, ".mid", "audio/midi", |it, _| it.midi()),
            Ask::Png(at) => match self.works.get(at) {
                Some(work) => {
                    let svg = work.made.svg(&self.title(work));
                    vec![Effect::Png { name: self.name(at, ".png"), svg }]
                }
                None => Vec::new(),
            },
        }
    }

    /// A lesson's pack has come.
    fn hear(&mut self, heard: Heard) -> Vec<Effect> {
        if let Heard::Fetched(path, bytes) = heard
            && let Ok(lesson) = course::pack::read(&bytes)
            && self.pack(&lesson.id).is_some_and(|it| it == path)
        {
            self.works.iter_mut().for_each(|work| work.understand(&lesson));
        }
        Vec::new()
    }

    fn made(&self) -> (Vec<u8>, Option<Mark>) {
        (Vec::new(), None)
    }
}

impl Works {
    fn say(&self, message: Message) -> &'static str {
        message.say(self.locale)
    }

    /// Where the pack of a lesson is.
    fn pack(&self, lesson: &str) -> Option<String> {
        let entry = self.catalogue.courses.iter().find_map(|it| it.lesson(lesson))?;
        Some(["packs/", &entry.pack, ".pack"].concat())
    }

    /// The lesson's name, or its id where it is not in the catalogue any more.
    fn title(&self, work: &Work) -> String {
        let entry = self.catalogue.courses.iter().find_map(|it| it.lesson(&work.lesson));
        entry.map_or_else(|| work.lesson.clone(), |it| it.title.clone())
    }

    /// A file's name: the item and the day.
    fn name(&self, at: usize, ending: &str) -> String {
        let Some(work) = self.works.get(at) else { return String::new() };
        ["snowlight-", &*work.item.replace('.', "-"), "-", &work.date(), ending].concat()
    }

    fn file(
        &self,
        at: usize,
        ending: &str,
        mime: &'static str,
        bytes: fn(&Made, &str) -> Vec<u8>,
    ) -> Vec<Effect> {
        let Some(work) = self.works.get(at) else { return Vec::new() };
        let bytes = bytes(&work.made, &self.title(work));
        vec![Effect::File { name: self.name(at, ending), mime, bytes }]
    }

    fn card(&self, at: usize, work: &Work) -> Element<Ask> {
        let what = match &work.made {
            Made::Drawing(_) => Message::Drawing,
            Made::Strikes(..) | Made::Tune(..) => Message::Tune,
            Made::Entry(..) => Message::Diary,
        };
        let title = self.title(work);
        let when = Message::On.fill(self.locale, &[self.say(what), &work.date()]);
        let card = of("li", "work").with(el("h2").text(&title)).with(of("p", "facts").text(&when));
        let alt = [self.say(what), ": ", &title].concat();
        let picture = |made: &Made| el("img").is("src", &data(&made.svg(&title))).is("alt", &alt);
        let quiet = |words, ask| button("quiet", self.say(words), ask);
        match &work.made {
            Made::Drawing(_) => card.with(picture(&work.made)).with(
                of("div", "ways")
                    .with(quiet(Message::SaveSvg, Ask::Svg(at)))
                    .with(quiet(Message::SavePng, Ask::Png(at))),
            ),
            // Which tune it is will be known once the pack is there.
            Made::Strikes(_) => card,
            Made::Tune(..) => {
                let sound = if self.playing == Some(at) {
                    quiet(Message::Stop, Ask::Silence)
                } else {
                    quiet(Message::Play, Ask::Play(at))
                };
                card.with(picture(&work.made)).with(
                    of("div", "ways")
                        .with(sound)
                        .with(quiet(Message::SaveMidi, Ask::Midi(at)))
                        .with(quiet(Message::SavePicture, Ask::Svg(at))),
                )
            }
            Made::Entry(entry, fields) => {
                let mut list = of("dl", "entry");
                for (at, field) in fields.iter().enumerate() {
                    let Some(value) = entry.value(at) else { continue };
                    let value = decimal(value.into());
                    let value = made::measured(field.measure).fill(self.locale, &[&value]);
                    list = list.with(el("dt").text(&field.label)).with(el("dd").text(&value));
                }
                card.with(list)
            }
        }
    }
}

/// A picture as an address that holds it.
fn data(svg: &str) -> String {
    let mut out = "data:image/svg+xml;charset=utf-8,".to_owned();
    for letter in svg.chars() {
        match letter {
            '%' => out.push_str("%25"),
            '#' => out.push_str("%23"),
            '\n' => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests;
