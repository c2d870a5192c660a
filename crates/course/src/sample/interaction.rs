//! One of each interaction, small enough to be solved at sight.

use super::{paragraph, whole, words};
use crate::item::{
    Check, Choice, ChoiceOption, Feedback, Gloss, Goal, Grid, Interaction, Match, Multi,
    NumberEntry, Numline, Order, Read, ReadLine, Sort, TextEntry, Tiles,
};
use crate::number::Form;

/// One of each.
pub fn every() -> Vec<Interaction> {
    vec![
        choice(),
        number(),
        text(),
        order(),
        matching(),
        sort(),
        tiles(),
        numline(),
        grid(),
        fill(),
        read(),
        check(),
        multi(),
    ]
}

/// Words for a misconception.
pub fn feedback(misconception: &str) -> Feedback {
    Feedback { misconception: misconception.to_owned(), text: words(misconception) }
}

/// 3, 4 or 5: the second is right.
pub fn choice() -> Interaction {
    let options = vec![option("3", Some("x.off1")), option("4", None), option("5", Some("x.off1"))];
    Interaction::Choice(Choice { options, key: 1, fixed: false, near: Vec::new(), other: None })
}

fn option(label: &str, wrong: Option<&str>) -> ChoiceOption {
    ChoiceOption { label: paragraph(label), feedback: wrong.map(feedback), when: None }
}

/// 12.
pub fn number() -> Interaction {
    Interaction::Number(number_entry())
}

pub(super) fn number_entry() -> NumberEntry {
    NumberEntry {
        key: whole(12),
        remainder: None,
        form: Form::Whole,
        units: Vec::new(),
        wrong: vec![(whole(11), feedback("x.off1"))],
        other: Some(feedback("x.other")),
    }
}

/// Good morning, or Morning.
pub fn text() -> Interaction {
    Interaction::Text(TextEntry {
        lang: "en".to_owned(),
        accepted: vec!["Good morning".to_owned(), "Morning".to_owned()],
        wrong: vec![("Good evening".to_owned(), feedback("x.evening"))],
        other: Some(feedback("x.other")),
    })
}

/// One, two, three, four; one, three, two, four is accepted too.
pub fn order() -> Interaction {
    Interaction::Order(Order {
        cards: ["one", "two", "three", "four"].map(paragraph).into(),
        also: vec![vec![0, 2, 1, 3]],
        wrong: vec![(vec![3, 2, 1, 0], feedback("x.backwards"))],
        other: Some(feedback("x.other")),
    })
}

/// A dog barks, a cat meows, a cow moos.
pub fn matching() -> Interaction {
    let pair = |left, right| (paragraph(left), paragraph(right));
    Interaction::Match(Match {
        pairs: vec![pair("dog", "barks"), pair("cat", "meows"), pair("cow", "moos")],
        wrong: vec![((0, 1), feedback("x.dogmeows"))],
        other: Some(feedback("x.other")),
    })
}

/// Odd and even.
pub fn sort() -> Interaction {
    let card = |label, bin| (paragraph(label), bin);
    Interaction::Sort(Sort {
        bins: vec![words("odd"), words("even")],
        cards: vec![card("1", 0), card("2", 1), card("3", 0), card("4", 1)],
        wrong: vec![((1, 0), feedback("x.twoisodd"))],
        other: Some(feedback("x.other")),
    })
}

/// I am Lan, or Lan am I; `is` is spare, and there are two of `am`.
pub fn tiles() -> Interaction {
    Interaction::Tiles(Tiles {
        lang: "en".to_owned(),
        tiles: ["I", "am", "Lan", "is", "am"].map(str::to_owned).into(),
        length: 3,
        spaced: true,
        also: vec!["Lan am I".to_owned()],
        wrong: vec![("I is Lan".to_owned(), feedback("x.is"))],
        other: Some(feedback("x.other")),
    })
}

/// 7 on a line from 0 to 10.
pub fn numline() -> Interaction {
    Interaction::Numline(Numline {
        from: whole(0),
        to: whole(10),
        step: whole(1),
        label: whole(5),
        key: whole(7),
        tolerance: whole(0),
        wrong: vec![(whole(3), feedback("x.fromtheend"))],
        other: Some(feedback("x.other")),
    })
}

/// Eight of ten cells filled, three of them given.
pub fn grid() -> Interaction {
    Interaction::Grid(Grid {
        rows: 2,
        columns: 5,
        given: whole(3),
        goal: Goal::Count(whole(8)),
        wrong: vec![(whole(5), feedback("x.onlyadded"))],
        other: Some(feedback("x.other")),
    })
}

/// Just the first and the last of four cells.
pub fn fill() -> Interaction {
    Interaction::Grid(Grid {
        rows: 1,
        columns: 4,
        given: whole(0),
        goal: Goal::Cells(vec![0, 3]),
        wrong: Vec::new(),
        other: Some(feedback("x.other")),
    })
}

/// A line to read, with the meaning of a word.
pub fn read() -> Interaction {
    let line = ReadLine {
        speaker: "Lan".to_owned(),
        words: "Good morning!".to_owned(),
        gloss: words("早上好！"),
    };
    let gloss = Gloss { word: "morning".to_owned(), meaning: "早上".to_owned() };
    Interaction::Read(Read { lang: "en".to_owned(), lines: vec![line], glosses: vec![gloss] })
}

/// What makes ten: the first and the third of four.
pub fn multi() -> Interaction {
    let options = vec![
        option("6 + 4", None),
        option("5 + 4", Some("x.off1")),
        option("7 + 3", None),
        option("6 + 2", Some("x.off2")),
    ];
    Interaction::Multi(Multi { options, other: Some(feedback("x.other")) })
}

/// Two statements to tick.
pub fn check() -> Interaction {
    Interaction::Check(Check { statements: vec![words("I did it."), words("I showed it.")] })
}
