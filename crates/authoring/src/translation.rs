//! A translation over its base file: words from the one, keys and numbers from the other.

use crate::diagnostic::{Diagnostics, Place};
use crate::front::Front;
use crate::heading::Named;
use crate::outline::{Card, Generator, Level, Outline, Part, Slot};
use body::Asked;
use course::lesson::PartKind;

mod body;
mod table;
mod text;

/// What is known about the two languages.
pub(crate) struct Merger<'a> {
    /// The language of the base file.
    pub base: &'a str,
    /// The language that the course teaches.
    pub target: Option<&'a str>,
    /// Mistakes go here.
    pub diagnostics: &'a mut Diagnostics,
}

/// What a lesson's translation says in its front matter.
const OWN: [&str; 4] = ["id", "title", "can", "skill"];

/// The lesson in the translation's language.
pub(crate) fn merge(merger: &mut Merger<'_>, base: &Outline, translation: &Outline) -> Outline {
    let front = merger.front(&base.front, &translation.front);
    let parts = base.parts.iter().map(|part| merger.part(part, translation)).collect();
    for part in &translation.parts {
        if !base.parts.iter().any(|known| known.kind == part.kind) {
            merger.error(
                part.place,
                "the base file has no such part",
                "leave it out, or write it there first",
            );
        }
    }
    let generators = base.generators.iter().map(|it| merger.generator(it, translation)).collect();
    for generator in &translation.generators {
        if !base.generators.iter().any(|known| known.named.id == generator.named.id) {
            let what = format!("the base file has no generator `{}`", generator.named.id);
            merger.error(generator.named.place, what, "leave it out, or write it there first");
        }
    }
    Outline { front, parts, generators, place: translation.place }
}

