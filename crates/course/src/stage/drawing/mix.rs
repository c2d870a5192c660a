//! Stirs paints together, or foretells what comes of it.

use super::blend::{Hue, PARTS_MAX, Parts, Pot, apart, blended, hue, lightness};
use crate::codec::{from_bytes, to_bytes};
use crate::digits::decimal;
use crate::item::{Mark, Score};
use crate::rng::Rng;
use crate::stage::Piece;
use crate::{codec_enum, codec_struct};

/// What is asked of a palette with a few pots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mix {
    /// The pots that are there.
    pub pots: Vec<Pot>,
    /// What is asked.
    pub goal: Goal,
}

codec_struct!(Mix { pots, goal });

/// What is asked of a palette.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// Any mixture that is called so.
    Called(Hue),
    /// The colour of these parts of the pots, with bands off by no more than so much.
    Like(Vec<u8>, u8),
    /// What these parts of the pots will be called: one of several.
    Foretell(Vec<u8>, Vec<Hue>),
}

codec_enum!(Goal { 0 => Called(hue), 1 => Like(parts, within), 2 => Foretell(parts, options) });

/// Colours have the number of their name; then come those of the right name.
const PALE: u8 = Hue::ALL.len() as u8;
const DARK: u8 = PALE + 1;
const SHADE: u8 = PALE + 2;
/// How many parts of each pot are tried to find an example.
const TRIED: u8 = 4;

impl Mix {
    /// So many parts of each of the pots that are there, as parts of all pots.
    pub fn parts(&self, of_each: &[u8]) -> Parts {
        let mut parts = [0; 5];
        for (pot, part) in self.pots.iter().zip(of_each) {
            parts[*pot as usize] = (*part).min(PARTS_MAX);
        }
        parts
    }

    /// The colour of so many parts of each of the pots that are there.
    pub fn blended(&self, of_each: &[u8]) -> Option<u32> {
        blended(self.parts(of_each))
    }

    fn of(&self, made: &[u8]) -> Option<Mark> {
        if let Goal::Foretell(parts, options) = &self.goal {
            let [picked] = *made else { return None };
            let picked = *options.iter().find(|it| **it as u8 == picked)?;
            let comes = hue(self.blended(parts)?);
            return Some(if picked == comes { Mark::RIGHT } else { Mark::wrong(picked as u8) });
        }
        if made.len() != self.pots.len() || made.iter().any(|it| *it > PARTS_MAX) {
            return None;
        }
        let mixed = self.blended(made)?;
        let called = hue(mixed);
        match &self.goal {
            Goal::Like(parts, within) => {
                let wanted = self.blended(parts)?;
                if apart(mixed, wanted) <= i32::from(*within) {
                    return Some(Mark::RIGHT);
                }
                if called != hue(wanted) {
                    return Some(Mark::wrong(called as u8));
                }
                let lighter = lightness(mixed) - lightness(wanted);
                let fault = match lighter {
                    12.. => PALE,
                    ..=-12 => DARK,
                    _ => SHADE,
                };
                Some(Mark::scored(Score::share(1, 2), fault))
            }
            Goal::Called(wanted) if called == *wanted => Some(Mark::RIGHT),
            Goal::Called(_) | Goal::Foretell(..) => Some(Mark::wrong(called as u8)),
        }
    }

    /// The fewest parts of which something is so.
    fn found(&self, wanted: impl Fn(&[u8]) -> bool) -> Option<Vec<u8>> {
        let base = usize::from(TRIED) + 1;
        let mut best: Option<Vec<u8>> = None;
        for number in 1..base.pow(self.pots.len().min(5) as u32) {
            let mut rest = number;
            let mut parts = Vec::new();
            for _ in &self.pots {
                parts.push((rest % base) as u8);
                rest /= base;
            }
            let sum = |parts: &[u8]| parts.iter().map(|it| u32::from(*it)).sum::<u32>();
            let fewer = best.as_ref().is_none_or(|best| sum(&parts) < sum(best));
            if fewer && wanted(&parts) {
                best = Some(parts);
            }
        }
        best
    }
}

