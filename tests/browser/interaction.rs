//! Every interaction is answered to full marks with controls that a keyboard reaches by name.

use crate::page::Page;
use course::item::Interaction;
use course::sample;
use wasm_bindgen_test::wasm_bindgen_test;

/// Opens an item, presses these one after the other, then Check.
async fn answered(interaction: Interaction, presses: &[&str]) -> Page {
    let page = Page::of(interaction).await;
    page.assert_sound();
    for name in presses {
        page.press(name).await;
        page.assert_sound();
    }
    page.press("Check").await;
    page
}

#[wasm_bindgen_test]
async fn choice() {
    answered(sample::choice(), &["5", "4"]).await.told("right").await;
}

#[wasm_bindgen_test]
async fn a_pick_is_marked_and_its_own_feedback_told() {
    let page = answered(sample::choice(), &["3"]).await;
    page.told("wrong").await;
    let marked = page.find("label[data-outcome=wrong]").expect("a mark");
    assert_eq!(marked.text_content().as_deref(), Some("3"));
    assert!(
        page.find(".feedback")
            .and_then(|it| it.text_content())
            .is_some_and(|it| it.contains("x.off1"))
    );
    page.press("4").await;
    assert!(page.find("[data-outcome]").is_none(), "a new attempt");
    page.press("Check").await;
    page.told("right").await;
    page.assert_sound();
}

#[wasm_bindgen_test]
async fn number() {
    let page = Page::of(sample::number()).await;
    page.assert_sound();
    page.fill("Your answer", "１２").await;
    page.press("Check").await;
    page.told("right").await;
}

#[wasm_bindgen_test]
async fn text() {
    let page = Page::of(sample::text()).await;
    page.assert_sound();
    page.fill("Your answer", "good morning!").await;
    page.press("Check").await;
    page.told("right").await;
}

#[wasm_bindgen_test]
async fn order() {
    // A card is laid, taken back and laid again where it belongs.
    answered(sample::order(), &["two", "one", "1two", "two", "three", "four"])
        .await
        .told("right")
        .await;
}

#[wasm_bindgen_test]
async fn matching() {
    let presses = ["dog", "meows", "▲dog", "barks", "moos", "cow", "cat", "meows"];
    answered(sample::matching(), &presses).await.told("right").await;
}

#[wasm_bindgen_test]
async fn sort() {
    let presses = ["1", "even", "1", "odd", "3", "odd", "4", "even", "2", "even"];
    answered(sample::sort(), &presses).await.told("right").await;
}

#[wasm_bindgen_test]
async fn tiles() {
    let presses = ["is", "Take back is", "I", "am", "Lan"];
    answered(sample::tiles(), &presses).await.told("right").await;
}

#[wasm_bindgen_test]
async fn numline() {
    let page = Page::of(sample::numline()).await;
    page.assert_sound();
    page.fill("Your answer", "7").await;
    page.assert_sound();
    page.press("Check").await;
    page.told("right").await;
}

#[wasm_bindgen_test]
async fn grid() {
    answered(sample::grid(), &["Box 4", "Box 10", "Box 9", "Box 10", "Box 5", "Box 6", "Box 7"])
        .await
        .told("right")
        .await;
    answered(sample::fill(), &["Box 1", "Box 4"]).await.told("right").await;
}

#[wasm_bindgen_test]
async fn read() {
    let page = Page::of(sample::read()).await;
    page.assert_sound();
    assert!(page.names().contains("Good morning!"), "a line can be opened: {}", page.names());
    page.press("Next").await;
    page.until("[data-screen=lesson-end]").await;
}

#[wasm_bindgen_test]
async fn check() {
    let page = Page::of(sample::check()).await;
    page.press("I did it.").await;
    page.assert_sound();
    page.press("Next").await;
    page.until("[data-screen=lesson-end]").await;
    page.assert_sound();
}

#[wasm_bindgen_test]
async fn multi() {
    let page = answered(sample::multi(), &["6 + 4", "5 + 4"]).await;
    page.told("wrong").await;
    let marks = ["right", "wrong"].map(|it| page.find(&format!("label[data-outcome={it}]")));
    let marked = marks.map(|it| it.and_then(|it| it.text_content()));
    assert_eq!(marked, ["6 + 4", "5 + 4"].map(|it| Some(it.to_owned())), "each pick by itself");
    page.press("5 + 4").await;
    page.press("Check").await;
    page.told("partly").await;
    page.press("7 + 3").await;
    page.press("Check").await;
    page.told("right").await;
    page.assert_sound();
}

#[wasm_bindgen_test]
async fn a_right_answer_can_not_be_changed() {
    for (interaction, presses) in [
        (sample::choice(), &["4"][..]),
        (sample::order(), &["one", "two", "three", "four"]),
        (sample::tiles(), &["I", "am", "Lan"]),
    ] {
        let page = answered(interaction, presses).await;
        page.told("right").await;
        assert!(
            page.find("[data-item] :is(input, button):not(:disabled)").is_none(),
            "{}",
            page.names()
        );
    }
}

#[wasm_bindgen_test]
async fn the_exit_check_takes_one_answer_and_offers_no_help() {
    let slots = vec![
        sample::item("ma-01.x1", sample::choice()),
        sample::item("ma-01.x2", sample::choice()),
    ];
    let exit = sample::part(course::lesson::PartKind::Exit, slots);
    let page = Page::lesson(sample::lesson(vec![exit])).await;
    assert!(!page.names().contains("Hint"), "{}", page.names());
    page.press("3").await;
    page.press("Check").await;
    page.told("wrong").await;
    assert!(
        page.find("[data-item] input:not(:disabled)").is_none(),
        "what was picked stays picked"
    );
    page.press("Next").await;
    assert_eq!(
        page.find("[data-item]").and_then(|it| it.get_attribute("data-item")).as_deref(),
        Some("ma-01.x2")
    );
}
