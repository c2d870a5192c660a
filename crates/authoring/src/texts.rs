//! Every text of a lesson, with what it is for.

use crate::item::facts;
use course::generator::Generator;
use course::item::Item;
use course::lesson::{Lesson, Part, Slot};
use course::text::{Block, Span, Text};

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// A heading or a paragraph of a card.
    Card,
    /// What is asked.
    Prompt,
    /// The words for a picture that is asked about.
    Alt,
    /// Something to listen to.
    Listen,
    /// An answer to pick, a card to move, a bin, a statement.
    Option,
    /// What is said to a wrong answer.
    Feedback,
    /// A hint.
    Hint,
    /// A step of the solution.
    Step,
    /// What a foreign line means.
    Gloss,
}

/// All texts of the lesson, those of its generators' templates unfilled.
pub(crate) fn of_lesson(lesson: &Lesson) -> Vec<(Role, Text)> {
    let mut texts = vec![(Role::Card, plain(&lesson.title)), (Role::Card, lesson.can.clone())];
    for part in &lesson.parts {
        texts.extend(cards(part));
    }
    for item in written(lesson) {
        texts.extend(of_item(item));
    }
    for item in lesson.generators.iter().flat_map(templates) {
        texts.extend(of_item(item));
    }
    texts
}

/// The items that stand in the lesson as they are.
pub(crate) fn written(lesson: &Lesson) -> impl Iterator<Item = &Item> {
    lesson.parts.iter().flat_map(in_part)
}

/// The items that stand in a part as they are.
pub(crate) fn in_part(part: &Part) -> impl Iterator<Item = &Item> {
    part.slots.iter().flat_map(|slot| match slot {
        Slot::Pool(pool) => &pool.items[..],
        Slot::Card(_) | Slot::Draw(_) => &[],
    })
}

/// The unfilled items of a generator.
pub(crate) fn templates(generator: &Generator) -> impl Iterator<Item = &Item> {
    generator.templates.iter().map(|template| &*template.item)
}

fn cards(part: &Part) -> Vec<(Role, Text)> {
    let mut texts = Vec::new();
    for slot in &part.slots {
        if let Slot::Card(card) = slot {
            texts.push((Role::Card, plain(&card.title)));
            card.blocks.iter().for_each(|it| block(it, Role::Card, &mut texts));
        }
    }
    texts
}

/// All texts of an item.
pub(crate) fn of_item(item: &Item) -> Vec<(Role, Text)> {
    let mut texts = Vec::new();
    item.prompt.iter().for_each(|it| block(it, Role::Prompt, &mut texts));
    let facts = facts(&item.interaction);
    texts.extend(facts.words());
    facts.cards().into_iter().for_each(|it| block(it, Role::Option, &mut texts));
    texts.extend(facts.feedback().into_iter().map(|it| (Role::Feedback, it.text.clone())));
    texts.extend(item.hints.iter().map(|hint| (Role::Hint, hint.clone())));
    for step in &item.steps {
        texts.push((Role::Step, step.say.clone()));
        texts.extend(step.calc.iter().map(|calc| (Role::Step, calc.clone())));
        step.show.iter().for_each(|it| block(it, Role::Step, &mut texts));
    }
    texts
}

fn block(block: &Block, role: Role, texts: &mut Vec<(Role, Text)>) {
    let alt = if role == Role::Prompt { Role::Alt } else { role };
    match block {
        Block::Paragraph(text) => texts.push((role, text.clone())),
        Block::Picture(_, words) => texts.push((alt, plain(words))),
        Block::Figure(figure) => texts.push((alt, figure.alt.clone())),
        Block::List(points) => texts.extend(points.iter().map(|point| (role, point.clone()))),
        Block::Listen(speech) => texts
            .push((Role::Listen, vec![Span::Foreign(speech.lang.clone(), speech.words.clone())])),
    }
}

/// Shows every picture's number to `visit`: of cards and items, and of what figures count.
pub(crate) fn each_picture(lesson: &Lesson, visit: &mut impl FnMut(u16)) {
    let mut seen = |block: &Block| match block {
        Block::Picture(picture, _) => visit(*picture),
        Block::Figure(figure) => figure.picture.into_iter().for_each(&mut *visit),
        Block::Paragraph(_) | Block::List(_) | Block::Listen(_) => {}
    };
    for slot in lesson.parts.iter().flat_map(|part| &part.slots) {
        if let Slot::Card(card) = slot {
            card.blocks.iter().for_each(&mut seen);
        }
    }
    for item in written(lesson).chain(lesson.generators.iter().flat_map(templates)) {
        let shown = item.steps.iter().filter_map(|step| step.show.as_ref());
        item.prompt.iter().chain(facts(&item.interaction).cards()).chain(shown).for_each(&mut seen);
    }
}

/// Words without anything in them.
pub(crate) fn plain(words: &str) -> Text {
    vec![Span::Plain(words.to_owned())]
}
