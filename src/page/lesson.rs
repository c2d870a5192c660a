//! The lesson: a thin progress line, one thing on the screen, feedback from below, one large action.

use super::end;
use crate::item::{self, Answer, instruction, unmarked};
use crate::locale::Message;
use crate::route::Route;
use crate::state::{Command, Exercise, Here, Judged, Outcome, Phase, Player};
use crate::ui::{Cx, El, action, block, blocks, each, el, frame, list, of, text, words};
use course::digits::decimal;
use course::item::{Interaction, Step};
use course::lesson::{Band, Card, PartKind};
use learning::placement::{ITEMS_MAX, placement};
use yew::Html;

pub fn view(player: &Player, cx: Cx<'_>) -> Html {
    let screen = match player.here {
        _ if player.is_placement() => "placement",
        _ if player.is_apart() => "review",
        Here::End(..) => "lesson-end",
        Here::Card | Here::Item(_) => "lesson",
    };
    let course = &player.lesson.course;
    let back =
        cx.session.course().map_or_else(|| cx.say(Message::Back).to_owned(), |it| it.title.clone());
    let band = match player.lesson.band {
        Band::A => "A",
        Band::B => "B",
        Band::C => "C",
        Band::D => "D",
    };
    let here = match &player.here {
        Here::Card => player.card().map(|card| reading(card, cx)).unwrap_or_default(),
        Here::Item(exercise) => answering(exercise, player, cx),
        Here::End(right, all) => end::view(player, *right, *all, cx),
    };
    let lesson = of("article", "lesson").is("data-band", band).with(head(player, cx)).put(here);
    let back = if player.is_apart() && !player.is_placement() {
        (Route::Today, cx.say(Message::Today).to_owned())
    } else {
        (Route::Course(course.clone()), back)
    };
    frame(screen, Some(back), cx, lesson.html())
}

fn head(player: &Player, cx: Cx<'_>) -> El {
    let (done, all) = if player.is_placement() {
        let course = cx.session.course();
        let placement = course.map(|course| placement(cx.session.progress(), course));
        (placement.map_or(0, |it| it.answered), ITEMS_MAX)
    } else if player.is_apart() {
        cx.session.reviews_done()
    } else {
        player.steps()
    };
    let step = decimal((done + 1).min(all) as u64);
    let progress = el("progress")
        .attr("aria-label", cx.fill(Message::StepOf, &[&step, &decimal(all as u64)]))
        .attr("max", decimal(all as u64))
        .attr("value", decimal(done as u64));
    let draft = player.lesson.draft.then(|| {
        of("span", "draft")
            .is("title", cx.say(Message::DraftMeans))
            .say(cx.say(Message::Draft))
            .html()
    });
    let name = player.part().map(|part| cx.say(part_name(part)));
    let (title, name) = match name {
        // Which lesson is asked for is not told.
        Some(name) if player.is_placement() => (name.to_owned(), None),
        Some(_) | None => (player.lesson.title.clone(), name),
    };
    let part = of("p", "part")
        .with(el("span").put_some(name.map(words)))
        .put_some(draft)
        .put_some(cx.has_pinyin().then(|| pinyin(cx)));
    of("header", "head").with(progress).with(part).with(el("h1").text(title))
}

fn pinyin(cx: Cx<'_>) -> Html {
    let pressed = if cx.session.pinyin { "true" } else { "false" };
    let toggle = of("button", "toggle").is("type", "button").is("aria-pressed", pressed);
    toggle.does(Command::Pinyin, cx).say(cx.say(Message::Pinyin)).html()
}

fn reading(card: &Card, cx: Cx<'_>) -> Html {
    let title = (!card.title.is_empty()).then(|| el("h2").text(card.title.clone()).html());
    let stage = of("section", "stage").put_some(title).put(blocks(&card.blocks, cx));
    let onward =
        of("footer", "actions").with(action(cx.say(Message::Next), Command::Next, false, cx));
    list(vec![stage.html(), onward.html()])
}

fn answering(it: &Exercise, player: &Player, cx: Cx<'_>) -> Html {
    let interaction = &it.item.interaction;
    let locked = !it.may_change(player.is_exit());
    let answer = Answer { draft: &it.draft, seed: it.seed, phase: &it.phase, locked, cx };
    let (told, said) = match &it.phase {
        Phase::Told(judged) => (Some(judged), Some(judged)),
        // What was said can be read until another answer begins.
        Phase::Again(judged) => (None, Some(judged)),
        Phase::Open | Phase::Keeping(_) => (None, None),
    };
    let outcome = told.map(|it| it.outcome.name());
    let (instruction, cue) = instruction(interaction);
    let cue = cx.needs_cue().then(|| of("span", "cue").is("aria-hidden", "true").say(cue).html());
    let stage = of("section", "stage item")
        .key(it.seed)
        .attr("data-item", it.item.id.clone())
        .is("data-interaction", interaction.name())
        .attr("data-seed", decimal(it.seed))
        .may("data-outcome", outcome)
        .with(of("div", "prompt").put(blocks(&it.item.prompt, cx)))
        .with(of("p", "instruction").put_some(cue).say(cx.say(instruction)))
        .put(item::view(interaction, answer))
        .put_some((it.hints > 0).then(|| hints(it, cx)))
        .put_some(it.solution.then(|| solution(&it.item.steps, cx)));
    let feedback = of("div", "feedback")
        .is("role", "status")
        .may("data-outcome", said.map(|it| it.outcome.name()))
        .put_some(said.map(|judged| feedback(judged, it, player, cx)));
    let actions = of("footer", "actions").with(feedback).put(actions(it, told, player, cx));
    list(vec![stage.html(), actions.html()])
}

