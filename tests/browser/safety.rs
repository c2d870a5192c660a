//! Content is data: nothing in it becomes markup, style or a program, whatever it says.

use crate::page::{Page, sunk, watch_sinks};
use course::item::Interaction;
use course::lesson::{Lesson, PartKind};
use course::pack;
use course::sample::{self, released};
use course::text::{Block, Math, MathNode, Span, Speech};
use wasm_bindgen_test::wasm_bindgen_test;

/// Every construct that there is, each stop in turn.
#[wasm_bindgen_test]
async fn every_construct_is_built_as_nodes_in_its_own_namespace() {
    watch_sinks();
    let lesson = pack::read(released::PACK).expect("a pack");
    let stops = course::plan::plan(&lesson, 7).len();
    let page = Page::lesson(lesson).await;
    let (mut formulas, mut drawings) = (0, 0);
    for _ in 0..stops {
        page.assert_sound();
        formulas += u32::from(page.find("math mn, math mi").is_some());
        drawings += u32::from(page.find("svg path, svg circle, svg rect").is_some());
        for name in ["Hint", "Hint", "Hint", "Show me how"] {
            if page.names().split(" | ").any(|it| it == name) {
                page.press(name).await;
            }
        }
        page.assert_sound();
        let item = page.find("[data-item]").is_some();
        page.press(if item { "Later" } else { "Next" }).await;
    }
    assert!(formulas > 0 && drawings > 0, "{formulas} formulas, {drawings} drawings");
    drop(page);
    assert_eq!(sunk(), "");
}

#[wasm_bindgen_test]
async fn markup_in_content_is_shown_as_it_is_written() {
    const HOSTILE: &str = "<img src=x onerror=alert(1)><style>*{display:none}</style>&lt;";
    watch_sinks();
    let page = Page::lesson(hostile(HOSTILE)).await;
    page.assert_sound();
    assert!(page.find("img, style, script, iframe, object, embed, link, form").is_none());
    assert!(page.text().matches(HOSTILE).count() >= 6, "{}", page.text());
    page.press("Next").await;
    page.assert_sound();
    page.press("Hint").await;
    page.press("dog").await;
    page.assert_sound();
    assert!(page.find("img, style, script, iframe, object, embed, link, form").is_none());
    drop(page);
    assert_eq!(sunk(), "");
}

/// A lesson that says this wherever it can.
fn hostile(words: &str) -> Lesson {
    let text = || {
        vec![Span::Strong(sample::words(words)), Span::Foreign(words.to_owned(), words.to_owned())]
    };
    let node = MathNode::Identifier(words.to_owned());
    let math = Span::Math(Math { spoken: words.to_owned(), nodes: vec![node] });
    let speech = Speech { lang: words.to_owned(), words: words.to_owned() };
    let blocks = vec![
        Block::Paragraph(text()),
        Block::Paragraph(vec![math]),
        Block::List(vec![text()]),
        Block::Listen(speech),
    ];
    let card = course::lesson::Slot::Card(course::lesson::Card { title: words.to_owned(), blocks });
    let Interaction::Match(mut pairs) = sample::matching() else { unreachable!("pairs") };
    pairs.pairs[1].0 = sample::paragraph(words);
    let mut item = sample::exercise(words, Interaction::Match(pairs));
    item.hints[0] = text();
    let pool = course::lesson::Pool { id: words.to_owned(), draw: 1, items: vec![item] };
    let mut lesson = sample::lesson(vec![sample::part(
        PartKind::Teach,
        vec![card, course::lesson::Slot::Pool(pool)],
    )]);
    words.clone_into(&mut lesson.title);
    lesson
}
