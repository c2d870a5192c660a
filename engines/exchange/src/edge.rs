//! The edge. Whatever crosses it is a list of pieces, each after its length in four bytes, the lowest first: wasm-bindgen's own lists
//! and texts would cost more than the statements. boot.js says what each call is for.

use wasm_bindgen::prelude::*;

/// Of an address, a language and records: the statements from this record on.
#[wasm_bindgen]
pub fn statements(pieces: &[u8], from: usize) -> Vec<u8> {
    let pieces = cut(pieces);
    let [url, locale, records @ ..] = &*pieces else { return Vec::new() };
    let (Ok(url), Ok(locale)) = (str::from_utf8(url), str::from_utf8(locale)) else {
        return Vec::new();
    };
    let all = exchange::statement::statements(records, from, url, locale);
    joined(all.iter().map(String::as_bytes))
}

/// Of a lesson, or nothing for all, and records: the file.
#[wasm_bindgen]
pub fn file(pieces: &[u8]) -> Vec<u8> {
    let mut records = cut(pieces).into_iter();
    let lesson = records.next().unwrap_or_default();
    let lesson = str::from_utf8(&lesson).ok().filter(|it| !it.is_empty());
    exchange::work::file(records.collect(), lesson)
}

/// The records of a file, if it is one.
#[wasm_bindgen]
pub fn records(file: &[u8]) -> Option<Vec<u8>> {
    let records = exchange::work::records(file).ok()?;
    Some(joined(records.iter().map(|it| it.as_slice())))
}

fn cut(mut pieces: &[u8]) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    while let Some((length, rest)) = pieces.split_first_chunk() {
        let (piece, rest) =
            rest.split_at_checked(u32::from_le_bytes(*length) as usize).unwrap_or((rest, &[]));
        all.push(piece.to_vec());
        pieces = rest;
    }
    all
}

fn joined<'a>(pieces: impl Iterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut all = Vec::new();
    for piece in pieces {
        all.extend((piece.len() as u32).to_le_bytes());
        all.extend_from_slice(piece);
    }
    all
}
