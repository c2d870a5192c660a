//! What a lesson's front matter says.

use super::Job;
use crate::front::Front;
use crate::heading;
use course::lesson::{Band, Skill};

impl Job<'_> {
    pub(super) fn band(&mut self, front: &Front) -> Band {
        let Some(field) = front.need("band", "A", self.diagnostics) else { return Band::A };
        match field.value.as_str() {
            "A" => Band::A,
            "B" => Band::B,
            "C" => Band::C,
            "D" => Band::D,
            other => {
                self.diagnostics.error(
                    "C01",
                    field.place,
                    format!("`{other}` is no band"),
                    "write A, B, C or D",
                );
                Band::A
            }
        }
    }

    pub(super) fn minutes(&mut self, front: &Front) -> u8 {
        let Some(field) = front.need("minutes", "10", self.diagnostics) else { return 0 };
        field.value.parse().ok().filter(|minutes| *minutes > 0).unwrap_or_else(|| {
            let what = format!("`{}` is no number of minutes", field.value);
            self.diagnostics.error(
                "C01",
                field.place,
                what,
                "write a whole number, as `minutes: 10`",
            );
            0
        })
    }

    /// `ma.add20 = Given …`
    pub(super) fn skills(&mut self, front: &Front) -> Vec<Skill> {
        front.need("skill", "ma.add20 = Given …, the pupil writes …", self.diagnostics);
        let mut skills: Vec<Skill> = Vec::new();
        for field in front.all("skill") {
            let (id, objective) = field.value.split_once('=').unwrap_or((&field.value, ""));
            let (id, objective) = (id.trim().to_owned(), objective.trim().to_owned());
            if !heading::is_skill(&id) || objective.is_empty() {
                let instead = "write `skill: ma.add20 = Given …, the pupil writes …`";
                self.diagnostics.error(
                    "C01",
                    field.place,
                    "this is no skill with its sentence",
                    instead,
                );
            }
            if skills.iter().any(|known| known.id == id) {
                self.diagnostics.error(
                    "C02",
                    field.place,
                    format!("`{id}` stands here twice"),
                    "keep one of the lines",
                );
            }
            self.places.insert(id.clone(), field.place);
            skills.push(Skill { id, objective });
        }
        skills
    }

    /// The skills of a line such as `needs: ma.bond10 ma.addsub10`.
    pub fn skill_ids(&mut self, front: &Front, key: &str) -> Vec<String> {
        let Some(field) = front.get(key) else { return Vec::new() };
        let mut ids = Vec::new();
        for (word, place) in heading::words(&field.value, field.place) {
            if heading::is_skill(word) {
                ids.push(word.to_owned());
            } else {
                let what = format!("`{word}` is no skill");
                self.diagnostics.error(
                    "C02",
                    place,
                    what,
                    "write it as `ma.add20`, with blanks between",
                );
            }
        }
        ids
    }
}
