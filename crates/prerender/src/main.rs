//! The app's pages as HTML, made when the site is built: a lesson can be read, and an option picked, before the program
//! is there.
//!
//! `prerender SITE --script S --style S --wasm W --chooser S --player S --player-style S [--base /x/] [--site https://…]` reads the packs in `SITE`
//! and writes the pages beside them.

mod document;
mod library;
mod render;
mod words;

use anyhow::{Context, Result, bail};
use document::{Assets, Document};
use learners::state::Screen;
use library::Library;
use snowlight::locale::{Locale, Message};
use snowlight::route::{Address, Route, stage};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(pages) => {
            println!("{pages} pages");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<usize> {
    if let [words, folder] = arguments
        && words == "words"
    {
        return engine_words(Path::new(folder));
    }
    let (site, assets) = parse(arguments)?;
    let mut pages = 0;
    let mut write = |path: &str, html: &str| {
        pages += 1;
        write(&site.join(path), html)
    };
    for locale in Locale::ALL {
        let library = Library::read(&site.join("packs"), locale)?;
        for address in library.addresses() {
            let document = page(&address, &library)?;
            write(&format!("{}index.html", address.path()), &document.html(&assets))?;
            if let (true, Some(site)) = (address.alone, &assets.site) {
                write(&format!("{}oembed.json", address.path()), &document.oembed(site))?;
            }
        }
        write(&format!("{}/m/index.html", locale.tag()), &document::elsewhere(locale, &assets))?;
        write(&format!("shell-{}.html", locale.tag()), &document::shell(locale, &assets))?;
        let alone = document::shell_alone(locale, &assets);
        write(&format!("shell-m-{}.html", locale.tag()), &alone)?;
        let words = site.join(format!("packs/words.{}", locale.tag()));
        fs::write(&words, snowlight::locale::words::file(locale))
            .with_context(|| words.display().to_string())?;
        let words = site.join(format!("packs/words.learners.{}", locale.tag()));
        let told = learners::words::Locale::from_tag(locale.tag());
        fs::write(&words, learners::words::file(told))
            .with_context(|| words.display().to_string())?;
    }
    write("index.html", &document::front(&assets))?;
    write("404.html", &document::missing(&assets))?;
    Ok(pages)
}

/// The words of the engines that bring stages, a file an engine and a language: `music.en`.
fn engine_words(folder: &Path) -> Result<usize> {
    let mut files = 0;
    for locale in ::stage::words::Locale::ALL {
        for (name, words) in [
            ("music", music::words::file(locale)),
            ("drawing", drawing::words::file(locale)),
            ("moving", moving::words::file(locale)),
            ("lab", lab::words::file(locale)),
            ("works", works::words::file(locale)),
            ("teach", teach::words::file(locale)),
        ] {
            write(&folder.join(format!("{name}.{}", locale.tag())), &words)?;
            files += 1;
        }
    }
    Ok(files)
}

/// The document of one page of the app.
fn page(address: &Address, library: &Library) -> Result<Document> {
    let lesson = match &address.route {
        Route::Lesson { course, lesson } => Some(library.lesson(course, lesson)?),
        Route::Today
        | Route::Course(_)
        | Route::Placement(_)
        | Route::Review
        | Route::Me
        | Route::Engine(_)
        | Route::About
        | Route::Unknown => None,
    };
    let seed = lesson.as_ref().map_or(0, |lesson| lesson.seed);
    let beginning = lesson.as_ref().and_then(|lesson| lesson.beginning.as_ref());
    let root = document::root(&address.path());
    let body = render::body(address, library, lesson.as_ref(), &root);
    Ok(Document {
        title: title(address, library),
        locale: address.locale,
        path: address.path(),
        pack: lesson.as_ref().map(|lesson| format!("{root}{}", lesson.path)),
        beginning: beginning.map(|path| format!("{root}{path}")),
        catalogue: lesson.is_none(),
        seed: lesson.map(|_| seed),
        alone: address.alone.then(|| Address { alone: false, ..address.clone() }.path()),
        root,
        body,
    })
}

fn title(address: &Address, library: &Library) -> String {
    let say = |message| address.locale.say(message);
    let name = match &address.route {
        Route::Today | Route::Unknown => return say(Message::AppName).to_owned(),
        Route::Placement(_) => say(Message::WhereToBegin),
        Route::Review => say(Message::Review),
        Route::Me => say(Message::Me),
        Route::Engine(page) => match stage(page) {
            Some((_, words)) => say(*words),
            None => learners_title(page, address.locale),
        },
        Route::About => say(Message::About),
        Route::Course(course) => library.title(course, None),
        Route::Lesson { course, lesson } => library.title(course, Some(lesson)),
    };
    format!("{name} · {}", say(Message::AppName))
}

/// What a page of the engine `learners` is called.
fn learners_title(page: &str, locale: Locale) -> &'static str {
    let name = page.trim_start_matches("me/");
    learners::words::Locale::from_tag(locale.tag())
        .say(learners::view::title(Screen::from_name(name)))
}

fn parse(arguments: &[String]) -> Result<(PathBuf, Assets)> {
    let mut rest = arguments.iter();
    let site = rest.next().context("which folder?")?;
    let mut assets = Assets { base: "/".to_owned(), ..Assets::default() };
    while let Some(option) = rest.next() {
        let value = rest.next().with_context(|| format!("{option} needs a value"))?.clone();
        match option.as_str() {
            "--script" => assets.script = value,
            "--style" => assets.style = value,
            "--wasm" => assets.wasm = value,
            "--chooser" => assets.chooser = value,
            "--player" => assets.player = value,
            "--player-style" => assets.player_style = value,
            "--base" => assets.base = value,
            "--site" => assets.site = Some(value),
            unknown => bail!("there is no option {unknown}"),
        }
    }
    Ok((PathBuf::from(site), assets))
}

fn write(path: &Path, html: &str) -> Result<()> {
    let folder = path.parent().expect("a page is in a folder");
    fs::create_dir_all(folder)?;
    fs::write(path, html).with_context(|| path.display().to_string())
}
