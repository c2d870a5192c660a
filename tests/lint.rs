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

#[test]
fn nothing_becomes_markup_script_or_style_and_nothing_leaves_the_origin() {
    let mut found = Vec::new();
    for path in sources() {
        let text = fs::read_to_string(&path).expect("a source file");
        for (line, words) in (1..).zip(text.lines()) {
            let banned = BANNED.into_iter().filter(|it| words.contains(it));
            found.extend(banned.map(|it| format!("{}:{line}: {it}", path.display())));
        }
    }
    assert_eq!(found, [""; 0]);
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
    let mut found = vec![root().join("index.html")];
    let mut folders = vec![root().join("src"), root().join("public"), root().join("engines")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let kind = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
            if path.is_dir() {
                folders.push(path);
            } else if ["rs", "js", "html", "webmanifest"].contains(&kind) {
                found.push(path);
            }
        }
    }
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
