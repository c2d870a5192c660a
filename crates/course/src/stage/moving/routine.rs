//! Moves along with a timer: warm-up, work and rest, cool-down, away from the screen. Nothing is marked.

use crate::codec::{Decode, Encode, Out, Reader, from_bytes};
use crate::item::Mark;
use crate::rng::Rng;
use crate::stage::Piece;
use crate::{codec_enum, codec_struct};

/// More blocks than any routine has; what claims to have more is cut.
pub const BLOCKS_MAX: usize = 120;
/// Steps of the scale of effort: one means very light, this one too hard.
pub const EFFORT_MAX: u8 = 5;

/// What is done, after the questions of safety.
#[derive(Debug, Clone, PartialEq)]
pub struct Routine {
    /// How long it is said to take.
    pub minutes: u8,
    /// What is asked before every start.
    pub gate: Vec<Gate>,
    /// What this routine asks besides.
    pub also: Vec<String>,
    /// Warm-up, work, cool-down.
    pub sections: Vec<Section>,
    /// What to mind in a form that has words of its own for that.
    pub cues: Vec<Cue>,
}

impl Encode for Routine {
    fn encode(&self, out: &mut impl Out) {
        let Self { minutes, gate, also, sections, cues } = self;
        minutes.encode(out);
        gate.encode(out);
        also.encode(out);
        sections.encode(out);
        // Routines were written without these: nothing is left to read then.
        if !cues.is_empty() {
            cues.encode(out);
        }
    }
}

impl Decode for Routine {
    fn decode(input: &mut Reader<'_>) -> Self {
        Self {
            minutes: Decode::decode(input),
            gate: Decode::decode(input),
            also: Decode::decode(input),
            sections: Decode::decode(input),
            cues: if input.left() > 0 { Decode::decode(input) } else { Vec::new() },
        }
    }
}

/// A question of safety, whose words are the engine's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gate {
    /// Two steps of room to each side, nothing on the ground.
    Space,
    /// Shoes, or firm ground for bare feet.
    Ground,
    /// No water near.
    Water,
    /// Neither ill, dizzy nor hurt.
    Well,
    /// Not too hot, no storm, no ice, no smoke.
    Weather,
}

codec_enum!(Gate { 0 => Space, 1 => Ground, 2 => Water, 3 => Well, 4 => Weather });

impl Gate {
    /// All of them with their names: a routine asks every one.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Space, "space"),
        (Self::Ground, "ground"),
        (Self::Water, "water"),
        (Self::Well, "well"),
        (Self::Weather, "weather"),
    ];
}

/// Exercises that share their times.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// What it is for.
    pub kind: SectionKind,
    /// Seconds of moving.
    pub work: u8,
    /// Seconds before it: to rest, and to see what comes.
    pub rest: u8,
    /// How often the exercises are gone through.
    pub rounds: u8,
    /// One after the other.
    pub exercises: Vec<Exercise>,
}

codec_struct!(Section { kind, work, rest, rounds, exercises });

/// What a section is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionKind {
    /// Makes warm.
    WarmUp,
    /// What the lesson is about.
    Work,
    /// Makes calm.
    CoolDown,
}

codec_enum!(SectionKind { 0 => WarmUp, 1 => Work, 2 => CoolDown });

impl SectionKind {
    /// All of them with their names.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::WarmUp, "warm-up"), (Self::Work, "work"), (Self::CoolDown, "cool-down")];
}

/// An exercise in four forms.
#[derive(Debug, Clone, PartialEq)]
pub struct Exercise {
    /// What to mind, in one or two short sentences: in every form but the seated one, which is another movement.
    pub cue: String,
    /// As it is meant, easier, harder, seated.
    pub forms: Vec<Form>,
}

codec_struct!(Exercise { cue, forms });

/// One form of an exercise.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// What it is called.
    pub name: String,
    /// The number of the movement that the figure shows.
    pub figure: u8,
}

codec_struct!(Form { name, figure });

/// What to mind in one form of an exercise, instead of what its exercise says.
#[derive(Debug, Clone, PartialEq)]
pub struct Cue {
    /// The place of the exercise among those of all sections.
    pub exercise: u8,
    /// The place of the form.
    pub form: u8,
    /// What to mind; empty if there is nothing.
    pub words: String,
}

codec_struct!(Cue { exercise, form, words });

/// The forms of an exercise by their names; what is first is not named.
pub const FORMS: [&str; 3] = ["easier", "harder", "seated"];

/// One exercise at its time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Block<'a> {
    /// Of which section.
    pub section: &'a Section,
    /// Which exercise.
    pub exercise: &'a Exercise,
    /// The place of the exercise among those of all sections.
    pub nth: usize,
    /// Which round, from nought.
    pub round: u8,
    /// Seconds from the start of all until the rest before it begins.
    pub from: u32,
}

