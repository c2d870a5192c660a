//! Building elements with calls. `html!` writes out every element's construction where it stands; these views as
//! `html!` were half of the download (docs/decisions/0003).

use super::Cx;
use crate::state::{Command, Edit};
use course::digits::decimal;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::virtual_dom::{
    AttrValue, AttributeOrProperty, Attributes, Listener, ListenerKind, VList, VTag, VText,
};
use yew::{Callback, Html};

/// An element being built. One pointer, so that a chain of calls hands on nothing else.
pub struct El(Box<Parts>);

struct Parts {
    tag: VTag,
    /// One place for each of [`NAMES`].
    attributes: Box<[Option<AttributeOrProperty>]>,
    children: Vec<Html>,
}

/// All attributes that views have. With one list for all elements Yew compares them place by place and needs no maps,
/// which were a kilobyte of the download.
const NAMES: &[&str] = &[
    "aria-busy",
    "aria-current",
    "aria-hidden",
    "aria-label",
    "aria-pressed",
    "alt",
    "aria-valuetext",
    "autocapitalize",
    "autocomplete",
    "class",
    "cx",
    "cy",
    "d",
    "data-band",
    "data-colour",
    "data-given",
    "data-interaction",
    "data-item",
    "data-joined",
    "data-locked",
    "data-marked",
    "data-outcome",
    "data-saved",
    "data-screen",
    "data-seed",
    "data-spaced",
    "data-state",
    "data-subject",
    "disabled",
    "fill",
    "font-size",
    "height",
    "href",
    "id",
    "hreflang",
    "inputmode",
    "lang",
    "max",
    "maxlength",
    "min",
    "name",
    "r",
    "role",
    "spellcheck",
    "src",
    "stroke",
    "stroke-width",
    "tabindex",
    "text-anchor",
    "title",
    "type",
    "value",
    "viewBox",
    "width",
    "x",
    "x1",
    "x2",
    "y",
    "y1",
    "y2",
];

/// An element of this name.
#[inline(never)]
pub fn el(name: &'static str) -> El {
    let tag = VTag::new(AttrValue::Static(name));
    El(Box::new(Parts {
        tag,
        attributes: NAMES.iter().map(|_| None).collect(),
        children: Vec::new(),
    }))
}

/// An element of this name and class.
#[inline(never)]
pub fn of(name: &'static str, class: &'static str) -> El {
    el(name).is("class", class)
}

/// Words as a node.
pub fn words(text: impl Into<AttrValue>) -> Html {
    node(text.into())
}

#[inline(never)]
fn node(text: AttrValue) -> Html {
    VText::new(text).into()
}

/// Views one after the other.
pub fn each(mut views: impl Iterator<Item = Html>) -> Html {
    collect(&mut || views.next())
}

/// One loop for all lists: collecting each kind of iterator by its own would be code of its own.
#[inline(never)]
fn collect(next: &mut dyn FnMut() -> Option<Html>) -> Html {
    let mut views = Vec::new();
    while let Some(view) = next() {
        views.push(view);
    }
    list(views)
}

/// Views one after the other.
#[inline(never)]
pub fn list(views: Vec<Html>) -> Html {
    VList::with_children(views, None).into()
}

impl El {
    /// With an attribute that always has this value.
    #[inline(never)]
    pub fn is(self, name: &'static str, value: &'static str) -> Self {
        self.set(name, AttrValue::Static(value))
    }

