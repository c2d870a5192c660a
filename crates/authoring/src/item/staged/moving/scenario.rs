//! A story of choices.

use super::{Line, Script, lines};
use course::stage::Piece;
use course::stage::moving::scenario::{GOOD, SCENES_MAX};
use course::stage::moving::{Scenario, Scene, Way};

const SCENE: &str =
    "write `start (run, ball): The ball rolls away.`: name, movement, thing, what happens";
const WAY: &str = "write `- Stop and look -> look`, a mistake as `- [a] Run after it -> road`";

pub(super) fn read(script: &mut Script<'_, '_, '_>) -> Option<Scenario> {
    let lines = lines(script, "write a block ```` ```scenario ```` of scenes and ways")?;
    let mut scenes: Vec<Scene> = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    // Ways are joined to scenes once all of these are known.
    let mut leads: Vec<(usize, usize, &str, Line<'_>)> = Vec::new();
    for line in lines {
        match line.text.strip_prefix('-') {
            Some(way) => {
                let Some((way, to)) = self::way(script, way.trim(), line) else { continue };
                let Some(scene) = scenes.last_mut() else {
                    script.at(line, "this way stands below no scene", SCENE);
                    continue;
                };
                scene.ways.push(way);
                leads.push((scenes.len() - 1, scene_ways(&scenes) - 1, to, line));
            }
            None => {
                let Some((name, scene)) = self::scene(script, line) else { continue };
                if names.contains(&name) {
                    script.at(line, format!("a second scene `{name}`"), "name it otherwise");
                }
                names.push(name);
                scenes.push(scene);
            }
        }
    }
    for (from, at, to, line) in leads {
        let found = names.iter().position(|it| *it == to).filter(|to| *to > from);
        match found.and_then(|to| u8::try_from(to).ok()) {
            Some(to) => scenes[from].ways[at].to = to,
            None => {
                let what = format!("no scene `{to}` stands further down");
                script.at(line, what, "a story goes on, so that it ends: lead to a later scene");
            }
        }
    }
    if scenes.is_empty() || scenes.len() > SCENES_MAX {
        let what = format!("this story has {} scenes", scenes.len());
        script.wrong(what, format!("let there be 2 to {SCENES_MAX}"));
        return None;
    }
    let story = Scenario { scenes };
    look_through(script, &story, &names);
    Some(story)
}

fn scene_ways(scenes: &[Scene]) -> usize {
    scenes.last().map_or(0, |it| it.ways.len())
}

/// `start (run, ball): The ball rolls away.`
fn scene<'a>(script: &mut Script<'_, '_, '_>, line: Line<'a>) -> Option<(&'a str, Scene)> {
    let Some((head, words)) = line.parts(":").filter(|(_, words)| !words.is_empty()) else {
        script.at(line, "this line is neither a scene nor a way", SCENE);
        return None;
    };
    let (name, shown) = head.split_once('(').unwrap_or((head, ""));
    let mut shown = shown.trim_end_matches(')').split(',').map(str::trim);
    let mut next = || shown.next().filter(|it| !it.is_empty());
    let figure = next().map_or(0, |name| script.figure(name, line));
    let prop = next().map_or(0, |name| script.prop(name, line));
    Some((name.trim(), Scene { figure, prop, words: words.to_owned(), ways: Vec::new() }))
}

/// `[a] Run after it -> road`
fn way<'a>(
    script: &mut Script<'_, '_, '_>,
    way: &'a str,
    line: Line<'_>,
) -> Option<(Way, &'a str)> {
    let Some((words, to)) = way.rsplit_once("->") else {
        script.at(line, "this way leads nowhere", WAY);
        return None;
    };
    let (fault, words) = match words.strip_prefix('[').and_then(|it| it.split_once(']')) {
        Some((letter, words)) => {
            let known = Scenario::FAULTS.iter().zip(0..).find(|(it, _)| **it == letter);
            let fault = known.map(|(_, fault)| fault).unwrap_or_else(|| {
                let letters = Scenario::FAULTS.join(" ");
                script.at(line, format!("`{letter}` names no mistake"), format!("use {letters}"));
                GOOD
            });
            (fault, words)
        }
        None => (GOOD, words),
    };
    Some((Way { words: words.trim().to_owned(), to: 0, fault }, to.trim()))
}

/// Scenes that nobody comes to, and mistakes without a better way.
fn look_through(script: &mut Script<'_, '_, '_>, story: &Scenario, names: &[&str]) {
    for at in story.lost() {
        let what = format!("nobody comes to the scene `{}`", names.get(at).unwrap_or(&""));
        script.wrong(what, "let a way lead to it, or leave it out");
    }
    for (scene, name) in story.scenes.iter().zip(names) {
        if !scene.ways.is_empty() && scene.ways.iter().all(|way| way.fault != GOOD) {
            let what = format!("in the scene `{name}` every way is a mistake");
            script.wrong(what, "add one that is not");
        }
        if scene.ways.len() > 4 {
            let what = format!("the scene `{name}` has {} ways", scene.ways.len());
            script.wrong(what, "let there be at most four");
        }
    }
}
