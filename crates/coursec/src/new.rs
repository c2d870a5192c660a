//! A new lesson, with everything that a lesson needs still to be written.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

const LESSON: &str = include_str!("new/lesson.md");
const TRANSLATION: &str = include_str!("new/lesson.translation.md");
const COURSE: &str = include_str!("new/course.md");
const COURSE_TRANSLATION: &str = include_str!("new/course.translation.md");

/// Languages that a new course is begun in, beside its base language.
const LOCALES: [&str; 1] = ["zh-Hans"];

/// Writes the skeleton of `lesson` and of its translations, and enters it into its course; begins the course if there
/// is none. Overwrites nothing.
pub fn new(courses: &Path, course: &str, lesson: &str) -> Result<ExitCode> {
    check_names(course, lesson)?;
    let folder = courses.join(course);
    let fill = |skeleton: &str| skeleton.replace("LESSON", lesson).replace("COURSE", course);
    let file = folder.join(format!("{lesson}.md"));
    if file.exists() {
        bail!("{} is there already", file.display());
    }
    if folder.join("course.md").exists() {
        enter(&folder.join("course.md"), lesson)?;
        for locale in locales(&folder)? {
            let file = folder.join(format!("course.{locale}.md"));
            // A translation may leave the lists out.
            if fs::read_to_string(&file)?.lines().any(|line| line.starts_with("- ")) {
                enter(&file, lesson)?;
            }
        }
    } else {
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        write(&folder.join("course.md"), &fill(COURSE))?;
        for locale in LOCALES {
            write(&folder.join(format!("course.{locale}.md")), &fill(COURSE_TRANSLATION))?;
        }
    }
    write(&file, &fill(LESSON))?;
    for locale in locales(&folder)? {
        write(&folder.join(format!("{lesson}.{locale}.md")), &fill(TRANSLATION))?;
    }
    println!(
        "write in the place of everything between ‹ and ›; `coursec check` lists what is left"
    );
    Ok(ExitCode::SUCCESS)
}

fn check_names(course: &str, lesson: &str) -> Result<()> {
    let letters =
        (2..=8).contains(&course.len()) && course.bytes().all(|byte| byte.is_ascii_lowercase());
    let number = lesson.strip_prefix(course).and_then(|rest| rest.strip_prefix('-'));
    let numbered =
        number.is_some_and(|it| it.len() >= 2 && it.bytes().all(|byte| byte.is_ascii_digit()));
    if !letters || !numbered {
        bail!("write a course and a lesson of it, as `coursec new ma ma-05`");
    }
    Ok(())
}

/// Adds the lesson to the end of the course's last chapter.
fn enter(course: &Path, lesson: &str) -> Result<()> {
    let text =
        fs::read_to_string(course).with_context(|| format!("cannot read {}", course.display()))?;
    if text.lines().any(|line| line.trim() == format!("- {lesson}")) {
        return Ok(());
    }
    write(course, &format!("{}\n- {lesson}\n", text.trim_end()))
}

/// The languages that the course is translated to.
fn locales(folder: &Path) -> Result<Vec<String>> {
    let mut locales = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        let name = name.to_string_lossy();
        let locale = name.strip_prefix("course.").and_then(|rest| rest.strip_suffix(".md"));
        locales.extend(locale.map(str::to_owned));
    }
    locales.sort();
    Ok(locales)
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{}", path.display());
    Ok(())
}
