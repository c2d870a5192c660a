//! Compiled lessons as the manual shows them.

use course::figure::{Figure, FigureKind};
use course::generator::{Generator, Number};
use course::item::{Feedback, Goal, Interaction, Item};
use course::lesson::{Card, Lesson, PartKind, Slot};
use course::text::{Block, Span, Text, WordForm};
use std::fmt::Write as _;

/// What a source of this kind became.
pub fn of(kind: &str, course: &authoring::Course, lesson: &Lesson) -> String {
    let slots = |kind: PartKind| {
        lesson.parts.iter().filter(move |part| part.kind == kind).flat_map(|part| &part.slots)
    };
    match kind.split(' ').next() {
        Some("card") => slots(PartKind::Hook).map(|it| slot(it, lesson)).collect(),
        Some("item") => slots(PartKind::Guided).map(|it| slot(it, lesson)).collect(),
        Some("generator") => lesson.generators.iter().map(|it| generator(it, lesson)).collect(),
        Some("course") => self::course(course),
        _ => whole(lesson),
    }
}

fn course(course: &authoring::Course) -> String {
    let mut out = format!(
        "{} {:?} {:?} teaches {:?}\n",
        course.id, course.subject, course.titles, course.target
    );
    for unit in &course.units {
        let _ = writeln!(out, "{:?}: {}", unit.titles, unit.lessons.join(" "));
    }
    out
}

fn whole(lesson: &Lesson) -> String {
    let mut out = format!("{} {} · {}\n", lesson.id, lesson.locale, lesson.title);
    let _ = writeln!(
        out,
        "band {:?}, {} minutes, needs {:?}",
        lesson.band, lesson.minutes, lesson.needs
    );
    for skill in &lesson.skills {
        let _ = writeln!(out, "{}: {}", skill.id, skill.objective);
    }
    let _ = writeln!(out, "can: {}", text(&lesson.can));
    for part in &lesson.parts {
        let draw = part.draw.map(|draw| format!(", {draw} of them are met")).unwrap_or_default();
        let _ = writeln!(out, "{:?}: {} slots{draw}", part.kind, part.slots.len());
    }
    out
}

fn slot(slot: &Slot, lesson: &Lesson) -> String {
    match slot {
        Slot::Card(card) => self::card(card, lesson),
        Slot::Pool(pool) => {
            let head = format!("{} of {} items\n", pool.draw, pool.items.len());
            let head = if pool.items.len() == 1 { String::new() } else { head };
            head + &pool.items.iter().map(|it| item(it, lesson)).collect::<String>()
        }
        Slot::Draw(draw) => {
            let id = &lesson.generators[usize::from(draw.generator)].id;
            format!("{}: {} from {id}, level {}\n", draw.id, draw.draw, draw.level)
        }
    }
}

fn card(card: &Card, lesson: &Lesson) -> String {
    let mut out = if card.title.is_empty() {
        "card\n".to_owned()
    } else {
        format!("card “{}”\n", card.title)
    };
    for it in &card.blocks {
        let _ = writeln!(out, "  {}", block(it, lesson));
    }
    out
}

/// Each template, and the first item of each level.
fn generator(generator: &Generator, lesson: &Lesson) -> String {
    let mut out = String::new();
    let mut levels: Vec<u8> = generator.templates.iter().map(|template| template.level).collect();
    levels.sort_unstable();
    levels.dedup();
    for level in levels {
        for seed in [1, 2] {
            let _ = writeln!(out, "level {level}, seed {seed}");
            match generator.item(seed, level) {
                Some(drawn) => out.push_str(&item(&drawn, lesson)),
                None => out.push_str("  nothing can be drawn\n"),
            }
        }
    }
    out
}

fn item(item: &Item, lesson: &Lesson) -> String {
    let mut out = format!("{} {} {}\n", item.id, item.interaction.name(), item.skills.join(" "));
    for it in &item.prompt {
        let _ = writeln!(out, "  {}", block(it, lesson));
    }
    interaction(&item.interaction, lesson, &mut out);
    for (number, hint) in item.hints.iter().enumerate() {
        let _ = writeln!(out, "  hint {}: {}", number + 1, text(hint));
    }
    for (number, step) in item.steps.iter().enumerate() {
        let calc = step.calc.as_ref().map(|calc| format!(" | {}", text(calc))).unwrap_or_default();
        let show = step
            .show
            .as_ref()
            .map(|show| format!(" | {}", block(show, lesson)))
            .unwrap_or_default();
        let _ = writeln!(out, "  step {}: {}{calc}{show}", number + 1, text(&step.say));
    }
    out
}