impl Merger<'_> {
    fn error(&mut self, place: Place, what: impl Into<String>, instead: impl Into<String>) {
        self.diagnostics.error("C40", place, what, instead);
    }

    fn front(&mut self, base: &Front, translation: &Front) -> Front {
        translation.only(&OWN, self.diagnostics);
        let ids = |front: &Front| -> Vec<String> {
            let skills = front.all("skill");
            skills
                .map(|skill| skill.value.split('=').next().unwrap_or_default().trim().to_owned())
                .collect()
        };
        let (wanted, found) = (ids(base), ids(translation));
        if wanted != found {
            let place = translation.get("skill").map(|field| field.place).or(translation.place);
            let instead = format!("write a line `skill: … = …` for each of: {}", wanted.join(" "));
            if let Some(place) = place {
                self.error(place, "the skills are not those of the base file", instead);
            }
        }
        if let (Some(wanted), Some(found)) =
            (base.get("id"), translation.need("id", "ma-03", self.diagnostics))
            && wanted.value != found.value
        {
            let what = format!("`{}` is not the id of the base file", found.value);
            self.error(found.place, what, format!("write `id: {}`", wanted.value));
        }
        for (key, example) in [("title", "凑十法"), ("can", "你会……了。")] {
            translation.need(key, example, self.diagnostics);
        }
        translation.over(base, &OWN)
    }

    fn part(&mut self, base: &Part, translation: &Outline) -> Part {
        let mut part = base.clone();
        match translation.parts.iter().find(|part| part.kind == base.kind) {
            None => {
                let name = PartKind::ALL
                    .into_iter()
                    .find(|(kind, _)| *kind == base.kind)
                    .map_or("", |(_, name)| name);
                let what = format!("the part `# {name}` is missing");
                self.error(translation.place, what, "translate it, under the same heading");
            }
            Some(found) => {
                part.slots = self.slots(base, found);
                part.place = found.place;
            }
        }
        part
    }

    fn slots(&mut self, base: &Part, translation: &Part) -> Vec<Slot> {
        let mut cards = translation.slots.iter().filter_map(|slot| match slot {
            Slot::Card(card) => Some(card),
            Slot::Item(..) => None,
        });
        let mut merged = Vec::new();
        let mut place = translation.place;
        let mut seen = Vec::new();
        for slot in &base.slots {
            match slot {
                Slot::Card(card) => match cards.next() {
                    Some(found) => {
                        place = found.place;
                        merged.push(Slot::Card(self.card(card, found)));
                    }
                    None => {
                        let title = crate::inline::plain(&card.title);
                        self.error(
                            place,
                            format!("the card `{title}` is missing"),
                            "translate it, in the same place",
                        );
                        merged.push(slot.clone());
                    }
                },
                Slot::Item(named, _) => {
                    let found =
                        translation.slots.iter().enumerate().find_map(|(at, slot)| match slot {
                            Slot::Item(found, body) if found.id == named.id => {
                                Some((at, found, body))
                            }
                            Slot::Item(..) | Slot::Card(_) => None,
                        });
                    if let Some((at, found, _)) = found {
                        place = found.whole;
                        if seen.last().is_some_and(|last| *last > at) {
                            let what = format!(
                                "`{}` stands in another place than in the base file",
                                found.id
                            );
                            self.error(found.place, what, "keep the order of the base file");
                        }
                        seen.push(at);
                    }
                    merged.push(self.item(
                        slot,
                        found.map(|(_, named, body)| (named, body)),
                        place,
                    ));
                }
            }
        }
        for card in cards {
            self.error(
                card.place,
                "the base file has no such card here",
                "leave it out, or write it there first",
            );
        }
        self.strangers(base, translation);
        merged
    }

    fn strangers(&mut self, base: &Part, translation: &Part) {
        for slot in &translation.slots {
            let Slot::Item(found, _) = slot else { continue };
            let known = base
                .slots
                .iter()
                .any(|slot| matches!(slot, Slot::Item(named, _) if named.id == found.id));
            if !known {
                let what = format!("the base file has no `{}` in this part", found.id);
                self.error(found.place, what, "leave it out, or write it there first");
            }
        }
    }

    fn item(
        &mut self,
        base: &Slot,
        found: Option<(&Named, &crate::body::Body)>,
        place: Place,
    ) -> Slot {
        let Slot::Item(named, body) = base else { return base.clone() };
        match found {
            None => {
                if named.generator.is_none() && self.holds_words(body) {
                    self.error(
                        place,
                        format!("`{}` is missing behind this", named.id),
                        "translate it, under its id",
                    );
                }
                base.clone()
            }
            Some((found, translation)) => {
                self.same_rest(named, found);
                let asked = Asked {
                    kind: named.interaction,
                    attributes: &named.attributes,
                    template: false,
                };
                let body = self.body(body, translation, asked);
                Slot::Item(Named { place: found.place, whole: found.whole, ..named.clone() }, body)
            }
        }
    }

    /// A heading gives the id alone, or all that the base file says.
    fn same_rest(&mut self, base: &Named, found: &Named) {
        if !found.rest.is_empty() && found.rest != base.rest {
            let instead = "leave out what stands behind the id: it comes from the base file";
            self.error(found.whole, format!("the base file says `{}` here", base.rest), instead);
        }
    }

    fn card(&mut self, base: &Card, found: &Card) -> Card {
        if base.title.is_empty() != found.title.is_empty() {
            let what = if base.title.is_empty() {
                "this card has no title in the base file"
            } else {
                "a title is missing"
            };
            self.error(found.place, what, "write the same headings as there");
        }
        Card {
            title: found.title.clone(),
            nodes: self.nodes(&base.nodes, &found.nodes, found.place),
            place: found.place,
        }
    }

    fn generator(&mut self, base: &Generator, translation: &Outline) -> Generator {
        let Some(found) = translation.generators.iter().find(|it| it.named.id == base.named.id)
        else {
            let what = format!("the generator `{}` is missing", base.named.id);
            self.error(translation.place, what, "translate it under `# Generators`");
            return base.clone();
        };
        self.same_rest(&base.named, &found.named);
        let asked = Asked {
            kind: base.named.interaction,
            attributes: &base.named.attributes,
            template: true,
        };
        let shared = self.body(&base.shared, &found.shared, asked);
        if base.levels.len() != found.levels.len() {
            let what = format!(
                "{} level headings, the base file has {}",
                found.levels.len(),
                base.levels.len()
            );
            self.error(found.named.whole, what, "write the same level headings in the same order");
            return Generator { shared, ..base.clone() };
        }
        let pairs = base.levels.iter().zip(&found.levels);
        let levels =
            pairs.map(|(base_level, found)| self.level(base_level, found, asked)).collect();
        Generator { named: base.named.clone(), shared, levels }
    }

    fn level(&mut self, base: &Level, found: &Level, asked: Asked<'_>) -> Level {
        if base.level != found.level {
            let what = format!("this is level {} in the base file", base.level);
            self.error(found.place, what, "write the same level headings in the same order");
        }
        let asked = match base.interaction {
            Some(_) => {
                Asked { kind: base.interaction, attributes: &base.attributes, template: true }
            }
            None => asked,
        };
        let body = self.body(&base.body, &found.body, asked);
        Level { body, place: found.place, ..base.clone() }
    }
}
