//! What a pupil would notice, by asking and looking at the tree.

use crate::{Ask, Drawing};
use course::codec::{Encode, from_bytes, to_bytes};
use course::item::{Mark, StagedKind};
use stage::node::{By, Element, Node, asked};
use stage::words::Locale;
use stage::{Effect, Input, Stage, Told, What};

mod build;
mod draw;
mod mix;
mod trace;

/// A stage, and what it asked the browser for.
pub struct Pupil {
    stage: Drawing,
    effects: Vec<Effect>,
    told: Told,
}

impl Pupil {
    pub fn new(kind: StagedKind, piece: &impl Encode) -> Self {
        Self::in_locale(kind, piece, Locale::En)
    }

    pub fn in_locale(kind: StagedKind, piece: &impl Encode, locale: Locale) -> Self {
        let told = Told {
            kind,
            piece: to_bytes(piece),
            seed: 1,
            made: Vec::new(),
            locale,
            remembered: String::new(),
            still: false,
            voice: true,
            motion: false,
        };
        let stage = Drawing::open(told.clone()).expect("a piece");
        Self { stage, effects: Vec::new(), told }
    }

    /// Leaves the page and comes back.
    pub fn comes_back(&mut self) {
        self.told.made = self.stage.made().0;
        self.stage = Drawing::open(self.told.clone()).expect("a piece");
    }

    /// What was made and what it is worth.
    pub fn mark(&self) -> Option<Mark> {
        self.stage.made().1
    }

    pub fn made<T: course::codec::Decode>(&self) -> T {
        from_bytes(&self.stage.made().0).expect("what the stage wrote")
    }

    /// Every control that can be pressed, in order: its name, and the way to it.
    fn controls(&self) -> Vec<(String, Vec<u32>)> {
        let mut found = Vec::new();
        collect(&self.stage.view(), &mut Vec::new(), &mut found);
        found
    }

    /// Presses the control of this name: with a finger, with Enter, or when scanning comes to it.
    pub fn press(&mut self, name: &str) {
        let controls = self.controls();
        let (_, way) = controls.iter().find(|it| it.0 == name).unwrap_or_else(|| {
            let names: Vec<&String> = controls.iter().map(|it| &it.0).collect();
            panic!("no control `{name}` among {names:?}")
        });
        self.act(way, By::Tap, What::Tap);
    }

    pub fn can(&self, name: &str) -> bool {
        self.controls().iter().any(|it| it.0 == name)
    }

    /// A key on the sheet.
    pub fn key(&mut self, key: &str) {
        let way = self.sheet();
        self.act(&way, By::Key, What::Key(key.to_owned()));
    }

    pub fn keys(&mut self, key: &str, times: usize) {
        (0..times).for_each(|_| self.key(key));
    }

    /// A finger on the sheet, through places in its units.
    pub fn draws(&mut self, places: &[(i32, i32)]) {
        let way = self.sheet();
        let share = |units: i32| units * 1000 / 480;
        let mut at = |what: fn(i32, i32) -> What, (x, y): (i32, i32)| {
            self.act(&way, By::Pointer, what(share(x), share(y)));
        };
        let (first, last) = (places[0], places[places.len() - 1]);
        at(What::Down, first);
        places.iter().for_each(|it| at(What::Move, *it));
        at(What::Up, last);
    }

    fn sheet(&self) -> Vec<u32> {
        let mut way = Vec::new();
        assert!(find(&self.stage.view(), &mut way, &|it| it.parts().tag == "svg"
            && attribute(it, "tabindex").is_some()));
        way
    }

    fn act(&mut self, way: &[u32], by: By, what: What) {
        let ask: Ask = asked(&self.stage.view(), way, by).expect("it asks for something");
        self.effects.extend(self.stage.ask(ask, Input { at: 0.0, what }));
    }

    /// All words that are on the stage.
    pub fn words(&self) -> String {
        let mut out = String::new();
        words(&self.stage.view(), &mut out);
        out
    }

    /// What is told of what is done.
    pub fn status(&self) -> String {
        let mut way = Vec::new();
        let view = self.stage.view();
        find(&view, &mut way, &|it| attribute(it, "role") == Some("status"));
        let mut at = &view;
        for place in way {
            match &at.parts().children[place as usize] {
                Node::Element(it) => at = it,
                Node::Text(_) => {}
            }
        }
        let mut out = String::new();
        words(at, &mut out);
        out.trim().to_owned()
    }
}

fn attribute<'a>(element: &'a Element<Ask>, name: &str) -> Option<&'a str> {
    element.parts().attributes.iter().find(|it| it.0 == name).map(|it| it.1.as_str())
}

fn words(element: &Element<Ask>, out: &mut String) {
    for node in &element.parts().children {
        match node {
            Node::Text(text) => {
                out.push_str(text);
                out.push(' ');
            }
            Node::Element(it) => words(it, out),
        }
    }
}

fn find(element: &Element<Ask>, way: &mut Vec<u32>, is: &dyn Fn(&Element<Ask>) -> bool) -> bool {
    if is(element) {
        return true;
    }
    for (at, node) in (0..).zip(&element.parts().children) {
        if let Node::Element(it) = node {
            way.push(at);
            if find(it, way, is) {
                return true;
            }
            way.pop();
        }
    }
    false
}

fn collect(element: &Element<Ask>, way: &mut Vec<u32>, found: &mut Vec<(String, Vec<u32>)>) {
    if element.parts().tag == "button" {
        if attribute(element, "disabled").is_none() {
            let mut own = String::new();
            words(element, &mut own);
            let name =
                attribute(element, "aria-label").map_or(own.trim().to_owned(), str::to_owned);
            assert!(!name.is_empty(), "a control without a name");
            found.push((name, way.clone()));
        }
        return;
    }
    for (at, node) in (0..).zip(&element.parts().children) {
        if let Node::Element(it) = node {
            way.push(at);
            collect(it, way, found);
            way.pop();
        }
    }
}

/// Tags and attributes that the stages may use: nothing that runs or refers elsewhere.
#[test]
fn the_catalogue_is_whole_in_both_languages() {
    for locale in Locale::ALL {
        let file = crate::words::file(locale);
        assert!(file.lines().all(|it| !it.trim().is_empty()));
    }
    let lines = |locale| crate::words::file(locale).lines().map(str::to_owned).collect::<Vec<_>>();
    for (en, zh) in lines(Locale::En).iter().zip(lines(Locale::ZhHans)) {
        assert_eq!(en.matches("{}").count(), zh.matches("{}").count(), "{en}");
    }
}
