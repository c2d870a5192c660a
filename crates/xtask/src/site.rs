//! What trunk's hook runs after its build: it turns a compiled app into the whole site.

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{cargo, program, root, run};
use crate::setup;

/// Completes the build in trunk's staging folder: courses, script, styles, pages, service worker, compressed files.
pub fn site() -> Result<()> {
    let staging =
        std::env::var_os("TRUNK_STAGING_DIR").context("trunk runs this after its build")?;
    let site = PathBuf::from(staging);
    setup::build()?;
    run(&mut cargo("build --quiet --profile tool --package coursec --package prerender"))?;
    let native = root().join("target/tool");

    run(program(&native.join("coursec").to_string_lossy())
        .args(["pack", "courses", "--out"])
        .arg(site.join("packs")))?;
    copy_folder(&root().join("public/copied"), &site)?;
    let wasm = only(&site, "_bg.wasm")?;
    let script = script(&site, &wasm)?;
    let chooser = bundled(&root().join("public/choose.js"), &site, "choose", "js")?;
    let style = bundled(&root().join("styles/main.css"), &site, "style", "css")?;
    fs::remove_file(site.join("index.html"))?;
    run(program(&native.join("prerender").to_string_lossy())
        .arg(&site)
        .args(["--script", &script, "--style", &style, "--wasm", &wasm, "--chooser", &chooser])
        .args(from_dist()))?;
    worker(&site)?;
    compress(&site)
}

/// The first bytes of a file's name are the first of its hash, so that it may be cached for ever.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every file below `folder`, by its path relative to it with `/`, in order.
pub fn files(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("reading {}", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// boot.js with wasm-bindgen's glue as one script that a browser of 2018 reads: one request.
fn script(site: &Path, wasm: &str) -> Result<String> {
    let glue = site.join(wasm.replace("_bg.wasm", ".js"));
    let entry = site.join("boot.js");
    fs::copy(root().join("public/boot.js"), &entry)?;
    fs::rename(&glue, site.join("glue.js")).context("trunk's script")?;
    let name = bundled_with(&entry, site, "app", "js", &[&format!("--define:WASM={wasm:?}")])?;
    fs::remove_file(entry)?;
    fs::remove_file(site.join("glue.js"))?;
    for rest in files(site)?.iter().filter(|it| it.ends_with(".d.ts")) {
        fs::remove_file(site.join(rest))?;
    }
    Ok(name)
}

fn bundled(from: &Path, site: &Path, name: &str, extension: &str) -> Result<String> {
    bundled_with(from, site, name, extension, &[])
}

/// `from` with all that it imports, minified, lowered for Chrome 64 and named by its hash.
fn bundled_with(
    from: &Path,
    site: &Path,
    name: &str,
    extension: &str,
    more: &[&str],
) -> Result<String> {
    let out = site.join(format!("{name}.{extension}"));
    run(program("esbuild")
        .arg(from)
        .args(["--bundle", "--minify", "--format=esm", "--target=chrome64", "--log-level=warning"])
        .args(["--legal-comments=none", "--charset=utf8"])
        .args(more)
        .arg(format!("--outfile={}", out.display())))?;
    let bytes = fs::read(&out)?;
    let named = format!("{name}-{}.{extension}", &sha256(&bytes)[..8]);
    fs::rename(out, site.join(&named))?;
    Ok(named)
}

/// The service worker with the list of what it keeps: what every page needs, and nothing of a lesson.
fn worker(site: &Path) -> Result<()> {
    let mut shell = String::new();
    for file in files(site)?.iter().filter(|file| is_shell(file)) {
        let hash = sha256(&fs::read(site.join(file))?);
        shell.push_str(&format!("\n  {file:?}: {hash:?},"));
    }
    let build = &sha256(shell.as_bytes())[..8];
    let list = format!("const BUILD = {build:?};\nconst SHELL = {{{shell}\n}};\n");
    let worker = fs::read_to_string(root().join("public/sw.js"))?;
    fs::write(site.join("sw.js"), list + &worker)?;
    Ok(())
}

fn is_shell(file: &str) -> bool {
    let code = ["wasm", "js", "css"].iter().any(|it| file.ends_with(&format!(".{it}")));
    let page = file == "index.html" || (file.starts_with("shell-") && file.ends_with(".html"));
    let rest =
        file.ends_with(".catalogue") || file == "manifest.webmanifest" || file == "icons/icon.svg";
    !file.contains('/') && (code || page) || rest
}

/// `.br` and `.gz` beside every file that gets smaller by it.
fn compress(site: &Path) -> Result<()> {
    run(program("node").arg(root().join("crates/xtask/node/compress.mjs")).arg(site))
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        let target = to.join(&file);
        fs::create_dir_all(target.parent().expect("a file is in a folder"))?;
        fs::copy(from.join(&file), target)?;
    }
    Ok(())
}

fn only(folder: &Path, ending: &str) -> Result<String> {
    let mut found: Vec<String> =
        files(folder)?.into_iter().filter(|it| it.ends_with(ending)).collect();
    match (found.pop(), found.is_empty()) {
        (Some(file), true) => Ok(file),
        _ => bail!("expected one file *{ending} in {}", folder.display()),
    }
}

/// What `cargo xtask dist` was told and passes on through trunk.
fn from_dist() -> Vec<String> {
    let told = |variable: &str, option: &str| {
        std::env::var(variable).map(|value| vec![option.to_owned(), value]).unwrap_or_default()
    };
    [told("SNOWLIGHT_BASE", "--base"), told("SNOWLIGHT_SITE", "--site")].concat()
}
