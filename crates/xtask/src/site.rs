//! What trunk's hook runs after its build: it turns a compiled app into the whole site.

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{output, program, root, run, tool};
use crate::setup;

mod exchange;

/// Completes the build in trunk's staging folder: courses, script, styles, pages, service worker, compressed files.
pub fn site() -> Result<()> {
    let staging =
        std::env::var_os("TRUNK_STAGING_DIR").context("trunk runs this after its build")?;
    let site = PathBuf::from(staging);
    setup::build()?;
    let mut courses = tool("coursec")?;
    courses.args(["pack", "courses", "--out"]).arg(site.join("packs"));
    let stages = stages(&site)?;
    for stage in &stages {
        courses.arg("--engine").arg(stage.bytes.to_string());
    }
    run(&mut courses)?;
    for file in stages.iter().flat_map(|it| &it.files) {
        fs::rename(site.join("stages").join(file), site.join("packs").join(file))?;
    }
    fs::remove_dir_all(site.join("stages"))?;
    copy_public(&site)?;
    shorten(&site.join("snowlight_bg.wasm"), &site.join("snowlight.js"))?;
    sort(&site.join("snowlight_bg.wasm"))?;
    let wasm = named(&site, "snowlight_bg.wasm", "app", "wasm")?;
    let learners = engine(&site, "learners")?;
    let script = script(&site, &wasm, &engines(&learners, &stages))?;
    let chooser = bundled(&root().join("public/choose.js"), &site, "choose", "js")?;
    let style = style(&site)?;
    let exchange = defined(&[("EXCHANGE", &exchange::engine(&site)?)]);
    let player = bundled_with(&root().join("public/player.js"), &site, "player", "js", &exchange)?;
    let player_style = bundled(&root().join("public/player.css"), &site, "player", "css")?;
    embed(&site, [&script, &style, &wasm, &player, &player_style])?;
    fs::remove_file(site.join("index.html"))?;
    run(tool("prerender")?
        .arg(&site)
        .args(["--script", &script, "--style", &style, "--wasm", &wasm, "--chooser", &chooser])
        .args(["--player", &player, "--player-style", &player_style])
        .args(from_dist()))?;
    worker(&site)?;
    // What is built for tests alone travels nowhere.
    if planted() { Ok(()) } else { compress(&site) }
}

/// embed.js, the script of other sites, with the names and the SHA-256 of what it may start in their pages: once under
/// a name that stays, and once under one with its hash.
fn embed(site: &Path, starts: [&str; 5]) -> Result<()> {
    let mut player = Vec::new();
    for (role, file) in ["script", "style", "wasm", "player", "playerStyle"].iter().zip(starts) {
        let bytes = fs::read(site.join(file))?;
        player.push(format!("{role:?}:[{file:?},{:?}]", integrity(&bytes)));
    }
    let defined = [format!("--define:PLAYER={{{}}}", player.join(","))];
    let name = bundled_as("iife", &root().join("public/embed.js"), site, "embed", "js", &defined)?;
    fs::copy(site.join(&name), site.join("embed.js"))?;
    // Its name, the attribute and where the site is put: for what teachers copy (engines/teach), whose script embed.js hangs on.
    let hash = integrity(&fs::read(site.join(&name))?);
    let known = std::env::var("SNOWLIGHT_SITE").unwrap_or_default();
    Ok(fs::write(site.join("packs/embed.txt"), format!("{name}\n{hash}\n{known}\n"))?)
}

/// As the attribute `integrity` has it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", base64(&Sha256::digest(bytes)))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, at| bits << 8 | u32::from(*three.get(at).unwrap_or(&0)));
        for at in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * at) & 63) as usize];
            out.push(if at <= three.len() { char::from(digit) } else { '=' });
        }
    }
    out
}

/// guard.js, minified and named by its hash.
fn guard(site: &Path) -> Result<String> {
    let entry = site.join("guard.js");
    fs::copy(root().join("public/guard.js"), &entry)?;
    sound(&entry)?;
    let name = bundled(&entry, site, "guard", "js")?;
    fs::remove_file(entry)?;
    Ok(name)
}

