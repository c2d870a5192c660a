//! Which words name paints, lines, forms and what is wanted.

use crate::words::Message as M;
use course::digits::decimal;
use course::stage::drawing::blend::{Hue, Pot};
use course::stage::drawing::kind::Kind;
use course::stage::drawing::paint::{Family, Paint};
use course::stage::drawing::shape::Form;
use course::stage::drawing::sheet::Width;
use course::stage::drawing::want::Want;
use stage::words::Locale;

pub const fn paint(paint: Paint) -> M {
    match paint {
        Paint::Black => M::Black,
        Paint::White => M::White,
        Paint::Grey => M::Grey,
        Paint::Red => M::Red,
        Paint::Orange => M::Orange,
        Paint::Yellow => M::Yellow,
        Paint::Green => M::Green,
        Paint::Blue => M::Blue,
        Paint::Purple => M::Purple,
        Paint::Pink => M::Pink,
        Paint::Brown => M::Brown,
        Paint::Sky => M::Sky,
        Paint::Teal => M::Teal,
    }
}

pub const fn hue(hue: Hue) -> M {
    match hue {
        Hue::Red => M::Red,
        Hue::Orange => M::Orange,
        Hue::Yellow => M::Yellow,
        Hue::Green => M::Green,
        Hue::Blue => M::Blue,
        Hue::Purple => M::Purple,
        Hue::Pink => M::Pink,
        Hue::Brown => M::Brown,
        Hue::Grey => M::Grey,
        Hue::Black => M::Black,
        Hue::White => M::White,
    }
}

pub const fn pot(pot: Pot) -> M {
    match pot {
        Pot::Red => M::Red,
        Pot::Yellow => M::Yellow,
        Pot::Blue => M::Blue,
        Pot::White => M::White,
        Pot::Black => M::Black,
    }
}

pub const fn kind(kind: Kind) -> M {
    match kind {
        Kind::Straight => M::Straight,
        Kind::Curved => M::Curved,
        Kind::Wavy => M::Wavy,
        Kind::Zigzag => M::Zigzag,
        Kind::Spiral => M::Spiral,
        Kind::Dot => M::Dot,
    }
}

pub const fn width(width: Width) -> M {
    match width {
        Width::Thin => M::Thin,
        Width::Middle => M::Middle,
        Width::Thick => M::Thick,
    }
}

pub const fn form(form: Form) -> M {
    match form {
        Form::Circle => M::Circle,
        Form::Square => M::Square,
        Form::Rectangle => M::Rectangle,
        Form::Triangle => M::Triangle,
        Form::Half => M::Half,
        Form::Corner => M::Corner,
        Form::Quarter => M::Quarter,
    }
}

/// What is wanted and how much of it there is: `wavy lines 1/2`.
pub fn want(locale: Locale, want: Want, had: u32, needed: u32) -> String {
    let named = match want {
        Want::Kinds(_) => M::KindsOfLine,
        Want::Line(Kind::Straight, _) => M::StraightLines,
        Want::Line(Kind::Curved, _) => M::CurvedLines,
        Want::Line(Kind::Wavy, _) => M::WavyLines,
        Want::Line(Kind::Zigzag, _) => M::ZigzagLines,
        Want::Line(Kind::Spiral, _) => M::Spirals,
        Want::Line(Kind::Dot, _) => M::Dots,
        Want::Wide(Width::Thin, _) => M::ThinLines,
        Want::Wide(Width::Middle, _) => M::MiddleLines,
        Want::Wide(Width::Thick, _) => M::ThickLines,
        Want::Marks(_) => M::Marks,
        Want::Paints(_) => M::Paints,
        Want::Of(Family::Cool, _) => M::CoolPaints,
        Want::Of(Family::Warm | Family::Neutral, _) => M::WarmPaints,
        Want::Forms(_) => M::KindsOfShape,
        Want::Shapes(_) => M::Shapes,
        Want::Form(form, _) => {
            let named = M::OfForm.fill(locale, &[self::form(form).say(locale)]);
            return counted(had, needed, &named);
        }
        Want::Only(Family::Cool) => return M::OnlyCool.say(locale).to_owned(),
        Want::Only(Family::Warm | Family::Neutral) => return M::OnlyWarm.say(locale).to_owned(),
        Want::Mirror => return M::BothSides.say(locale).to_owned(),
        Want::Horizon => return M::Horizon.say(locale).to_owned(),
        Want::Painted => return M::AllPainted.say(locale).to_owned(),
        Want::Cover(_) => M::Covered,
    };
    counted(had, needed, named.say(locale))
}

/// `1/2 wavy lines`
pub fn counted(had: u32, needed: u32, named: &str) -> String {
    let had = decimal(had.min(needed).into());
    [&had, "/", &decimal(needed.into()), " ", named].concat()
}
