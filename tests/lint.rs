//! What the app's sources must not hold. Content is data: it is built as DOM nodes, and nothing in it can run; looks
//! are classes; and nothing is asked of another host.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

/// Ways to make markup, script or style out of text, and addresses elsewhere.
const BANNED: [&str; 20] = [
    "from_html_unchecked",
    "set_inner_html",
    "set_outer_html",
    "insert_adjacent_html",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "createContextualFragment",
    "DOMParser",
    "srcdoc",
    "document.write",
    "eval(",
    "new Function",
    "javascript:",
    "style=",
    "\"style\"",
    "cssText",
    ".style.",
    "http://",
    "https://",
];

/// Where one of these has a use that is judged. embed.js runs in pages of others: it makes a document of the lesson's page, with the
/// hashes that the build gave it. player.js takes a page's colours, after a closed pattern.
const ALLOWED: [(&str, &str); 2] = [("public/embed.js", "srcdoc"), ("public/player.js", ".style.")];

#[test]
fn nothing_becomes_markup_script_or_style_and_nothing_leaves_the_origin() {
    let mut found = Vec::new();
    for path in sources() {
        let text = fs::read_to_string(&path).expect("a source file");
        for (line, words) in (1..).zip(text.lines()) {
            let allowed =
                |it: &str| ALLOWED.iter().any(|(at, word)| path.ends_with(at) && it == *word);
            let banned = BANNED.into_iter().filter(|it| words.contains(it) && !allowed(it));
            found.extend(banned.map(|it| format!("{}:{line}: {it}", path.display())));
        }
    }
    assert_eq!(found, [""; 0]);
}

/// What a line that makes a mistake for a test begins with; the build leaves such lines out (crates/xtask/src/site.rs).
const PLANTED: &str = "if (self.PLANTED === '";

#[test]
fn a_planted_mistake_is_a_line_of_its_own_and_some_journey_has_to_notice_it() {
    let read = |path: &PathBuf| fs::read_to_string(path).expect("a source file");
    let journeys: String = below("tests/e2e", &["mjs"]).iter().map(read).collect();
    let told = read(&root().join("docs/FAULTS.md"));
    let mut seen = 0;
    for path in [sources(), below("crates/learning/src", &["rs"])].concat() {
        for line in read(&path).lines().map(str::trim) {
            let script = line.contains("self.PLANTED");
            assert!(!script || (line.starts_with(PLANTED) && line.ends_with(';')), "{line}");
            let after =
                [PLANTED, "planted::is(\""].into_iter().find_map(|it| line.split(it).nth(1));
            let Some(name) = after.and_then(|it| it.split(['\'', '"']).next()) else { continue };
            assert!(journeys.contains(&format!("{name}: /")), "no journey has to notice {name}");
            assert!(told.contains(&format!("| `{name}` |")), "docs/FAULTS.md has no {name}");
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen}");
}

/// A view that sets another one ends the program where it is drawn.
#[test]
fn every_attribute_that_views_set_is_in_the_list() {
    let listed = fs::read_to_string(root().join("src/ui/el.rs")).expect("a source file");
    let (_, listed) = listed.split_once("const NAMES").expect("the list");
    let (listed, _) = listed.split_once("];").expect("its end");
    let mut missing = Vec::new();
    for path in below("src", &["rs"]) {
        let text = fs::read_to_string(&path).expect("a source file");
        for call in [".is(\"", ".attr(\"", ".may(\"", ".flag(\""] {
            let names = text.split(call).skip(1).filter_map(|rest| rest.split('"').next());
            missing.extend(
                names.filter(|it| !listed.contains(&format!("\"{it}\""))).map(str::to_owned),
            );
        }
    }
    missing.retain(|it| it != "value");
    assert_eq!(missing, [""; 0]);
}

#[test]
fn the_policy_lets_no_text_run() {
    let policy =
        fs::read_to_string(root().join("crates/prerender/src/policy.txt")).expect("the policy");
    for wanted in [
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
    ] {
        assert!(policy.split("; ").any(|it| it == wanted), "{wanted}");
    }
    for banned in ["'unsafe-inline'", "'unsafe-eval'", "*", "http"] {
        assert!(!policy.contains(banned), "{banned}");
    }
}

#[test]
fn the_sources_are_where_they_are_looked_for() {
    let has = |name: &str| sources().iter().any(|path| path.ends_with(name));
    assert!(
        has("src/app.rs")
            && has("src/browser/page.js")
            && has("public/boot.js")
            && has("public/keep.js")
            && has("engines/learners/src/edge.js")
    );
}

/// Every source of the app: Rust, scripts and pages.
fn sources() -> Vec<PathBuf> {
    let kinds = ["rs", "js", "html", "webmanifest"];
    [
        vec![root().join("index.html")],
        below("src", &kinds),
        below("public", &kinds),
        below("engines", &kinds),
    ]
    .concat()
}

/// Every file of these kinds below a folder.
fn below(folder: &str, kinds: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let kind = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
            if path.is_dir() && !path.ends_with("node_modules") {
                folders.push(path);
            } else if kinds.contains(&kind) {
                found.push(path);
            }
        }
    }
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A page around a lesson may say whether it is light or dark, whatever the device says: the colours are the app's own.
#[test]
fn both_looks_of_a_player_are_the_ones_of_the_app() {
    let read = |path: &str| fs::read_to_string(root().join(path)).expect("a sheet");
    let (tokens, player) = (read("styles/tokens.css"), read("public/player.css"));
    let (light, dark) = tokens.split_once("prefers-color-scheme: dark").expect("both looks");
    for (name, values) in [("light", light), ("dark", dark)] {
        let head = format!("html[data-scheme='{name}'] {{");
        let (_, block) = player.split_once(&head).expect("a block for each look");
        let block = block.split('}').next().unwrap_or_default();
        let lines: Vec<&str> =
            block.lines().map(str::trim).filter(|it| it.starts_with("--")).collect();
        assert!(lines.len() > 14, "{lines:?}");
        let missing: Vec<&&str> = lines.iter().filter(|it| !values.contains(**it)).collect();
        assert!(missing.is_empty(), "{name}: {missing:?}");
    }
}
