//! A small library without a fault, and for each check a mistake planted into it that the check must find.

use super::{Effort, check};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const LESSON: &str = "ma/ma-01.md";
const CHINESE: &str = "ma/ma-01.zh-Hans.md";

/// The files of `tests/sound`.
pub(super) fn sound() -> Vec<(String, String)> {
    let files = [
        ("lists.md", include_str!("../../tests/sound/lists.md")),
        ("ma/course.md", include_str!("../../tests/sound/ma/course.md")),
        ("ma/course.zh-Hans.md", include_str!("../../tests/sound/ma/course.zh-Hans.md")),
        (LESSON, include_str!("../../tests/sound/ma/ma-01.md")),
        (CHINESE, include_str!("../../tests/sound/ma/ma-01.zh-Hans.md")),
        ("misconceptions.md", include_str!("../../tests/sound/misconceptions.md")),
        ("pictures/LICENCES.md", include_str!("../../tests/sound/pictures/LICENCES.md")),
        ("pictures/egg.svg", include_str!("../../tests/sound/pictures/egg.svg")),
    ]
    .map(|(path, text)| (path.to_owned(), text.to_owned()));
    files.into()
}

/// What they compile to.
pub(super) fn sound_library() -> crate::Library {
    crate::compile(&sound()).0
}

/// What they compile to with another item in the place of one: its heading from the interaction on, and what stands below.
pub(super) fn with_item(item: &str) -> crate::Library {
    let mut files = sound();
    files.retain(|(path, _)| path != CHINESE && !path.ends_with("course.zh-Hans.md"));
    let hints = "\nHints:\n\n1. Look.\n\nSteps:\n\n1. Look.\n\n# Hook\n";
    replace(&mut files, LESSON, "# Hook\n", &format!("## ma-01.lab {item}{hints}"));
    let (library, found) = crate::compile(&files);
    assert!(found.is_empty(), "{found:?}");
    library
}

/// The same with a second lesson, which needs the first.
fn two_lessons() -> Vec<(String, String)> {
    let mut files = sound();
    replace(&mut files, "ma/course.md", "- ma-01", "- ma-01\n- ma-02");
    let renamed = [
        ("ma-01", "ma-02"),
        ("ma.add", "ma.more"),
        ("ma.sub", "ma.less"),
        ("g.add", "g.more"),
        ("g.sub", "g.less"),
        ("mixes:", "needs: ma.add\nmixes:"),
    ];
    for (path, text) in files.clone().into_iter().filter(|(path, _)| path.contains("ma-01")) {
        let rename =
            |text: String| renamed.iter().fold(text, |text, (from, to)| text.replace(from, to));
        files.push((rename(path), rename(text)));
    }
    files.sort();
    files
}

pub(super) fn checked(files: &[(String, String)]) -> Vec<Diagnostic> {
    let (library, mut diagnostics) = crate::compile(files);
    diagnostics.extend(check(files, &library, Effort { seeds: 100 }));
    diagnostics
}

/// Puts `to` in the place of the first `from` of a file.
fn replace(files: &mut [(String, String)], file: &str, from: &str, to: &str) {
    let (_, text) = files.iter_mut().find(|(path, _)| path == file).expect("the file is there");
    assert!(text.contains(from), "{file} has no `{from}`");
    *text = text.replacen(from, to, 1);
}

/// The sound library with a mistake in it.
pub(super) fn with(file: &str, from: &str, to: &str) -> Vec<(String, String)> {
    let mut files = sound();
    replace(&mut files, file, from, to);
    files
}

/// A check, and the mistake that it has to find: file, what stands there, what is put there instead.
type Plant<'a> = (&'a str, &'a str, &'a str, &'a str);

