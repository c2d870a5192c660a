//! Keys in a field.

use crate::page::{Page, pause, settled};
use course::sample;
use wasm_bindgen_test::wasm_bindgen_test;

const FIELD: &str = "Your answer";

#[wasm_bindgen_test]
async fn enter_hands_in_what_is_typed() {
    for (interaction, words) in [(sample::number(), "12"), (sample::text(), "Morning")] {
        let page = Page::of(interaction).await;
        page.fill(FIELD, words).await;
        page.strike(FIELD, "Enter", false).await;
        page.told("right").await;
    }
}

#[wasm_bindgen_test]
async fn enter_that_ends_a_composed_word_hands_in_nothing() {
    let page = Page::of(sample::text()).await;
    page.fill(FIELD, "Morning").await;
    page.strike(FIELD, "Enter", true).await;
    nothing_happens(&page).await;
    assert!(page.names().contains("Check"), "it can still be handed in");
    page.strike(FIELD, "Enter", false).await;
    page.told("right").await;
}

#[wasm_bindgen_test]
async fn nothing_typed_is_nothing_to_hand_in() {
    let page = Page::of(sample::number()).await;
    page.strike(FIELD, "Enter", false).await;
    page.fill(FIELD, "  ").await;
    page.strike(FIELD, "Enter", false).await;
    page.fill(FIELD, "1").await;
    page.strike(FIELD, "2", false).await;
    nothing_happens(&page).await;
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_is_said_kindly_and_can_be_mended() {
    let page = Page::of(sample::number()).await;
    page.fill(FIELD, "abc").await;
    page.strike(FIELD, "Enter", false).await;
    page.told("unreadable").await;
    assert!(page.text().contains("It does not count."), "{}", page.text());
    page.assert_sound();
    page.fill(FIELD, "12").await;
    page.strike(FIELD, "Enter", false).await;
    page.told("right").await;
}

async fn nothing_happens(page: &Page) {
    pause(20).await;
    settled().await;
    assert!(page.find("[data-outcome]").is_none());
    assert!(page.find("[data-saved=saved]").is_some(), "nothing is on its way");
}
