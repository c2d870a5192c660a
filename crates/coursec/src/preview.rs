//! A lesson as a plain sheet to read: everything that a learner may meet, with all hints, steps and feedback open.

use crate::draw;
use crate::source::{Compiled, compile};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

mod page;
mod shapes;
mod sheet;

/// How often a watched folder is looked at.
const PAUSE: Duration = Duration::from_millis(400);

/// Writes the sheet of the lesson in `file` and says where; watching, does so again at every change.
pub fn preview(file: &Path, watch: bool) -> Result<ExitCode> {
    let target = Target::find(file)?;
    loop {
        let before = newest(&target.courses)?;
        let sound = target.write()?;
        if !watch {
            return Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        while newest(&target.courses)? == before {
            sleep(PAUSE);
        }
    }
}

/// The lesson to be shown.
struct Target {
    courses: PathBuf,
    /// As `ma-03`.
    lesson: String,
    /// Of a translation.
    locale: Option<String>,
}

impl Target {
    /// From a path as `courses/ma/ma-03.zh-Hans.md`.
    fn find(file: &Path) -> Result<Self> {
        let name = file
            .file_name()
            .and_then(|name| name.to_str())
            .and_then(|name| name.strip_suffix(".md"));
        let courses = file.parent().and_then(Path::parent);
        let (Some(name), Some(courses), true) = (name, courses, file.is_file()) else {
            bail!("{} is no lesson; write it as courses/ma/ma-03.md", file.display());
        };
        let courses = if courses.as_os_str().is_empty() { Path::new(".") } else { courses };
        let (lesson, locale) = match name.split_once('.') {
            Some((lesson, locale)) => (lesson, Some(locale.to_owned())),
            None => (name, None),
        };
        Ok(Self { courses: courses.to_owned(), lesson: lesson.to_owned(), locale })
    }

    /// Writes the sheet; whether no mistake of this lesson stands against it.
    fn write(&self) -> Result<bool> {
        let mut compiled = compile(&self.courses)?;
        let own = |path: &str| {
            path.rsplit('/')
                .next()
                .is_some_and(|name| name.starts_with(&format!("{}.", self.lesson)))
        };
        let Compiled { files, diagnostics, .. } = &mut compiled;
        diagnostics.retain(|it| files.get(it.place.file).is_some_and(|(path, _)| own(path)));
        draw::print(&compiled, &self.courses);
        let lessons = compiled.library.courses.iter().flat_map(|course| &course.lessons);
        let Some(lesson) =
            lessons.filter(|lesson| lesson.id == self.lesson).flat_map(|it| &it.locales).find(
                |locale| self.locale.as_ref().is_none_or(|wanted| locale.lesson.locale == *wanted),
            )
        else {
            bail!("no course lists {}; add it to course.md", self.lesson);
        };
        let path =
            std::env::temp_dir().join(format!("{}.{}.html", self.lesson, lesson.lesson.locale));
        fs::write(&path, sheet::of(&lesson.lesson))
            .with_context(|| format!("cannot write {}", path.display()))?;
        println!("{}", path.display());
        Ok(compiled.is_sound())
    }
}

/// When a file below `folder` was last changed.
fn newest(folder: &Path) -> Result<Option<SystemTime>> {
    let mut newest = None;
    for entry in
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?
    {
        let entry = entry?;
        let changed = if entry.path().is_dir() {
            self::newest(&entry.path())?
        } else {
            entry.metadata()?.modified().ok()
        };
        newest = newest.max(changed);
    }
    Ok(newest)
}