    /// With an attribute.
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: String) -> Self {
        self.set(name, value.into())
    }

    /// With an attribute, if it has a value.
    pub fn may(self, name: &'static str, value: Option<impl Into<AttrValue>>) -> Self {
        match value {
            Some(value) => self.set(name, value.into()),
            None => self,
        }
    }

    /// With an attribute that counts by being there.
    #[inline(never)]
    pub fn flag(self, name: &'static str, there: bool) -> Self {
        if there { self.set(name, AttrValue::Static("")) } else { self }
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: AttrValue) -> Self {
        if name == "value" && self.0.tag.tag() == "input" {
            self.0.tag.set_value(Some(value));
        } else {
            // A name that is not in the list shows in the first test that draws it.
            let at = NAMES.iter().position(|it| *it == name).expect("NAMES has all names");
            self.0.attributes[at] = Some(AttributeOrProperty::Attribute(value));
        }
        self
    }

    /// A checkbox or radio button that is checked or not.
    #[inline(never)]
    pub fn checked(mut self, checked: bool) -> Self {
        self.0.tag.set_checked(checked);
        self
    }

    /// Told from its siblings by this.
    #[inline(never)]
    pub fn key(mut self, key: u64) -> Self {
        // Yew's own way from a number brings the formatting machinery along.
        self.0.tag.key = Some(decimal(key).into());
        self
    }

    /// With a view inside, after those that are there.
    #[inline(never)]
    pub fn put(mut self, view: Html) -> Self {
        self.0.children.push(view);
        self
    }

    /// With an element inside.
    #[inline(never)]
    pub fn with(self, child: Self) -> Self {
        self.put(child.html())
    }

    /// With a view inside, if there is one.
    #[inline(never)]
    pub fn put_some(self, view: Option<Html>) -> Self {
        match view {
            Some(view) => self.put(view),
            None => self,
        }
    }

    /// With words inside that are always the same.
    #[inline(never)]
    pub fn say(self, text: &'static str) -> Self {
        self.put(words(text))
    }

    /// With words inside.
    #[inline(never)]
    pub fn text(self, text: String) -> Self {
        self.put(words(text))
    }

    /// A click, a tap or the keyboard's press asks for `command`.
    #[inline(never)]
    pub fn does(self, command: Command, cx: Cx<'_>) -> Self {
        self.listens(Use::Press(Rc::new(command), false), cx)
    }

    /// A press asks for `command`, and the browser does nothing by itself.
    #[inline(never)]
    pub fn does_instead(self, command: Command, cx: Cx<'_>) -> Self {
        self.listens(Use::Press(Rc::new(command), true), cx)
    }

    /// Typing or sliding makes a move of the value.
    #[inline(never)]
    pub fn edits(self, edit: fn(String) -> Edit, cx: Cx<'_>) -> Self {
        self.listens(Use::Value(edit), cx)
    }

    #[inline(never)]
    fn listens(mut self, what: Use, cx: Cx<'_>) -> Self {
        self.0.tag.add_listener(Rc::new(Control { what, on: cx.on.clone() }));
        self
    }

    /// The element as a view.
    #[inline(never)]
    pub fn html(mut self) -> Html {
        self.0.tag.set_attributes(Attributes::Dynamic { keys: NAMES, values: self.0.attributes });
        if let Some(children) = self.0.tag.children_mut() {
            *children = list(self.0.children);
        }
        self.0.tag.into()
    }
}

impl From<El> for Html {
    fn from(el: El) -> Self {
        el.html()
    }
}

/// What the use of a control asks for.
enum Use {
    /// Asks for this; the browser does nothing by itself.
    Press(Rc<Command>, bool),
    Value(fn(String) -> Edit),
}

/// A control's listener: one kind for all, since each of Yew's own is code of its own.
struct Control {
    what: Use,
    on: Callback<Rc<Command>>,
}

impl Listener for Control {
    fn kind(&self) -> ListenerKind {
        match self.what {
            Use::Press(..) => ListenerKind::onclick,
            Use::Value(_) => ListenerKind::oninput,
        }
    }

    fn handle(&self, event: Event) {
        let command = match &self.what {
            Use::Press(command, only) => {
                if *only {
                    event.prevent_default();
                }
                command.clone()
            }
            Use::Value(edit) => {
                let control = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
                let value = control.map(|it| it.value()).unwrap_or_default();
                Rc::new(Command::Edit(edit(value)))
            }
        };
        self.on.emit(command);
    }

    fn passive(&self) -> bool {
        false
    }
}