fn assert_found(library: fn() -> Vec<(String, String)>, plants: &[Plant<'_>]) {
    for (code, file, from, to) in plants {
        let mut files = library();
        replace(&mut files, file, from, to);
        let codes: Vec<&str> = checked(&files).iter().map(|it| it.code).collect();
        assert!(codes.contains(code), "{code} not found after `{from}` → `{to}`, but {codes:?}");
    }
}

#[test]
fn a_sound_library_has_no_diagnostics() {
    assert_eq!(checked(&sound()), []);
    assert_eq!(checked(&two_lessons()), []);
}

/// Twelve rows whose place of the key and length are what a plant makes them.
fn family(attributes: &str, right: &str, wrong: &str) -> String {
    let rows: String = (10..22).map(|n| format!("| n{n} | {n} |\n")).collect();
    format!(
        "## ma-01.z.* choice ma.add draw=12{attributes}\n\n| id | n |\n|---|---|\n{rows}\n{{n}} is ___\n\n- [x] {right}\n\
         - [ ] {wrong} :: x.off1 Look at the last digit.\n- [ ] 9{wrong} :: x.off1 That has more digits.\n\n\
         Hints:\n\n1. Read it.\n\nSteps:\n\n1. Read it.\n\n# Exit check\n"
    )
}

/// Letters that no compression makes small.
fn noise() -> String {
    let mut rng = course::rng::Rng::new(5);
    let line = |rng: &mut course::rng::Rng| -> String {
        (0..3_000).map(|_| char::from(b'a' + rng.below(26) as u8)).collect()
    };
    (0..20).map(|_| format!("![{}](icon:egg)\n\n", line(&mut rng))).collect()
}

#[test]
fn mistakes_between_lessons_are_found() {
    assert_found(
        two_lessons,
        &[
            (
                "C03",
                LESSON,
                "skill: ma.sub =",
                "skill: ma.more = Given one, the pupil writes it.\nskill: ma.sub =",
            ),
            ("C04", LESSON, "mixes:", "needs: ma.more\nmixes:"),
            ("C05", LESSON, "band: A", "band: B"),
        ],
    );
}

#[test]
fn mistakes_of_answers_are_found() {
    let fixed = family(" fixed", "{n}", "8{n}");
    let longest = family("", "the number {n}", "8{n}");
    assert_found(
        sound,
        &[
            ("C10", LESSON, "- [ ] 6 :: x.off1", "- [ ] 14/2 :: x.off1"),
            ("C10", LESSON, "- [ ] Count back two. ::", "- [ ] Count off two. ::"),
            (
                "C12",
                LESSON,
                "- [ ] 2 :: x.off1 You counted the 2",
                "- [ ] 6/2 :: x.off1 You counted the 2",
            ),
            ("C13", LESSON, "# Exit check\n", &fixed),
            ("C14", LESSON, "# Exit check\n", &longest),
            ("C15", LESSON, "- [ ] 1 :: x.opswap", "- [ ] None of the above :: x.opswap"),
            ("C15", LESSON, "2 + 1 = ___", "Which is not 2 + 1?"),
            ("C16", LESSON, "- [x] Count on two.", "- [x] Count on two.\n- [x] Go on two."),
            ("C17", LESSON, "- [x] plus", "- [x] I am plus"),
            ("C18", LESSON, "- 3 + 3 = 6", "- 3 + 3 = 8"),
        ],
    );
}

#[test]
fn mistakes_of_generators_are_found() {
    const RULES: &str = "- [ ] {a + b - 1} :: x.off1 You counted one too few. Start with {a + 1}.\n\
                         - [ ] {abs(a - b)} :: x.opswap You took away. Here things come together.\n\
                         - [ ] {a + b + 1} :: x.off1 You counted one too many.\n";
    assert_found(
        sound,
        &[
            ("C21", LESSON, "need a != b", "need a == 2 and b == 9"),
            ("C21", LESSON, "need a != b", "need a > 9"),
            ("C22", LESSON, "- [x] 7", "- [x] 8"),
            ("C22", LESSON, "- [x] {a - b}", "- [x] {a - b + 2}"),
            (
                "C22",
                LESSON,
                "2. Put {b} more to it. `{a} + {b} = {a + b}`",
                "2. Put {b} more to it.",
            ),
            ("C23", LESSON, "- [ ] {a + b + 1} :: x.off1", "- [ ] {a + b + 1} ::"),
            (
                "C24",
                LESSON,
                "- [ ] {abs(a - b)} :: x.opswap",
                "- [ ] {abs(a - b)} when a > 20 :: x.opswap",
            ),
            ("C25", LESSON, "- [ ] {abs(a - b)} :: x.opswap", "- [ ] {a + b - 1} :: x.opswap"),
            ("C26", LESSON, "`4 + 3 = 7`", "`4 + 3 = 8`"),
            ("C26", LESSON, "`4 + 3 = 7`", "`4 + x = 7`"),
            ("C26", LESSON, "1. Start with {a}.\n2. Put", "1. Put"),
            ("C27", LESSON, "2. Count on: 5, 6, …", "2. Count to 7."),
            ("C27", LESSON, "2. Count on.\n3. {a + b}", "2. It is {a + b}.\n3. {a + b}"),
            ("C28", LESSON, "a = 11..19\nb = 2..9", "a = 11..19\nb = a - 10"),
            (
                "C28",
                LESSON,
                "a = 11..19\nb = 2..9",
                "a = max(11, 11)..11\nc = 1..20\nb = c <= 19 ? 2 : 3",
            ),
            ("C29", LESSON, "{a what} and {b what}.", "{a - b what} and {b what}."),
            ("C29", LESSON, "{a what} and {b what}.", "{a} {what.one} and {b what}."),
            ("C29", CHINESE, "{a what}和{b what}。", "{a}{what.one}和{b what}。"),
            ("C23", LESSON, RULES, "- [ ] {abs(a - b)} :: x.opswap You took away.\n"),
        ],
    );
}

#[test]
fn mistakes_of_lessons_and_media_are_found() {
    assert_found(
        sound,
        &[
            ("C03", LESSON, "writes the sum", "knows the sum"),
            ("C03", LESSON, "writes the sum", "enjoys the sum"),
            ("C03", LESSON, "## ma-01.x2 = g.sub level=1 draw=1", "Look back."),
            ("C03", LESSON, "## ma-01.f1 number ma.add", "## ma-01.f1 number ma.nowhere"),
            ("C04", LESSON, "mixes:", "needs: ma.nowhere\nmixes:"),
            ("C06", LESSON, "x.opswap That one takes away.", "x.unheard That one takes away."),
            (
                "C06",
                "misconceptions.md",
                "| x.off1 |",
                "| x.never | Is never met. | 从来没有。 |\n| x.off1 |",
            ),
            (
                "C41",
                LESSON,
                "Hens lay eggs. How many?",
                "Hens lay eggs every day of the week. How many?",
            ),
            (
                "C41",
                CHINESE,
                "母鸡下蛋。有多少？",
                "母鸡每天早上在鸡窝里下蛋。一个星期以后一共有多少？",
            ),
            ("C42", CHINESE, "母鸡下蛋。", "饕餮下蛋。"),
            ("C50", LESSON, "shows: ten-frame symbols", "shows: symbols"),
            ("C50", LESSON, "mixes: ma.add ma.sub", "mixes: ma.add ma.more"),
            ("C51", LESSON, ":: It looks like a cross.", ":: Wrong. Try again!"),
            ("C51", LESSON, "- [ ] * :: Start at 4 and count on.\n", ""),
            ("C51", LESSON, "Hints:\n\n1. Work each one out.\n", ""),
            ("C52", LESSON, "minutes: 10", "minutes: 40"),
            ("C52", LESSON, "level=1 draw=3", "level=1 draw=99"),
            ("C53", LESSON, "- [ ] Count back two. ::", "- [ ] Count off two. ::"),
            ("C60", "pictures/LICENCES.md", "| egg.svg |", "| eggs.svg |"),
            ("C64", LESSON, "$3 + 2 = 5$", "$\\,$"),
            ("C83", "pictures/LICENCES.md", "| MIT |", "| CC-BY-NC-4.0 |"),
            ("C83", "pictures/LICENCES.md", "| Microsoft Corporation |", "| |"),
        ],
    );
}

#[test]
fn long_english_is_found_in_band_b() {
    let mut files = with(LESSON, "band: A", "band: B");
    let text = &mut files.iter_mut().find(|(path, _)| path == LESSON).expect("there").1;
    *text = text
        .replace("Count back.", "Subsequently determine arithmetical subtraction consecutively.");
    *text = text
        .replace("Start at", "Remembering everything concerning mathematical operations, begin at");
    assert!(checked(&files).iter().any(|it| it.code == "C43"));
}

#[test]
fn practice_that_comes_again_in_the_exit_check_is_found() {
    let item = "number ma.add\n\n5 + 3 = ___\n\n- [x] 8\n- [ ] * :: Count on.\n\nHints:\n\n1. Count on.\n\nSteps:\n\n1. `5 + 3 = 8`\n\n";
    let item = item.replace("1. `5", "1. Count on. `5");
    let mut files =
        with(LESSON, "# Mixed practice\n", &format!("## ma-01.z1 {item}# Mixed practice\n"));
    let text = &mut files.iter_mut().find(|(path, _)| path == LESSON).expect("there").1;
    *text = text.replace("# Take it outside\n", &format!("## ma-01.z2 {item}# Take it outside\n"));
    assert!(checked(&files).iter().any(|it| it.code == "C55"));
}

/// Whether a diagnostic of this check says so.
fn says(files: &[(String, String)], code: &str, what: &str) -> bool {
    checked(files).iter().any(|it| it.code == code && it.what.contains(what))
}

#[test]
fn a_skill_that_who_errs_seems_to_know_is_found() {
    const SKILL: &str = "skill: ma.new = Given one, the pupil writes it.\nmixes:";
    const TICK: &str =
        "## ma-01.z1 check ma.new\n\nWhat did you do?\n\n- [ ] I counted.\n\n# Mixed practice\n";
    let known = "how well ma.new is known then";
    let mut unmarked = with(LESSON, "mixes:", SKILL);
    replace(&mut unmarked, LESSON, "# Mixed practice\n", TICK);
    assert!(says(&unmarked, "C53", known), "every answer is right");

    let mut tempting = with(LESSON, "mixes:", SKILL);
    replace(&mut tempting, LESSON, "ma-01.f1 number ma.add", "ma-01.f1 number ma.new");
    assert!(!says(&tempting, "C53", known), "one item is enough");
    replace(
        &mut tempting,
        LESSON,
        "- [ ] 6 :: x.off1 You counted the 4",
        "- [ ] 14/2 :: x.off1 You counted the 4",
    );
    assert!(says(&tempting, "C53", known), "the first wrong answer is right");
    assert!(!says(&tempting, "C53", "how well ma.add is known then"));
}

/// So many skills, each with an item of its own in the exit check.
fn crowd(count: usize) -> Vec<(String, String)> {
    let skill = |n| format!("skill: ma.t{n} = Given {n}, the pupil writes one more.\n");
    let item = |n: usize| {
        format!(
            "## ma-01.y{n} number ma.t{n}\n\n{n} + 1 = ___\n\n- [x] {0}\n- [ ] * :: Count on.\n\nHints:\n\n1. Count on.\n\n\
             Steps:\n\n1. Count on. `{n} + 1 = {0}`\n\n",
            n + 1
        )
    };
    let skills: String = (0..count).map(skill).collect();
    let items: String = (0..count).map(item).collect();
    let mut files = with(LESSON, "mixes:", &format!("{skills}mixes:"));
    replace(&mut files, LESSON, "# Take it outside\n", &format!("{items}# Take it outside\n"));
    files
}

#[test]
fn more_skills_than_days_have_room_for_are_found() {
    let starving = "has waited for more than twice its interval";
    assert!(says(&crowd(40), "C54", starving));
    assert!(!says(&crowd(8), "C54", starving));
}

#[test]
fn a_skill_that_cannot_be_met_again_is_found() {
    let mut files = two_lessons();
    let taught = "skill: ma.sub =";
    replace(
        &mut files,
        LESSON,
        taught,
        &format!("skill: ma.far = Given one, the pupil writes it.\n{taught}"),
    );
    replace(&mut files, "ma/ma-02.md", "g.more number ma.more", "g.more number ma.more ma.far");
    assert!(says(&files, "C54", "ma.far cannot be met again"));
}

#[test]
fn a_heavy_lesson_is_found() {
    let files = with(LESSON, "Hens lay eggs.", &format!("{}Hens lay eggs.", noise()));
    assert!(checked(&files).iter().any(|it| it.code == "C80" && it.severity == Severity::Error));
}

/// As if compiling had given other bytes this time.
#[test]
fn a_library_that_its_source_does_not_give_is_found() {
    let files = sound();
    let (mut library, _) = crate::compile(&files);
    library.courses[0].lessons[0].locales[0].lesson.minutes += 1;
    assert!(check(&files, &library, Effort { seeds: 1 }).iter().any(|it| it.code == "C81"));
}

/// C30: what is told names the seed and the parameters.
#[test]
fn a_failing_seed_can_be_replayed() {
    let found = checked(&with(LESSON, "- [x] {a - b}", "- [x] {a - b + 2}"));
    let told = found.iter().find(|it| it.code == "C22").expect("found");
    assert!(told.what.contains("`g.sub` at level 1, seed 0 ("), "{}", told.what);
}
