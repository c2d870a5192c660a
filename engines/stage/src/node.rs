//! What is on the stage, as plain values.

/// An element or text.
#[derive(Debug, Clone, PartialEq)]
pub enum Node<A> {
    Element(Element<A>),
    Text(String),
}

/// An element being built. One pointer, and no call is written out where it stands: views are much of an engine.
#[derive(Debug, Clone, PartialEq)]
pub struct Element<A>(Box<Parts<A>>);

/// What an element has.
#[derive(Debug, Clone, PartialEq)]
pub struct Parts<A> {
    pub tag: &'static str,
    pub attributes: Vec<(&'static str, String)>,
    pub children: Vec<Node<A>>,
    /// What it asks for, and by what.
    pub asks: Vec<(By, A)>,
}

/// What makes an element ask for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// A tap, or Enter, or Space.
    Tap,
    /// The same, but at once when the finger or the key goes down: where time counts.
    Press,
    /// Its value changed.
    Value,
    /// A finger or a mouse on it, from down to up.
    Pointer,
    /// A key, while it or something in it has the focus.
    Key,
}

/// An element without anything. Within `svg` it is an element of SVG.
#[inline(never)]
pub fn el<A>(tag: &'static str) -> Element<A> {
    Element(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new(), asks: Vec::new() }))
}

/// An element of this class.
#[inline(never)]
pub fn of<A>(tag: &'static str, class: &'static str) -> Element<A> {
    el(tag).is("class", class)
}

/// A button that asks for something.
#[inline(never)]
pub fn button<A>(class: &'static str, words: &str, does: A) -> Element<A> {
    of("button", class).is("type", "button").text(words).does(does)
}

impl<A> Element<A> {
    /// What it has.
    pub fn parts(&self) -> &Parts<A> {
        &self.0
    }

    /// An attribute.
    #[inline(never)]
    pub fn is(mut self, name: &'static str, value: &str) -> Self {
        self.0.attributes.push((name, value.to_owned()));
        self
    }

    /// An attribute that is there or not.
    #[inline(never)]
    pub fn flag(self, name: &'static str, there: bool) -> Self {
        if there { self.is(name, "") } else { self }
    }

    /// Text at the end of what is in it.
    #[inline(never)]
    pub fn text(mut self, words: &str) -> Self {
        self.0.children.push(Node::Text(words.to_owned()));
        self
    }

    /// An element at the end of what is in it.
    #[inline(never)]
    pub fn with(mut self, child: Self) -> Self {
        self.0.children.push(Node::Element(child));
        self
    }

    /// Elements at the end of what is in it.
    pub fn with_all(self, children: Vec<Self>) -> Self {
        children.into_iter().fold(self, Self::with)
    }

    /// Asks for something when it is tapped.
    pub fn does(self, ask: A) -> Self {
        self.asks(By::Tap, ask)
    }

    /// Asks for something as soon as it is pressed.
    pub fn pressed(self, ask: A) -> Self {
        self.is("data-pressed", "").asks(By::Press, ask)
    }

    /// Asks for something when its value changes.
    pub fn typed(self, ask: A) -> Self {
        self.asks(By::Value, ask)
    }

    /// Asks for something while a finger or a mouse is on it.
    pub fn pointed(self, ask: A) -> Self {
        self.is("data-pointed", "").asks(By::Pointer, ask)
    }

    /// Asks for something at each key. What has no keys of its own needs `tabindex`.
    pub fn keyed(self, ask: A) -> Self {
        self.asks(By::Key, ask)
    }

    #[inline(never)]
    fn asks(mut self, by: By, ask: A) -> Self {
        self.0.asks.push((by, ask));
        self
    }
}

/// What the innermost element on this way asks for that something of this sort can make ask: each number is the place of the next
/// element in the one before.
pub fn asked<A: Clone>(root: &Element<A>, way: &[u32], by: By) -> Option<A> {
    let mut at = root;
    let mut found = None;
    let mut rest = way.iter();
    loop {
        let asks = |it: &Element<A>| {
            it.parts().asks.iter().find(|(with, _)| *with == by).map(|(_, ask)| ask.clone())
        };
        found = asks(at).or(found);
        match rest.next().and_then(|place| at.parts().children.get(*place as usize)) {
            Some(Node::Element(next)) => at = next,
            Some(Node::Text(_)) | None => return found,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_element_that_can_asks() {
        let tree = el("div")
            .keyed("keys")
            .with(button("quiet", "one", "first"))
            .with(el("p").with(button("quiet", "two", "second")));
        let cases = [
            ("a button", &[0][..], By::Tap, Some("first")),
            ("the text in it", &[0, 0], By::Tap, Some("first")),
            ("one further down", &[1, 0], By::Tap, Some("second")),
            ("beside them", &[1], By::Tap, None),
            ("a key goes to who listens around it", &[1, 0], By::Key, Some("keys")),
            ("a way that leads nowhere", &[7, 7], By::Key, Some("keys")),
        ];
        for (case, way, by, expected) in cases {
            assert_eq!(asked(&tree, way, by), expected, "{case}");
        }
    }
}
