//! The sheet of a lesson: parts, cards, items, and some items of each generator.

use super::page::Html;
use super::shapes::svg;
use course::generator::{Generator, Number};
use course::item::{Feedback, Goal, Interaction, Item};
use course::lesson::{Lesson, Part, PartKind, Slot};
use course::picture::Picture;
use course::text::{Block, MathNode, Span, Text};

/// Items shown of each generator's level.
const SEEDS: u64 = 3;

/// The lesson as a page.
pub fn of(lesson: &Lesson) -> String {
    let sheet = Sheet { pictures: &lesson.pictures };
    let skills = lesson.skills.iter().map(|skill| {
        Html::of("p", "quiet", Html::text(&format!("{} = {}", skill.id, skill.objective)))
    });
    let head = Html::join([
        Html::element("h1", &[], Html::text(&lesson.title)),
        Html::of(
            "p",
            "id",
            Html::text(&format!("{} · {} · {} min", lesson.id, lesson.locale, lesson.minutes)),
        ),
        Html::join(skills),
        Html::of("p", "quiet", sheet.text(&lesson.can)),
    ]);
    let parts = lesson.parts.iter().map(|part| sheet.part(part, lesson));
    let generators = lesson.generators.iter().map(|generator| sheet.generator(generator));
    let body = Html::join([head].into_iter().chain(parts).chain(generators));
    Html::page(&lesson.locale, &lesson.title, body)
}

struct Sheet<'a> {
    pictures: &'a [Picture],
}

