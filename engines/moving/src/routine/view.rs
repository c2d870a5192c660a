//! What a routine looks like.

use super::{Do, Player, Step, Why};
use crate::words::Message;
use crate::{Ask, face, figure};
use course::digits::decimal;
use course::stage::moving::moves::Prop;
use course::stage::moving::{Block, Gate};
use stage::node::{Element, button, el, of};

/// The forms by their places.
const FORMS: [Message; 4] = [Message::AsShown, Message::Easier, Message::Harder, Message::Seated];
const EFFORTS: [Message; 5] =
    [Message::VeryLight, Message::Light, Message::Right, Message::Hard, Message::TooHard];

/// The words of a question of safety, and what to do if it is not so.
const fn question(gate: Gate) -> (Message, Message) {
    match gate {
        Gate::Space => (Message::Space, Message::SpaceNot),
        Gate::Ground => (Message::Ground, Message::GroundNot),
        Gate::Water => (Message::Water, Message::WaterNot),
        Gate::Well => (Message::Well, Message::WellNot),
        Gate::Weather => (Message::Weather, Message::WeatherNot),
    }
}

/// What it looks like: a movement's number, and a thing.
const fn shown(gate: Gate) -> (u8, Prop) {
    match gate {
        Gate::Space => (STAR_STEP, Prop::None),
        Gate::Ground => (WALK, Prop::Stones),
        Gate::Water => (STAND, Prop::Water),
        Gate::Well => (HUG, Prop::None),
        Gate::Weather => (STAND, Prop::Storm),
    }
}

const STAND: u8 = 0;
const WALK: u8 = 1;
const STAR_STEP: u8 = 23;
const HUG: u8 = 39;

/// All that the gate asks, to be read out.
pub(super) fn gate_words(player: &Player) -> String {
    let mut words = player.speech.say(Message::Tick).to_owned();
    let own = player.routine.gate.iter().map(|it| player.speech.say(question(*it).0));
    for it in own.chain(player.routine.also.iter().map(String::as_str)) {
        words.push('\n');
        words.push_str(it);
    }
    words
}

impl Player {
    pub(crate) fn view(&self) -> Element<Ask> {
        match &self.step {
            Step::Gate(ticks) => self.gate(ticks),
            Step::Runs => self.running(None),
            Step::Waits(why) => self.running(Some(*why)),
            Step::Over => self.over_view(),
        }
    }

    fn words(&self, class: &'static str, message: Message) -> Element<Ask> {
        of("p", class).text(self.speech.say(message))
    }

    fn button(&self, class: &'static str, message: Message, it: Do) -> Element<Ask> {
        button(class, self.speech.say(message), Ask::Routine(it))
    }

    fn gate(&self, ticks: &[bool]) -> Element<Ask> {
        let minutes = decimal(self.routine.minutes.into());
        let mut gate = of("div", "gate")
            .with(el("h2").is("tabindex", "-1").text(self.speech.say(Message::Before)))
            .with(of("p", "facts").text(&Message::Minutes.fill(self.speech.locale, &[&minutes])))
            .with(self.words("instruction", Message::Tick));
        if self.speech.voice {
            gate = gate.with(self.button("listen", Message::Listen, Do::Listen));
        }
        let own = self.routine.gate.iter().map(|it| {
            let (words, not) = question(*it);
            (self.speech.say(words), self.speech.say(not), Some(shown(*it)))
        });
        // What is asked besides may be anything: no picture would be of it.
        let also = self.routine.also.iter().map(|it| (it.as_str(), "", None));
        let first = ticks.iter().position(|it| !it);
        for ((words, not, shown), at) in own.chain(also).zip(0..) {
            let ticked = ticks.get(usize::from(at)).is_some_and(|it| *it);
            let sign = of("span", "box").is("aria-hidden", "true");
            let mut tick = of("button", "tile question")
                .is("type", "button")
                .is("aria-pressed", if ticked { "true" } else { "false" })
                .with(sign.text(if ticked { "✓" } else { "" }))
                .with(el("span").text(words))
                .does(Ask::Routine(Do::Tick(at)));
            if let Some((number, prop)) = shown {
                tick = tick.with(figure::still(number, prop));
            }
            gate = gate.with(tick);
            // What to do is told of the question that comes next alone: there is less to read.
            if first == Some(at.into()) && !not.is_empty() {
                gate = gate.with(of("p", "facts").text(not));
            }
        }
        gate.with(self.words("instruction", Message::PutDown))
            .with(
                self.button("action", Message::Start, Do::Start)
                    .flag("disabled", ticks.contains(&false)),
            )
            .with(of("div", "others").with(self.button("quiet", Message::NotToday, Do::End)))
    }

