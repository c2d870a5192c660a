//! On one's feet. The order is that of the names.

use super::seated;
use super::{DOWN, LOOSE, Move, NAMES, Prop, front, lifted, pose, side};
use crate::stage::moving::figure::{Pose, View};

/// All movements in their order; those on a chair come from their own file.
#[rustfmt::skip]
pub(super) const fn table() -> [Move; NAMES.len()] {
    [
        STAND_STILL, WALK, MARCH, RUN, JOG, STOP, TIPTOE, HEELS, ELEPHANT, CRANE, HORSE, BEAR, DUCK, FROG, JUMP, BOUNCE, HOP,
        LAND, SQUAT, BEND_KNEES, HEEL_RAISE, STEP_OVER, STAR_JUMP, STAR_STEP, BALANCE, TOE_DOWN, TREE, PLANE, LOW_PLANE,
        TIGHTROPE, ARM_SWING, ARM_CIRCLE, REACH, SIDE_BEND, TWIST, SHAKE, HANG, CALF, THIGH, HUG, BREATHE, SLIP,
        seated::SIT, seated::MARCH, seated::RUN, seated::HEELS, seated::KICK, seated::REACH, seated::FORWARD, seated::SWING,
        seated::OPEN, seated::RISE, seated::BALANCE, seated::HUG, seated::BREATHE, seated::ELEPHANT, seated::WINGS,
        seated::PAWS, seated::JUMP, seated::STOP, seated::SHAKE,
    ]
}

const STAND: Pose = pose([0, 0], [LOOSE, LOOSE], [DOWN, DOWN]);
const STAND_STILL: Move = front(&[(40, OPEN_STAND)]);
const OPEN_STAND: Pose = pose([0, 0], [[15, -5], [15, -5]], [[5, 0, 0], [5, 0, 0]]);

const WALK: Move = side(&[
    (7, pose([5, 0], [[25, 20], [-25, 10]], [[-20, 15, -25], [25, 5, 15]])),
    (6, pose([5, 0], [[0, 15], [0, 15]], [[15, 50, -15], [0, 5, 0]])),
])
.turning();
const MARCH: Move =
    side(&[(5, STAND), (7, pose([0, 0], [[-35, 40], [45, 80]], [[85, 85, 0], DOWN]))]).turning();
const RUNNING: Pose =
    lifted(3, pose([10, -5], [[45, 95], [-50, 80]], [[-30, 65, -55], [55, 70, 0]]));
