//! The movements that figures show: a fixed table. A movement's number stands in packs, so rows are added at the end and none
//! is ever taken out; how one looks may be mended.

use super::figure::{Anchor, Bent, Joints, Pose, View};

mod seated;
mod standing;

/// A movement, over and over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// From where it is seen.
    pub view: View,
    /// What stays in place.
    pub anchor: Anchor,
    /// How far to the right it is drawn, in hundredths of the height.
    pub aside: i8,
    /// What stands or lies there.
    pub prop: Prop,
    /// Whether it is done with the other side after that.
    pub both_sides: bool,
    /// Each pose, and the twentieths of a second until the next.
    pub keys: &'static [(u8, Pose)],
}

/// A thing beside a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prop {
    /// Nothing.
    None,
    /// A chair under it.
    Chair,
    /// A wall before it.
    Wall,
    /// A line on the ground.
    Rope,
    /// A ball on the ground.
    Ball,
    /// A puddle.
    Puddle,
    /// Stones.
    Stones,
    /// A road.
    Road,
    /// A hot sun.
    Sun,
    /// A thunderstorm.
    Storm,
    /// Another child, close by.
    Child,
    /// A grown-up.
    Adult,
    /// Deep water.
    Water,
    /// Ice and snow.
    Ice,
}

impl Prop {
    /// Every thing, with its name in the source; its number is its place.
    pub const ALL: [(Self, &'static str); 14] = [
        (Self::None, "none"),
        (Self::Chair, "chair"),
        (Self::Wall, "wall"),
        (Self::Rope, "rope"),
        (Self::Ball, "ball"),
        (Self::Puddle, "puddle"),
        (Self::Stones, "stones"),
        (Self::Road, "road"),
        (Self::Sun, "sun"),
        (Self::Storm, "storm"),
        (Self::Child, "child"),
        (Self::Adult, "adult"),
        (Self::Water, "water"),
        (Self::Ice, "ice"),
    ];

    /// The thing of this number; nothing for any other.
    pub fn of(number: u8) -> Self {
        Self::ALL.get(usize::from(number)).map_or(Self::None, |(it, _)| *it)
    }
}

/// Every movement; its number is its place.
pub const MOVES: [Move; NAMES.len()] = standing::table();

/// Their names in the source.
#[rustfmt::skip]
pub const NAMES: [&str; 61] = [
    "stand", "walk", "march", "run", "jog", "stop", "tiptoe", "heels", "elephant", "crane", "horse", "bear", "duck", "frog",
    "jump", "bounce", "hop", "land", "squat", "bend-knees", "heel-raise", "step-over", "star-jump", "star-step", "balance",
    "toe-down", "tree", "plane", "low-plane", "tightrope", "arm-swing", "arm-circle", "reach", "side-bend", "twist", "shake",
    "hang", "calf", "thigh", "hug", "breathe", "slip", "sit", "seat-march", "seat-run", "seat-heels", "seat-kick",
    "seat-reach", "seat-forward", "seat-swing", "seat-open", "seat-rise", "seat-balance", "seat-hug", "seat-breathe",
    "seat-elephant", "seat-wings", "seat-paws", "seat-jump", "seat-stop", "seat-shake",
];

/// The movement of this number; standing still for one that is not known.
pub fn of(number: u8) -> &'static Move {
    const ALL: &[Move] = &MOVES;
    ALL.get(usize::from(number)).unwrap_or(&ALL[0])
}

/// The number of the movement of this name.
pub fn named(name: &str) -> Option<u8> {
    (0..).zip(NAMES).find(|(_, known)| *known == name).map(|(number, _)| number)
}

impl Move {
    /// How long it takes until it is done anew, in milliseconds.
    pub fn round_ms(&self) -> u32 {
        let ticks: u32 = self.keys.iter().map(|(ticks, _)| u32::from(*ticks)).sum();
        ticks * 50 * if self.both_sides { 2 } else { 1 }
    }

