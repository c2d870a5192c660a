//! The edge: the tree as elements, and what is done to them. What each call does is said in edge.js.

use crate::node::{By, Element, Node, asked};
use crate::words::{Locale, learn};
use crate::{Effect, Heard, Input, Note, Stage, Told, What};
use course::codec::{Decode, Reader, to_bytes};
use course::digits::read;
use course::item::{Mark, StagedKind};
use js_sys::{Float64Array, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "./edge.js")]
extern "C" {
    fn made(tag: &str, svg: bool) -> JsValue;
    fn attribute(element: &JsValue, name: &str, value: Option<&str>);
    fn words(parent: &JsValue, at: u32, words: &str);
    fn put(parent: &JsValue, at: u32, child: &JsValue);
    fn child(parent: &JsValue, at: u32) -> JsValue;
    fn cut(parent: &JsValue, length: u32);
    fn shown();

    fn again();
    fn changed(made: Uint8Array, score: i32, fault: u8);
    fn play(notes: Float64Array);
    fn strike(note: Float64Array);
    fn silence();
    fn say(words: &str);
    fn wake(on: bool);
    fn motion(on: bool);
    fn file(name: &str, mime: &str, bytes: Uint8Array);
    fn png(name: &str, svg: &str);
    fn remember(told: &str);
    fn fetch(path: &str);
    fn own(what: &str, words: &str);
}

/// What is open, whatever its engine.
trait Open {
    fn input(&mut self, by: By, way: &[u32], input: Input) -> bool;
    fn hear(&mut self, heard: Heard);
    fn tick(&mut self, now: f64);
}

struct Shown<S: Stage> {
    stage: S,
    host: JsValue,
    tree: Option<Element<S::Ask>>,
    made: Option<(Vec<u8>, Option<Mark>)>,
}

thread_local! {
    static OPEN: RefCell<Option<Box<dyn Open>>> = const { RefCell::new(None) };
}

/// Opens a stage in an element. `device` says what it is like: nothing moves by itself, there is a voice, a sensor of motion.
#[allow(clippy::too_many_arguments, reason = "it is called by edge.js alone")]
pub fn open<S: Stage>(
    host: JsValue,
    file: String,
    kind: u8,
    piece: Vec<u8>,
    seed: &str,
    made: Vec<u8>,
    locale: &str,
    remembered: String,
    device: u8,
) -> bool {
    let locale = Locale::from_tag(locale);
    learn(locale, file);
    let told = Told {
        kind: StagedKind::decode(&mut Reader::new(&[kind])),
        piece,
        seed: read(seed, 10).unwrap_or_default(),
        made,
        locale,
        remembered,
        still: device & 1 != 0,
        voice: device & 2 != 0,
        motion: device & 4 != 0,
    };
    let Some(mut stage) = S::open(told) else { return false };
    let first = stage.begin();
    let mut open = Shown { stage, host, tree: None, made: None };
    open.done(first);
    OPEN.set(Some(Box::new(open)));
    true
}

/// Something was done: how (a number of [`by`]), on the way to which element, where or with which value, when. Whether it asked for
/// something.
#[wasm_bindgen]
pub fn act(how: u8, way: &[u32], x: i32, y: i32, value: String, at: f64) -> bool {
    let (by, what) = match how {
        0 => (By::Tap, What::Tap),
        1 => (By::Press, What::Tap),
        2 => (By::Value, What::Typed(value)),
        3 => (By::Pointer, What::Down(x, y)),
        4 => (By::Pointer, What::Move(x, y)),
        5 => (By::Pointer, What::Up(x, y)),
        _ => (By::Key, What::Key(value)),
    };
    with(|it| it.input(by, way, Input { at, what })).unwrap_or(false)
}

/// What was to be played begins.
#[wasm_bindgen]
pub fn playing(at: f64) {
    with(|it| it.hear(Heard::Playing(at)));
}

/// The device was moved.
#[wasm_bindgen]
pub fn moved(x: i32, y: i32, z: i32, at: f64) {
    with(|it| it.hear(Heard::Motion(x, y, z, at)));
}

/// What was not right is tried again.
#[wasm_bindgen]
pub fn retried() {
    with(|it| it.hear(Heard::Retried));
}

/// Nothing tells how the device is moved.
#[wasm_bindgen]
pub fn unmoved() {
    with(|it| it.hear(Heard::NoMotion));
}

/// A file has come.
#[wasm_bindgen]
pub fn fetched(path: String, bytes: Vec<u8>) {
    with(|it| it.hear(Heard::Fetched(path, bytes)));
}

/// A frame.
#[wasm_bindgen]
pub fn frame(now: f64) {
    with(|it| it.tick(now));
}

/// The stage is gone.
#[wasm_bindgen]
pub fn close() {
    OPEN.set(None);
}

