//! Mistakes planted into items of music, and into tunes.

use crate::check::tests::{LESSON, checked, sound, with};

const TAIL: &str = "\n\n- [ ] * :: Listen once more.\n\nHints:\n\n1. Listen.\n\nSteps:\n\n1. Listen.\n\n# Mixed practice";
const TUNE: &str = "# T01\n\n```tune\nen: A\nzh-Hans: 甲\nmetre: 2/4\ndo: C\ntempo: 90\nsource: here\nauthor: traditional\n\
                    year: 1761\nfree: it is old\nscore: 1 1 | 5 5\n```\n";

/// What is found where an item of this kind says this.
fn codes(kind: &str, block: &str) -> Vec<&'static str> {
    let item = format!("## ma-01.t1 {kind} ma.add\n\nDo it.\n\n```{kind}\n{block}\n```{TAIL}");
    let mut files = with(LESSON, "# Mixed practice", &item);
    files.push(("tunes.md".to_owned(), TUNE.to_owned()));
    found(&files)
}

fn found(files: &[(String, String)]) -> Vec<&'static str> {
    let own = ["C62", "C73", "C28", "C01"];
    checked(files).iter().map(|it| it.code).filter(|it| own.contains(it)).collect()
}

#[test]
fn what_is_tapped_and_sung() {
    let cases = [
        ("tap", "rhythm: x x_ x_ | x 0\ntempo: 90", &[][..]),
        ("tap", "rhythm: x x x_ | x 0\ntempo: 90", &["C62", "C73"]),
        ("tap", "rhythm: x x | x 0\nwindow: 80", &["C73"]),
        ("tap", "rhythm: x= x= x= x= x= x= x= x=\ntempo: 200", &["C73"]),
        ("tap", "cells: x | x_ x_ x_ x_ x_\nbars: 2", &["C73"]),
        ("keys", "pad: 1 5 6\nplay: T01 1-2", &[]),
        ("keys", "pad: 1 5 6\nplay: T01 1-2\ndo: G", &["C62"]),
        ("keys", "pad: 1 5 6\nplay: T01 1-2\nmetre: 3/4", &["C62"]),
        ("notate", "signs: 1 5 6\nlengths: 1\ntones: 1 5 6\nlength: 3\ndo: G", &["C62"]),
    ];
    for (kind, block, expected) in cases {
        assert_eq!(codes(kind, block), expected, "{kind} {block}");
    }
}

#[test]
fn a_tune_tells_where_it_comes_from_and_adds_up() {
    let with_tune = |from: &str, to: &str| {
        let mut files = sound();
        files.push(("tunes.md".to_owned(), TUNE.replace(from, to)));
        found(&files)
    };
    assert_eq!(with_tune("", ""), [""; 0]);
    for (from, to) in [
        ("source: here", "source:"),
        ("author: traditional\n", ""),
        ("free: it is old\n", ""),
        ("| 5 5", "| 5"),
        ("| 5 5", "| 5 9"),
        ("metre: 2/4", "metre: 2"),
        ("do: C", "do: X"),
        ("tempo: 90", "tempo: 9"),
        ("year:", "years:"),
        ("# T01", "# Twinkle"),
    ] {
        assert!(with_tune(from, to).contains(&"C62"), "{to}");
    }
}

#[test]
fn too_few_different_ones_are_found() {
    let generator = |cells: &str| {
        let generator = format!(
            "# Generators\n\n## g.rhythm tap ma.add\n\n```tap\ncells: {cells}\nbars: 4\n```\n\n- [ ] * :: Listen once more.\n\n\
             Hints:\n\n1. Listen.\n\nSteps:\n\n1. Listen.\n2. Tap.\n\n### Level 1\n\nTap it.\n"
        );
        found(&with(LESSON, "# Generators\n", &generator))
    };
    assert_eq!(generator("x | x_ x_ | 0"), [""; 0]);
    assert_eq!(generator("x | x -"), ["C28"]);
}