    /// The pose after so many milliseconds.
    pub fn pose_at(&self, ms: u32) -> Bent {
        let mut left = ms % self.round_ms().max(1);
        let sides = if self.both_sides { 2 } else { 1 };
        let count = self.keys.len();
        for at in 0..count * sides {
            let length = u32::from(self.keys[at % count].0) * 50;
            if left < length {
                let from = self.key(at).bent();
                return from.towards(&self.key(at + 1).bent(), left as i32, length as i32);
            }
            left -= length;
        }
        self.key(0).bent()
    }

    /// Where the joints are after so many milliseconds.
    pub fn joints_at(&self, ms: u32) -> Joints {
        let mut joints = self.pose_at(ms).joints(self.view, self.anchor);
        joints.each(&mut |point| point.x += i32::from(self.aside) * 10);
        joints
    }

    /// The still picture: the pose that says most, which is the second one of those that move.
    pub fn still(&self) -> u32 {
        if self.keys.len() > 1 { u32::from(self.keys[0].0) * 50 } else { 0 }
    }

    /// The pose of this number, counted through both sides and round again.
    fn key(&self, at: usize) -> Pose {
        let count = self.keys.len();
        let pose = self.keys[at % count].1;
        if self.both_sides && at / count % 2 == 1 { pose.turned(self.view) } else { pose }
    }
}

/// A movement on the spot, seen from the side.
const fn side(keys: &'static [(u8, Pose)]) -> Move {
    Move {
        view: View::Side,
        anchor: Anchor::Hips,
        aside: 0,
        prop: Prop::None,
        both_sides: false,
        keys,
    }
}

/// A movement seen from before.
const fn front(keys: &'static [(u8, Pose)]) -> Move {
    Move { view: View::Front, ..side(keys) }
}

/// A movement on a chair.
const fn seated(keys: &'static [(u8, Pose)]) -> Move {
    Move { anchor: Anchor::Chair, prop: Prop::Chair, aside: -8, ..side(keys) }
}

impl Move {
    const fn turning(self) -> Self {
        Self { both_sides: true, ..self }
    }

    const fn on_feet(self) -> Self {
        Self { anchor: Anchor::Feet, ..self }
    }

    const fn aside(self, aside: i8) -> Self {
        Self { aside, ..self }
    }

    const fn at(self, prop: Prop) -> Self {
        Self { prop, ..self }
    }
}

/// The trunk's lean and the head's, in degrees.
type Trunk = [i16; 2];
/// An arm's two angles, in degrees.
type Arm = [i16; 2];
/// A leg's three angles, in degrees.
type Leg = [i16; 3];

/// A pose in degrees: trunk, far or left arm, the other, far or left leg, the other.
const fn pose(trunk: Trunk, arms: [Arm; 2], legs: [Leg; 2]) -> Pose {
    let [far_arm, near_arm] = arms;
    let [far_leg, near_leg] = legs;
    Pose {
        lean: steps(trunk[0]),
        nod: steps(trunk[1]),
        arms: [[steps(far_arm[0]), steps(far_arm[1])], [steps(near_arm[0]), steps(near_arm[1])]],
        legs: [
            [steps(far_leg[0]), steps(far_leg[1]), steps(far_leg[2])],
            [steps(near_leg[0]), steps(near_leg[1]), steps(near_leg[2])],
        ],
        lift: 0,
    }
}

/// The same above the ground, in hundredths of the height.
const fn lifted(lift: u8, pose: Pose) -> Pose {
    Pose { lift, ..pose }
}

const fn steps(degrees: i16) -> i8 {
    assert!(
        degrees % 5 == 0 && degrees.abs() <= 5 * i8::MAX as i16,
        "angles are in steps of five degrees"
    );
    (degrees / 5) as i8
}

/// Straight, feet flat.
const DOWN: Leg = [0, 0, 0];
/// Loose.
const LOOSE: Arm = [5, 10];