    fn running(&self, waits: Option<Why>) -> Element<Ask> {
        let Some(block) = self.block() else { return of("div", "player") };
        let (moves, left) = self.now();
        let name = self.shown(&block).map(|it| it.name.as_str()).unwrap_or_default();
        let phase = match (waits, moves) {
            (Some(_), _) => Message::Paused,
            (None, true) => Message::Move,
            (None, false) => Message::Rest,
        };
        let next = Message::Next.fill(self.speech.locale, &[name]);
        let now = of("div", "now")
            .is("role", "status")
            .with(self.words("phase", phase))
            .with(of("p", "name").text(if moves { name } else { &next }));
        let time = decimal(left.into());
        let digits = of("p", "digits")
            .is("role", "timer")
            .is("aria-label", &Message::SecondsLeft.fill(self.speech.locale, &[&time]))
            .text(&time);
        let clock = of("div", "clock").with(now).with(digits);
        let told = match waits {
            Some(Why::Hurts) => self.words("notice", Message::Hurts),
            Some(Why::Slept) => self.words("notice", Message::Slept),
            Some(Why::Paused) | None => of("p", "mind").text(self.cue(&block)),
        };
        let beside = of("div", "beside").with(clock).with(told);
        let first = |words, ask| self.button("action", words, ask).is("data-focus", "");
        let beside =
            match waits {
                // To end is the first thing then, and as large as to go on.
                Some(Why::Hurts) => beside
                    .with(first(Message::EndToday, Do::End))
                    .with(self.button("action", Message::HurtsGoOn, Do::Pause)),
                Some(Why::Paused | Why::Slept) | None => {
                    let main = if waits.is_some() { Message::GoOn } else { Message::Pause };
                    let stop = self.button("stop", Message::StopIfItHurts, Do::Hurts);
                    beside.with(first(main, Do::Pause)).with(stop)
                }
            };
        // What hurts is not to be seen once more, and both ways on are high on the screen.
        let mut scenes = of("div", "scenes");
        if waits != Some(Why::Hurts) {
            scenes = scenes.with(self.pictures(&block, moves, waits));
        }
        of("div", "player")
            .is("data-top", "")
            .is(
                "data-phase",
                if waits.is_some() {
                    "waits"
                } else if moves {
                    "moves"
                } else {
                    "rests"
                },
            )
            .with(self.head(&block))
            .with(scenes.with(beside))
            .with(self.controls(waits))
            .with(self.forms())
    }

    fn head(&self, block: &Block<'_>) -> Element<Ask> {
        let at = decimal(self.moved.blocks.len() as u64 + 1);
        let all = decimal(self.count() as u64);
        let of_all = Message::BlockOf.fill(self.speech.locale, &[&at, &all]);
        let section = self.speech.say(Self::section(block.section.kind));
        of("p", "facts").text(&[section, " · ", &of_all].concat())
    }

    /// The figure: in motion only once the moving was started, and where things may move.
    fn pictures(&self, block: &Block<'_>, moves: bool, waits: Option<Why>) -> Element<Ask> {
        let number = self.shown(block).map_or(0, |it| it.figure);
        let shown = of("div", "pictures");
        if self.still {
            return shown.with_all(figure::stills(number));
        }
        let rest = u32::from(block.section.rest) * 1000;
        if waits.is_some() || !moves {
            return shown.with(figure::still(number, Prop::None));
        }
        shown.with(figure::picture(number, Prop::None, self.at - rest))
    }

    fn controls(&self, waits: Option<Why>) -> Element<Ask> {
        let sound = self
            .button("toggle", Message::Sound, Do::Sound)
            .is("aria-pressed", if self.quiet { "false" } else { "true" });
        let mut aside = of("div", "others")
            .with(self.button("quiet", Message::Back, Do::Back))
            .with(self.button("quiet", Message::Skip, Do::Skip));
        if matches!(waits, Some(Why::Paused | Why::Slept)) {
            aside = aside.with(self.button("quiet", Message::EndToday, Do::End));
        }
        aside.with(sound)
    }

    fn forms(&self) -> Element<Ask> {
        let mut forms = of("div", "forms")
            .is("role", "group")
            .is("aria-label", self.speech.say(Message::Forms));
        for (at, message) in (0..).zip(FORMS) {
            let pressed = if self.form == at { "true" } else { "false" };
            forms =
                forms.with(self.button("tile", message, Do::Form(at)).is("aria-pressed", pressed));
        }
        forms
    }

    fn over_view(&self) -> Element<Ask> {
        let done = self.done();
        let title = el("h2").is("tabindex", "-1").is("data-focus", "");
        let title = title.text(self.speech.say(self.farewell()));
        let mut over = of("div", "over").with(title);
        let counts = [&*decimal(done as u64), &*decimal(self.count() as u64)];
        over = over.with(of("p", "facts").text(&Message::Moved.fill(self.speech.locale, &counts)));
        if done < self.count() {
            over = over.with(self.words("facts", Message::Skipped));
        }
        if self.hurt {
            return over.with(self.words("notice", Message::TellOf));
        }
        if done == 0 {
            return over;
        }
        let picked = Some(self.moved.effort).filter(|it| *it > 0);
        let words = EFFORTS.map(|it| self.speech.say(it));
        over = over.with(self.words("label", Message::HowHard)).with(face::row(
            words,
            picked,
            true,
            &|it| Ask::Routine(Do::Effort(it)),
        ));
        let reply = match self.moved.effort {
            0 => return over,
            1 | 2 => Message::SayLight,
            3 => Message::SayRight,
            4 => Message::SayHard,
            _ => Message::SayTooHard,
        };
        over.with(self.words("notice", reply).is("role", "status"))
    }
}