fn hints(it: &Exercise, cx: Cx<'_>) -> Html {
    let shown = it.item.hints.iter().take(it.hints.into());
    of("ul", "hints").put(each(shown.map(|hint| el("li").put(text(hint, cx)).html()))).html()
}

fn solution(steps: &[Step], cx: Cx<'_>) -> Html {
    let step = |step: &Step| {
        el("li")
            .put(text(&step.say, cx))
            .put_some(step.calc.as_ref().map(|calc| of("p", "calc").put(text(calc, cx)).html()))
            .put_some(step.show.as_ref().map(|show| block(show, cx)))
            .html()
    };
    let list = el("ol").put(each(steps.iter().map(step)));
    of("section", "steps").with(el("h2").say(cx.say(Message::Steps))).with(list).html()
}

fn feedback(judged: &Judged, it: &Exercise, player: &Player, cx: Cx<'_>) -> Html {
    let (sign, heading) = match judged.outcome {
        Outcome::Right => ("✓", cx.say(Message::Right)),
        Outcome::Partly => ("◐", cx.say(Message::Partly)),
        Outcome::Wrong => ("↻", cx.say(Message::NotYet)),
        Outcome::Unreadable => ("?", ""),
    };
    let more = match (it.feedback(), judged.outcome) {
        // What was not taught yet is not explained.
        (_, Outcome::Partly | Outcome::Wrong) if player.is_placement() => Html::default(),
        // Nothing can be tried again there: how it goes stands above.
        (_, Outcome::Partly | Outcome::Wrong) if player.is_exit() => {
            words(cx.say(Message::ExitShown))
        }
        (Some(feedback), _) => text(&feedback.text, cx),
        (None, Outcome::Right) => Html::default(),
        (None, Outcome::Unreadable) => {
            let number = matches!(it.item.interaction, Interaction::Number(_));
            words(cx.say(if number { Message::Unreadable } else { Message::UnreadableText }))
        }
        (None, Outcome::Partly | Outcome::Wrong) => words(cx.say(Message::LookAgain)),
    };
    let sign = of("span", "sign").is("aria-hidden", "true").say(sign);
    el("p").with(sign).with(el("strong").say(heading)).say(" ").put(more).html()
}

fn actions(it: &Exercise, told: Option<&Judged>, player: &Player, cx: Cx<'_>) -> Html {
    let exit = player.is_exit();
    if told.is_some() && !it.may_change(exit) {
        return action(cx.say(Message::Next), Command::Next, false, cx).html();
    }
    let main = if told.is_some() {
        action(cx.say(Message::TryAgain), Command::Retry, false, cx)
    } else {
        let ready = it.draft.response(&it.item.interaction).is_some() && !player.is_keeping();
        let words = if unmarked(&it.item.interaction) { Message::Next } else { Message::Check };
        action(cx.say(words), Command::Check, !ready, cx)
    };
    let more_hints = !exit && usize::from(it.hints) < it.item.hints.len();
    let may_solve = !exit && !more_hints && !it.solution && !it.item.steps.is_empty();
    let skip = if player.is_placement() { Message::DontKnow } else { Message::Skip };
    let quiet = |there: bool, words, command| {
        let button = || {
            of("button", "quiet").is("type", "button").does(command, cx).say(cx.say(words)).html()
        };
        there.then(button)
    };
    let aside = of("div", "aside")
        .put_some(quiet(more_hints, Message::Hint, Command::Hint))
        .put_some(quiet(may_solve, Message::ShowHow, Command::Solve))
        .put_some(quiet(true, skip, Command::Skip));
    list(vec![aside.html(), main.html()])
}

const fn part_name(part: PartKind) -> Message {
    match part {
        PartKind::Recall => Message::PartRecall,
        PartKind::Hook => Message::PartHook,
        PartKind::Teach => Message::PartTeach,
        PartKind::Worked => Message::PartWorked,
        PartKind::Faded => Message::PartFaded,
        PartKind::Guided => Message::PartGuided,
        PartKind::Mixed => Message::PartMixed,
        PartKind::Exit => Message::PartExit,
        PartKind::Outside => Message::PartOutside,
        PartKind::Review => Message::PartReview,
        PartKind::Placement => Message::WhereToBegin,
    }
}
