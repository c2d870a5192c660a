//! Set-ups that the learner changes, and the table of readings: what `sim` and a chart of one's own rows share.

use crate::Ask;
use crate::bench::Bench;
use crate::controls::{self, Turn};
use crate::said::{joined, meter_name, reading, setting};
use crate::words::{Message, control};
use course::digits::decimal;
use course::stage::lab::{Row, Setup};
use stage::node::{Element, button, el, of};
use stage::words::Locale;

/// A bench whose controls are set, and what was read.
pub struct Trial {
    pub setup: Setup,
    pub seed: u64,
    pub benches: Vec<Vec<u16>>,
    pub rows: Vec<Row>,
    /// Readings that were ever taken: each has its own noise.
    taken: u8,
    pub bench: Bench,
    /// Whether anything was done.
    pub touched: bool,
}

/// The most rows that are kept: the table stays short enough to be read.
const ROWS: usize = 24;

/// Names of groups of radio buttons, by control.
const GROUPS: [&str; 4] = ["set-0", "set-1", "set-2", "set-3"];

impl Trial {
    /// As it was left, or at its beginning.
    pub fn new(
        setup: Setup,
        seed: u64,
        left: Option<(Vec<Vec<u16>>, Vec<Row>)>,
        still: bool,
    ) -> Self {
        let start = setup.start(seed);
        let touched = left.is_some();
        let (benches, rows) =
            left.unwrap_or_else(|| (vec![start; setup.model.benches()], Vec::new()));
        let mut all = Vec::new();
        for settings in &benches {
            all.push((settings.clone(), settings.clone()));
        }
        let bench = Bench::new(setup.model, all, true, still);
        let taken = rows.last().map_or(0, |it| it.number.saturating_add(1));
        Self { setup, seed, benches, rows, taken, bench, touched }
    }

    /// A control was turned.
    pub fn set(&mut self, at: u8, control: u8, turn: Turn, typed: &str) {
        let (at, control) = (usize::from(at), usize::from(control));
        let Some(values) = self.setup.ways.get(control).map(course::stage::lab::Way::values) else {
            return;
        };
        let Some(settings) = self.benches.get_mut(at) else { return };
        let place = values.iter().position(|it| *it == settings[control]).unwrap_or(0) as u16;
        let place = turn.of(place, values.len() as u16 - 1, 1, typed);
        settings[control] = values[usize::from(place)];
        self.touched = true;
        self.bench.set(at, settings.clone());
    }

    /// Reads all meters at each bench.
    pub fn read(&mut self) {
        if !self.can_read() {
            return;
        }
        self.touched = true;
        for settings in &self.benches {
            self.rows.push(self.setup.row(self.seed, self.taken, settings.clone()));
            self.taken += 1;
        }
    }

    /// Crosses a row out.
    pub fn strike(&mut self, number: u8) {
        self.rows.retain(|it| it.number != number);
    }

    fn can_read(&self) -> bool {
        self.bench.is_over() && self.has_room()
    }

    fn has_room(&self) -> bool {
        self.rows.len() + self.benches.len() <= ROWS
            && usize::from(self.taken) + self.benches.len() < 255
    }

    /// Bench, controls, button and table; `wanted` rows are asked for.
    pub fn view(&self, wanted: u8, locale: Locale) -> Element<Ask> {
        let view = of("div", "trial")
            .with(self.bench.view(locale))
            .with(self.controls(locale))
            .with(self.kept(locale));
        if wanted == 0 { view } else { self.readings(view, wanted, locale) }
    }

    fn kept(&self, locale: Locale) -> Element<Ask> {
        let mut kept = Vec::new();
        for (at, way) in self.setup.ways.iter().enumerate() {
            if !way.is_set() {
                kept.push(at);
            }
        }
        let facts = joined(&self.bench.facts(&kept, locale));
        let line = of("p", "facts");
        if kept.is_empty() { line } else { line.text(&Message::Kept.fill(locale, &[&facts])) }
    }

    fn controls(&self, locale: Locale) -> Element<Ask> {
        let mut all = of("div", "controls");
        for (at, settings) in self.benches.iter().enumerate() {
            let mut group = self.bench.group(at, locale);
            for (control, way) in self.setup.ways.iter().enumerate() {
                if way.is_set() {
                    let ask = |turn| Ask::Set(at as u8, control as u8, turn);
                    let name = GROUPS[control.min(3)];
                    let (model, value) = (self.setup.model, settings[control]);
                    group = group.with(controls::view(
                        model,
                        control,
                        way.values(),
                        value,
                        name,
                        locale,
                        &ask,
                    ));
                }
            }
            all = all.with(group);
        }
        all
    }

    fn readings(&self, view: Element<Ask>, wanted: u8, locale: Locale) -> Element<Ask> {
        let ready = self.can_read();
        let read = button("listen", Message::Read.say(locale), Ask::Read).flag("disabled", !ready);
        let mut hint = of("p", "facts").is("role", "status");
        if !self.has_room() {
            hint = hint.text(Message::Full.say(locale));
        } else if ready {
            let done = [decimal(self.rows.len() as u64), decimal(wanted.into())];
            hint = hint.text(&Message::Rows.fill(locale, &[&done[0], &done[1]]));
        } else {
            hint = hint.text(Message::ReadFirst.say(locale));
        }
        let view = view.with(read).with(hint);
        if self.rows.is_empty() {
            view
        } else {
            view.with(of("div", "wide").with(self.table(locale)))
        }
    }

    /// What stands in the columns: the controls that are set and the meters.
    fn table(&self, locale: Locale) -> Element<Ask> {
        let model = self.setup.model;
        let head = |words: &str| el("th").is("scope", "col").text(words);
        let mut top = el("tr").with(head(Message::Number.say(locale)));
        for control in self.setup.free() {
            top = top.with(head(self::control(model, control).say(locale)));
        }
        for meter in &self.setup.meters {
            top = top.with(head(meter_name(model, *meter, locale)));
        }
        let mut body = el("tbody");
        for (at, row) in self.rows.iter().enumerate() {
            let number = decimal(at as u64 + 1);
            let mut line = el("tr").with(el("th").is("scope", "row").text(&number));
            for control in self.setup.free() {
                line = line.with(el("td").text(&setting(
                    model,
                    control,
                    row.settings[control],
                    locale,
                )));
            }
            for (meter, shown) in self.setup.meters.iter().zip(&row.readings) {
                line = line.with(of("td", "read").text(&reading(model, *meter, *shown, locale)));
            }
            let strike = button("strike", "✕", Ask::Strike(row.number))
                .is("aria-label", &Message::Strike.fill(locale, &[&number]));
            body = body.with(line.with(el("td").with(strike)));
        }
        el("table")
            .with(el("caption").text(Message::Table.say(locale)))
            .with(el("thead").with(top.with(el("td"))))
            .with(body)
    }

    /// What the rows are called where they become bars: what was changed in them, or the first thing that can be.
    pub fn names(&self, locale: Locale) -> Vec<String> {
        let differs =
            |at: &usize| self.rows.iter().any(|it| it.settings[*at] != self.rows[0].settings[*at]);
        let changed =
            self.setup.free().find(differs).or_else(|| self.setup.free().next()).unwrap_or(0);
        let mut names = Vec::new();
        for row in &self.rows {
            names.push(setting(self.setup.model, changed, row.settings[changed], locale));
        }
        names
    }
}
