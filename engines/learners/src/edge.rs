//! The edge: elements, storage, files. What each call does is said in edge.js.

use crate::node::{Element, Node, Parts};
use crate::person::Person;
use crate::state::{Ask, Effect, Kept, NewRecord, Place, Screen, State, Told};
use crate::view::view;
use crate::words::{Locale, learn};
use course::codec::{from_bytes, to_bytes};
use course::digits::{hex, read};
use js_sys::{Array, Uint8Array};
use learning::merge::{HERE, Record, Union};
use learning::vector::Vector;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

#[wasm_bindgen(raw_module = "./edge.js")]
extern "C" {
    fn element(tag: &str) -> JsValue;
    fn attribute(element: &JsValue, name: &str, value: &str);
    fn text(element: &JsValue, words: &str);
    fn child(element: &JsValue, child: &JsValue);
    fn asks(element: &JsValue, number: u32);
    fn show(page: &JsValue, notice: Option<&str>, act: &JsValue, moved: bool);
    fn leave(path: &str);

    /// What the engine is told when it is opened, in the order of [`place`].
    fn place() -> Array;
    /// The databases of learners, by key, but for these.
    async fn others(listed: Array) -> JsValue;
    #[wasm_bindgen(catch)]
    async fn people() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn person(key: &str, bytes: Uint8Array) -> Result<JsValue, JsValue>;
    fn turn(key: &str, told: &str, guest: bool, to: &str);
    #[wasm_bindgen(catch)]
    async fn kept(key: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn keep(key: &str, records: Array, vectors: Uint8Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn file(name: &str, bytes: Uint8Array, share: bool) -> Result<JsValue, JsValue>;
    fn copied(told: &str);
    #[wasm_bindgen(catch)]
    async fn erase(keys: Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = eraseAll)]
    async fn erase_all() -> Result<JsValue, JsValue>;
}

/// What is on the screen, and what each control of it asks for.
struct Shown {
    state: State,
    asks: Vec<Ask>,
    /// What the page begins with: another beginning is another step, and the keyboard goes on at its top.
    title: String,
}

thread_local! {
    static SHOWN: RefCell<Option<Shown>> = const { RefCell::new(None) };
}

/// Opens a page of this engine, with work if the address had some: what it is told comes from edge.js, which shows it.
#[wasm_bindgen]
pub async fn begin(words: String, work: Option<Uint8Array>) {
    learn(words);
    let listed = people().await;
    let told = place();
    let mut place = place_of(&told, listed.is_ok());
    let people = listed.map(|it| listed_people(&it)).unwrap_or_default();
    if place.keeps {
        let known = people.iter().map(|it| JsValue::from_str(&it.key)).collect();
        let others = others(known).await;
        place.missing = Array::from(&others).iter().filter_map(|it| it.as_string()).collect();
    }
    let (state, effects) = State::new(place, people);
    SHOWN.set(Some(Shown { state, asks: Vec::new(), title: String::new() }));
    draw();
    carry_out(effects).await;
    if let Some(work) = work {
        carry_out(asked(Ask::Work(work.to_vec()))).await;
    }
}

/// A control was used: its number, what was typed beside it, or the file that was chosen.
fn act(number: u32, typed: String, chosen: Option<Uint8Array>) {
    let ask = SHOWN.with_borrow(|shown| shown.as_ref()?.asks.get(number as usize).cloned());
    let ask = match (ask, chosen) {
        (Some(Ask::MakeFile(_)), _) => Ask::MakeFile(typed),
        (Some(Ask::File(_)), Some(bytes)) => Ask::File(bytes.to_vec()),
        (Some(Ask::File(_)) | None, _) => return,
        (Some(ask), _) => ask,
    };
    spawn_local(carry_out(asked(ask)));
}

/// What is to be done about it.
fn asked(ask: Ask) -> Vec<Effect> {
    let effects = SHOWN.with_borrow_mut(|shown| shown.as_mut().map(|it| it.state.ask(ask)));
    draw();
    effects.unwrap_or_default()
}

fn draw() {
    SHOWN.with_borrow_mut(|shown| {
        let Some(shown) = shown else { return };
        shown.asks.clear();
        let tree = view(&shown.state);
        let title = title(&tree);
        let moved = title != shown.title;
        shown.title = title;
        let page = built(&tree, &mut shown.asks);
        let act = Closure::<dyn Fn(u32, String, Option<Uint8Array>)>::new(act).into_js_value();
        show(&page, shown.state.notice(), &act, moved);
    });
}

/// The words of the first heading.
fn title(tree: &Element) -> String {
    let children = || {
        tree.parts().children.iter().filter_map(|it| match it {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    };
    let words = |element: &Element| match element.parts().children.first() {
        Some(Node::Text(words)) => words.clone(),
        Some(Node::Element(_)) | None => String::new(),
    };
    children().find(|it| it.parts().tag == "h1").map(words).unwrap_or_default()
}

fn built(tree: &Element, all: &mut Vec<Ask>) -> JsValue {
    let Parts { tag, attributes, children, does } = tree.parts();
    let made = element(tag);
    for (name, value) in attributes {
        attribute(&made, name, value);
    }
    if let Some(ask) = does {
        asks(&made, all.len() as u32);
        all.push(ask.clone());
    }
    for node in children {
        match node {
            Node::Element(element) => child(&made, &built(element, all)),
            Node::Text(words) => text(&made, words),
        }
    }
    made
}

/// One after the other; after a failure nothing more.
async fn carry_out(effects: Vec<Effect>) {
    let mut waiting = effects;
    waiting.reverse();
    let mut told = None;
    while let Some(effect) = waiting.pop() {
        let one = done(effect).await;
        match one {
            Told::Done => told = Some(one),
            Told::Failed => {
                waiting.clear();
                told = Some(one);
            }
            Told::Read(..) | Told::Copied(_) | Told::Erased(..) => {
                told = None;
                let mut more = tell(one);
                more.reverse();
                waiting.append(&mut more);
            }
        }
    }
    if let Some(told) = told {
        tell(told);
    }
}

fn tell(told: Told) -> Vec<Effect> {
    let effects = SHOWN.with_borrow_mut(|shown| shown.as_mut().map(|it| it.state.told(told)));
    draw();
    effects.unwrap_or_default()
}

async fn done(effect: Effect) -> Told {
    let done = match effect {
        Effect::Read(key) => {
            return kept(&key).await.map_or(Told::Failed, |it| Told::Read(key, kept_of(&it)));
        }
        Effect::Keep { key, records, vectors } => {
            keep(&key, array(&records), bytes(&to_bytes(&vectors))).await
        }
        Effect::Person(it) => person(&it.key, bytes(&it.to_bytes())).await,
        Effect::Turn(it, to) => {
            turn(&it.key, &it.turn(), it.is_guest(), &to);
            return Told::Done;
        }
        Effect::File { name, bytes: all, share } => {
            return Told::Copied(file(&name, bytes(&all), share).await.is_ok());
        }
        Effect::Copied(told) => {
            copied(&told);
            return Told::Done;
        }
        Effect::Erase(keys) => {
            let all: Array = keys.iter().map(|it| JsValue::from_str(it)).collect();
            let whole = erase(all).await.is_ok();
            return Told::Erased(keys, whole);
        }
        Effect::EraseAll => {
            return Told::Erased(Vec::new(), erase_all().await.is_ok());
        }
        Effect::Go(path) => {
            leave(&path);
            return Told::Done;
        }
    };
    if done.is_ok() { Told::Done } else { Told::Failed }
}

fn place_of(told: &Array, keeps: bool) -> Place {
    let text = |at| told.get(at).as_string().unwrap_or_default();
    let truth = |at| told.get(at).is_truthy();
    let number = |at| told.get(at).as_f64().unwrap_or_default() as i64;
    Place {
        locale: Locale::from_tag(&text(0)),
        screen: Screen::from_name(&text(1)),
        root: text(2),
        then: text(3),
        key: text(4),
        framed: truth(5),
        shares: truth(6),
        lasting: truth(7),
        keeps,
        used: truth(8),
        missing: Vec::new(),
        copied: text(9),
        now: number(10),
        today: number(11),
        chance: read(&text(12), 16).unwrap_or_default(),
    }
}

/// Those in the list that this version can read; others stay in it.
fn listed_people(all: &JsValue) -> Vec<Person> {
    let all = Array::from(all);
    all.iter().filter_map(|it| Person::from_bytes(&Uint8Array::new(&it).to_vec()).ok()).collect()
}

/// What is kept: the remembered vectors, then each record's bytes and origin.
fn kept_of(all: &JsValue) -> Kept {
    let all = Array::from(all);
    let vectors = Uint8Array::new(&all.get(0)).to_vec();
    let mut records = Vec::new();
    for at in (1..all.length()).step_by(2) {
        let origin = all.get(at + 1).as_string().and_then(|it| read(&it, 16)).unwrap_or(HERE);
        records.push(Record::new(Uint8Array::new(&all.get(at)).to_vec(), origin));
    }
    Kept {
        union: Union::of(records),
        vectors: from_bytes::<Vec<Vector>>(&vectors).unwrap_or_default(),
    }
}

/// Name, bytes and origin of each.
fn array(records: &[NewRecord]) -> Array {
    let all = Array::new();
    for record in records {
        let origin = if record.origin == HERE { String::new() } else { hex(record.origin) };
        all.push(&record.id.as_str().into());
        all.push(&bytes(&record.bytes));
        all.push(&origin.into());
    }
    all
}

fn bytes(all: &[u8]) -> Uint8Array {
    Uint8Array::from(all)
}
