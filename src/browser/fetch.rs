//! Getting lessons: the catalogue and the packs.

use super::window;
use crate::state::Missing;
use course::catalogue::Catalogue;
use course::lesson::Lesson;
use course::pack::{self, PackError};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The bytes at `url`.
pub async fn bytes(url: &str) -> Result<Vec<u8>, Missing> {
    let response = JsFuture::from(window().fetch_with_str(url)).await.map_err(|_| Missing::Unreachable)?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(if response.status() == 404 { Missing::Unknown } else { Missing::Unreachable });
    }
    let body = response.array_buffer().map_err(|_| Missing::Unreachable)?;
    let body = JsFuture::from(body).await.map_err(|_| Missing::Unreachable)?;
    Ok(js_sys::Uint8Array::new(&body).to_vec())
}

/// The catalogue of a language.
pub async fn catalogue(root: &str, locale: &str) -> Result<Catalogue, Missing> {
    let bytes = bytes(&format!("{root}packs/catalogue.{locale}")).await?;
    Catalogue::read(&bytes).map_err(|_| Missing::Broken)
}

/// The lesson in the pack at `url`.
pub async fn lesson(url: &str) -> Result<Rc<Lesson>, Missing> {
    let lesson = pack::read(&bytes(url).await?).map_err(|error| match error {
        PackError::TooNew { .. } => Missing::TooNew,
        PackError::NotAPack | PackError::TooLarge | PackError::Broken(_) => Missing::Broken,
    })?;
    Ok(Rc::new(lesson))
}
