//! `sim`: the learner tries a model out.

use crate::Ask;
use crate::controls::radio;
use crate::said::{meter_name, reading};
use crate::trial::Trial;
use crate::words::Message;
use course::codec::{from_bytes, to_bytes};
use course::item::Mark;
use course::stage::lab::Sim;
use course::stage::lab::sim::{Made, Task};
use stage::Told;
use stage::node::{Element, el, of};
use stage::words::Locale;

/// What is open.
pub struct Trying {
    sim: Sim,
    trial: Trial,
    claim: Option<u8>,
    locale: Locale,
}

impl Trying {
    pub fn open(told: &Told) -> Option<Self> {
        let sim: Sim = from_bytes(&told.piece).ok().filter(|it: &Sim| it.is_sound())?;
        let left =
            from_bytes(&told.made).ok().filter(|it: &Made| it.seed == told.seed && sim.is_left(it));
        let claim = left.as_ref().and_then(|it| it.claim);
        let left = left.map(|it| (it.benches, it.rows));
        let trial = Trial::new(sim.setup.clone(), told.seed, left, told.still);
        Some(Self { sim, trial, claim, locale: told.locale })
    }

    pub const fn trial(&mut self) -> &mut Trial {
        &mut self.trial
    }

    pub const fn conclude(&mut self, claim: u8) {
        self.claim = Some(claim);
    }

    /// The bench's own trial, to be looked at.
    pub const fn plays(&self) -> bool {
        self.trial.bench.plays()
    }

    pub fn view(&self) -> Element<Ask> {
        let wanted = match self.sim.task {
            Task::Fair(rows, _) => rows,
            Task::Reach(..) => 0,
            // Who tries out what they like may write it down.
            Task::Free => 1,
        };
        let view = of("div", "sim").with(self.goal()).with(self.trial.view(wanted, self.locale));
        if self.sim.claims.is_empty() || self.trial.rows.is_empty() {
            view
        } else {
            view.with(self.claims())
        }
    }

    /// What has to be reached, and what is shown now.
    fn goal(&self) -> Element<Ask> {
        let locale = self.locale;
        let goal = of("div", "goal");
        let model = self.sim.setup.model;
        let start = self.sim.setup.start(self.trial.seed);
        let Some((target, within)) = self.sim.target(self.trial.seed, &start) else { return goal };
        let meter = self.sim.setup.meters[0];
        let name = meter_name(model, meter, locale);
        let say = |message: Message, shown: i64| {
            message.fill(locale, &[name, &reading(model, meter, shown, locale)])
        };
        let mut goal = goal.with(of("p", "target").text(&say(Message::Goal, target)));
        if within > 0 {
            let within = reading(model, meter, within, locale);
            goal = goal.with(of("p", "facts").text(&Message::Within.fill(locale, &[&within])));
        }
        let now = of("p", "now").is("role", "status");
        if self.trial.bench.is_over() {
            let shown = model.outcome(&self.trial.benches[0], meter);
            goal.with(now.text(&say(Message::Now, shown)))
        } else {
            goal.with(now)
        }
    }

    fn claims(&self) -> Element<Ask> {
        let mut choice = of("fieldset", "choice").with(of("legend", "ask").text(&self.sim.ask));
        for (at, (_, words)) in self.sim.claims.iter().enumerate() {
            let at = at as u8;
            choice = choice.with(radio(
                "claim",
                at.into(),
                words,
                self.claim == Some(at),
                Ask::Claim(at),
            ));
        }
        el("div").with(choice)
    }

    pub fn made(&self) -> (Vec<u8>, Option<Mark>) {
        if !self.trial.touched {
            return (Vec::new(), None);
        }
        let Trial { seed, benches, rows, .. } = &self.trial;
        let made =
            Made { seed: *seed, benches: benches.clone(), rows: rows.clone(), claim: self.claim };
        // What is to be reached has to be seen first.
        let seen = self.trial.bench.is_over() || !matches!(self.sim.task, Task::Reach(..));
        let mark = self.sim.finished(&made).filter(|_| seen);
        (to_bytes(&made), mark)
    }
}
