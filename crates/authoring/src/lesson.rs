//! A lesson in one language, from its parts as they are written.

use crate::body::Body;
use crate::compiler::Compiler;
use crate::diagnostic::{Diagnostics, Place};
use crate::family;
use crate::heading::{self, Named};
use crate::inline::Inline;
use crate::item::{self, Source};
use crate::markdown::Node;
use crate::outline::{self, Outline};
use crate::pictures::Pictures;
use crate::shared::Shared;
use course::item::Item;
use course::lesson::{Card, Draw, Lesson, Part, PartKind, Pool, Slot};
use course::text::Block;
use std::collections::BTreeMap;

mod head;

/// What a lesson is compiled with.
pub(crate) struct Job<'a> {
    pub course: &'a str,
    pub locale: &'a str,
    pub target: Option<&'a str>,
    pub shared: &'a Shared,
    /// Whether this is the base file: what is wrong with ids is said once.
    pub base: bool,
    pub diagnostics: &'a mut Diagnostics,
    /// The pictures met so far.
    pub pictures: Pictures,
    /// Where each id stands.
    pub places: BTreeMap<String, Place>,
}

/// The lesson; what could not be made is left out of it and noted.
pub(crate) fn compile(job: &mut Job<'_>, outline: &Outline) -> Lesson {
    let front = &outline.front;
    let id = front
        .need("id", "ma-03", job.diagnostics)
        .map(|field| field.value.clone())
        .unwrap_or_default();
    let generators: Vec<_> = outline.generators.iter().map(|it| job.generator(it)).collect();
    let parts = outline.parts.iter().map(|part| job.part(&id, part, &outline.generators)).collect();
    if job.base {
        job.all_parts(outline);
    }
    let can = front.need("can", "You can add past ten.", job.diagnostics).cloned();
    let can = can
        .map(|can| job.compiler().text(&[Inline::Text(can.value, can.place)]))
        .unwrap_or_default();
    let mut lesson = Lesson {
        id,
        course: job.course.to_owned(),
        locale: job.locale.to_owned(),
        title: front
            .need("title", "Make ten to add", job.diagnostics)
            .map(|it| it.value.clone())
            .unwrap_or_default(),
        band: job.band(front),
        minutes: job.minutes(front),
        skills: job.skills(front),
        needs: job.skill_ids(front, "needs"),
        can,
        draft: true,
        parts,
        generators,
        pictures: job.pictures.compile(job.shared, job.diagnostics),
        pinyin: Vec::new(),
    };
    lesson.pinyin = crate::pinyin::of_lesson(&lesson);
    lesson
}

