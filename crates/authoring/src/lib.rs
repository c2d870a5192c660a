//! Markdown in, courses and diagnostics out.
//!
//! Pure: files come as text, so that everything is tested without a disk. docs/SOURCE.md is the language.

mod answer;
mod beginning;
mod body;
pub mod check;
mod compiler;
mod course_file;
mod diagnostic;
mod digest;
mod family;
mod front;
mod generator;
mod heading;
mod infix;
mod inline;
mod item;
mod lesson;
mod library;
mod markdown;
pub mod math;
mod outline;
mod packing;
pub mod picture;
mod pictures;
mod pinyin;
pub mod release;
mod shared;
mod sources;
mod texts;
mod translation;
mod tunes;

pub use diagnostic::{Diagnostic, Diagnostics, Place, Severity, line_column};
pub use library::{Course, Lesson, Library, Locale, Subject, Unit};
pub use packing::{PackFile, compressed, pack};
pub use shared::{Entry, List, Misconception, PictureFile, Shared};
pub use sources::compile;
pub use tunes::Tune;
