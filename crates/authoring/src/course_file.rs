//! `course.md`: what a course is and which lessons it has.

use crate::diagnostic::{Diagnostics, Place};
use crate::front::{self, Front};
use crate::heading;
use crate::inline::plain;
use crate::library::Subject;
use crate::markdown::{self, Node};

/// A course's file, or a translation's.
#[derive(Debug, Clone)]
pub(crate) struct CourseFile {
    pub front: Front,
    /// The chapters.
    pub units: Vec<UnitSource>,
}

/// A heading and the lessons below it, with their places.
pub(crate) type UnitSource = (String, Place, Vec<(String, Place)>);

/// What the base file's front matter says.
pub(crate) struct CourseHead {
    pub id: String,
    pub place: Place,
    pub title: String,
    pub language: String,
    pub target: Option<String>,
    pub subject: Subject,
    pub retired: Vec<String>,
}

/// The file's chapters, mistakes noted.
pub(crate) fn parse(text: &str, file: usize, diagnostics: &mut Diagnostics) -> CourseFile {
    let (front, from) = front::parse(text, file, diagnostics);
    let mut units: Vec<UnitSource> = Vec::new();
    for node in markdown::parse(text, from, file, diagnostics) {
        let place = markdown::place(&node);
        match node {
            Node::Heading(heading) if heading.level == 1 => {
                units.push((heading.words, heading.place, Vec::new()))
            }
            Node::List(list) if !units.is_empty() => {
                for point in list.points {
                    let id = plain(&point.content);
                    let place = crate::inline::place(&point.content).unwrap_or(point.place);
                    if !heading::is_lesson(&id) {
                        diagnostics.error(
                            "C02",
                            place,
                            format!("`{id}` is no lesson's id"),
                            "write it as `ma-03`",
                        );
                    } else if let Some((_, _, lessons)) = units.last_mut() {
                        lessons.push((id, place));
                    }
                }
            }
            Node::Heading(_)
            | Node::List(_)
            | Node::Paragraph(..)
            | Node::Table(_)
            | Node::Fence(_) => {
                let instead = "write `# Chapter`, and below it a list of lessons: `- ma-01`";
                diagnostics.error("C01", place, "this has no meaning in a course's file", instead);
            }
        }
    }
    CourseFile { front, units }
}

impl CourseFile {
    /// Reads the base file's front matter.
    pub fn head(&self, folder: &str, diagnostics: &mut Diagnostics) -> CourseHead {
        let front = &self.front;
        front.only(&["id", "title", "language", "target", "subject", "retired"], diagnostics);
        let id = front.need("id", folder, diagnostics);
        let place = id.map(|field| field.place).or(front.place).unwrap_or(Place {
            file: 0,
            start: 0,
            end: 0,
        });
        if let Some(field) =
            id.filter(|field| field.value != folder || !heading::is_course(&field.value))
        {
            let what = format!("the course `{}` is in the folder `{folder}`", field.value);
            diagnostics.error(
                "C02",
                field.place,
                what,
                "name both alike, in two to eight small letters",
            );
        }
        if ["m", "review", "works", "me", "teach", "about"].contains(&folder) {
            let what = format!("`{folder}` is a page of the app");
            diagnostics.error("C02", place, what, "choose another id");
        }
        CourseHead {
            id: folder.to_owned(),
            place,
            title: text(front.need("title", "Mathematics", diagnostics)),
            language: language(front.need("language", "en", diagnostics), diagnostics)
                .unwrap_or("en".to_owned()),
            target: language(front.get("target"), diagnostics),
            subject: subject(front, diagnostics),
            retired: text(front.get("retired")).split_whitespace().map(str::to_owned).collect(),
        }
    }

    /// Compares a translation with its base: the same id and as many chapters.
    pub fn check_translation(&self, base: &Self, diagnostics: &mut Diagnostics) {
        self.front.only(&["id", "title"], diagnostics);
        self.front.need("title", "数学", diagnostics);
        let (own, wanted) = (self.front.need("id", "ma", diagnostics), base.front.get("id"));
        if let (Some(own), Some(wanted)) = (own, wanted)
            && own.value != wanted.value
        {
            let what = format!("`{}` is not the id of the base file", own.value);
            diagnostics.error("C40", own.place, what, format!("write `id: {}`", wanted.value));
        }
        if self.units.len() != base.units.len() {
            let place = self.units.last().map(|(_, place, _)| *place).or(self.front.place);
            let what =
                format!("{} chapters, the base file has {}", self.units.len(), base.units.len());
            if let Some(place) = place {
                diagnostics.error("C40", place, what, "write as many headings, in the same order");
            }
        }
        for ((_, place, own), (_, _, wanted)) in self.units.iter().zip(&base.units) {
            let ids = |lessons: &[(String, Place)]| -> Vec<String> {
                lessons.iter().map(|(id, _)| id.clone()).collect()
            };
            if !own.is_empty() && ids(own) != ids(wanted) {
                let instead = "leave the list out: it comes from the base file";
                diagnostics.error(
                    "C40",
                    *place,
                    "these are not the lessons of the base file",
                    instead,
                );
            }
        }
    }
}

fn text(field: Option<&front::Field>) -> String {
    field.map(|field| field.value.clone()).unwrap_or_default()
}

fn language(field: Option<&front::Field>, diagnostics: &mut Diagnostics) -> Option<String> {
    let field = field?;
    if !crate::compiler::is_language(&field.value) {
        let what = format!("`{}` is no language", field.value);
        diagnostics.error("C01", field.place, what, "write its tag, as `en` or `zh-Hans`");
    }
    Some(field.value.clone())
}

fn subject(front: &Front, diagnostics: &mut Diagnostics) -> Subject {
    let Some(field) = front.need("subject", "maths", diagnostics) else { return Subject::Maths };
    let found = Subject::ALL.into_iter().find(|(_, name)| *name == field.value);
    if found.is_none() && !field.value.contains('‹') {
        let names: Vec<&str> = Subject::ALL.iter().map(|(_, name)| *name).collect();
        let what = format!("`{}` is no subject", field.value);
        diagnostics.error("C01", field.place, what, format!("write one of: {}", names.join(" ")));
    }
    found.map_or(Subject::Maths, |(subject, _)| subject)
}
