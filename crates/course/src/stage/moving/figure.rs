//! A jointed figure of lines. A pose is a handful of angles; where the joints then are is worked out in whole numbers, so that
//! it is the same everywhere, and what is drawn never sinks into the ground.

/// A point in thousandths of the figure's height: to the right, and up from the ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Point {
    /// To the right.
    pub x: i32,
    /// Up from the ground.
    pub y: i32,
}

/// From where the figure is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// From its right side: it looks to the right.
    Side,
    /// From before it.
    Front,
}

/// What stays where it is while the figure moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The hips, as of who goes on the spot.
    Hips,
    /// The feet.
    Feet,
    /// The hips, on a chair.
    Chair,
}

/// The joints' angles in steps of five degrees, counted from where they stand in the picture.
///
/// A limb that hangs down is at nought, and angles grow forwards, seen from before outwards; the trunk's is nought upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pose {
    /// The trunk, forwards; seen from before to the right.
    pub lean: i8,
    /// The head against the trunk, in the same direction.
    pub nod: i8,
    /// Upper arm, and how far the elbow bends forwards: of the far arm, seen from before the left one in the picture; of the other.
    pub arms: [[i8; 2]; 2],
    /// Thigh, how far the knee bends back, and the foot with its toes up.
    pub legs: [[i8; 3]; 2],
    /// How far above the ground, in hundredths of the height.
    pub lift: u8,
}

/// A pose on its way to another: angles in sixteenths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bent {
    lean: i32,
    nod: i32,
    arms: [[i32; 2]; 2],
    legs: [[i32; 3]; 2],
    lift: i32,
}

/// Where all joints are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Joints {
    /// The middle of the head.
    pub head: Point,
    /// Where the neck begins.
    pub neck: Point,
    /// Where the trunk ends.
    pub hips: Point,
    /// Shoulder, elbow, hand; the far one first, seen from before the left one in the picture.
    pub arms: [[Point; 3]; 2],
    /// Hip, knee, heel, toes.
    pub legs: [[Point; 4]; 2],
}

/// Half of how thick arms and legs are drawn.
pub const LIMB: i32 = 30;
/// Half of how thick the trunk is drawn.
pub const TRUNK: i32 = 50;
/// How large the head is.
pub const HEAD: i32 = 92;
/// How high the hips are on a chair.
pub const SEAT: i32 = 245;

const SPINE: i32 = 285;
const SHOULDER: i32 = 265;
const NECK: i32 = 120;
const ARM: i32 = 150;
const THIGH: i32 = 215;
const SHIN: i32 = 205;
const SHOULDERS: i32 = 85;
const HIPS: i32 = 45;

const STEP: i32 = 5 * DEGREE;
const DEGREE: i32 = 16;
/// Units of the sines.
const WHOLE: i32 = 4096;

/// The sine of each whole degree of a quarter.
#[rustfmt::skip]
const SINES: [i16; 91] = [
    0, 71, 143, 214, 286, 357, 428, 499, 570, 641, 711, 782, 852, 921, 991, 1060, 1129, 1198, 1266, 1334, 1401, 1468, 1534,
    1600, 1666, 1731, 1796, 1860, 1923, 1986, 2048, 2110, 2171, 2231, 2290, 2349, 2408, 2465, 2522, 2578, 2633, 2687, 2741,
    2793, 2845, 2896, 2946, 2996, 3044, 3091, 3138, 3183, 3228, 3271, 3314, 3355, 3396, 3435, 3474, 3511, 3547, 3582, 3617,
    3650, 3681, 3712, 3742, 3770, 3798, 3824, 3849, 3873, 3896, 3917, 3937, 3956, 3974, 3991, 4006, 4021, 4034, 4046, 4056,
    4065, 4074, 4080, 4086, 4090, 4094, 4095, 4096,
];

impl Pose {
    /// The same on the other side: near becomes far, left becomes right.
    #[must_use]
    pub const fn turned(self, view: View) -> Self {
        let Self { lean, nod, arms: [a, b], legs: [c, d], lift } = self;
        let side = match view {
            View::Side => 1,
            View::Front => -1,
        };
        Self { lean: lean * side, nod: nod * side, arms: [b, a], legs: [d, c], lift }
    }

