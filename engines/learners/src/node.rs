//! What is on the screen, as plain values: the edge makes elements of it, the prerenderer text.

use crate::state::Ask;

/// An element or text.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Element(Element),
    Text(String),
}

/// An element being built. One pointer, and no call is written out where it stands: views are the most of this program.
#[derive(Debug, Clone, PartialEq)]
pub struct Element(Box<Parts>);

/// What an element has.
#[derive(Debug, Clone, PartialEq)]
pub struct Parts {
    pub tag: &'static str,
    pub attributes: Vec<(&'static str, String)>,
    pub children: Vec<Node>,
    /// What a tap on it asks for.
    pub does: Option<Ask>,
}

/// An element without anything.
#[inline(never)]
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new(), does: None }))
}

/// An element of this class.
#[inline(never)]
pub fn of(tag: &'static str, class: &'static str) -> Element {
    el(tag).is("class", class)
}

/// A button that asks for something.
#[inline(never)]
pub fn button(class: &'static str, words: &str, does: Ask) -> Element {
    of("button", class).is("type", "button").text(words).does(does)
}

/// Elements one after the other. One loop for all lists: collecting each kind of iterator by its own would be code of its own.
#[inline(never)]
pub fn list(next: &mut dyn FnMut() -> Option<Element>) -> Vec<Element> {
    let mut all = Vec::new();
    while let Some(element) = next() {
        all.push(element);
    }
    all
}

impl Element {
    pub fn parts(&self) -> &Parts {
        &self.0
    }

    #[inline(never)]
    pub fn is(mut self, name: &'static str, value: &str) -> Self {
        self.0.attributes.push((name, value.to_owned()));
        self
    }

    #[inline(never)]
    pub fn flag(self, name: &'static str, value: &str, there: bool) -> Self {
        if there { self.is(name, value) } else { self }
    }

    #[inline(never)]
    pub fn text(mut self, words: &str) -> Self {
        self.0.children.push(Node::Text(words.to_owned()));
        self
    }

    #[inline(never)]
    pub fn with(mut self, child: Self) -> Self {
        self.0.children.push(Node::Element(child));
        self
    }

    #[inline(never)]
    pub fn with_all(self, children: Vec<Self>) -> Self {
        children.into_iter().fold(self, Self::with)
    }

    #[inline(never)]
    pub fn does(mut self, ask: Ask) -> Self {
        self.0.does = Some(ask);
        self
    }

    /// As HTML, for the page that is there before any program.
    pub fn html(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        let Parts { tag, attributes, children, .. } = &*self.0;
        out.extend(["<", tag]);
        for (name, value) in attributes {
            out.extend([" ", name, "=\"", &escaped(value), "\""]);
        }
        out.push('>');
        if matches!(*tag, "img" | "input") {
            return;
        }
        for child in children {
            match child {
                Node::Element(element) => element.write(out),
                Node::Text(words) => out.push_str(&escaped(words)),
            }
        }
        out.extend(["</", tag, ">"]);
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
