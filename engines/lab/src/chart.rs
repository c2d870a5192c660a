//! `chart`: bars or a line, read or built.

use crate::Ask;
use crate::controls::{Turn, radio, stepper};
use crate::picture::{canvas, line, rect, words};
use crate::said::joined;
use crate::trial::Trial;
use crate::words::Message;
use course::codec::{from_bytes, to_bytes};
use course::digits::{decimal, digits};
use course::item::Mark;
use course::stage::lab::Chart;
use course::stage::lab::chart::{Form, Made, Source, Task};
use stage::Told;
use stage::node::{Element, el, of};
use stage::words::Locale;

/// What is open.
pub struct Charting {
    chart: Chart,
    seed: u64,
    /// Where the rows are the learner's own.
    trial: Option<Trial>,
    answers: Vec<u16>,
    touched: bool,
    locale: Locale,
}

/// The field of the chart: left, top, width, height.
const FIELD: (i64, i64, i64, i64) = (44, 8, 268, 160);

impl Charting {
    pub fn open(told: &Told) -> Option<Self> {
        let chart: Chart = from_bytes(&told.piece).ok().filter(Chart::is_sound)?;
        let seed = told.seed;
        let left =
            from_bytes(&told.made).ok().filter(|it: &Made| it.seed == seed && chart.is_left(it));
        let touched = left.is_some();
        let (rows, answers) = left.map(|it| (it.rows, it.answers)).unwrap_or_default();
        let trial = match &chart.source {
            Source::Given(_) => None,
            Source::Own(setup, _) => {
                let benches = vec![setup.start(seed); setup.model.benches()];
                let left = touched.then_some((benches, rows));
                Some(Trial::new(setup.clone(), seed, left, told.still))
            }
        };
        let mut it = Self { chart, seed, trial, answers, touched, locale: told.locale };
        it.fit();
        Some(it)
    }

    pub const fn trial(&mut self) -> Option<&mut Trial> {
        self.trial.as_mut()
    }

    /// As many answers as there are bars.
    pub fn fit(&mut self) {
        if self.chart.task == Task::Build {
            let count = self.trial.as_ref().map_or(self.chart.count(), |it| it.rows.len());
            self.answers.resize(count, 0);
        }
    }

    /// A row was crossed out: its bar goes with it.
    pub fn strike(&mut self, number: u8) {
        let Some(trial) = &mut self.trial else { return };
        if let Some(at) = trial.rows.iter().position(|it| it.number == number) {
            trial.strike(number);
            self.answers.remove(at);
        }
    }

    pub fn plays(&self) -> bool {
        self.trial.as_ref().is_some_and(|it| it.bench.plays())
    }

    /// A bar was turned, or an answer of one number.
    pub fn turn(&mut self, at: u8, turn: Turn, typed: &str) {
        let (step, top) = self.chart.axis;
        let by = if self.chart.task == Task::Build { step } else { 1 };
        self.touched = true;
        let at = usize::from(at);
        if self.answers.len() <= at {
            self.answers.resize(at + 1, 0);
        }
        self.answers[at] = turn.of(self.answers[at], top, by, typed);
    }

    /// One of them was chosen.
    pub fn choose(&mut self, at: u8) {
        self.touched = true;
        self.answers = vec![at.into()];
    }

    fn names(&self) -> Vec<String> {
        match (&self.chart.source, &self.trial) {
            (Source::Own(..), Some(trial)) => trial.names(self.locale),
            (Source::Given(values), _) => {
                let mut names = Vec::new();
                for (name, _) in values {
                    names.push(name.clone());
                }
                names
            }
            (Source::Own(..), None) => Vec::new(),
        }
    }

    pub fn view(&self) -> Element<Ask> {
        let mut view = of("div", "charting");
        if let (Some(trial), Source::Own(_, rows)) = (&self.trial, &self.chart.source) {
            view = view.with(trial.view(*rows, self.locale));
            if trial.rows.is_empty() {
                return view;
            }
        }
        let names = self.names();
        let built = self.chart.task == Task::Build;
        let values = if built { self.answers.clone() } else { self.chart.given(self.seed) };
        let view = view.with(self.picture(&names, &values)).with(self.axis());
        if built { self.built(view, &names) } else { self.asked(view, &names, &values) }
    }

    /// What one line of the axis is worth: for those who cannot see the numbers beside them.
    fn axis(&self) -> Element<Ask> {
        let one = Message::Counted
            .fill(self.locale, &[&decimal(self.chart.axis.0.into()), &self.chart.unit]);
        of("p", "facts").text(&Message::Axis.fill(self.locale, &[one.trim_end()]))
    }

