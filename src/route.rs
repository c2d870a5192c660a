//! Every address of the app.

use crate::locale::{Locale, Message};
use course::digits::{decimal, read};

/// Where in the app, and in which language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    pub locale: Locale,
    pub route: Route,
    /// Fixes a lesson's items, from `?seed=`.
    pub seed: Option<u64>,
    /// A lesson in another site's page: its own address, and nothing but the lesson.
    pub alone: bool,
}

/// Every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    Today,
    Course(String),
    Lesson {
        course: String,
        lesson: String,
    },
    /// Where in a course to begin.
    Placement(String),
    Review,
    Me,
    /// A page that an engine fills, by its path: whose turn it is, copies, erasing (`me/who`); one of [`STAGES`].
    Engine(String),
    About,
    /// No page of ours: leads back.
    Unknown,
}

impl Address {
    /// The page at `path`, which is relative to where the app is put, as `en/ma/ma-03/`. `None` if it has no locale.
    pub fn parse(path: &str, query: &str) -> Option<Self> {
        let mut names = path.split('/').filter(|name| !name.is_empty() && *name != "index.html");
        let locale = Locale::from_tag(names.next()?)?;
        let (mut first, second) = (names.next(), names.next());
        let alone = first == Some(ALONE);
        if alone {
            // As `ma-03`: ids of lessons begin with their course's.
            let lesson = second.and_then(|lesson| lesson.rsplit_once('-'));
            first = lesson.map_or(first, |(course, _)| Some(course));
        }
        let route = match (first, second, names.next()) {
            (None, None, None) => Route::Today,
            (Some("review"), None, None) => Route::Review,
            (Some("me"), None, None) => Route::Me,
            (Some("me"), Some(page), None) if is_id(page) => Route::Engine(["me/", page].concat()),
            (Some(page), None, None) if stage(page).is_some() => Route::Engine(page.to_owned()),
            (Some("about"), None, None) => Route::About,
            (Some(course), None, None) if is_id(course) => Route::Course(course.to_owned()),
            // No lesson is called so: the ids of all have a number.
            (Some(course), Some("check"), None) if is_id(course) => {
                Route::Placement(course.to_owned())
            }
            (Some(course), Some(lesson), None) if is_id(course) && is_id(lesson) => {
                Route::Lesson { course: course.to_owned(), lesson: lesson.to_owned() }
            }
            _ => Route::Unknown,
        };
        let seed =
            query.trim_start_matches('?').split('&').find_map(|pair| pair.strip_prefix("seed="));
        Some(Self { locale, route, seed: seed.and_then(|seed| read(seed, 10)), alone })
    }

    /// The address of a page in this address's language.
    pub fn to(&self, route: Route) -> Self {
        Self { locale: self.locale, route, seed: None, alone: false }
    }

    /// The path, relative to where the app is put.
    pub fn path(&self) -> String {
        let names: &[&str] = match &self.route {
            Route::Today | Route::Unknown => &[],
            Route::Course(course) => &[course],
            Route::Lesson { lesson, .. } if self.alone => &[ALONE, lesson],
            Route::Lesson { course, lesson } => &[course, lesson],
            Route::Placement(course) => &[course, "check"],
            Route::Review => &["review"],
            Route::Me => &["me"],
            Route::Engine(page) => &[page],
            Route::About => &["about"],
        };
        let mut path = [self.locale.tag(), "/"].concat();
        for name in names {
            path.push_str(name);
            path.push('/');
        }
        if let Some(seed) = self.seed {
            path.push_str("?seed=");
            path.push_str(&decimal(seed));
        }
        path
    }
}

/// Where lessons stand that other sites' pages show.
const ALONE: &str = "m";

/// Pages that engines of stages fill, each at an address of its own, with what it is called.
pub const STAGES: [(&str, Message); 2] = [("works", Message::Works), ("teach", Message::Teach)];

/// The page of [`STAGES`] with this name.
pub fn stage(page: &str) -> Option<&'static (&'static str, Message)> {
    STAGES.iter().find(|it| it.0 == page)
}

/// Names of pages that no course may have.
pub const RESERVED: [&str; 6] = [ALONE, "review", "works", "me", "teach", "about"];

fn is_id(name: &str) -> bool {
    !RESERVED.contains(&name)
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_back() {
        let paths = [
            "en/",
            "zh-Hans/ma/",
            "en/ma/ma-03/",
            "en/ma/check/",
            "en/me/",
            "en/review/",
            "zh-Hans/me/who/",
            "en/works/",
            "zh-Hans/teach/",
            "en/m/ma-03/",
        ];
        for path in paths {
            assert_eq!(Address::parse(path, "").expect(path).path(), path);
        }
        let check = Address::parse("en/ma/check/", "").map(|it| it.route);
        assert_eq!(check, Some(Route::Placement("ma".to_owned())), "no lesson of this name");
    }

    #[test]
    fn a_lesson_alone_has_its_course() {
        let Address { route, alone, .. } = Address::parse("en/m/ma-03/", "").expect("a page");
        let lesson = Route::Lesson { course: "ma".to_owned(), lesson: "ma-03".to_owned() };
        assert_eq!((route, alone), (lesson, true));
    }

    #[test]
    fn what_is_no_page_leads_back() {
        for path in ["en/m/", "en/m/ma/", "en/ma/ma-03/more/", "en/teach/x/", "en/%3Cscript%3E/"] {
            assert_eq!(Address::parse(path, "").map(|it| it.route), Some(Route::Unknown), "{path}");
        }
        assert_eq!(Address::parse("xx/ma/", ""), None);
        assert_eq!(Address::parse("", ""), None);
    }

    #[test]
    fn a_seed_comes_with_the_query() {
        let address = Address::parse("en/ma/ma-03/", "?x=1&seed=42").expect("a page");
        assert_eq!(address.seed, Some(42));
        assert_eq!(address.path(), "en/ma/ma-03/?seed=42");
    }
}
