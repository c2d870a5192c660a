//! Tiny lessons for tests, made by hand. Behind the feature `sample`: no learner downloads them.

mod interaction;
pub mod released;
mod walk;

pub use interaction::{
    check, choice, every, feedback, fill, grid, matching, multi, number, numline, order, read,
    sort, text, tiles,
};
pub use walk::walk;

use self::interaction::number_entry;
use crate::expr::Op;
use crate::generator::{Generator, Number, Parameter, Sealed, Template};
use crate::item::{Interaction, Item, NumberEntry, Step};
use crate::lesson::{Band, Card, Draw, Lesson, Part, PartKind, Pool, Slot};
use crate::rational::Rational;
use crate::text::{Block, Span, Text};

/// The lesson `ma-01` with these parts.
pub fn lesson(parts: Vec<Part>) -> Lesson {
    Lesson {
        id: "ma-01".to_owned(),
        course: "ma".to_owned(),
        locale: "en".to_owned(),
        title: "A lesson".to_owned(),
        band: Band::C,
        minutes: 10,
        skills: Vec::new(),
        needs: Vec::new(),
        can: words("I can add."),
        draft: false,
        parts,
        generators: vec![adding()],
        pictures: Vec::new(),
        pinyin: Vec::new(),
    }
}

/// A lesson with one item.
pub fn lesson_of(interaction: Interaction) -> Lesson {
    lesson(vec![part(PartKind::Guided, vec![item("ma-01.e1", interaction)])])
}

/// A lesson of every kind of slot: a card, two items, a card, three drawn sums, two of three exit items, a list to tick.
pub fn lesson_of_all() -> Lesson {
    let pool = ["ma-01.x1", "ma-01.x2", "ma-01.x3"].map(|id| exercise(id, choice()));
    let pool = Pool { id: "ma-01.x".to_owned(), draw: 2, items: pool.into() };
    lesson(vec![
        part(
            PartKind::Teach,
            vec![card("One"), item("ma-01.e1", choice()), item("ma-01.e2", order())],
        ),
        part(PartKind::Guided, vec![card("Two"), draw("ma-01.p", 3)]),
        part(PartKind::Exit, vec![Slot::Pool(pool)]),
        part(PartKind::Outside, vec![item("ma-01.o1", check())]),
    ])
}

/// A part that is met whole.
pub const fn part(kind: PartKind, slots: Vec<Slot>) -> Part {
    Part { kind, draw: None, slots }
}

/// A card of one paragraph.
pub fn card(title: &str) -> Slot {
    Slot::Card(Card { title: title.to_owned(), blocks: vec![paragraph("Look.")] })
}

/// A single item.
pub fn item(id: &str, interaction: Interaction) -> Slot {
    Slot::Pool(Pool { id: id.to_owned(), draw: 1, items: vec![exercise(id, interaction)] })
}

/// So many items drawn from [`adding`].
pub fn draw(id: &str, count: u8) -> Slot {
    Slot::Draw(Draw { id: id.to_owned(), generator: 0, level: 1, draw: count })
}

/// An item with two hints and a step, for the skill `ma.add`.
pub fn exercise(id: &str, interaction: Interaction) -> Item {
    Item {
        id: id.to_owned(),
        hash: 7,
        skills: vec!["ma.add".to_owned()],
        prompt: vec![paragraph("What is it?")],
        interaction,
        hints: vec![words("Think."), words("Count.")],
        steps: vec![Step { say: words("Count on."), calc: None, show: None }],
    }
}

/// `g.sum`, level 1: a + b with both from 1 to 50.
pub fn adding() -> Generator {
    let bound = |n| vec![Op::Constant(Rational::whole(n))];
    let addend = || Parameter { from: bound(1), to: bound(50), list: None };
    let sum = vec![Op::Parameter(0), Op::Parameter(1), Op::Add];
    let prompt = vec![
        Span::Value(vec![Op::Parameter(0)]),
        Span::Plain(" + ".to_owned()),
        Span::Value(vec![Op::Parameter(1)]),
    ];
    let interaction =
        Interaction::Number(NumberEntry { key: Number::Computed(sum), ..number_entry() });
    let item =
        Item { hash: 0, prompt: vec![Block::Paragraph(prompt)], ..exercise("", interaction) };
    let template = Template {
        level: 1,
        parameters: vec![addend(), addend()],
        constraints: Vec::new(),
        item: Sealed::new(&item),
    };
    Generator { id: "g.sum".to_owned(), hash: 9, templates: vec![template], lists: Vec::new() }
}

/// A generator whose rules can never be met.
pub fn impossible() -> Generator {
    let mut generator = adding();
    generator.templates[0].constraints.push(vec![Op::Constant(Rational::ZERO)]);
    generator
}

/// Plain words.
pub fn words(text: &str) -> Text {
    vec![Span::Plain(text.to_owned())]
}

/// Plain words as a paragraph.
pub fn paragraph(text: &str) -> Block {
    Block::Paragraph(words(text))
}

/// A fixed whole number.
pub const fn whole(n: i64) -> Number {
    Number::Fixed(Rational::whole(n))
}