    fn built(&self, view: Element<Ask>, names: &[String]) -> Element<Ask> {
        let locale = self.locale;
        let (step, top) = self.chart.axis;
        let message =
            if self.chart.form == Form::Bars { Message::Build } else { Message::BuildLine };
        let mut view = view.with(of("p", "label").text(message.say(locale)));
        if self.trial.is_some() {
            view = view.with(of("p", "facts").text(Message::Nearest.say(locale)));
        } else {
            view = view.with(of("div", "wide").with(self.table(names)));
        }
        for (at, name) in names.iter().enumerate() {
            let value = self.answers.get(at).copied().unwrap_or(0);
            let ask = |turn| Ask::Bar(at as u8, turn);
            view = view.with(stepper(name, value, top, step, &decimal(value.into()), locale, &ask));
        }
        view
    }

    fn table(&self, names: &[String]) -> Element<Ask> {
        let mut body = el("tbody");
        for (name, value) in names.iter().zip(self.chart.given(self.seed)) {
            let number = el("td").text(&decimal(value.into()));
            body = body.with(el("tr").with(el("th").is("scope", "row").text(name)).with(number));
        }
        el("table").with(el("caption").text(&self.chart.unit)).with(body)
    }

    fn asked(&self, view: Element<Ask>, names: &[String], values: &[u16]) -> Element<Ask> {
        let locale = self.locale;
        let (chosen, other) = self.chart.chosen(self.seed);
        let name = |at: usize| names.get(at).map_or("", |it| it);
        let ask = match self.chart.task {
            Task::Build | Task::Value => Message::HowMuch.fill(locale, &[name(chosen)]),
            Task::Most => Message::WhichMost.say(locale).to_owned(),
            Task::Least => Message::WhichLeast.say(locale).to_owned(),
            Task::Difference => Message::Difference.fill(locale, &[name(chosen), name(other)]),
        };
        let answer = self.answers.first().copied();
        if matches!(self.chart.task, Task::Most | Task::Least) {
            let mut choice = of("fieldset", "choice").with(of("legend", "ask").text(&ask));
            for (at, name) in names.iter().enumerate() {
                choice = choice.with(radio(
                    "which",
                    at as u16,
                    name,
                    answer == Some(at as u16),
                    Ask::Choose(at as u8),
                ));
            }
            return view.with(choice);
        }
        let value = answer.unwrap_or(0);
        let said = if answer.is_some() { decimal(value.into()) } else { "?".to_owned() };
        let most = values.iter().copied().max().unwrap_or(0).max(self.chart.axis.1);
        let turn = |turn| Ask::Bar(0, turn);
        let ask = of("p", "ask").text(&ask);
        view.with(ask).with(stepper(
            Message::Answer.say(locale),
            value,
            most,
            1,
            &said,
            locale,
            &turn,
        ))
    }

    fn picture(&self, names: &[String], values: &[u16]) -> Element<Ask> {
        let (left, top, width, height) = FIELD;
        let (step, most) = (i64::from(self.chart.axis.0), i64::from(self.chart.axis.1));
        let up = |value: i64| top + height - height * value / most;
        let mut said = Vec::new();
        let mut picture = canvas("200");
        let every = if most / step > 10 { 2 } else { 1 };
        let mut mark = 0;
        while mark * step <= most {
            let y = up(mark * step);
            picture = picture.with(line("grid", left, y, left + width, y));
            if mark % every == 0 {
                picture = picture.with(words("scale", left - 6, y + 4, &digits(mark * step)));
            }
            mark += 1;
        }
        let room = width / names.len().max(1) as i64;
        let mut way = String::new();
        for (at, name) in names.iter().enumerate() {
            let value = i64::from(values.get(at).copied().unwrap_or(0));
            let middle = left + room * at as i64 + room / 2;
            let y = up(value);
            if self.chart.form == Form::Bars {
                let half = (room * 3 / 10).min(26);
                picture = picture.with(rect("bar", middle - half, y, 2 * half, top + height - y));
            } else {
                picture = picture.with(crate::picture::ellipse("point", middle, y, 5, 5));
                way.push_str(if at == 0 { "M" } else { "L" });
                way.push_str(&[&digits(middle)[..], " ", &digits(y)].concat());
            }
            picture = picture.with(words("mark", middle, top + height + 18, name));
            said.push(Message::Lines.fill(self.locale, &[name, &digits(value / step)]));
        }
        if !way.is_empty() {
            picture = picture.with(of("path", "curve").is("d", &way));
        }
        let label =
            Message::Named.fill(self.locale, &[Message::Chart.say(self.locale), &joined(&said)]);
        of("div", "chart").with(picture.is("role", "img").is("aria-label", &label))
    }

    pub fn made(&self) -> (Vec<u8>, Option<Mark>) {
        let read = self.trial.as_ref().is_some_and(|it| !it.rows.is_empty());
        if !self.touched && !read {
            return (Vec::new(), None);
        }
        let mut rows = Vec::new();
        if let Some(trial) = &self.trial {
            rows.clone_from(&trial.rows);
        }
        let made = Made { seed: self.seed, rows, answers: self.answers.clone() };
        let mark = self.chart.finished(&made);
        (to_bytes(&made), mark)
    }
}
