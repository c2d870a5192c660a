//! What is done on the stages that engines bring: each interaction is a [`Piece`], which the author's tools and the engine
//! judge with the same code. A file an interaction, a folder an engine.

use crate::codec::{Bytes, Decode, Encode, from_bytes};
use crate::item::{Engine, Mark, Staged};
use crate::rng::Rng;

pub mod drawing;
pub mod lab;
pub mod moving;
pub mod music;
pub mod sound;

/// One interaction: what the author asks for, and what responses to it are worth.
///
/// A response is bytes of the piece's own. Where what is asked depends on the item's seed the response begins with that seed, so
/// that it can be judged for ever by itself.
pub trait Piece: Encode + Decode {
    /// The faults that responses may show, by their names in the source; a fault's number is its place.
    const FAULTS: &'static [&'static str];

    /// Whether whatever is wrong shows one of its faults, so that words for every other one would never be read.
    const CLOSED: bool = false;

    /// What a response is worth. Total: any bytes are judged or unreadable.
    fn judge(&self, response: &[u8]) -> Mark;

    /// A response to the item of this seed that gets full marks; `None` where nothing is marked.
    fn solution(&self, seed: u64) -> Option<Vec<u8>>;

    /// A response that is judged to show this fault; `None` if nothing asked here can.
    fn showing(&self, fault: u8, seed: u64) -> Option<Vec<u8>>;

    /// What a learner answers who does not think, or does what is to be done where nothing is marked.
    fn random(&self, seed: u64, rng: &mut Rng) -> Vec<u8>;

    /// How long it takes a pupil of its band.
    fn seconds(&self) -> u32;

    /// All words of the language of instruction in it, in order: a translation differs in these alone.
    fn words(&mut self) -> Vec<&mut String>;

    /// What is asked with this seed, in a few words of any language: two that differ are two items to a learner.
    fn asked(&self, _seed: u64) -> String {
        String::new()
    }
}

/// What checks ask of any piece.
pub trait Staging {
    /// See [`Piece`].
    fn faults(&self) -> &'static [&'static str];
    /// See [`Piece`].
    fn closed(&self) -> bool;
    /// See [`Piece`].
    fn judge(&self, response: &[u8]) -> Mark;
    /// See [`Piece`].
    fn solution(&self, seed: u64) -> Option<Vec<u8>>;
    /// See [`Piece`].
    fn showing(&self, fault: u8, seed: u64) -> Option<Vec<u8>>;
    /// See [`Piece`].
    fn random(&self, seed: u64, rng: &mut Rng) -> Vec<u8>;
    /// See [`Piece`].
    fn seconds(&self) -> u32;
    /// See [`Piece`].
    fn words(&mut self) -> Vec<&mut String>;
    /// See [`Piece`].
    fn asked(&self, seed: u64) -> String;
    /// The piece as it stands in a pack.
    fn bytes(&self) -> Bytes;
}

impl<P: Piece> Staging for P {
    fn faults(&self) -> &'static [&'static str] {
        P::FAULTS
    }

    fn closed(&self) -> bool {
        P::CLOSED
    }

    fn judge(&self, response: &[u8]) -> Mark {
        Piece::judge(self, response)
    }

    fn solution(&self, seed: u64) -> Option<Vec<u8>> {
        Piece::solution(self, seed)
    }

    fn showing(&self, fault: u8, seed: u64) -> Option<Vec<u8>> {
        Piece::showing(self, fault, seed)
    }

    fn random(&self, seed: u64, rng: &mut Rng) -> Vec<u8> {
        Piece::random(self, seed, rng)
    }

    fn seconds(&self) -> u32 {
        Piece::seconds(self)
    }

    fn words(&mut self) -> Vec<&mut String> {
        Piece::words(self)
    }

    fn asked(&self, seed: u64) -> String {
        Piece::asked(self, seed)
    }

    fn bytes(&self) -> Bytes {
        Bytes(crate::codec::to_bytes(self))
    }
}

/// The piece of an item; `None` if its bytes are none.
pub fn piece(staged: &Staged) -> Option<Box<dyn Staging>> {
    match staged.kind.engine() {
        Engine::Music => music::piece(staged.kind, &staged.piece.0),
        Engine::Drawing => drawing::piece(staged.kind, &staged.piece.0),
        Engine::Moving => moving::piece(staged.kind, &staged.piece.0),
        Engine::Lab => lab::piece(staged.kind, &staged.piece.0),
    }
}

/// What a response to an item is worth.
pub fn judge(staged: &Staged, response: &[u8]) -> Mark {
    piece(staged).map_or(Mark::UNREADABLE, |it| it.judge(response))
}

/// A response to the item of this seed that gets full marks.
pub fn solution(staged: &Staged, seed: u64) -> Option<Vec<u8>> {
    piece(staged).filter(|_| staged.marked).and_then(|it| it.solution(seed))
}

/// A piece of one kind.
fn read<P: Piece + 'static>(bytes: &[u8]) -> Option<Box<dyn Staging>> {
    Some(Box::new(from_bytes::<P>(bytes).ok()?))
}
