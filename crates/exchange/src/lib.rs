//! What a lesson in another site's page gives out, and what it takes back.
//!
//! Out go [`statement`]s: what happened, in the words that learning platforms share (xAPI 1.0.3), about nobody in particular.
//! Where the browser keeps nothing the page around keeps the lesson's [`work`] and gives it back: it is untrusted then.
//! Pure: records come in as bytes.

pub mod statement;
pub mod work;
