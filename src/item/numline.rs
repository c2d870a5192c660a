//! A mark on a number line: a native slider, so that arrow keys and screen readers have it, over a drawn line.

use super::Answer;
use crate::locale::Message;
use crate::state::{Draft, Edit};
use crate::ui::{El, each, el, of};
use course::digits::{decimal, read};
use course::item::Numline;
use course::number::Form;
use course::rational::Rational;
use yew::Html;

/// Units of the drawing from end to end, without the margins that the slider's thumb needs.
const LENGTH: u32 = 1000;

pub fn view(it: &Numline, answer: Answer<'_>) -> El {
    let ticks = it.ticks();
    let mark = if let Draft::Mark(mark) = answer.draft { *mark } else { None };
    let value = mark.unwrap_or(ticks / 2);
    let slider = el("input")
        .is("type", "range")
        .is("name", "mark")
        .is("min", "0")
        .attr("max", decimal(ticks as u64))
        .attr("value", decimal(value as u64))
        .is("aria-label", answer.cx.say(Message::YourAnswer))
        .may("aria-valuetext", it.at(value).map(|value| Form::Decimal.write(value)))
        .flag("disabled", answer.locked)
        .edits(|value| Edit::Mark(read(&value, 10).unwrap_or(0) as u16), answer.cx);
    let drawn = el("svg")
        .is("viewBox", "0 0 1080 140")
        .is("aria-hidden", "true")
        .put(line(it, ticks, mark));
    of("div", "numline").flag("data-marked", mark.is_some()).with(drawn).with(slider)
}

fn line(it: &Numline, ticks: u16, mark: Option<u16>) -> Html {
    let x = |tick: u16| decimal((40 + u32::from(tick) * LENGTH / u32::from(ticks.max(1))).into());
    let stroke = |x1, x2, y1, y2| {
        el("line")
            .attr("x1", x1)
            .attr("x2", x2)
            .is("y1", y1)
            .is("y2", y2)
            .is("stroke-width", "4")
            .html()
    };
    let base = stroke(x(0), x(ticks), "64", "64");
    let mut last = 0;
    let drawn = (0..=ticks).map(|tick| {
        let label = labelled(it, tick).filter(|words| {
            // A digit is 28 wide; the numbers at the ends stay.
            let room = |ticks_between: u16| {
                u32::from(ticks_between) * LENGTH / u32::from(ticks.max(1))
                    >= words.len() as u32 * 28 + 40
            };
            let ends = tick == 0 || tick == ticks;
            let fits = ends || room(tick - last) && room(ticks - tick);
            last = if fits { tick } else { last };
            fits
        });
        let tick_line = stroke(x(tick), x(tick), "52", if label.is_some() { "88" } else { "76" });
        let words = label.map(|words| {
            let label = of("text", "ink").attr("x", x(tick)).is("y", "134").is("font-size", "50");
            label.is("text-anchor", "middle").text(words).html()
        });
        el("g").put(tick_line).put_some(words).html()
    });
    let marked = mark
        .map(|tick| of("circle", "mark").attr("cx", x(tick)).is("cy", "40").is("r", "18").html());
    of("g", "edge-ink").put(base).put(each(drawn)).put_some(marked).html()
}

/// The number under a tick: at the ends, and wherever the numbering falls on it.
fn labelled(it: &Numline, tick: u16) -> Option<String> {
    let value = it.at(tick)?;
    let from_start = value.sub(it.from.value())?;
    let numbered = from_start.div(it.label.value()).is_some_and(|it| it.as_whole().is_some());
    let ends = value == it.from.value() || value == it.to.value();
    (numbered || ends || it.label.value() == Rational::ZERO).then(|| Form::Decimal.write(value))
}