fn with<T>(act: impl FnOnce(&mut dyn Open) -> T) -> Option<T> {
    OPEN.with_borrow_mut(|open| open.as_mut().map(|it| act(&mut **it)))
}

impl<S: Stage> Open for Shown<S> {
    fn input(&mut self, by: By, way: &[u32], input: Input) -> bool {
        let ask = self.tree.as_ref().and_then(|it| asked(it, way, by));
        let Some(ask) = ask else { return false };
        let effects = self.stage.ask(ask, input);
        self.done(effects);
        true
    }

    fn hear(&mut self, heard: Heard) {
        let effects = self.stage.hear(heard);
        self.done(effects);
    }

    fn tick(&mut self, now: f64) {
        let effects = self.stage.tick(now);
        self.done(effects);
    }
}

impl<S: Stage> Shown<S> {
    /// Draws what differs, carries out what is asked for, tells the core what is new.
    fn done(&mut self, effects: Vec<Effect>) {
        let tree = self.stage.view();
        match &self.tree {
            None => put(&self.host, 0, &built(&tree, false)),
            Some(old) => patch(&self.host, 0, old, &tree, false),
        }
        self.tree = Some(tree);
        shown();
        for effect in effects {
            carry_out(effect);
        }
        let now = self.stage.made();
        if self.made.as_ref() != Some(&now) {
            // What was there when it was opened is news only if it is worth something.
            if self.made.is_some() || now.1.is_some() {
                let score = now.1.and_then(|it| it.score).map_or(-1, |it| it.thousandths().into());
                let fault = now.1.map_or(0, |it| it.fault);
                changed(
                    Uint8Array::from(&now.0[..]),
                    if now.1.is_some() { score } else { -2 },
                    fault,
                );
            }
            self.made = Some(now);
        }
        if self.stage.runs() {
            again();
        }
    }
}

fn carry_out(effect: Effect) {
    match effect {
        Effect::Play(notes) => play(numbers(&notes)),
        Effect::Strike(note) => strike(numbers(&[note])),
        Effect::Silence => silence(),
        Effect::Say(it) => say(&it),
        Effect::Wake(on) => wake(on),
        Effect::Motion(on) => motion(on),
        Effect::File { name, mime, bytes } => file(&name, mime, Uint8Array::from(&bytes[..])),
        Effect::Png { name, svg } => png(&name, &svg),
        Effect::Remember(told) => remember(&told),
        Effect::Fetch(path) => fetch(&path),
        Effect::Own(what, words) => own(what, &words),
    }
}

/// Five numbers a note.
fn numbers(notes: &[Note]) -> Float64Array {
    let mut all = Vec::with_capacity(notes.len() * 5);
    for it in notes {
        let voice = to_bytes(&it.voice)[0];
        all.extend([
            f64::from(it.at),
            f64::from(it.millis),
            f64::from(it.cents),
            f64::from(it.loudness),
            f64::from(voice),
        ]);
    }
    Float64Array::from(&all[..])
}

fn built<A>(tree: &Element<A>, svg: bool) -> JsValue {
    let parts = tree.parts();
    let svg = svg || parts.tag == "svg";
    let element = made(parts.tag, svg);
    for (name, value) in &parts.attributes {
        attribute(&element, name, Some(value));
    }
    for (at, node) in (0..).zip(&parts.children) {
        match node {
            Node::Element(it) => put(&element, at, &built(it, svg)),
            Node::Text(it) => words(&element, at, it),
        }
    }
    element
}

/// Makes the element at a place what it should be, touching what differs alone.
fn patch<A: PartialEq>(parent: &JsValue, at: u32, old: &Element<A>, new: &Element<A>, svg: bool) {
    let (was, is) = (old.parts(), new.parts());
    if was.tag != is.tag {
        return put(parent, at, &built(new, svg));
    }
    let svg = svg || is.tag == "svg";
    let element = child(parent, at);
    if was.attributes != is.attributes {
        for (name, value) in &is.attributes {
            if !was.attributes.iter().any(|it| it == &(*name, value.clone())) {
                attribute(&element, name, Some(value));
            }
        }
        for (name, _) in &was.attributes {
            if !is.attributes.iter().any(|(it, _)| it == name) {
                attribute(&element, name, None);
            }
        }
    }
    if was.children == is.children {
        return;
    }
    for (at, node) in (0_u32..).zip(&is.children) {
        match (was.children.get(at as usize), node) {
            (Some(old), new) if old == new => {}
            (Some(Node::Element(old)), Node::Element(new)) => patch(&element, at, old, new, svg),
            (_, Node::Element(new)) => put(&element, at, &built(new, svg)),
            (_, Node::Text(it)) => words(&element, at, it),
        }
    }
    if was.children.len() > is.children.len() {
        cut(&element, is.children.len() as u32);
    }
}
