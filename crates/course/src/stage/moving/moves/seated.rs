//! On a chair.

use super::{Leg, Move, lifted, pose, seated};
use crate::stage::moving::figure::Pose;

/// Foot flat, knee over it.
const FLAT: Leg = [90, 90, 0];
const LAP: [i16; 2] = [30, 15];

const SAT: Pose = pose([0, 0], [LAP, LAP], [FLAT, FLAT]);
pub(super) const SIT: Move = seated(&[(40, SAT)]);
pub(super) const MARCH: Move =
    seated(&[(6, SAT), (8, pose([0, 0], [[-30, 40], [45, 80]], [[115, 105, 0], FLAT]))]).turning();
pub(super) const RUN: Move =
    seated(&[(4, pose([10, -5], [[45, 95], [-50, 80]], [[100, 100, -20], FLAT]))]).turning();
pub(super) const HEELS: Move = seated(&[
    (12, SAT),
    (8, pose([0, 0], [LAP, LAP], [[100, 100, -30], [100, 100, -30]])),
    (12, pose([0, 0], [LAP, LAP], [[100, 100, -30], [100, 100, -30]])),
]);
pub(super) const KICK: Move = seated(&[
    (10, SAT),
    (16, pose([-5, 5], [[-10, 10], [-10, 10]], [[90, 10, 75], FLAT])),
    (10, pose([-5, 5], [[-10, 10], [-10, 10]], [[90, 10, 75], FLAT])),
])
.turning();
pub(super) const REACH: Move = seated(&[
    (14, pose([0, 0], [[150, 15], LAP], [FLAT, FLAT])),
    (14, pose([0, -10], [[180, 0], LAP], [FLAT, FLAT])),
])
.turning();
pub(super) const FORWARD: Move = seated(&[
    (24, SAT),
    (30, pose([60, 20], [[25, 5], [20, 5]], [FLAT, FLAT])),
    (24, pose([65, 20], [[20, 5], [15, 5]], [FLAT, FLAT])),
]);
pub(super) const SWING: Move = seated(&[
    (9, pose([0, 0], [[55, 10], [-45, 5]], [FLAT, FLAT])),
    (9, pose([0, 0], [[-45, 5], [55, 10]], [FLAT, FLAT])),
]);
pub(super) const OPEN: Move =
    seated(&[(8, SAT), (8, pose([-5, 0], [[155, 10], [150, 10]], [[90, 25, 60], [90, 25, 60]]))]);
pub(super) const RISE: Move = seated(&[
    (12, SAT),
    (10, pose([45, -25], [[90, 0], [85, 0]], [[90, 100, 0], [90, 100, 0]])),
    (12, pose([45, -25], [[90, 0], [85, 0]], [[90, 100, 0], [90, 100, 0]])),
]);
pub(super) const BALANCE: Move = seated(&[
    (14, SAT),
    (40, pose([-5, 5], [[90, -5], [-85, 5]], [[95, 25, 40], FLAT])),
    (14, pose([-5, 5], [[90, -5], [-85, 5]], [[95, 25, 40], FLAT])),
])
.turning();
pub(super) const HUG: Move =
    seated(&[(20, SAT), (40, pose([5, 10], [[55, 130], [50, 125]], [FLAT, FLAT]))]);
pub(super) const BREATHE: Move =
    seated(&[(60, SAT), (70, pose([-5, -5], [[170, 5], [165, 5]], [FLAT, FLAT]))]);
pub(super) const ELEPHANT: Move = seated(&[
    (12, pose([35, -25], [[0, 5], [-5, 5]], [FLAT, FLAT])),
    (12, pose([35, -25], [[60, 10], [55, 10]], [FLAT, [100, 100, -15]])),
]);
pub(super) const WINGS: Move = seated(&[
    (12, pose([0, 0], [[25, 5], [-25, 5]], [FLAT, FLAT])),
    (12, pose([0, 0], [[100, -10], [-95, 10]], [[115, 105, -15], FLAT])),
])
.turning();
pub(super) const PAWS: Move = seated(&[
    (9, pose([15, -10], [[90, 15], [20, 90]], [FLAT, FLAT])),
    (9, pose([15, -10], [[20, 90], [90, 15]], [FLAT, FLAT])),
]);
pub(super) const JUMP: Move = seated(&[
    (8, pose([20, -10], [[-45, 5], [-50, 5]], [FLAT, FLAT])),
    (8, lifted(0, pose([0, 0], [[150, 10], [145, 10]], [[105, 105, -35], [105, 105, -35]]))),
    (14, pose([10, -10], [[60, 10], [55, 10]], [FLAT, FLAT])),
]);
pub(super) const STOP: Move = seated(&[
    (4, pose([10, -5], [[45, 95], [-50, 80]], [[100, 100, -20], FLAT])),
    (4, pose([10, -5], [[-50, 80], [45, 95]], [FLAT, [100, 100, -20]])),
    (4, pose([10, -5], [[45, 95], [-50, 80]], [[100, 100, -20], FLAT])),
    (4, pose([10, -5], [[-50, 80], [45, 95]], [FLAT, [100, 100, -20]])),
    (30, pose([-5, 0], [[60, 40], [50, 40]], [FLAT, FLAT])),
    (30, pose([-5, 0], [[60, 40], [50, 40]], [FLAT, FLAT])),
]);
pub(super) const SHAKE: Move = seated(&[
    (4, pose([0, 0], [[50, 20], [25, 60]], [FLAT, [90, 60, 10]])),
    (4, pose([0, 0], [[25, 60], [50, 20]], [FLAT, [90, 80, 0]])),
])
.turning();
