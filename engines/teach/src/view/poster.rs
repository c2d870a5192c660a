//! One page of paper for the classroom's door: what is learned, a large code, the address in letters.

use crate::code::Code;
use crate::give::readable;
use crate::words::Message;
use crate::{AIMS, Ask, Teach};
use course::digits::decimal;
use stage::node::{Element, el, of};
use stage::words::Locale;

/// How many lessons it names; of the others it says how many they are.
const NAMES: usize = 8;

impl Teach {
    /// The poster, in the language of what is given.
    pub(super) fn poster(&self, code: Option<&Code>) -> Element<Ask> {
        let (scan, free, more) = match self.lang {
            Locale::En => (Message::ScanEn, Message::FreeEn, Message::MoreEn),
            Locale::ZhHans => (Message::ScanZh, Message::FreeZh, Message::MoreZh),
        };
        let given = self.given();
        let mut titles = of("ol", "titles");
        for lesson in given.iter().take(NAMES) {
            let mut line = el("li").with(of("p", "title").text(&lesson.title));
            if given.len() <= AIMS
                && let Some(aim) = self.aim(lesson)
            {
                line = line.with(of("p", "aim").text(aim));
            }
            titles = titles.with(line);
        }
        let mut poster = of("article", "poster")
            .is("lang", self.lang.tag())
            .is("data-lessons", &decimal(given.len() as u64))
            .with(of("p", "brand").text("❄ Snowlight 雪光"))
            .with(titles);
        if let Some(rest) = given.len().checked_sub(NAMES)
            && rest > 0
        {
            let words = more.fill(self.locale, &[&decimal(rest as u64)]);
            poster = poster.with(of("p", "aim").text(&words));
        }
        if let Some(code) = code {
            let drawing = of("svg", "code")
                .is("viewBox", &code.view_box())
                .is("role", "img")
                .is("aria-label", self.say(Message::CodeOf))
                .with(el("path").is("d", &code.path));
            poster = poster.with(drawing);
        }
        poster
            .with(el("p").text(self.say(scan)))
            .with(of("p", "address").text(readable(&self.link())))
            .with(of("p", "free").text(self.say(free)))
    }
}
