//! The rest of a course around an example, so that pages show just what they are about.

use crate::page::Example;
use course::lesson::PartKind;

/// The files of a small course with an example in it.
pub struct Frame {
    /// Paths and texts.
    pub files: Vec<(String, String)>,
    /// The line before the example's first, in each file that holds a part of it.
    pub first_line: Vec<(String, usize)>,
}

const FRONT: &str = "\
---
id: ma-01
title: Make ten
band: A
minutes: 10
skill: ma.add20 = Given two numbers, the pupil writes the sum.
can: You can add.
---
";
const FRONT_TRANSLATED: &str = "\
---
id: ma-01
title: 凑十
skill: ma.add20 = 给出两个数，学生写出和。
can: 你会加了。
---
";
const COURSE: &str = "\
---
id: ma
title: Mathematics
language: en
subject: maths
---

# Numbers

- ma-01
";
const COURSE_TRANSLATED: &str = "\
---
id: ma
title: 数学
---

# 数
";
const LISTS: &str = "\
# crops

| id | en.one | en.many | en.article | zh-Hans.one | zh-Hans.measure |
|---|---|---|---|---|---|
| egg | egg | eggs | an egg | 鸡蛋 | 个 |
| corn | corn cob | corn cobs | a corn cob | 玉米 | 根 |

# names

| id | en.one | zh-Hans.one |
|---|---|---|
| lan | Lan | 小兰 |
| bo | Bo | 小波 |
";
const TUNES: &str = "\
# T01

```tune
en: Twinkle, twinkle, little star
zh-Hans: 小星星
metre: 2/4
do: C
tempo: 90
source: France
author: traditional
year: 1761
free: no author is known, and it is old
score: 1 1 | 5 5 | 6 6 | 5 -
```
";
const PICTURE: &str =
    r##"<svg viewBox="0 0 32 32"><circle cx="16" cy="16" r="12" fill="#d33"/></svg>"##;

pub fn around(example: &Example) -> Frame {
    let mut frame = Frame { files: Vec::new(), first_line: Vec::new() };
    let find =
        |kind: &str| example.sources.iter().find(|it| it.kind == kind).map(|it| it.text.as_str());
    let fragments = |suffix: &str| -> Vec<(&str, &str)> {
        let kinds = ["card", "item", "generator"];
        kinds.iter().filter_map(|kind| Some((*kind, find(&format!("{kind}{suffix}"))?))).collect()
    };
    match find("lesson") {
        Some(text) => frame.add("ma/ma-01.md", text.to_owned(), 0),
        None => frame.lesson("ma/ma-01.md", FRONT, "A text.", &fragments("")),
    }
    let translated = example.sources.iter().any(|it| it.kind.ends_with(" translation"));
    match find("lesson translation") {
        Some(text) => frame.add("ma/ma-01.zh-Hans.md", text.to_owned(), 0),
        None if translated => {
            frame.lesson(
                "ma/ma-01.zh-Hans.md",
                FRONT_TRANSLATED,
                "一段话。",
                &fragments(" translation"),
            );
        }
        None => {}
    }
    frame.add("ma/course.md", find("course").unwrap_or(COURSE).to_owned(), 0);
    if translated {
        frame.add(
            "ma/course.zh-Hans.md",
            find("course translation").unwrap_or(COURSE_TRANSLATED).to_owned(),
            0,
        );
    }
    frame.add("lists.md", find("lists").unwrap_or(LISTS).to_owned(), 0);
    frame.add("tunes.md", TUNES.to_owned(), 0);
    frame.add("misconceptions.md", find("misconceptions").unwrap_or_default().to_owned(), 0);
    for name in ["apple", "door", "egg", "wave"] {
        frame.add(&format!("pictures/{name}.svg"), PICTURE.to_owned(), 0);
    }
    frame
}

impl Frame {
    fn add(&mut self, path: &str, text: String, before: usize) {
        self.files.push((path.to_owned(), text));
        self.first_line.push((path.to_owned(), before));
    }

    /// A lesson with the fragments where they belong, and a card of one text everywhere else.
    fn lesson(&mut self, path: &str, front: &str, text: &str, fragments: &[(&str, &str)]) {
        let find = |wanted: &str| {
            fragments.iter().find(|(kind, _)| *kind == wanted).map(|(_, text)| *text)
        };
        let mut lesson = front.to_owned();
        let mut before = None;
        let mut put = |name: &str, fragment: Option<&str>| {
            lesson.push_str(&format!("\n# {name}\n\n"));
            if fragment.is_some() {
                before.get_or_insert(lesson.matches('\n').count());
            }
            lesson.push_str(fragment.unwrap_or(text));
            lesson.push('\n');
        };
        for (part, name) in PartKind::ALL {
            let fragment = match part {
                PartKind::Hook => find("card"),
                PartKind::Guided => find("item"),
                PartKind::Recall
                | PartKind::Teach
                | PartKind::Worked
                | PartKind::Faded
                | PartKind::Mixed
                | PartKind::Exit
                | PartKind::Outside
                | PartKind::Review
                | PartKind::Placement => None,
            };
            put(name, fragment);
        }
        if let Some(generator) = find("generator") {
            put("Generators", Some(generator));
        }
        self.add(path, lesson, before.unwrap_or(0));
    }
}
