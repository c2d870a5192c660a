//! `cargo xtask dist`: what is put on a host.

use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::command::root;
use crate::{app, setup, site};

/// Builds into `dist/`, as small as this machine can. `--base` is where `404.html` leads back to, `--site` the address
/// for links that must be whole.
pub fn dist(arguments: &[&str]) -> Result<()> {
    let mut settings = Vec::new();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let variable = match *argument {
            "--base" => "SNOWLIGHT_BASE",
            "--site" => "SNOWLIGHT_SITE",
            unknown => bail!("`dist` has no `{unknown}`"),
        };
        settings
            .push((variable, *rest.next().with_context(|| format!("{argument} needs a value"))?));
    }
    setup::build()?;
    let dist = root().join("dist");
    let earlier = earlier(&dist)?;
    app::build(app::smallest_possible(), &dist, &settings)?;
    keep(&dist, &earlier)?;
    eprintln!("\ndist/ is ready for any static host: see docs/HOSTING.md.");
    Ok(())
}

/// What other sites may have pinned: every `embed-….js` of earlier builds, and what the scripts name that it starts in their
/// pages, engines too, with the compressed files. Packs are found by the pages of lessons, which are those of the newest build.
fn earlier(dist: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut names = BTreeSet::new();
    let files = if dist.is_dir() { site::files(dist)? } else { Vec::new() };
    let pinned = files.iter().filter(|it| it.starts_with("embed-"));
    let mut open: Vec<String> = pinned.filter(|it| it.ends_with(".js")).cloned().collect();
    while let Some(file) = open.pop() {
        if names.insert(file.clone()) && file.ends_with(".js") {
            let script = fs::read_to_string(dist.join(&file))?;
            let named = files.iter().filter(|it| script.contains(&format!("\"{it}\"")));
            open.extend(named.cloned());
        }
    }
    let kept = files
        .into_iter()
        .filter(|it| names.contains(it.trim_end_matches(".br").trim_end_matches(".gz")));
    kept.map(|it| Ok((it.clone(), fs::read(dist.join(it))?))).collect()
}

/// Where the folder says which of its files are of earlier builds.
pub const EARLIER: &str = "earlier.txt";

/// Puts back what the new build has not.
fn keep(dist: &Path, earlier: &[(String, Vec<u8>)]) -> Result<()> {
    let mut names = String::new();
    for (name, bytes) in earlier.iter().filter(|(name, _)| !dist.join(name).exists()) {
        fs::write(dist.join(name), bytes).with_context(|| name.clone())?;
        names += &format!("{name}\n");
    }
    Ok(fs::write(dist.join(EARLIER), names)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_other_sites_pinned_outlives_a_build_and_nothing_else_does() -> Result<()> {
        let dist = root().join("target/tmp/earlier");
        drop(fs::remove_dir_all(&dist));
        fs::create_dir_all(&dist)?;
        let old = [
            ("embed-11111111.js", "start(\"app-22222222.js\")"),
            ("embed-11111111.js.br", "…"),
            ("app-22222222.js", "import(\"packs/music-5555.js\")"),
            ("packs/music-5555.js", "old"),
            ("app-22222222.js.br", "…"),
            ("app-33333333.js", "older, pinned by nobody"),
        ];
        fs::create_dir_all(dist.join("packs"))?;
        for (name, text) in old {
            fs::write(dist.join(name), text)?;
        }
        let earlier = earlier(&dist)?;
        fs::remove_dir_all(&dist)?;
        fs::create_dir_all(dist.join("packs"))?;
        fs::write(dist.join("embed-44444444.js"), "new")?;
        keep(&dist, &earlier)?;
        let mut found = site::files(&dist)?;
        found.retain(|it| it != EARLIER);
        let expected =
            ["app-22222222.js", "app-22222222.js.br", "embed-11111111.js", "embed-11111111.js.br"];
        assert_eq!(found, [&expected[..], &["embed-44444444.js", "packs/music-5555.js"]].concat());
        Ok(())
    }
}