    /// Just this pose.
    pub fn bent(&self) -> Bent {
        let angle = |steps: i8| i32::from(steps) * STEP;
        Bent {
            lean: angle(self.lean),
            nod: angle(self.nod),
            arms: self.arms.map(|arm| arm.map(angle)),
            legs: self.legs.map(|leg| leg.map(angle)),
            lift: i32::from(self.lift) * 10,
        }
    }
}

impl Bent {
    /// On the way to another: `done` of `all` is behind.
    ///
    /// Joints begin and end gently. Who leaves the ground is thrown, and falls.
    #[must_use]
    pub fn towards(&self, to: &Self, done: i32, all: i32) -> Self {
        let all = all.max(1);
        // Thousandths: cubes of them stay far below what 32 bits hold.
        let t = done.clamp(0, all) * 1000 / all;
        let gently = t * t / 1000 * (3000 - 2 * t) / 1000;
        let angle = |from: i32, to: i32| from + (to - from) * gently / 1000;
        let thrown = if to.lift > self.lift { t * (2000 - t) / 1000 } else { t * t / 1000 };
        Self {
            lean: angle(self.lean, to.lean),
            nod: angle(self.nod, to.nod),
            arms: both(&self.arms, &to.arms, angle),
            legs: both(&self.legs, &to.legs, angle),
            lift: self.lift + (to.lift - self.lift) * thrown / 1000,
        }
    }

    /// Where its joints are.
    pub fn joints(&self, view: View, anchor: Anchor) -> Joints {
        let up = |from: Point, angle: i32, length: i32| along(from, 180 * DEGREE - angle, length);
        let hips = Point::default();
        let neck = up(hips, self.lean, SPINE);
        let head = up(neck, self.lean + self.nod, NECK);
        let chest = up(hips, self.lean, SHOULDER);
        let (shoulders, apart, foot) = match view {
            View::Side => (0, 0, 85),
            View::Front => (SHOULDERS, HIPS, 50),
        };
        let across = along(Point::default(), 90 * DEGREE - self.lean, shoulders);
        let mut arms = [[Point::default(); 3]; 2];
        let mut legs = [[Point::default(); 4]; 2];
        for side in 0..2 {
            // Seen from before, what is outwards lies to the left on the left.
            let out = if view == View::Front && side == 0 { -1 } else { 1 };
            let beside = if side == 0 { -1 } else { 1 };
            let [upper, elbow] = self.arms[side];
            let shoulder = Point { x: chest.x + beside * across.x, y: chest.y + beside * across.y };
            let bend = along(shoulder, out * upper, ARM);
            arms[side] = [shoulder, bend, along(bend, out * (upper + elbow), ARM)];
            let [thigh, knee, toes] = self.legs[side];
            let hip = Point { x: hips.x + beside * apart, y: hips.y };
            let bend = along(hip, out * thigh, THIGH);
            let heel = along(bend, out * (thigh - knee), SHIN);
            let toes = along(heel, out * (90 * DEGREE + toes), foot);
            legs[side] = [hip, bend, heel, toes];
        }
        let mut joints = Joints { head, neck, hips, arms, legs };
        let x = match anchor {
            Anchor::Hips | Anchor::Chair => 0,
            Anchor::Feet => -i32::midpoint(legs[0][2].x, legs[1][2].x),
        };
        let y = if anchor == Anchor::Chair { SEAT } else { self.lift - joints.lowest() };
        joints.each(&mut |point| *point = Point { x: point.x + x, y: point.y + y });
        joints
    }
}

fn both<const N: usize>(
    from: &[[i32; N]; 2],
    to: &[[i32; N]; 2],
    angle: impl Fn(i32, i32) -> i32,
) -> [[i32; N]; 2] {
    let mut now = *from;
    for (now, to) in now.iter_mut().zip(to) {
        for (now, to) in now.iter_mut().zip(to) {
            *now = angle(*now, *to);
        }
    }
    now
}

