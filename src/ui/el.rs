//! Building elements with calls. `html!` writes out every element's construction where it stands; these views as
//! `html!` were half of the download (docs/decisions/0003).

use super::Cx;
use crate::state::Command;
use std::rc::Rc;
use yew::html::{onclick, oninput, onkeydown};
use yew::virtual_dom::{AttrValue, VList, VTag, VText};
use yew::{Callback, Html, InputEvent, KeyboardEvent};

/// An element being built. One pointer, so that a chain of calls hands on nothing else.
pub struct El(Box<Parts>);

struct Parts {
    tag: VTag,
    children: Vec<Html>,
}

/// An element of this name.
#[inline(never)]
pub fn el(name: &'static str) -> El {
    El(Box::new(Parts { tag: VTag::new(AttrValue::Static(name)), children: Vec::new() }))
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
            self.0.tag.add_attribute(name, value);
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
        self.0.tag.key = Some(key.into());
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
    pub fn does(mut self, command: Command, cx: Cx<'_>) -> Self {
        let callback = cx.on.reform(move |_| command.clone());
        self.0.tag.add_listener(Rc::new(onclick::Wrapper::new(callback)));
        self
    }

    /// A click does this.
    #[inline(never)]
    pub fn clicked(mut self, callback: Callback<yew::MouseEvent>) -> Self {
        self.0.tag.add_listener(Rc::new(onclick::Wrapper::new(callback)));
        self
    }

    /// Typing or sliding does this.
    #[inline(never)]
    pub fn input(mut self, callback: Callback<InputEvent>) -> Self {
        self.0.tag.add_listener(Rc::new(oninput::Wrapper::new(callback)));
        self
    }

    /// A key does this.
    #[inline(never)]
    pub fn keyed(mut self, callback: Callback<KeyboardEvent>) -> Self {
        self.0.tag.add_listener(Rc::new(onkeydown::Wrapper::new(callback)));
        self
    }

    /// The element as a view.
    #[inline(never)]
    pub fn html(mut self) -> Html {
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
