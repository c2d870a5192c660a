//! An engine: a teacher chooses lessons and gives them to a class, as one link, as lines for a site, as a code for cameras, as a
//! poster.
//!
//! Nothing here knows of a pupil, and nothing is sent: what is made is text and pictures that the teacher takes along.

pub mod code;
pub mod give;
mod view;
pub mod words;

use code::Code;
use course::catalogue::{Catalogue, Entry};
use course::item::Mark;
use course::text::plain;
use give::Site;
use stage::node::Element;
use stage::words::Locale;
use stage::{Effect, Heard, Input, Stage, Told};

stage::engine!(Teach);

/// How many lessons' aims a poster has room for.
const AIMS: usize = 3;

/// The page.
pub struct Teach {
    locale: Locale,
    site: Site,
    /// What there is to learn, in the page's language.
    catalogue: Catalogue,
    /// The same in the other one, once it was asked for.
    other: Catalogue,
    /// The language of what is given.
    lang: Locale,
    /// Ids of lessons, in the order in which they were chosen.
    chosen: Vec<String>,
    /// What can be done after a lesson, by the file of its pack.
    aims: Vec<(String, String)>,
    previewed: bool,
    /// What was copied last, and whether that could be done.
    copied: Option<(Form, bool)>,
}

/// What a control asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ask {
    /// A lesson is chosen, or not any more: the course and its place in it.
    Lesson(usize, usize),
    /// So are all of a unit: the course and the unit.
    Unit(usize, usize),
    /// The lesson at this place of those that are chosen is taken out.
    Out(usize),
    Speak(Locale),
    Preview,
    Copy(Form),
    Print,
    SaveCode,
}

/// What can be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Link,
    Anchor,
    Script,
    Element,
    Frame,
    OEmbed,
}

impl Stage for Teach {
    type Ask = Ask;

    /// `told` has [`Site`] as the piece, and the catalogue as what was made.
    fn open(told: Told) -> Option<Self> {
        Some(Self {
            locale: told.locale,
            site: Site::read(&told.piece),
            catalogue: Catalogue::read(&told.made).unwrap_or_default(),
            other: Catalogue::default(),
            lang: told.locale,
            chosen: Vec::new(),
            aims: Vec::new(),
            previewed: false,
            copied: None,
        })
    }

    fn view(&self) -> Element<Ask> {
        self.page()
    }

    fn ask(&mut self, ask: Ask, _: Input) -> Vec<Effect> {
        self.copied = None;
        match ask {
            Ask::Lesson(course, at) => {
                let lesson = self.catalogue.courses.get(course).map(|it| it.lessons());
                if let Some(id) = lesson.and_then(|it| it.get(at).map(|it| it.id.clone())) {
                    match self.place(&id) {
                        Some(place) => drop(self.chosen.remove(place)),
                        None => self.chosen.push(id),
                    }
                }
                self.changed()
            }
            Ask::Unit(course, unit) => {
                self.turn(course, unit);
                self.changed()
            }
            Ask::Out(place) => {
                if place < self.chosen.len() {
                    self.chosen.remove(place);
                }
                self.changed()
            }
            Ask::Speak(lang) => {
                self.lang = lang;
                let effects = self.changed();
                if lang != self.locale && self.other.courses.is_empty() {
                    return vec![Effect::Fetch(["packs/catalogue.", lang.tag()].concat())];
                }
                effects
            }
            Ask::Preview => {
                self.previewed = !self.previewed;
                Vec::new()
            }
            Ask::Copy(form) => vec![Effect::Own(copying(form), self.words(form))],
            Ask::Print => vec![Effect::Own("print", String::new())],
            Ask::SaveCode => match Code::of(&self.link()) {
                Some(code) => {
                    let first = self.given().first().map_or("", |it| &it.id).to_owned();
                    let name = ["snowlight-", &first, ".svg"].concat();
                    let bytes = code.svg().into_bytes();
                    vec![Effect::File { name, mime: "image/svg+xml", bytes }]
                }
                None => Vec::new(),
            },
        }
    }

