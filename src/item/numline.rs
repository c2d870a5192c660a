//! A mark on a number line: a native slider, so that arrow keys and screen readers have it, over a drawn line.

use super::Answer;
use crate::locale::Message;
use crate::state::{Command, Draft, Edit};
use course::item::Numline;
use course::number::Form;
use course::rational::Rational;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use crate::ui::each;
use yew::prelude::*;

/// Units of the drawing from end to end, without the margins that the slider's thumb needs.
const LENGTH: u32 = 1000;

pub fn view(it: &Numline, answer: Answer<'_>) -> Html {
    let ticks = it.ticks();
    let mark = match answer.draft {
        Draft::Mark(mark) => *mark,
        _ => None,
    };
    let oninput = answer.cx.on.reform(|event: InputEvent| {
        let slider = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        Command::Edit(Edit::Mark(slider.and_then(|it| it.value().parse().ok()).unwrap_or(0)))
    });
    let value = mark.unwrap_or(ticks / 2);
    let spoken = it.at(value).map(|value| Form::Decimal.write(value));
    html! {
        <div class="numline" data-marked={mark.is_some().then_some("")}>
            <svg viewBox="0 0 1080 120" aria-hidden="true">{ line(it, ticks, mark) }</svg>
            <input type="range" name="mark" min="0" max={ticks.to_string()} step="1" value={value.to_string()} {oninput}
                disabled={answer.locked()} aria-label={answer.cx.say(Message::YourAnswer)} aria-valuetext={spoken} />
        </div>
    }
}

fn line(it: &Numline, ticks: u16, mark: Option<u16>) -> Html {
    let x = |tick: u16| (40 + u32::from(tick) * LENGTH / u32::from(ticks.max(1))).to_string();
    let drawn = (0..=ticks).map(|tick| {
        let label = labelled(it, tick);
        let y2 = if label.is_some() { "88" } else { "76" };
        html! {
            <g class="edge-ink">
                <line x1={x(tick)} x2={x(tick)} y1="52" {y2} stroke-width="3" />
                { label.map(|words| html! { <text class="ink" x={x(tick)} y="118" font-size="34" text-anchor="middle">{ words }</text> }) }
            </g>
        }
    });
    let marked = mark.map(|tick| html! { <circle class="mark" cx={x(tick)} cy="40" r="18" /> });
    html! {
        <>
            <g class="edge-ink"><line x1="40" x2="1040" y1="64" y2="64" stroke-width="4" /></g>
            { each(drawn) }
            { marked }
        </>
    }
}

/// The number under a tick: at the ends, and wherever the numbering falls on it.
fn labelled(it: &Numline, tick: u16) -> Option<String> {
    let value = it.at(tick)?;
    let from_start = value.sub(it.from.value())?;
    let numbered = from_start.div(it.label.value()).is_some_and(|it| it.as_whole().is_some());
    let ends = value == it.from.value() || value == it.to.value();
    (numbered || ends || it.label.value() == Rational::ZERO).then(|| Form::Decimal.write(value))
}