impl<'a> Job<'a> {
    fn compiler(&mut self) -> Compiler<'_> {
        Compiler {
            locale: self.locale,
            target: self.target,
            shared: self.shared,
            scope: None,
            pictures: Vec::new(),
            diagnostics: self.diagnostics,
        }
    }

    fn all_parts(&mut self, outline: &Outline) {
        let missing = PartKind::ALL
            .iter()
            .filter(|(kind, _)| !outline.parts.iter().any(|it| it.kind == *kind));
        let missing: Vec<String> = missing.map(|(_, name)| format!("`# {name}`")).collect();
        if !missing.is_empty() {
            let what = format!("of the nine parts of a lesson are missing: {}", missing.join(", "));
            self.diagnostics.error(
                "C50",
                outline.place,
                what,
                "write them and what belongs to them, in this order",
            );
        }
        for part in outline.parts.iter().filter(|part| part.slots.is_empty()) {
            self.diagnostics.error(
                "C50",
                part.place,
                "this part is empty",
                "write a card or an item below it",
            );
        }
    }

    fn part(
        &mut self,
        lesson: &str,
        part: &outline::Part,
        generators: &[outline::Generator],
    ) -> Part {
        let mut slots = Vec::new();
        for slot in &part.slots {
            match slot {
                outline::Slot::Card(card) => slots.push(Slot::Card(self.card(card))),
                outline::Slot::Item(named, body) => {
                    slots.extend(self.slot(lesson, named, body, generators))
                }
            }
        }
        if let Some(draw) = part.draw.filter(|draw| usize::from(*draw) > part.slots.len()) {
            let what = format!("{draw} slots are drawn, the part has {}", part.slots.len());
            self.diagnostics.error("C01", part.place, what, "draw fewer, or write more");
        }
        Part { kind: part.kind, draw: part.draw, slots }
    }

    fn card(&mut self, card: &outline::Card) -> Card {
        let mut compiler = self.compiler();
        let title = compiler.words(&card.title);
        let mut blocks = Vec::new();
        for node in &card.nodes {
            match node {
                Node::Paragraph(content, place) => {
                    blocks.extend(compiler.blocks(&[(content.clone(), *place)]))
                }
                Node::List(list) if list.points.iter().all(|point| point.mark.is_none()) => {
                    blocks.push(Block::List(
                        list.points.iter().map(|point| compiler.text(&point.content)).collect(),
                    ));
                }
                Node::List(_) | Node::Heading(_) | Node::Table(_) | Node::Fence(_) => {
                    let place = crate::markdown::place(node);
                    let instead = "write text, pictures and lists; an item begins with its id, as `## ma-03.e1 choice …`";
                    compiler.error("C01", place, "this has no meaning on a card", instead);
                }
            }
        }
        if blocks.is_empty() {
            compiler.error(
                "C01",
                card.place,
                "this card is empty",
                "write text or a picture below it",
            );
        }
        let names = compiler.pictures;
        let mut card = Card { title, blocks };
        self.pictures.adopt(&names, card.blocks.iter_mut());
        card
    }

    fn slot(
        &mut self,
        lesson: &str,
        named: &Named,
        body: &Body,
        generators: &[outline::Generator],
    ) -> Option<Slot> {
        self.check_id(lesson, named, body);
        let draw = named.attributes.whole("draw", self.diagnostics);
        if let Some((generator, place)) = &named.generator {
            return self.draw(named, body, generator, *place, generators, draw.unwrap_or(1));
        }
        let items = self.items(named, body);
        if draw.is_some() && body.table.is_none() {
            let instead = "leave `draw` out, or make it a family with a table";
            self.diagnostics.error("C01", named.whole, "a single item is met once", instead);
        }
        if let Some(draw) =
            draw.filter(|draw| usize::from(*draw) > items.len() && body.table.is_some())
        {
            let what = format!("{draw} items are drawn, the family has {}", items.len());
            self.diagnostics.error("C01", named.whole, what, "draw fewer, or write more rows");
        }
        let id = named.id.trim_end_matches(".*").to_owned();
        Some(Slot::Pool(Pool { id, draw: draw.unwrap_or(1), items }))
    }

    fn check_id(&mut self, lesson: &str, named: &Named, body: &Body) {
        let rest = named.id.strip_prefix(lesson).and_then(|rest| rest.strip_prefix('.'));
        let rest = rest.map(|rest| rest.strip_suffix(".*").unwrap_or(rest));
        if !rest.is_some_and(|rest| rest.split('.').all(heading::is_name)) {
            let what = format!("`{}` is no id of this lesson", named.id);
            self.diagnostics.error("C02", named.place, what, format!("write it as `{lesson}.e1`"));
        }
        let family = named.id.ends_with(".*");
        if family != body.table.is_some() {
            let (what, instead) = if family {
                ("a family has a table", "write a table with a column `id` below the heading")
            } else {
                ("only a family has a table", "let the id end in `.*`")
            };
            self.diagnostics.error("C01", named.place, what, instead);
        }
        self.claim(&named.id, named.place);
    }

    /// Notes where an id stands, and that it stands nowhere else.
    fn claim(&mut self, id: &str, place: Place) {
        if self.places.insert(id.to_owned(), place).is_some() {
            let what = format!("`{id}` stands in this lesson twice");
            self.diagnostics.error(
                "C02",
                place,
                what,
                "give it another id; one that was ever used is not used again",
            );
        }
    }

    fn draw(
        &mut self,
        named: &Named,
        body: &Body,
        generator: &str,
        place: Place,
        generators: &[outline::Generator],
        draw: u8,
    ) -> Option<Slot> {
        if named.interaction.is_some() || !named.skills.is_empty() {
            let instead = "leave interaction and skills out: the generator has them";
            self.diagnostics.error(
                "C01",
                named.whole,
                "a draw says only how many, and of which level",
                instead,
            );
        }
        let level = named.attributes.whole("level", self.diagnostics).unwrap_or(1);
        named.attributes.finish(self.diagnostics);
        if !body.prompt.is_empty()
            || body.answers.is_some()
            || body.hints.is_some()
            || body.steps.is_some()
        {
            let instead = "write it under the generator's heading";
            self.diagnostics.error(
                "C01",
                named.whole,
                "what a generator asks does not stand here",
                instead,
            );
        }
        let Some(at) = generators.iter().position(|it| it.named.id == generator) else {
            let known: Vec<&str> = generators.iter().map(|it| it.named.id.as_str()).collect();
            let instead = if known.is_empty() {
                "write it under `# Generators`, at the end of the file".to_owned()
            } else {
                format!("write one of this file: {}", known.join(" "))
            };
            self.diagnostics.error(
                "C01",
                place,
                format!("there is no generator `{generator}`"),
                instead,
            );
            return None;
        };
        if !generators[at].levels.iter().any(|it| it.level == level) {
            let what = format!("`{generator}` has no level {level}");
            self.diagnostics.error(
                "C01",
                named.whole,
                what,
                "choose a level that the generator has",
            );
        }
        Some(Slot::Draw(Draw {
            id: named.id.clone(),
            generator: u16::try_from(at).ok()?,
            level,
            draw,
        }))
    }

    fn items(&mut self, named: &Named, body: &Body) -> Vec<Item> {
        let Some(kind) = named.interaction else {
            let instead = "write one behind the id, as `## ma-03.e1 choice ma.add20`";
            self.diagnostics.error("C01", named.whole, "this item has no interaction", instead);
            return Vec::new();
        };
        if named.skills.is_empty() {
            let instead = "write one behind the interaction, as `ma.add20`";
            self.diagnostics.error("C01", named.whole, "this item exercises no skill", instead);
        }
        let mut items = Vec::new();
        match &body.table {
            None => items.extend(self.item(&named.id, named, kind, body)),
            Some(table) => {
                for row in family::rows(table, self.diagnostics) {
                    let id = format!("{}.{}", named.id.trim_end_matches(".*"), row.id);
                    self.claim(&id, row.place);
                    let filled = family::fill(body, &row, self.diagnostics);
                    items.extend(self.item(&id, named, kind, &filled));
                }
            }
        }
        named.attributes.finish(self.diagnostics);
        items
    }

    fn item(&mut self, id: &str, named: &Named, kind: item::Kind, body: &Body) -> Option<Item> {
        let mut compiler = self.compiler();
        let source =
            Source { id, skills: &named.skills, kind, attributes: &named.attributes, body };
        let item = item::compile(&mut compiler, &source);
        let names = compiler.pictures;
        let mut item = item?;
        item.hash = crate::digest::item(&item, &names);
        self.pictures.adopt(&names, crate::pictures::of_item(&mut item));
        Some(item)
    }

    fn generator(&mut self, source: &outline::Generator) -> course::generator::Generator {
        self.claim(&source.named.id, source.named.place);
        let mut compiler = self.compiler();
        let mut generator = crate::generator::compile(&mut compiler, source);
        let names = compiler.pictures;
        generator.hash = crate::digest::generator(&generator, &names);
        for template in &mut generator.templates {
            let mut item = (*template.item).clone();
            self.pictures.adopt(&names, crate::pictures::of_item(&mut item));
            template.item = course::generator::Sealed::new(&item);
        }
        generator
    }
}