impl Piece for Mix {
    const FAULTS: &'static [&'static str] = &[
        "red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "grey", "black",
        "white", "pale", "dark", "shade",
    ];

    fn judge(&self, response: &[u8]) -> Mark {
        from_bytes::<Vec<u8>>(response)
            .ok()
            .and_then(|made| self.of(&made))
            .unwrap_or(Mark::UNREADABLE)
    }

    fn solution(&self, _: u64) -> Option<Vec<u8>> {
        let made = match &self.goal {
            Goal::Like(parts, _) => Some(parts.clone()),
            Goal::Foretell(parts, _) => self.blended(parts).map(|it| vec![hue(it) as u8]),
            Goal::Called(_) => self.found(|parts| self.of(parts) == Some(Mark::RIGHT)),
        };
        made.map(|it| to_bytes(&it))
    }

    fn showing(&self, fault: u8, _: u64) -> Option<Vec<u8>> {
        let shows =
            |made: &[u8]| self.of(made).is_some_and(|it| it != Mark::RIGHT && it.fault == fault);
        let made = match &self.goal {
            Goal::Foretell(..) => Some(vec![fault]).filter(|made| shows(made)),
            Goal::Called(_) | Goal::Like(..) => self.found(shows),
        };
        made.map(|it| to_bytes(&it))
    }

    fn random(&self, _: u64, rng: &mut Rng) -> Vec<u8> {
        let made = match &self.goal {
            Goal::Foretell(_, options) => {
                let picked = options.get(rng.below(options.len() as u64) as usize);
                vec![picked.map_or(0, |it| *it as u8)]
            }
            Goal::Called(_) | Goal::Like(..) => {
                let mut parts: Vec<u8> = self.pots.iter().map(|_| rng.below(3) as u8).collect();
                if parts.iter().all(|it| *it == 0)
                    && let Some(first) = parts.first_mut()
                {
                    *first = 1;
                }
                parts
            }
        };
        to_bytes(&made)
    }

    fn seconds(&self) -> u32 {
        match self.goal {
            Goal::Foretell(..) => 25,
            Goal::Called(_) | Goal::Like(..) => 40,
        }
    }

    fn words(&mut self) -> Vec<&mut String> {
        Vec::new()
    }

    fn asked(&self, _: u64) -> String {
        let told = |parts: &[u8]| {
            let pots = self.pots.iter().zip(parts).filter(|(_, part)| **part > 0);
            let told =
                pots.map(|(pot, part)| [pot.name(), " ", &decimal(u64::from(*part))].concat());
            told.collect::<Vec<_>>().join(" ")
        };
        let pots = self.pots.iter().map(|it| it.name()).collect::<Vec<_>>().join(" ");
        match &self.goal {
            Goal::Called(hue) => [hue.name(), " of ", &pots].concat(),
            Goal::Like(parts, _) => ["as ", &told(parts), " of ", &pots].concat(),
            Goal::Foretell(parts, options) => {
                let options = options.iter().map(|it| it.name()).collect::<Vec<_>>().join(", ");
                [&told(parts), ": ", &options].concat()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Rng;
    use proptest::prelude::*;

    fn palette(goal: Goal) -> Mix {
        Mix { pots: Pot::ALL.map(|it| it.0).into(), goal }
    }

    fn judged(mix: &Mix, made: &[u8]) -> Mark {
        mix.judge(&to_bytes(&made.to_vec()))
    }

    #[test]
    fn what_is_mixed_is_marked_by_what_it_is_called() {
        let green = palette(Goal::Called(Hue::Green));
        let cases = [
            ("yellow and blue", vec![0, 1, 1, 0, 0], Mark::RIGHT),
            ("more yellow", vec![0, 3, 1, 0, 0], Mark::RIGHT),
            ("all three", vec![1, 1, 1, 0, 0], Mark::wrong(Hue::Brown as u8)),
            ("one pot", vec![0, 0, 2, 0, 0], Mark::wrong(Hue::Blue as u8)),
            ("nothing", vec![0; 5], Mark::UNREADABLE),
            ("too few pots", vec![1, 1], Mark::UNREADABLE),
            ("too much", vec![0, 200, 1, 0, 0], Mark::UNREADABLE),
        ];
        for (case, made, expected) in cases {
            assert_eq!(judged(&green, &made), expected, "{case}");
        }
    }

    #[test]
    fn a_colour_to_be_met_is_met_by_the_same_ratio_only() {
        let pink = palette(Goal::Like(vec![1, 0, 0, 1, 0], 14));
        let half = |fault| Mark::scored(Score::share(1, 2), fault);
        let cases = [
            ("as it is", vec![1, 0, 0, 1, 0], Mark::RIGHT),
            ("twice as much", vec![2, 0, 0, 2, 0], Mark::RIGHT),
            ("too much white", vec![1, 0, 0, 4, 0], half(PALE)),
            ("too little", vec![2, 0, 0, 1, 0], half(DARK)),
            ("blue instead", vec![0, 0, 1, 1, 0], Mark::wrong(Hue::Blue as u8)),
        ];
        for (case, made, expected) in cases {
            assert_eq!(judged(&pink, &made), expected, "{case}");
        }
    }

    #[test]
    fn what_was_foretold_is_compared_with_what_comes() {
        let options = vec![Hue::Green, Hue::Brown, Hue::Grey];
        let mix = palette(Goal::Foretell(vec![0, 1, 1, 0, 0], options));
        assert_eq!(judged(&mix, &[Hue::Green as u8]), Mark::RIGHT);
        assert_eq!(judged(&mix, &[Hue::Brown as u8]), Mark::wrong(Hue::Brown as u8));
        assert_eq!(judged(&mix, &[Hue::Red as u8]), Mark::UNREADABLE);
        assert_eq!(mix.showing(Hue::Grey as u8, 0), Some(to_bytes(&vec![Hue::Grey as u8])));
        assert_eq!(mix.showing(Hue::Green as u8, 0), None);
    }

    #[test]
    fn a_fault_is_the_number_of_its_colour() {
        for (hue, name, _) in Hue::ALL {
            assert_eq!(Mix::FAULTS[hue as usize], name);
        }
        assert_eq!(Mix::FAULTS[usize::from(SHADE)], "shade");
    }

    fn any() -> impl Strategy<Value = Mix> {
        let goal = (0..3_u8, 0..11_usize, prop::array::uniform5(0..4_u8)).prop_map(
            |(kind, hue, parts)| {
                let parts = if parts == [0; 5] { vec![1, 0, 0, 0, 0] } else { parts.to_vec() };
                match kind {
                    0 => Goal::Called(Hue::ALL[hue].0),
                    1 => Goal::Like(parts, 14),
                    _ => Goal::Foretell(parts, Hue::ALL.map(|it| it.0).into()),
                }
            },
        );
        goal.prop_map(palette)
    }

    proptest! {
        #[test]
        fn solutions_are_right_and_faults_are_shown(mix in any(), fault in 0..14_u8) {
            let solution = mix.solution(0).expect("five pots make every colour");
            prop_assert_eq!(mix.judge(&solution), Mark::RIGHT);
            if let Some(made) = mix.showing(fault, 0) {
                let mark = mix.judge(&made);
                prop_assert_eq!(mark.fault, fault);
                prop_assert!(mark.score.is_some_and(|it| it < Score::FULL));
            }
        }

        #[test]
        fn any_bytes_are_a_palette_or_an_error_and_any_response_is_judged(bytes: Vec<u8>, made: Vec<u8>) {
            if let Ok(mix) = from_bytes::<Mix>(&bytes) {
                mix.judge(&made);
                mix.judge(&to_bytes(&made));
            }
        }

        /// What is stirred in first does not matter: the same pots in another order mix to the same.
        #[test]
        fn the_order_of_the_pots_is_nothing(parts in prop::array::uniform5(0..5_u8), seed: u64) {
            let mut places: Vec<usize> = (0..5).collect();
            Rng::new(seed).shuffle(&mut places);
            let goal = Goal::Called(Hue::Red);
            let other = Mix { pots: places.iter().map(|at| Pot::ALL[*at].0).collect(), goal: goal.clone() };
            let moved: Vec<u8> = places.iter().map(|at| parts[*at]).collect();
            prop_assert_eq!(palette(goal).blended(&parts), other.blended(&moved));
        }
    }
}
