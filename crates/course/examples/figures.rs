//! The figures of the engine `moving`, to look at: `figures` prints a page with every movement in eight moments, `figures NAME MS` one
//! picture for `courses/pictures`, and `figures stiff` or another of the mistakes below a picture of that.

use course::stage::moving::figure::{Anchor, HEAD, Joints, LIMB, Part, Point, Pose, TRUNK, View};
use course::stage::moving::moves::{MOVES, Move, NAMES, Prop, named, of};
use std::fmt::Write as _;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments[..] {
        [name, ms] => {
            let it = of(named(name).expect("a movement of this name"));
            println!("{}", picture(it, ms.parse().expect("milliseconds")));
        }
        [name] => {
            let mistake = MISTAKES.iter().find(|(known, ..)| known == name);
            let (_, view, anchor, pose) = mistake.expect("a mistake of this name");
            let mut out = opened();
            figure(&pose.bent().joints(*view, *anchor), *view, &mut out);
            println!("{out}</svg>");
        }
        _ => println!("{}", page()),
    }
}

/// What no routine shows: how it should not be done. Angles are in steps of five degrees.
const MISTAKES: [(&str, View, Anchor, Pose); 4] = [
    // Lands on straight legs, on the heels.
    (
        "stiff",
        View::Side,
        Anchor::Feet,
        Pose { lean: -1, nod: 0, arms: [[9, 4], [11, 4]], legs: [[3, 0, 4], [4, 0, 4]], lift: 0 },
    ),
    // Runs and looks at the feet.
    (
        "lookdown",
        View::Side,
        Anchor::Hips,
        Pose {
            lean: 5,
            nod: 12,
            arms: [[9, 19], [-10, 16]],
            legs: [[-6, 13, -11], [11, 14, 0]],
            lift: 0,
        },
    ),
    // Stops on a straight leg and falls forwards.
    (
        "tumble",
        View::Side,
        Anchor::Hips,
        Pose {
            lean: 8,
            nod: 1,
            arms: [[20, 3], [22, 2]],
            legs: [[-10, 2, -12], [-3, 0, -4]],
            lift: 0,
        },
    ),
    // Stands on one leg, looks down and leans over.
    (
        "wobble",
        View::Front,
        Anchor::Hips,
        Pose {
            lean: 5,
            nod: 5,
            arms: [[26, -2], [6, 2]],
            legs: [[10, 13, -4], [-1, 0, 0]],
            lift: 0,
        },
    ),
];

fn page() -> String {
    let mut out = "<!doctype html><meta charset=utf-8><style>body{font:13px sans-serif;margin:4px}p{display:inline-block;margin:2px 8px 2px 0;background:#eef}svg{width:84px;height:105px;background:#fff;margin:1px;vertical-align:middle}</style>".to_owned();
    for (name, it) in NAMES.iter().zip(&MOVES) {
        let _ = write!(out, "<p>{name} {} ms<br>", it.round_ms());
        let keys = it.round_ms();
        for nth in 0..8 {
            out.push_str(&picture(it, keys * nth / 8));
        }
        out.push_str("</p>");
    }
    out
}

fn picture(it: &Move, ms: u32) -> String {
    let joints = it.joints_at(ms);
    let mut out =
        String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-500 -1230 1000 1270\">");
    out.push_str("<path stroke=\"#8a8577\" stroke-width=\"12\" fill=\"none\" d=\"M-480 6H480\"/>");
    if it.prop == Prop::Chair {
        out.push_str("<path stroke=\"#b97f48\" stroke-width=\"28\" fill=\"none\" d=\"M-190 -520V-14M-190 -176H40V-14\"/>");
    }
    if it.prop == Prop::Wall {
        out.push_str("<path fill=\"#ddd9cf\" d=\"M330 -1200H400V0H330z\"/>");
    }
    figure(&joints, it.view, &mut out);
    out.push_str("</svg>");
    out
}

/// A picture with the ground.
fn opened() -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-500 -1230 1000 1270\"><path stroke=\"#8a8577\" stroke-width=\"12\" fill=\"none\" d=\"M-480 6H480\"/>".to_owned()
}

fn figure(joints: &Joints, view: View, out: &mut String) {
    for (part, points) in joints.lines(view) {
        let (colour, width) = match part {
            Part::Far => ("#3c7a35", LIMB * 2 - 6),
            Part::Trunk => ("#3a6fb0", TRUNK * 2),
            Part::Near => ("#4f9a46", LIMB * 2),
        };
        if part == Part::Trunk {
            let Point { x, y } = joints.head;
            let _ = write!(out, "<circle fill=\"#e7b78f\" cx=\"{x}\" cy=\"{}\" r=\"{HEAD}\"/>", -y);
        }
        let ways: Vec<String> = points.iter().map(|it| format!("{} {}", it.x, -it.y)).collect();
        let _ = write!(
            out,
            "<path stroke=\"{colour}\" stroke-width=\"{width}\" stroke-linecap=\"round\" stroke-linejoin=\"round\" fill=\"none\" d=\"M{}\"/>",
            ways.join("L")
        );
    }
    for Point { x, y } in joints.eyes(view) {
        let _ = write!(out, "<circle fill=\"#1d2433\" cx=\"{x}\" cy=\"{}\" r=\"12\"/>", -y);
    }
}