impl Sheet<'_> {
    fn part(&self, part: &Part, lesson: &Lesson) -> Html {
        let name =
            PartKind::ALL.iter().find(|(kind, _)| *kind == part.kind).map_or("", |(_, name)| name);
        let draw =
            part.draw.map(|draw| format!(" ({draw} of {})", part.slots.len())).unwrap_or_default();
        let slots = part.slots.iter().map(|slot| match slot {
            Slot::Card(card) => {
                let title = Html::element("h3", &[], Html::text(&card.title));
                Html::of("section", "card", Html::join([title, self.blocks(&card.blocks)]))
            }
            Slot::Pool(pool) => {
                let note = format!("{}: {} of {}", pool.id, pool.draw, pool.items.len());
                let note = if pool.items.len() > 1 { note } else { String::new() };
                let items = pool.items.iter().map(|item| self.item(item));
                Html::join([Html::of("p", "id", Html::text(&note))].into_iter().chain(items))
            }
            Slot::Draw(draw) => {
                let generator = lesson.generators.get(usize::from(draw.generator));
                let id = generator.map_or("", |generator| generator.id.as_str());
                let note = format!("{}: {} from {id}, level {}", draw.id, draw.draw, draw.level);
                Html::of("p", "id", Html::text(&note))
            }
        });
        let heading = Html::element("h2", &[], Html::text(&format!("{name}{draw}")));
        Html::join([heading].into_iter().chain(slots))
    }

    fn generator(&self, generator: &Generator) -> Html {
        let mut levels: Vec<u8> =
            generator.templates.iter().map(|template| template.level).collect();
        levels.sort_unstable();
        levels.dedup();
        let levels = levels.into_iter().map(|level| {
            let items = (1..=SEEDS)
                .filter_map(|seed| generator.item(seed, level))
                .map(|item| self.item(&item));
            let heading = Html::element("h3", &[], Html::text(&format!("Level {level}")));
            Html::join([heading].into_iter().chain(items))
        });
        let heading = Html::element("h2", &[], Html::text(&generator.id));
        Html::join([heading].into_iter().chain(levels))
    }

    fn item(&self, item: &Item) -> Html {
        let id = format!("{} · {} · {}", item.id, item.interaction.name(), item.skills.join(" "));
        let hints = item.hints.iter().map(|hint| Html::element("li", &[], self.text(hint)));
        let steps = item.steps.iter().map(|step| {
            let calc = step.calc.iter().map(|calc| Html::element("p", &[], self.text(calc)));
            let show = step.show.iter().map(|show| self.block(show));
            Html::element(
                "li",
                &[],
                Html::join([self.text(&step.say)].into_iter().chain(calc).chain(show)),
            )
        });
        Html::of(
            "section",
            "item",
            Html::join([
                Html::of("p", "id", Html::text(&id)),
                self.blocks(&item.prompt),
                self.answers(&item.interaction),
                Html::of("ol", "quiet", Html::join(hints)),
                Html::of("ol", "steps", Html::join(steps)),
            ]),
        )
    }

    fn answers(&self, interaction: &Interaction) -> Html {
        let lines = match interaction {
            Interaction::Choice(it) => {
                let options = it.options.iter().enumerate().map(|(at, option)| {
                    self.line(
                        at == usize::from(it.key),
                        self.block(&option.label),
                        option.feedback.as_ref(),
                    )
                });
                options.collect()
            }
            Interaction::Number(it) => {
                let right = Html::text(&solution(interaction));
                self.foreseen(
                    right,
                    it.wrong.iter().map(|(it, said)| (number(it), said)),
                    it.other.as_ref(),
                )
            }
            Interaction::Text(it) => {
                let right = Html::text(&it.accepted.join(" · "));
                self.foreseen(
                    right,
                    it.wrong.iter().map(|(it, said)| (it.clone(), said)),
                    it.other.as_ref(),
                )
            }
            Interaction::Order(it) => {
                let cards = Html::join(
                    it.cards.iter().map(|card| Html::element("p", &[], self.block(card))),
                );
                let wrong = it.wrong.iter().map(|(order, said)| {
                    let order: Vec<String> = order.iter().map(|at| (at + 1).to_string()).collect();
                    (order.join(" "), said)
                });
                self.foreseen(cards, wrong, it.other.as_ref())
            }
            Interaction::Match(it) => {
                let pairs = it.pairs.iter().map(|(left, right)| {
                    let pair = [self.block(left), Html::text(" = "), self.block(right)];
                    Html::element("p", &[], Html::join(pair))
                });
                let wrong = it
                    .wrong
                    .iter()
                    .map(|((left, right), said)| (format!("{} = {}", left + 1, right + 1), said));
                self.foreseen(Html::join(pairs), wrong, it.other.as_ref())
            }
            Interaction::Sort(it) => {
                let bins = it.bins.iter().enumerate().map(|(at, bin)| {
                    let cards = it.cards.iter().filter(|(_, bin)| usize::from(*bin) == at);
                    let cards = cards.flat_map(|(card, _)| [self.block(card), Html::text(" ")]);
                    Html::element(
                        "p",
                        &[],
                        Html::join([self.text(bin), Html::text(": ")].into_iter().chain(cards)),
                    )
                });
                let wrong = it
                    .wrong
                    .iter()
                    .map(|((card, bin), said)| (format!("{} → {}", card + 1, bin + 1), said));
                self.foreseen(Html::join(bins), wrong, it.other.as_ref())
            }
            Interaction::Tiles(it) => {
                let (key, spare) = it.tiles.split_at(usize::from(it.length).min(it.tiles.len()));
                let right = Html::text(&format!("{} ( + {})", key.join(" | "), spare.join(" | ")));
                self.foreseen(
                    right,
                    it.wrong.iter().map(|(it, said)| (it.clone(), said)),
                    it.other.as_ref(),
                )
            }
            Interaction::Numline(it) => {
                let right =
                    format!("{} … {}: {}", number(&it.from), number(&it.to), number(&it.key));
                let wrong = it.wrong.iter().map(|(it, said)| (number(it), said));
                self.foreseen(Html::text(&right), wrong, it.other.as_ref())
            }
            Interaction::Grid(it) => {
                let right = match &it.goal {
                    Goal::Count(count) => number(count),
                    Goal::Cells(cells) => format!("{cells:?}"),
                };
                let right = Html::text(&format!("{} × {}: {right}", it.rows, it.columns));
                self.foreseen(
                    right,
                    it.wrong.iter().map(|(it, said)| (number(it), said)),
                    it.other.as_ref(),
                )
            }
            Interaction::Read(it) => {
                let lines = it.lines.iter().map(|line| {
                    let words = Html::text(&format!("{}: {} — ", line.speaker, line.words));
                    Html::element("li", &[], Html::join([words, self.text(&line.gloss)]))
                });
                lines.collect()
            }
            Interaction::Multi(it) => {
                let options = it.options.iter();
                let lines = options.map(|it| {
                    self.line(it.feedback.is_none(), self.block(&it.label), it.feedback.as_ref())
                });
                let other = it.other.iter();
                lines.chain(other.map(|it| self.line(false, Html::text("*"), Some(it)))).collect()
            }
            Interaction::Staged(it) => {
                let lines = it.said.iter();
                lines.map(|(_, said)| self.line(false, Html::text("*"), Some(said))).collect()
            }
            Interaction::Check(it) => it
                .statements
                .iter()
                .map(|it| Html::element("li", &[], Html::join([Html::text("☐ "), self.text(it)])))
                .collect(),
        };
        Html::element("ul", &[], Html::join(lines))
    }

    fn foreseen<'a>(
        &self,
        right: Html,
        wrong: impl Iterator<Item = (String, &'a Feedback)>,
        other: Option<&Feedback>,
    ) -> Vec<Html> {
        let right = self.line(true, right, None);
        let wrong = wrong.map(|(it, said)| self.line(false, Html::text(&it), Some(said)));
        let other = other.map(|said| self.line(false, Html::text("*"), Some(said)));
        [right].into_iter().chain(wrong).chain(other).collect()
    }

    fn line(&self, right: bool, label: Html, feedback: Option<&Feedback>) -> Html {
        let mark = if right {
            Html::of("b", "right", Html::text("✓ "))
        } else {
            Html::of("b", "wrong", Html::text("✗ "))
        };
        let said = feedback.map(|said| {
            let id = Html::text(&format!(" {} ", said.misconception));
            Html::of("span", "said", Html::join([id, self.text(&said.text)]))
        });
        Html::element("li", &[], Html::join([mark, label].into_iter().chain(said)))
    }

    fn blocks(&self, blocks: &[Block]) -> Html {
        Html::join(blocks.iter().map(|block| Html::element("p", &[], self.block(block))))
    }

    fn block(&self, block: &Block) -> Html {
        match block {
            Block::Paragraph(text) => self.text(text),
            Block::Picture(at, alt) => match self.pictures.get(usize::from(*at)) {
                Some(picture) => svg(&picture.drawing, alt, "icon", self.pictures),
                None => Html::text(alt),
            },
            Block::Figure(figure) => {
                let alt = course::text::plain(&figure.alt);
                let drawing = svg(&figure.drawing(), &alt, "figure", self.pictures);
                Html::join([drawing, Html::of("span", "quiet", Html::text(&format!(" {alt}")))])
            }
            Block::List(points) => Html::element(
                "ul",
                &[],
                Html::join(points.iter().map(|it| Html::element("li", &[], self.text(it)))),
            ),
            Block::Listen(speech) => Html::text(&format!("🔈 {} ({})", speech.words, speech.lang)),
        }
    }

    fn text(&self, text: &Text) -> Html {
        Html::join(text.iter().map(|span| self.span(span)))
    }

    fn span(&self, span: &Span) -> Html {
        match span {
            Span::Plain(words) => Html::text(words),
            Span::Strong(inner) => Html::element("strong", &[], self.text(inner)),
            Span::Emphasis(inner) => Html::element("em", &[], self.text(inner)),
            Span::Foreign(lang, words) => {
                Html::element("span", &[("lang", lang)], Html::text(words))
            }
            Span::Math(math) => {
                Html::element("math", &[], Html::join(math.nodes.iter().map(formula)))
            }
            Span::Gap => Html::of("span", "gap", Html::text("\u{a0}")),
            // A drawn item has none of these left.
            Span::Value(_) | Span::Word(..) | Span::Count(..) => Html::text("…"),
        }
    }
}