impl Joints {
    /// How far below the hips' first place anything of the figure reaches.
    pub fn lowest(&self) -> i32 {
        let limbs = self.arms.as_flattened().iter().chain(self.legs.as_flattened());
        let limbs = limbs.map(|it| it.y).min().unwrap_or_default() - LIMB;
        limbs.min(self.hips.y - TRUNK).min(self.head.y - HEAD)
    }

    /// Shows every joint to `change`.
    pub fn each(&mut self, change: &mut dyn FnMut(&mut Point)) {
        [&mut self.head, &mut self.neck, &mut self.hips].into_iter().for_each(&mut *change);
        self.arms.as_flattened_mut().iter_mut().for_each(&mut *change);
        self.legs.as_flattened_mut().iter_mut().for_each(&mut *change);
    }
}

/// A piece of the figure's drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A limb behind the trunk.
    Far,
    /// The trunk.
    Trunk,
    /// A limb before the trunk.
    Near,
}

impl Joints {
    /// Lines through joints, back to front; the head lies between the trunk and what is before it.
    pub fn lines(&self, view: View) -> [(Part, Vec<Point>); 5] {
        let [far_arm, near_arm] = self.arms.map(|arm| arm.to_vec());
        let [far_leg, near_leg] = self.legs.map(|leg| leg.to_vec());
        let (behind, before) = match view {
            View::Side => (Part::Far, Part::Near),
            View::Front => (Part::Near, Part::Near),
        };
        [
            (behind, far_arm),
            (behind, far_leg),
            (Part::Trunk, vec![self.hips, self.neck]),
            (before, near_leg),
            (before, near_arm),
        ]
    }

    /// Where the eyes are: one from the side.
    pub fn eyes(&self, view: View) -> Vec<Point> {
        let up = Point { x: self.head.x - self.neck.x, y: self.head.y - self.neck.y };
        let across = Point { x: up.y, y: -up.x };
        let at = |sideways: i32| Point {
            x: self.head.x + (up.x * 10 + across.x * sideways) / 100,
            y: self.head.y + (up.y * 10 + across.y * sideways) / 100,
        };
        match view {
            View::Side => vec![at(40)],
            View::Front => vec![at(-25), at(25)],
        }
    }
}

/// A step of a length from a point; downwards at nought, to the right at a quarter turn.
fn along(from: Point, angle: i32, length: i32) -> Point {
    let part = |sine: i32| (sine * length + WHOLE / 2).div_euclid(WHOLE);
    Point { x: from.x + part(sine(angle)), y: from.y - part(sine(angle + 90 * DEGREE)) }
}

/// The sine of an angle in sixteenths of a degree, straight between whole degrees.
fn sine(angle: i32) -> i32 {
    let angle = angle.rem_euclid(360 * DEGREE);
    let (angle, sign) = if angle < 180 * DEGREE { (angle, 1) } else { (angle - 180 * DEGREE, -1) };
    let angle = angle.min(180 * DEGREE - angle);
    let at = (angle / DEGREE) as usize;
    let of = |at: usize| i32::from(SINES.get(at).copied().unwrap_or(WHOLE as i16));
    let rest = angle % DEGREE;
    sign * (of(at) * (DEGREE - rest) + of(at + 1) * rest) / DEGREE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sines_are_those_of_the_standard_library() {
        for angle in -800 * DEGREE..800 * DEGREE {
            let exact = (f64::from(angle) / f64::from(DEGREE)).to_radians().sin();
            let found = f64::from(sine(angle)) / f64::from(WHOLE);
            assert!((exact - found).abs() < 0.000_5, "{angle}: {found} for {exact}");
        }
    }

    #[test]
    fn upright_the_figure_stands_on_both_feet() {
        let pose = Pose { lean: 0, nod: 0, arms: [[0; 2]; 2], legs: [[0; 3]; 2], lift: 0 };
        let joints = pose.bent().joints(View::Side, Anchor::Feet);
        assert_eq!(joints.legs[0][2], Point { x: 0, y: LIMB });
        assert_eq!(joints.head.x, 0);
        assert_eq!(joints.head.y, LIMB + SHIN + THIGH + SPINE + NECK);
    }
}