const RUNNING_ON: Pose = pose([10, -5], [[5, 90], [-10, 85]], [[15, 105, -40], [10, 25, 0]]);
const RUN: Move = side(&[(4, RUNNING), (3, RUNNING_ON)]).turning();
const JOG: Move = side(&[
    (4, lifted(1, pose([5, 0], [[30, 85], [-30, 80]], [[-15, 45, -45], [30, 45, 0]]))),
    (4, pose([5, 0], [[0, 85], [-5, 85]], [[5, 60, -35], [5, 20, 0]])),
])
.turning();
const STOP: Move = side(&[
    (4, RUNNING),
    (3, RUNNING_ON),
    (4, RUNNING.turned(View::Side)),
    (3, RUNNING_ON.turned(View::Side)),
    (4, RUNNING),
    (4, RUNNING_ON),
    (30, STOPPED),
    (30, STOPPED),
]);
const STOPPED: Pose = pose([0, 0], [[50, 40], [40, 40]], [[-5, 50, -20], [45, 60, 0]]);
const TIPTOE: Move = side(&[
    (14, pose([0, 0], [[45, 70], [25, 70]], [[-15, 25, -60], [20, 10, -45]])),
    (10, pose([0, 0], [[35, 70], [35, 70]], [[30, 65, -45], [0, 5, -45]])),
])
.turning();
const HEELS: Move = side(&[
    (8, pose([0, 0], [[25, 10], [-25, 10]], [[-15, 5, 20], [20, 5, 35]])),
    (8, pose([0, 0], [LOOSE, LOOSE], [[15, 35, 20], [0, 5, 25]])),
])
.turning();
const ELEPHANT: Move = side(&[
    (12, pose([55, -35], [[-20, 5], [-15, 5]], [[-15, 10, -15], [20, 10, 5]])),
    (12, pose([55, -35], [[30, 10], [35, 10]], [[25, 55, -10], [0, 10, 0]])),
])
.turning()
.aside(-12);
const CRANE: Move = side(&[
    (8, pose([0, 0], [[10, 5], [-10, 0]], [[-10, 15, -15], [10, 5, 0]])),
    (16, pose([0, 0], [[85, -10], [-85, 10]], [[90, 95, -25], DOWN])),
    (10, pose([0, 0], [[45, -5], [-45, 5]], [[60, 20, 10], [-5, 5, 0]])),
])
.turning();
const HORSE: Move = side(&[
    (4, lifted(5, pose([5, 0], [[50, 65], [60, 55]], [[-10, 75, -60], [75, 85, -10]]))),
    (4, pose([5, 0], [[40, 65], [50, 55]], [[20, 95, -40], [10, 25, 0]])),
])
.turning();
const BEAR: Move = side(&[
    (9, pose([100, -50], [[15, 0], [-15, 0]], [[10, 50, -25], [35, 65, 0]])),
    (9, pose([100, -50], [[-15, 0], [15, 5]], [[35, 65, 0], [10, 50, -25]])),
])
.aside(-26);
const DUCK: Move = side(&[
    (8, pose([15, -5], [[-45, 70], [-40, 75]], [[75, 140, -30], [95, 130, 0]])),
    (8, pose([15, -5], [[-40, 75], [-45, 70]], [[95, 130, 0], [75, 140, -30]])),
]);
const CROUCH: Pose = pose([75, -45], [[10, 5], [5, 10]], [[80, 125, -25], [85, 125, -25]]);
const FROG: Move = side(&[
    (14, CROUCH),
    (6, lifted(14, pose([25, 0], [[125, 10], [135, 10]], [[-5, 25, -50], [-10, 20, -50]]))),
    (5, pose([45, -20], [[60, 10], [65, 10]], [[60, 90, 0], [65, 90, 0]])),
])
.on_feet()
.aside(-12);
const SQUATTED: Pose = pose([40, -25], [[90, 0], [85, 5]], [[75, 105, 0], [80, 110, 0]]);
const LANDED: Pose = pose([35, -25], [[65, 10], [60, 10]], [[55, 85, 0], [60, 90, 0]]);
const READY: Pose = pose([40, -25], [[-50, 5], [-55, 5]], [[55, 85, 0], [60, 90, 0]]);
const JUMP: Move = side(&[
    (8, STAND),
    (6, READY),
    (6, lifted(15, pose([5, 0], [[140, 10], [150, 10]], [[5, 20, -35], [0, 15, -35]]))),
    (14, LANDED),
    (8, LANDED),
])
.on_feet();
const SOFT: Pose = pose([10, -5], [[20, 60], [15, 60]], [[20, 35, 0], [25, 40, 0]]);
const BOUNCE: Move = side(&[
    (4, SOFT),
    (4, lifted(6, pose([5, 0], [[30, 50], [25, 50]], [[5, 15, -40], [0, 10, -40]]))),
])
.on_feet();
const HOP: Move = side(&[
    (5, pose([10, -5], [[30, 50], [-10, 60]], [[25, 95, -40], [25, 40, 0]])),
    (5, lifted(6, pose([5, 0], [[45, 50], [10, 60]], [[35, 95, -40], [0, 10, -40]]))),
]);
const LAND: Move = side(&[
    (14, STAND),
    (8, pose([0, 0], [[165, 5], [160, 5]], [[0, 0, -40], [0, 0, -40]])),
    (22, LANDED),
    (12, LANDED),
])
.on_feet();
const SQUAT: Move = side(&[(16, STAND), (8, SQUATTED), (16, SQUATTED)]).on_feet();
const BEND_KNEES: Move = side(&[
    (12, STAND),
    (6, pose([20, -10], [[50, 10], [45, 10]], [[35, 60, 0], [40, 65, 0]])),
    (12, pose([20, -10], [[50, 10], [45, 10]], [[35, 60, 0], [40, 65, 0]])),
])
.on_feet();
const HEEL_RAISE: Move = side(&[
    (12, STAND),
    (10, pose([0, 0], [[30, 5], [25, 5]], [[0, 0, -45], [0, 0, -45]])),
    (12, pose([0, 0], [[30, 5], [25, 5]], [[0, 0, -45], [0, 0, -45]])),
])
.on_feet();
const STEP_OVER: Move = side(&[
    (7, pose([0, 0], [[10, 10], [-10, 10]], [[-15, 15, -20], [15, 5, 0]])),
    (8, pose([5, 0], [[30, 20], [-25, 15]], [[70, 75, 5], DOWN])),
    (6, pose([5, 0], [[20, 15], [-15, 10]], [[35, 15, 10], [-10, 5, -10]])),
])
.turning()
.at(Prop::Rope);
const STAR_JUMP: Move = front(&[
    (6, pose([0, 0], [[10, -5], [10, -5]], [[5, 5, 0], [5, 5, 0]])),
    (4, lifted(5, pose([0, 0], [[90, 5], [90, 5]], [[15, 0, -20], [15, 0, -20]]))),
    (6, pose([0, 0], [[150, 10], [150, 10]], [[30, 5, 0], [30, 5, 0]])),
    (4, lifted(5, pose([0, 0], [[90, 5], [90, 5]], [[15, 0, -20], [15, 0, -20]]))),
]);
const STAR_STEP: Move = front(&[
    (8, pose([0, 0], [[10, -5], [10, -5]], [[5, 0, 0], [5, 0, 0]])),
    (8, pose([0, 0], [[100, 10], [100, 10]], [[35, 0, -10], [0, 10, 0]])),
])
.turning();
const BALANCE: Move = front(&[
    (14, OPEN_STAND),
    (26, pose([0, 0], [[85, 5], [90, 0]], [[40, 85, -30], [-5, 0, 0]])),
    (26, pose([-5, 5], [[95, 0], [80, 5]], [[40, 85, -30], [-5, 0, 0]])),
    (14, pose([0, 0], [[85, 5], [90, 0]], [[40, 85, -30], [-5, 0, 0]])),
])
.turning();
const TOE_DOWN: Move = front(&[
    (14, OPEN_STAND),
    (30, pose([0, 0], [[70, 5], [70, 5]], [[25, 25, -35], [-5, 0, 0]])),
    (14, pose([0, 0], [[70, 5], [70, 5]], [[25, 25, -35], [-5, 0, 0]])),
])
.turning();
const TREE: Move = front(&[
    (16, OPEN_STAND),
    (40, pose([0, 0], [[165, 20], [165, 20]], [[50, 115, -35], [-5, 0, 0]])),
    (16, pose([0, 0], [[165, 20], [165, 20]], [[50, 115, -35], [-5, 0, 0]])),
])
.turning();
const PLANE: Move = side(&[
    (16, STAND),
    (40, pose([70, -45], [[125, -5], [-40, 5]], [[-75, 10, -75], [5, 10, 0]])),
    (16, pose([70, -45], [[125, -5], [-40, 5]], [[-75, 10, -75], [5, 10, 0]])),
])
.turning()
.aside(-5);
const LOW_PLANE: Move = side(&[
    (14, STAND),
    (36, pose([25, -15], [[80, -5], [-60, 5]], [[-30, 10, -45], [0, 5, 0]])),
    (14, pose([25, -15], [[80, -5], [-60, 5]], [[-30, 10, -45], [0, 5, 0]])),
])
.turning()
.aside(-8);
const TIGHTROPE: Move = side(&[
    (14, pose([0, 0], [[80, 0], [-80, 0]], [[-10, 5, -15], [15, 5, 0]])),
    (12, pose([0, 0], [[85, 0], [-75, 0]], [[20, 45, -10], [0, 5, 0]])),
    (14, pose([0, 0], [[75, 0], [-85, 0]], [[15, 5, 0], [-10, 5, -15]])),
    (12, pose([0, 0], [[80, 0], [-80, 0]], [[0, 5, 0], [20, 45, -10]])),
])
.at(Prop::Rope);
const ARM_SWING: Move = side(&[
    (9, pose([5, 0], [[55, 10], [-45, 5]], [[5, 15, 0], [10, 15, 0]])),
    (9, pose([5, 0], [[-45, 5], [55, 10]], [[10, 15, 0], [5, 15, 0]])),
]);
const ARM_CIRCLE: Move = side(&[
    (8, pose([0, 0], [[10, 0], [0, 0]], [DOWN, DOWN])),
    (8, pose([0, 0], [[100, 0], [90, 0]], [DOWN, DOWN])),
    (8, pose([0, 0], [[190, 0], [180, 0]], [DOWN, DOWN])),
    (8, pose([0, 0], [[280, 0], [270, 0]], [DOWN, DOWN])),
    (0, pose([0, 0], [[370, 0], [360, 0]], [DOWN, DOWN])),
]);
const REACH: Move = front(&[
    (12, pose([0, 0], [[150, 15], [150, 15]], [[5, 0, 0], [5, 0, 0]])),
    (14, pose([5, -5], [[130, 25], [175, 5]], [[5, 0, -15], [5, 0, -35]])),
])
.turning();
const SIDE_BEND: Move = front(&[
    (16, pose([0, 0], [[45, -100], [45, -100]], [[10, 0, 0], [10, 0, 0]])),
    (24, pose([20, 5], [[195, 5], [45, -100]], [[10, 0, 0], [10, 0, 0]])),
])
.turning();
const TWIST: Move =
    front(&[(12, pose([0, 0], [[-35, -50], [75, 10]], [[15, 0, 0], [15, 5, 0]]))]).turning();
