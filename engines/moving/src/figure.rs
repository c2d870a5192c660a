//! The figure as a picture: lines of SVG, whose colours are the style sheet's.

use course::digits::digits;
use course::stage::moving::figure::{HEAD, LIMB, Part, Point, TRUNK};
use course::stage::moving::moves::{Move, Prop, of as movement};
use stage::node::{Element, el, of};

/// The figure of this movement after so many milliseconds, with what is beside it. It needs no words: what it does stands in
/// letters next to it.
pub fn picture<A>(figure: u8, prop: Prop, ms: u32) -> Element<A> {
    let it = movement(figure);
    // Somebody beside it needs room.
    let (seen, ground) = if matches!(prop, Prop::Child | Prop::Adult) {
        ("-500 -1220 1320 1250", "M-500 6H820")
    } else {
        ("-500 -1220 1000 1250", "M-500 6H500")
    };
    let mut picture = of("svg", "person")
        .is("viewBox", seen)
        .is("aria-hidden", "true")
        .with(path("ground", 12, ground));
    for prop in [it.prop, prop] {
        picture = beside(picture, prop);
    }
    body(picture, it, ms)
}

/// Pictures that stand for the movement where nothing may move: the poses between which it goes.
pub fn stills<A>(figure: u8) -> Vec<Element<A>> {
    let it = movement(figure);
    let second = it.still();
    let mut all = vec![picture(figure, Prop::None, 0)];
    if second > 0 {
        all.push(picture(figure, Prop::None, second));
    }
    all
}

/// The one picture that says most.
pub fn still<A>(figure: u8, prop: Prop) -> Element<A> {
    picture(figure, prop, movement(figure).still())
}

fn body<A>(mut picture: Element<A>, it: &Move, ms: u32) -> Element<A> {
    let joints = it.joints_at(ms);
    for (part, points) in joints.lines(it.view) {
        let (class, width) = match part {
            Part::Far => ("far", LIMB * 2 - 6),
            Part::Trunk => ("trunk", TRUNK * 2),
            Part::Near => ("near", LIMB * 2),
        };
        if part == Part::Trunk {
            picture = picture.with(disc("skin", joints.head, HEAD));
        }
        picture = picture.with(path(class, width, &way(&points)));
    }
    let eyes = joints.eyes(it.view);
    eyes.into_iter().fold(picture, |picture, eye| picture.with(disc("eye", eye, 13)))
}

/// Through these points, downwards being downwards.
fn way(points: &[Point]) -> String {
    let mut way = String::new();
    for point in points {
        way.push_str(if way.is_empty() { "M" } else { "L" });
        way.push_str(&digits(point.x.into()));
        way.push(' ');
        way.push_str(&digits((-point.y).into()));
    }
    way
}

fn path<A>(class: &'static str, width: i32, way: &str) -> Element<A> {
    of("path", class).is("stroke-width", &digits(width.into())).is("d", way)
}

/// A shape that is filled.
fn shape<A>(class: &'static str, way: &str) -> Element<A> {
    of("path", class).is("d", way)
}

fn disc<A>(class: &'static str, at: Point, radius: i32) -> Element<A> {
    let number = |it: i32| digits(it.into());
    let disc = el("circle").is("cx", &number(at.x)).is("cy", &number(-at.y));
    disc.is("class", class).is("r", &number(radius))
}

/// What stands or lies there.
fn beside<A>(picture: Element<A>, prop: Prop) -> Element<A> {
    let point = |x, y| Point { x, y };
    match prop {
        Prop::None => picture,
        Prop::Chair => picture.with(path("wood", 28, "M-190 -520V-14M-190 -176H40V-14")),
        Prop::Wall => picture.with(shape("stone", "M330 -1220H440V0H330z")),
        Prop::Rope => picture.with(path("rope", 24, "M-480 -6Q-240 -40 0 -6T480 -6")),
        Prop::Ball => picture.with(disc("warm", point(360, 75), 75)),
        Prop::Puddle => picture.with(shape("wet", "M120 8Q280 -34 460 8Q300 34 120 8z")),
        Prop::Stones => picture
            .with(shape("stone", "M170 0Q180 -80 250 -70Q310 -50 320 0z"))
            .with(shape("stone", "M350 0Q370 -50 410 -45Q450 -30 455 0z")),
        Prop::Road => picture
            .with(shape("road", "M150 -20H500V40H150z"))
            .with(path("mark", 10, "M190 10H250M310 10H370M430 10H490"))
            .with(shape("warm", "M290 -60V-150Q290 -170 310 -170H350L390 -240H480L500 -170V-60z"))
            .with(disc("eye", point(360, 55), 42)),
        Prop::Sun => picture
            .with(disc("sun", point(-330, 1010), 110))
            .with(path("rays", 22, "M-330 -1190V-1150M-500 -1010H-470M-190 -1010H-150M-450 -1130L-425 -1105M-210 -1130L-235 -1105M-450 -890L-425 -915M-210 -890L-235 -915")),
        Prop::Storm => picture
            .with(shape("cloud", "M-440 -930Q-490 -1050 -370 -1060Q-330 -1170 -220 -1110Q-110 -1120 -120 -1010Q-70 -930 -160 -930z"))
            .with(shape("sun", "M-270 -910L-340 -760H-280L-330 -640L-190 -810H-250L-210 -910z")),
        Prop::Child => person(picture, 8, "near"),
        Prop::Adult => person(picture, 10, "trunk"),
        Prop::Water => picture
            .with(shape("wet", "M90 -10Q150 -40 210 -10T330 -10T450 -10L500 -20V30H90z")),
        Prop::Ice => picture
            .with(shape("ice", "M60 -6L500 -14V26H60z"))
            .with(path("flakes", 14, "M-380 -1010V-890M-432 -980L-328 -920M-328 -980L-432 -920M-150 -1110V-1010M-193 -1085L-107 -1035M-107 -1085L-193 -1035")),
    }
}

/// Somebody who stands there, so many eighths as tall as the figure.
fn person<A>(picture: Element<A>, eighths: i32, class: &'static str) -> Element<A> {
    let y = |it: i32| it * eighths / 8;
    let point = |dx: i32, up: i32| Point { x: 640 + y(dx), y: y(up) };
    let legs = [point(-70, 40), point(-20, 440), point(20, 440), point(70, 40)];
    let arms = [point(-110, 430), point(-30, 690), point(30, 690), point(110, 430)];
    picture
        .with(disc("skin", point(0, 850), y(95)))
        .with(disc("eye", point(-30, 865), 12))
        .with(disc("eye", point(30, 865), 12))
        .with(path("far", y(60), &way(&legs)))
        .with(path("far", y(50), &way(&arms)))
        .with(path(class, y(110), &way(&[point(0, 480), point(0, 670)])))
}