fn interaction(interaction: &Interaction, lesson: &Lesson, out: &mut String) {
    let mut say = |line: String| out.extend(["  ", &line, "\n"]);
    let card = |it: &Block| block(it, lesson);
    let mut other = None;
    match interaction {
        Interaction::Choice(it) => {
            for (at, option) in it.options.iter().enumerate() {
                let mark = if at == usize::from(it.key) { "right" } else { "wrong" };
                let feedback = option.feedback.as_ref().map(feedback).unwrap_or_default();
                say(format!("{mark}: {}{feedback}", card(&option.label)));
            }
            if it.fixed {
                say("the order is kept".to_owned());
            }
        }
        Interaction::Number(it) => {
            let solution =
                interaction.solution().map(|solution| format!("{solution:?}")).unwrap_or_default();
            say(format!("right: {solution} as {:?}, units {:?}", it.form, it.units));
            it.wrong.iter().for_each(|(value, said)| {
                say(format!("wrong: {}{}", number(value), feedback(said)))
            });
            other = it.other.as_ref();
        }
        Interaction::Text(it) => {
            say(format!("right, in {}: {}", it.lang, it.accepted.join(" | ")));
            it.wrong
                .iter()
                .for_each(|(words, said)| say(format!("wrong: {words}{}", feedback(said))));
            other = it.other.as_ref();
        }
        Interaction::Order(it) => {
            it.cards.iter().for_each(|it| say(format!("card: {}", card(it))));
            it.also.iter().for_each(|also| say(format!("also right: {also:?}")));
            it.wrong
                .iter()
                .for_each(|(order, said)| say(format!("wrong: {order:?}{}", feedback(said))));
            other = it.other.as_ref();
        }
        Interaction::Match(it) => {
            it.pairs
                .iter()
                .for_each(|(left, right)| say(format!("pair: {} = {}", card(left), card(right))));
            it.wrong
                .iter()
                .for_each(|(pair, said)| say(format!("wrong: {pair:?}{}", feedback(said))));
            other = it.other.as_ref();
        }
        Interaction::Sort(it) => {
            for (at, bin) in it.bins.iter().enumerate() {
                let inside = it.cards.iter().filter(|(_, bin)| usize::from(*bin) == at);
                let inside: Vec<String> = inside.map(|(it, _)| card(it)).collect();
                say(format!("bin {}: {}", text(bin), inside.join(" | ")));
            }
            it.wrong
                .iter()
                .for_each(|(place, said)| say(format!("wrong: {place:?}{}", feedback(said))));
            other = it.other.as_ref();
        }
        Interaction::Tiles(it) => {
            let (key, spare) = it.tiles.split_at(it.length.into());
            say(format!(
                "right, in {}: {}; spare: {}",
                it.lang,
                key.join(" | "),
                spare.join(" | ")
            ));
            it.also.iter().for_each(|also| say(format!("also right: {also}")));
            it.wrong
                .iter()
                .for_each(|(words, said)| say(format!("wrong: {words}{}", feedback(said))));
            other = it.other.as_ref();
        }
        Interaction::Numline(it) => {
            let [from, to, step, label] = [&it.from, &it.to, &it.step, &it.label].map(number);
            say(format!("line from {from} to {to}, a tick every {step}, a number every {label}"));
            say(format!("right: {}, give or take {}", number(&it.key), number(&it.tolerance)));
            it.wrong.iter().for_each(|(value, said)| {
                say(format!("wrong: {}{}", number(value), feedback(said)))
            });
            other = it.other.as_ref();
        }
        Interaction::Grid(it) => {
            let goal = match &it.goal {
                Goal::Count(count) => format!("{} cells", number(count)),
                Goal::Cells(cells) => format!("the cells {cells:?}"),
            };
            say(format!(
                "grid of {} by {}, {} given; right: {goal}",
                it.rows,
                it.columns,
                number(&it.given)
            ));
            it.wrong.iter().for_each(|(value, said)| {
                say(format!("wrong: {}{}", number(value), feedback(said)))
            });
            other = it.other.as_ref();
        }
        Interaction::Read(it) => {
            say(format!("in {}", it.lang));
            it.lines.iter().for_each(|line| {
                say(format!("{}: {} ({})", line.speaker, line.words, text(&line.gloss)))
            });
            it.glosses
                .iter()
                .for_each(|gloss| say(format!("{} means {}", gloss.word, gloss.meaning)));
        }
        Interaction::Multi(it) => {
            for option in &it.options {
                let mark = if option.feedback.is_some() { "wrong" } else { "right" };
                let said = option.feedback.as_ref().map(feedback).unwrap_or_default();
                say(format!("{mark}: {}{said}", card(&option.label)));
            }
            other = it.other.as_ref();
        }
        Interaction::Staged(it) => {
            let piece = course::stage::piece(it).expect("a compiled piece");
            let mark = if it.marked { "marked" } else { "not marked" };
            say(format!("{mark}: {}", piece.asked(0)));
            for (fault, said) in &it.said {
                let name = piece.faults().get(usize::from(*fault)).unwrap_or(&"else");
                say(format!("{name}{}", feedback(said)));
            }
        }
        Interaction::Check(it) => {
            it.statements.iter().for_each(|it| say(format!("statement: {}", text(it))))
        }
    }
    if let Some(other) = other {
        say(format!("else{}", feedback(other)));
    }
}

