//! What engines share that bring a stage to an item: music, drawing, moving, the lab.
//!
//! A [`Stage`] is plain values: what is done to it changes it and asks for [`Effect`]s, and [`Stage::view`] says what it looks
//! like as a tree. The edge (`edge.rs`, `edge.js`) is the only part that touches the browser; it changes of the page what
//! differs between two trees. Whatever is played, drawn or moved can so be tested natively.

#[cfg(target_arch = "wasm32")]
pub mod edge;
pub mod node;
pub mod words;

/// A third of the default allocator's code, and constant time.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

use course::item::{Mark, StagedKind};
use node::Element;
use words::Locale;

/// One item on the stage, for as long as it is there.
pub trait Stage: Sized + 'static {
    /// What a control asks for.
    type Ask: Clone + PartialEq + 'static;

    /// Sets the stage; `None` if there is no such piece.
    fn open(told: Told) -> Option<Self>;

    /// What it needs at once.
    fn begin(&mut self) -> Vec<Effect> {
        Vec::new()
    }

    /// What it looks like now.
    fn view(&self) -> Element<Self::Ask>;

    /// Something was asked for by a control.
    fn ask(&mut self, ask: Self::Ask, input: Input) -> Vec<Effect>;

    /// Something came from the device that no control asked for.
    fn hear(&mut self, _heard: Heard) -> Vec<Effect> {
        Vec::new()
    }

    /// Time goes on: called for each frame while it [`runs`](Self::runs). Milliseconds of the page's own clock.
    fn tick(&mut self, _now: f64) -> Vec<Effect> {
        Vec::new()
    }

    /// Whether time means something to it now.
    fn runs(&self) -> bool {
        false
    }

    /// The response so far, and what it is worth once it can be handed in.
    fn made(&self) -> (Vec<u8>, Option<Mark>);
}

/// What the core tells of the item, and what the device is like.
#[derive(Debug, Clone)]
pub struct Told {
    pub kind: StagedKind,
    /// A `Piece` of `course::stage` as bytes.
    pub piece: Vec<u8>,
    pub seed: u64,
    /// What was done before the page was left, or nothing.
    pub made: Vec<u8>,
    pub locale: Locale,
    /// What this engine remembered on this device ([`Effect::Remember`]), or nothing.
    pub remembered: String,
    /// Nothing may move by itself: the device asks for it.
    pub still: bool,
    /// There is a voice for the language of instruction.
    pub voice: bool,
    /// There may be a sensor of motion.
    pub motion: bool,
}

/// How something was asked for, and when: milliseconds of the page's own clock.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    pub at: f64,
    pub what: What,
}

/// How something was asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// Tapped, or pressed for controls that answer at once.
    Tap,
    /// Typed, picked or slid: the control's value.
    Typed(String),
    /// A finger or a mouse went down, in thousandths of the control's width and height.
    Down(i32, i32),
    /// It moved while it was down.
    Move(i32, i32),
    /// It went up.
    Up(i32, i32),
    /// A key went down: its name, as in `KeyboardEvent.key`.
    Key(String),
}

/// What came from the device.
#[derive(Debug, Clone, PartialEq)]
pub enum Heard {
    /// What was to be played begins at this time of the page's clock; silently if the device lets nothing be heard.
    Playing(f64),
    /// The device was moved: acceleration with gravity, in hundredths of m/s², and when.
    Motion(i32, i32, i32, f64),
    /// What was handed in was not right, and is tried again.
    Retried,
    /// There is no sensor of motion, or it may not be used.
    NoMotion,
    /// A file that was asked for has come.
    Fetched(String, Vec<u8>),
}

/// What the browser has to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Plays notes, in place of what is being played; [`Heard::Playing`] says when that begins.
    Play(Vec<Note>),
    /// Plays one note at once, over what is being played.
    Strike(Note),
    /// Ends what is being played.
    Silence,
    /// Says words of the language of instruction, if there is a voice.
    Say(String),
    /// Keeps the screen on, or not any more.
    Wake(bool),
    /// Listens to the sensor of motion, or not any more.
    Motion(bool),
    /// Saves a file.
    File { name: String, mime: &'static str, bytes: Vec<u8> },
    /// Saves a picture as PNG: an SVG of its own size.
    Png { name: String, svg: String },
    /// Fetches a file of the site, by its path from where the app is put; one that cannot be had never comes.
    Fetch(String),
    /// Remembers something on this device, for all items of the engine.
    Remember(String),
    /// Has the engine's own way in (its `boot.js`) do something, by its name; what comes of it is heard as [`Heard::Fetched`].
    Own(&'static str, String),
}

pub use course::stage::sound::{Note, Voice};

/// The way into an engine whose stages are of this type, for `boot.js`.
#[macro_export]
macro_rules! engine {
    ($stage:ty) => {
        #[cfg(target_arch = "wasm32")]
        #[wasm_bindgen::prelude::wasm_bindgen]
        #[allow(clippy::too_many_arguments, reason = "it is called by edge.js alone")]
        pub fn begin(
            host: wasm_bindgen::JsValue,
            words: String,
            kind: u8,
            piece: Vec<u8>,
            seed: &str,
            made: Vec<u8>,
            locale: &str,
            remembered: String,
            device: u8,
        ) -> bool {
            $crate::edge::open::<$stage>(
                host, words, kind, piece, seed, made, locale, remembered, device,
            )
        }
    };
}