fn formula(node: &MathNode) -> Html {
    let row =
        |nodes: &[MathNode]| Html::element("mrow", &[], Html::join(nodes.iter().map(formula)));
    let two = |name: &str, a: &[MathNode], b: &[MathNode]| {
        Html::element(name, &[], Html::join([row(a), row(b)]))
    };
    match node {
        MathNode::Number(text) => Html::element("mn", &[], Html::text(text)),
        MathNode::Operator(text) => Html::element("mo", &[], Html::text(text)),
        MathNode::Identifier(text) => Html::element("mi", &[], Html::text(text)),
        MathNode::Words(text) => Html::element("mtext", &[], Html::text(text)),
        MathNode::Row(nodes) => row(nodes),
        MathNode::Fraction(above, below) => two("mfrac", above, below),
        MathNode::Power(base, exponent) => two("msup", base, exponent),
        MathNode::Index(base, index) => two("msub", base, index),
        MathNode::Root(nodes) => Html::element("msqrt", &[], Html::join(nodes.iter().map(formula))),
    }
}

fn solution(interaction: &Interaction) -> String {
    match interaction.solution() {
        Some(course::item::Response::Typed(typed)) => typed,
        Some(_) | None => String::new(),
    }
}

fn number(number: &Number) -> String {
    number.value().to_string()
}
