//! C80, C81: packs are small, and the same source gives the same bytes.

use crate::diagnostic::{Diagnostics, Place};
use crate::library::Library;
use crate::packing::compressed;

const LESSON_MAX: usize = 25_000;
const MEDIAN_MAX: usize = 12_000;
const LIBRARY_MAX: usize = 3_000_000;

/// Packs the library and weighs it.
pub(super) fn check(files: &[(String, String)], library: &Library, diagnostics: &mut Diagnostics) {
    let place = Place { file: 0, start: 0, end: 0 };
    let packs = packs(library);
    if self::packs(&crate::compile(files).0) != packs {
        diagnostics.error(
            "C81",
            place,
            "the same source gives other bytes",
            "this is a fault of the compiler",
        );
    }
    let mut sizes = Vec::new();
    for (place, pack) in packs {
        let bytes = compressed(&pack);
        if bytes > LESSON_MAX {
            let what = format!("this lesson takes {bytes} bytes of at most {LESSON_MAX}");
            diagnostics.error("C80", place, what, "use fewer pictures, or write fewer rows");
        }
        sizes.push(bytes);
    }
    sizes.sort_unstable();
    if let Some(median) = sizes.get(sizes.len() / 2).filter(|median| **median > MEDIAN_MAX) {
        let what = format!(
            "half of the lessons take more than {median} bytes, at most {MEDIAN_MAX} are wanted"
        );
        diagnostics.warning("C80", place, what, "write shorter lessons");
    }
    let all: usize = sizes.iter().sum();
    if all > LIBRARY_MAX {
        let what = format!("the library takes {all} bytes of at most {LIBRARY_MAX}");
        diagnostics.error("C80", place, what, "write shorter lessons");
    }
}

/// Each lesson in each language as it is packed, with its place.
fn packs(library: &Library) -> Vec<(Place, Vec<u8>)> {
    let lessons = library.courses.iter().flat_map(|course| &course.lessons);
    let locales = lessons.flat_map(|lesson| &lesson.locales);
    locales.map(|locale| (locale.place, course::pack::write(&locale.lesson))).collect()
}