    /// A catalogue or a pack has come, or something was copied.
    fn hear(&mut self, heard: Heard) -> Vec<Effect> {
        let Heard::Fetched(name, bytes) = heard else { return Vec::new() };
        if name.starts_with("packs/catalogue.") {
            self.other = Catalogue::read(&bytes).unwrap_or_default();
            return self.changed();
        }
        if let Some(form) = FORMS.into_iter().find(|it| copying(*it) == name) {
            self.copied = Some((form, bytes.first() == Some(&1)));
        } else if let Some(head) = course::pack::head(&bytes)
            && !self.aims.iter().any(|it| it.0 == name)
        {
            self.aims.push((name, plain(&head.can)));
        }
        Vec::new()
    }

    fn made(&self) -> (Vec<u8>, Option<Mark>) {
        (Vec::new(), None)
    }
}

const FORMS: [Form; 6] =
    [Form::Link, Form::Anchor, Form::Script, Form::Element, Form::Frame, Form::OEmbed];

/// What the way in is told when something is to be copied: which field it then selects, if it must, is told by it too.
const fn copying(form: Form) -> &'static str {
    match form {
        Form::Link => "copy-link",
        Form::Anchor => "copy-anchor",
        Form::Script => "copy-script",
        Form::Element => "copy-element",
        Form::Frame => "copy-frame",
        Form::OEmbed => "copy-oembed",
    }
}

impl Teach {
    fn place(&self, lesson: &str) -> Option<usize> {
        self.chosen.iter().position(|it| it == lesson)
    }

    /// All lessons of a unit are chosen; if they were already, none of them is.
    fn turn(&mut self, course: usize, unit: usize) {
        let Some(unit) = self.catalogue.courses.get(course).and_then(|it| it.units.get(unit))
        else {
            return;
        };
        let all = unit.lessons.iter().all(|it| self.chosen.contains(&it.id));
        for lesson in &unit.lessons {
            let place = self.chosen.iter().position(|it| *it == lesson.id);
            match place {
                Some(place) if all => drop(self.chosen.remove(place)),
                Some(_) => {}
                None => self.chosen.push(lesson.id.clone()),
            }
        }
    }

    /// Something else is given now: the preview was of what was given before; what a poster says of the lessons is looked up.
    fn changed(&mut self) -> Vec<Effect> {
        self.previewed = false;
        let given = self.given();
        let aims = if given.len() > AIMS { &[] } else { &given[..] };
        let mut wanted = Vec::new();
        for path in aims.iter().map(|it| pack(it)) {
            if !self.aims.iter().any(|it| it.0 == path) {
                wanted.push(Effect::Fetch(path));
            }
        }
        wanted
    }

    /// The catalogue of the language of what is given; that of the page as long as it is not here.
    fn told(&self) -> &Catalogue {
        let here = self.lang == self.locale || self.other.courses.is_empty();
        if here { &self.catalogue } else { &self.other }
    }

    /// The lessons that are given, in order: those of the chosen ones that the language has.
    fn given(&self) -> Vec<&Entry> {
        self.chosen.iter().filter_map(|id| entry(self.told(), id)).collect()
    }

    fn link(&self) -> String {
        let mut ids = Vec::new();
        for lesson in self.given() {
            ids.push(&*lesson.id);
        }
        self.site.link(self.lang, &ids)
    }

    /// What the lessons are called together: the first one's name, and that there are more.
    fn title(&self) -> String {
        let given = self.given();
        let first = given.first().map_or("", |it| &it.title);
        if given.len() > 1 { [first, " …"].concat() } else { first.to_owned() }
    }

    /// What is copied.
    fn words(&self, form: Form) -> String {
        match form {
            Form::Link => self.link(),
            Form::Anchor => give::anchor(&self.link(), &self.title()),
            Form::Script => self.site.script(),
            Form::Element => give::element(&self.link(), &self.title()),
            Form::Frame => give::frame(&self.link(), &self.title()),
            Form::OEmbed => {
                let first = self.given().first().map_or("", |it| &it.id).to_owned();
                self.site.oembed(self.lang, &first).unwrap_or_default()
            }
        }
    }

    /// What can be done after a lesson, if that is known.
    fn aim(&self, lesson: &Entry) -> Option<&str> {
        let path = pack(lesson);
        self.aims.iter().find(|it| it.0 == path).map(|it| &*it.1)
    }
}

fn entry<'a>(catalogue: &'a Catalogue, lesson: &str) -> Option<&'a Entry> {
    catalogue.courses.iter().find_map(|it| it.lesson(lesson))
}

fn pack(lesson: &Entry) -> String {
    ["packs/", &lesson.pack, ".pack"].concat()
}

#[cfg(test)]
mod tests;