const SHAKE: Move = front(&[
    (4, pose([0, 0], [[45, -25], [25, 20]], [[15, 20, -20], [-5, 0, 0]])),
    (4, pose([0, 0], [[25, 20], [45, -25]], [[20, 35, -20], [-5, 0, 0]])),
    (4, pose([0, 0], [[45, -25], [25, 20]], [[15, 20, -20], [-5, 0, 0]])),
    (6, OPEN_STAND),
])
.turning();
const HANG: Move = side(&[
    (20, STAND),
    (30, pose([105, 30], [[5, 5], [0, 5]], [[5, 20, 0], [10, 25, 0]])),
    (20, pose([110, 30], [[10, 5], [5, 5]], [[5, 20, 0], [10, 25, 0]])),
])
.on_feet()
.aside(-12);
const STRETCHED_CALF: Pose = pose([15, 0], [[80, 10], [75, 10]], [[-30, 0, 0], [35, 60, 0]]);
const CALF: Move = side(&[
    (20, pose([5, 0], [[70, 20], [65, 20]], [[-20, 0, 0], [15, 30, 0]])),
    (60, STRETCHED_CALF),
])
.at(Prop::Wall);
const THIGH: Move = side(&[
    (20, pose([0, 0], [[15, 10], [75, 10]], [DOWN, DOWN])),
    (50, pose([0, 0], [[-20, 0], [75, 10]], [[-15, 150, -90], DOWN])),
    (20, pose([0, 0], [[-20, 0], [75, 10]], [[-15, 150, -90], DOWN])),
])
.at(Prop::Wall);
const HUG: Move = front(&[
    (20, pose([0, 0], [[85, 5], [85, 5]], [[5, 0, 0], [5, 0, 0]])),
    (40, pose([0, 0], [[35, -130], [35, -120]], [[5, 0, 0], [5, 0, 0]])),
]);
const BREATHE: Move = front(&[
    (60, pose([0, 0], [[15, -5], [15, -5]], [[5, 0, 0], [5, 0, 0]])),
    (70, pose([0, 0], [[165, 10], [165, 10]], [[5, 0, 0], [5, 0, 0]])),
]);
const SLIP: Move = side(&[
    (10, pose([0, 0], [[25, 20], [-25, 10]], [[-20, 15, -25], [25, 5, 15]])),
    (30, pose([-30, 15], [[110, 20], [-70, 10]], [[-5, 35, -20], [65, 10, 40]])),
]);