impl Block<'_> {
    /// Seconds of rest and moving.
    pub fn seconds(&self) -> u32 {
        u32::from(self.section.rest) + u32::from(self.section.work)
    }
}

impl Routine {
    /// All that is done, in order.
    pub fn blocks(&self) -> Vec<Block<'_>> {
        let mut blocks = Vec::new();
        let mut from = 0;
        let mut before = 0;
        for section in &self.sections {
            for round in 0..section.rounds {
                for (nth, exercise) in (before..).zip(&section.exercises) {
                    if blocks.len() == BLOCKS_MAX {
                        return blocks;
                    }
                    let block = Block { section, exercise, nth, round, from };
                    from += block.seconds();
                    blocks.push(block);
                }
            }
            before += section.exercises.len();
        }
        blocks
    }

    /// What to mind in this block, done in the form of this place.
    pub fn cue<'a>(&'a self, block: &Block<'a>, form: u8) -> &'a str {
        let mut cues = self.cues.iter();
        match cues.find(|it| usize::from(it.exercise) == block.nth && it.form == form) {
            Some(own) => &own.words,
            None if usize::from(form) == FORMS.len() => "",
            None => &block.exercise.cue,
        }
    }

    /// How long all of it takes.
    pub fn total(&self) -> u32 {
        self.blocks().last().map_or(0, |last| last.from + last.seconds())
    }
}

/// What was done: a response.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moved {
    /// For each block that is behind: 0 if it was skipped, else one more than the form's place.
    pub blocks: Vec<u8>,
    /// How hard it was, from one; nought if that was not said.
    pub effort: u8,
}

codec_struct!(Moved { blocks, effort });

impl Moved {
    /// Whether every block is behind, and all of it can have been.
    fn ends(&self, routine: &Routine) -> bool {
        let forms = FORMS.len() as u8 + 1;
        self.blocks.len() == routine.blocks().len()
            && self.blocks.iter().all(|form| *form <= forms)
            && self.effort <= EFFORT_MAX
    }
}

impl Piece for Routine {
    const FAULTS: &'static [&'static str] = &[];

    /// Whatever was done or skipped is as good as anything else.
    fn judge(&self, response: &[u8]) -> Mark {
        let moved = from_bytes::<Moved>(response);
        if moved.is_ok_and(|it| it.ends(self)) { Mark::RIGHT } else { Mark::UNREADABLE }
    }

    fn solution(&self, _seed: u64) -> Option<Vec<u8>> {
        None
    }

    fn showing(&self, _fault: u8, _seed: u64) -> Option<Vec<u8>> {
        None
    }

    fn random(&self, _seed: u64, rng: &mut Rng) -> Vec<u8> {
        let forms = FORMS.len() as u64 + 2;
        let blocks = self.blocks().iter().map(|_| rng.below(forms) as u8).collect();
        let effort = rng.below(u64::from(EFFORT_MAX) + 1) as u8;
        crate::codec::to_bytes(&Moved { blocks, effort })
    }

    /// With the questions before and the one after.
    fn seconds(&self) -> u32 {
        self.total() + 40
    }

    fn words(&mut self) -> Vec<&mut String> {
        let mut words: Vec<&mut String> = self.also.iter_mut().collect();
        for exercise in self.sections.iter_mut().flat_map(|it| &mut it.exercises) {
            words.push(&mut exercise.cue);
            words.extend(exercise.forms.iter_mut().map(|form| &mut form.name));
        }
        words.extend(self.cues.iter_mut().map(|cue| &mut cue.words));
        words
    }

    fn asked(&self, _seed: u64) -> String {
        let mut out = Vec::new();
        let mut nth = 0;
        for section in &self.sections {
            let Section { kind, work, rest, rounds, exercises } = section;
            let mut names = Vec::new();
            for exercise in exercises {
                let forms = exercise.forms.iter().zip(0..).map(|(form, at)| {
                    let own = |it: &&Cue| usize::from(it.exercise) == nth && it.form == at;
                    let own = self.cues.iter().find(own);
                    form.name.clone() + &own.map_or(String::new(), |it| format!(": {}", it.words))
                });
                let forms: Vec<String> = forms.collect();
                names.push(match &forms[..] {
                    [own, others @ ..] => {
                        format!("{own} ({}): {}", others.join(", "), exercise.cue)
                    }
                    [] => String::new(),
                });
                nth += 1;
            }
            let kind = SectionKind::ALL[*kind as usize].1;
            out.push(format!("{kind} {work}/{rest} × {rounds}: {}", names.join("; ")));
        }
        format!("{} s; {}", self.total(), out.join(" | "))
    }
}