/// Takes out of a script the lines that make a mistake. That is done before anything is minified: the bytes are those that they
/// would be had the lines never been there.
fn sound(script: &Path) -> Result<()> {
    if planted() {
        return Ok(());
    }
    let text = fs::read_to_string(script)?;
    let makes_one = |line: &&str| line.trim_start().starts_with("if (self.PLANTED === ");
    let kept: Vec<&str> = text.lines().filter(|line| !makes_one(line)).collect();
    Ok(fs::write(script, kept.join("\n"))?)
}

/// The build has mistakes that the fault tests have to notice (app.rs). What is released never has.
fn planted() -> bool {
    std::env::var_os("SNOWLIGHT_PLANTED").is_some() && !released()
}

fn released() -> bool {
    std::env::var("TRUNK_PROFILE").is_ok_and(|it| it == "release")
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

/// Names between the program and its glue end in digits that nothing compresses: they become short.
fn shorten(wasm: &Path, glue: &Path) -> Result<()> {
    run(program("node").arg(root().join("crates/xtask/node/rename.mjs")).args([wasm, glue]))
}

/// A program's code in lanes, which are smaller once compressed. A quick build's stays as it is: boot.js takes either form.
fn sort(wasm: &Path) -> Result<()> {
    if !released() {
        return Ok(());
    }
    run(program("node").arg(root().join("crates/xtask/node/lanes.mjs")).arg(wasm))
}

/// boot.js with wasm-bindgen's glue as one script that a browser of 2018 reads: one request.
fn script(site: &Path, wasm: &str, engines: &str) -> Result<String> {
    let (entry, glue) = (site.join("boot.js"), site.join("glue.js"));
    fs::copy(root().join("public/boot.js"), &entry)?;
    let lanes = site.join("lanes.js");
    fs::copy(root().join("public/lanes.js"), &lanes)?;
    fs::rename(site.join("snowlight.js"), &glue).context("trunk's script")?;
    let keep = bundled(&root().join("public/keep.js"), site, "keep", "js")?;
    let guard = guard(site)?;
    for file in files(&site.join("snippets"))? {
        sound(&site.join("snippets").join(file))?;
    }
    let mut names = defined(&[("WASM", wasm), ("KEEP", &keep), ("GUARD", &guard)]);
    names.push(format!("--define:ENGINES={engines}"));
    let name = bundled_with(&entry, site, "app", "js", &names)?;
    fs::remove_file(entry)?;
    fs::remove_file(glue)?;
    fs::remove_file(lanes)?;
    // Scripts of the app's own, which the bundle now holds.
    if site.join("snippets").is_dir() {
        fs::remove_dir_all(site.join("snippets"))?;
    }
    Ok(name)
}

/// An engine that brings stages: its files, the script first, and what all of it costs in one language.
struct Stages {
    files: Vec<String>,
    bytes: u64,
}

/// The engines that bring stages, in the order of their numbers. Each file is named by the first 16 digits of its hash and lies
/// among the packs, since it is kept for the time without a network as they are: when it was first needed.
fn stages(site: &Path) -> Result<Vec<Stages>> {
    let folder = site.join("stages");
    let words = folder.join("words");
    fs::create_dir_all(&words)?;
    run(tool("prerender")?.arg("words").arg(&words))?;
    let all = STAGES.iter().map(|name| stage(site, &folder, name)).collect();
    fs::remove_dir_all(words)?;
    all
}

/// As `course::item::Engine` numbers them, then those that fill a page.
const STAGES: [&str; 6] = ["music", "drawing", "moving", "lab", "works", "teach"];

fn stage(site: &Path, out: &Path, name: &'static str) -> Result<Stages> {
    let folder = site.join("engine");
    fs::create_dir_all(&folder)?;
    let (glue, program) = (folder.join("glue.js"), site.join(format!("{name}_bg.wasm")));
    fs::rename(site.join(format!("{name}.js")), &glue).context("trunk's script of the engine")?;
    shorten(&program, &glue)?;
    sort(&program)?;
    let source = root().join("engines/stage");
    for (script, from) in [
        ("lanes.js", root().join("public/lanes.js")),
        ("boot.js", source.join("boot.js")),
        ("edge.js", source.join("src/edge.js")),
        ("sound.js", source.join("src/sound.js")),
    ] {
        fs::copy(from, folder.join(script))?;
    }
    let put = |file: &Path, named: &str, extension: &str| -> Result<String> {
        let bytes = fs::read(file).with_context(|| file.display().to_string())?;
        let file = format!("{named}-{}.{extension}", &sha256(&bytes)[..16]);
        fs::write(out.join(&file), bytes)?;
        Ok(file)
    };
    let wasm = put(&program, name, "wasm")?;
    fs::remove_file(program)?;
    // An engine may have a way in of its own, which goes on to the one that all have.
    let own = root().join("engines").join(name).join("boot.js");
    let entry = if own.is_file() {
        fs::copy(own, folder.join("own.js"))?;
        fs::copy(folder.join("boot.js"), folder.join("stage.js"))?;
        fs::copy(root().join("src/browser/store.js"), folder.join("store.js"))?;
        sound(&folder.join("store.js"))?;
        "own.js"
    } else {
        "boot.js"
    };
    let bundle = |from: &Path, defined: &[String]| -> Result<PathBuf> {
        let name = bundled_with(from, &folder, "bundle", "out", defined)?;
        Ok(folder.join(name))
    };
    let style = bundle(&root().join("engines").join(name).join("style.css"), &[])?;
    let style = put(&style, name, "css")?;
    let mut words = Vec::new();
    for locale in ["en", "zh-Hans"] {
        words.push(put(
            &out.join("words").join(format!("{name}.{locale}")),
            &format!("{name}.{locale}"),
            "txt",
        )?);
    }
    let within = |file: &str| format!("packs/{file}");
    let mut names =
        defined(&[("WASM", &*within(&wasm)), ("STYLE", &*within(&style)), ("NAME", name)]);
    names.push(format!(
        "--define:WORDS={{\"en\":{:?},\"zh-Hans\":{:?}}}",
        within(&words[0]),
        within(&words[1])
    ));
    names.extend(defined(&[("GUARD", "")]));
    let script = bundle(&folder.join(entry), &names)?;
    let script = put(&script, name, "js")?;
    fs::remove_dir_all(folder)?;
    let files = [vec![script, wasm, style], words].concat();
    let bytes = if released() { weight(out, &files[..4])? } else { 0 };
    Ok(Stages { files, bytes })
}

/// What files cost on their way, under the strongest Brotli.
fn weight(folder: &Path, files: &[String]) -> Result<u64> {
    let mut node = program("node");
    node.arg(root().join("crates/xtask/node/weigh.mjs"));
    let said = output(node.args(files.iter().map(|it| folder.join(it))))?;
    said.trim().parse().context("a number of bytes")
}

/// The scripts of all engines, in the order in which the app's script numbers them.
fn engines(learners: &str, stages: &[Stages]) -> String {
    let stages = stages.iter().map(|it| format!("{:?},", format!("packs/{}", it.files[0])));
    format!("[{}{learners:?}]", stages.collect::<String>())
}

/// An engine as trunk built it: its program, its style, and one script of its own glue, edge and way in. The script's name.
fn engine(site: &Path, name: &str) -> Result<String> {
    let source = root().join("engines").join(name);
    let folder = site.join("engine");
    fs::create_dir_all(&folder)?;
    let (glue, program) = (folder.join("glue.js"), site.join(format!("{name}_bg.wasm")));
    fs::rename(site.join(format!("{name}.js")), &glue).context("trunk's script of the engine")?;
    shorten(&program, &glue)?;
    sort(&program)?;
    fs::copy(root().join("public/lanes.js"), folder.join("lanes.js"))?;
    fs::copy(source.join("boot.js"), folder.join("boot.js"))?;
    // Its edge shares scripts with the app's: all of them in the same places below this folder, and sound.
    let edge = format!("engines/{name}/src/edge.js");
    for script in [&*edge, "src/browser/store.js", "public/guard.js"] {
        let copy = folder.join(script);
        fs::create_dir_all(copy.parent().expect("a file is in a folder"))?;
        fs::copy(root().join(script), &copy)?;
        sound(&copy)?;
    }
    fs::write(folder.join("edge.js"), format!("export * from \"./{edge}\";\n"))?;
    let wasm = named(site, &format!("{name}_bg.wasm"), name, "wasm")?;
    let style = bundled(&source.join("style.css"), site, name, "css")?;
    // Its own connection has no second copy to compare: the app's has.
    let names = [("WASM", &*wasm), ("STYLE", &style), ("GUARD", "")];
    let script = bundled_with(&folder.join("boot.js"), site, name, "js", &defined(&names))?;
    fs::remove_dir_all(folder)?;
    Ok(script)
}

/// All of `styles` as one sheet: values, bare elements, then everything else by name.
fn style(site: &Path) -> Result<String> {
    let folder = root().join("styles");
    let mut sheets = files(&folder)?;
    sheets.sort_by_key(|it| (it != "tokens.css", it != "base.css", it.clone()));
    let imports: String = sheets
        .iter()
        .map(|it| format!("@import {:?};\n", folder.join(it).display().to_string()))
        .collect();
    let entry = site.join("all.css");
    fs::write(&entry, imports)?;
    let name = bundled(&entry, site, "style", "css")?;
    fs::remove_file(entry)?;
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
    more: &[String],
) -> Result<String> {
    bundled_as("esm", from, site, name, extension, more)
}

fn bundled_as(
    format: &str,
    from: &Path,
    site: &Path,
    name: &str,
    extension: &str,
    more: &[String],
) -> Result<String> {
    run(program("esbuild")
        .arg(from)
        .arg(format!("--format={format}"))
        .args(["--bundle", "--minify", "--target=chrome64", "--log-level=error"])
        .args(["--legal-comments=none", "--charset=utf8"])
        .args(more)
        .arg(format!("--outfile={}", site.join("bundle").display())))?;
    named(site, "bundle", name, extension)
}

/// Names that the sources leave open.
fn defined(names: &[(&str, &str)]) -> Vec<String> {
    names.iter().map(|(name, file)| format!("--define:{name}={file:?}")).collect()
}

/// Renames `file` to a name with the first digits of its hash.
fn named(site: &Path, file: &str, name: &str, extension: &str) -> Result<String> {
    let bytes = fs::read(site.join(file)).with_context(|| file.to_owned())?;
    let named = format!("{name}-{}.{extension}", &sha256(&bytes)[..8]);
    fs::rename(site.join(file), site.join(&named))?;
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
    let rest = file.starts_with("packs/catalogue.")
        || file.starts_with("packs/words.")
        || file == "packs/embed.txt"
        || (file.starts_with("learners/") && file.ends_with(".svg"))
        || file == "manifest.webmanifest"
        || file == "icons/icon.svg";
    !file.contains('/') && (code || page) && !file.starts_with("embed") || rest
}

/// `.br` and `.gz` beside every file that gets smaller by it.
fn compress(site: &Path) -> Result<()> {
    run(program("node").arg(root().join("crates/xtask/node/compress.mjs")).arg(site))
}

/// What is copied as it is: all of `public` but the scripts, which are put together, and what is told to readers of the sources.
fn copy_public(site: &Path) -> Result<()> {
    let from = root().join("public");
    for file in files(&from)?
        .iter()
        .filter(|file| ![".js", ".css", ".md"].iter().any(|it| file.ends_with(it)))
    {
        let target = site.join(file);
        fs::create_dir_all(target.parent().expect("a file is in a folder"))?;
        fs::copy(from.join(file), target)?;
    }
    Ok(())
}

/// What `cargo xtask dist` was told and passes on through trunk.
fn from_dist() -> Vec<String> {
    let told = |variable: &str, option: &str| {
        std::env::var(variable).map(|value| vec![option.to_owned(), value]).unwrap_or_default()
    };
    [told("SNOWLIGHT_BASE", "--base"), told("SNOWLIGHT_SITE", "--site")].concat()
}