fn feedback(feedback: &Feedback) -> String {
    let Feedback { misconception, text: said } = feedback;
    let said = text(said);
    if misconception.is_empty() {
        format!(" → {said}")
    } else {
        format!(" → ({misconception}) {said}")
    }
}

fn block(block: &Block, lesson: &Lesson) -> String {
    match block {
        Block::Paragraph(it) => text(it),
        Block::Picture(at, alt) => format!("[{}: {alt}]", lesson.pictures[usize::from(*at)].id),
        Block::Figure(it) => figure(it, lesson),
        Block::List(points) => points.iter().map(|point| format!("• {} ", text(point))).collect(),
        Block::Listen(speech) => format!("[say in {}: {}]", speech.lang, speech.words),
    }
}

fn figure(figure: &Figure, lesson: &Lesson) -> String {
    let name = FigureKind::ALL
        .iter()
        .find(|(kind, ..)| *kind == figure.kind)
        .map_or("", |(_, name, ..)| name);
    let numbers: Vec<String> = figure.numbers.iter().map(number).collect();
    let icon = figure
        .picture
        .map(|at| format!(" of {}", lesson.pictures[usize::from(at)].id))
        .unwrap_or_default();
    format!("[{name} {}{icon}: {}]", numbers.join(" "), text(&figure.alt))
}

fn number(number: &Number) -> String {
    match number {
        Number::Fixed(value) => value.to_string(),
        Number::Computed(_) => "computed".to_owned(),
    }
}

fn text(text: &Text) -> String {
    text.iter().map(span).collect()
}

fn span(span: &Span) -> String {
    match span {
        // Bound spaces would look like others in the manual.
        Span::Plain(words) => words.replace('\u{a0}', " "),
        Span::Strong(inner) => format!("**{}**", text(inner)),
        Span::Emphasis(inner) => format!("*{}*", text(inner)),
        Span::Foreign(lang, words) => format!("⟨{lang}: {words}⟩"),
        Span::Math(math) => format!("⟨formula: {}⟩", math.spoken),
        Span::Gap => "▁▁".to_owned(),
        Span::Value(_) => "⟨value⟩".to_owned(),
        Span::Word(_, form) => match form {
            WordForm::One => "⟨word⟩".to_owned(),
            WordForm::Many => "⟨words⟩".to_owned(),
            WordForm::Article => "⟨a word⟩".to_owned(),
        },
        Span::Count(..) => "⟨count⟩".to_owned(),
    }
}
