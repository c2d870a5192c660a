use super::*;
use crate::diagnostic::Diagnostics;

const SHADOW: &str = "\
model: shadow
set height: all
keep distance: 60
keep size: 20
keep side: left
read: shadow
";
const FLOAT: &str = "\
model: float
keep thing: apple | stone
keep salt: 0
read: floats
";

/// The codes' words for an item with such a block.
fn found(kind: &str, block: &str, answers: &str) -> Vec<String> {
    let library = super::super::tests::with_item(&format!(
        "{kind} ma.add\n\nA prompt.\n\n```{kind}\n{block}```\n\n{answers}"
    ));
    let lesson = &library.courses[0].lessons[0].locales[0].lesson;
    let item = texts::written(lesson).find(|it| staged(it).is_some()).expect("the item compiles");
    of_item(item, 200).into_iter().map(|it| it.what).collect()
}

fn assert_only(case: &str, found: Vec<String>, part: &str) {
    let fits = found.iter().all(|it| it.contains(part)) && found.is_empty() == part.is_empty();
    assert!(fits && found.len() < 2, "{case}: {found:?}");
}

#[test]
fn labs_that_cannot_be_done_are_found() {
    let other = "- [ ] * :: Look at the lamp.\n";
    let cases = [
        ("a shadow that can be had", "reach: 10..20 by 5, within 2\n", ""),
        ("one that is too long", "reach: 500, within 2\n", "cannot be reached"),
        (
            "a conclusion that follows",
            "noise: 2%\nrows: 5\nask: Lower?\n- falls: longer.\n- rises: shorter.\n",
            "",
        ),
        (
            "none that does",
            "noise: 2%\nrows: 5\nask: Lower?\n- peak: longer.\n- rises: shorter.\n",
            "not just one",
        ),
    ];
    for (case, task, part) in cases {
        assert_only(case, found("sim", &[SHADOW, task].concat(), other), part);
    }
    let plant = "model: plant\nkeep light: 10\nset water: 3..6\nkeep warmth: 25\nread: leaves\n";
    let task = "noise: 3%\nrows: 4\nask: More water?\n- peak: up to a point.\n- falls: less.\n- rises: more.\n";
    assert_only("a noisy one", found("sim", &[plant, task].concat(), other), "noisy tables");
    assert_only(
        "a quieter one",
        found("sim", &[plant, &task.replace("3%", "1%")].concat(), other),
        "",
    );
}

#[test]
fn explanations_that_do_not_explain_are_found() {
    let guesses = "- floats: It floats.\n- sinks: It sinks.\nwhy: Why?\n";
    let all = "- [ ] a :: It sank.\n- [ ] b :: It floated.\n- [ ] c :: Size says little.\n- [ ] * :: Look.\n";
    let two = "- a if floats: It is light for its size.\n- b if sinks: It is heavy for its size.\n";
    let sound = [FLOAT, guesses, two, "- c: It is big.\n"].concat();
    assert_only("all is there", found("predict", &sound, all), "");
    assert_only(
        "one has no words",
        found("predict", &sound, "- [ ] a :: It sank.\n- [ ] b :: It floated.\n- [ ] * :: Look.\n"),
        "`c`",
    );
    let both = [FLOAT, guesses, two, "- c right: It is a thing.\n"].concat();
    assert_only(
        "two are right",
        found("predict", &both, &all.replace("- [ ] c :: Size says little.\n", "")),
        "not just one explanation",
    );
    let one = [
        FLOAT,
        &guesses.replace("- sinks: It sinks.", "- push: It jumps."),
        two,
        "- c: It is big.\n",
    ]
    .concat();
    assert_only("one is missing", found("predict", &one, all), "cannot be foretold");
}

#[test]
fn a_lab_with_little_in_it_is_found() {
    let mut diagnostics = Diagnostics::default();
    let library = super::super::tests::sound_library();
    let course =
        crate::library::Course { subject: Subject::Experiments, ..library.courses[0].clone() };
    let lesson = &course.lessons[0];
    let site = Site { course: &course, lesson, locale: &lesson.locales[0], base: true };
    check(&site, Effort { seeds: 10 }, &mut diagnostics);
    let found = diagnostics.into_sorted();
    assert_eq!(found.iter().map(|it| it.code).collect::<Vec<_>>(), ["C71", "C71"]);
}
