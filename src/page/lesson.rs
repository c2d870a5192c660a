//! The lesson: a thin progress line, one thing on the screen, feedback from below, one large action.

use super::end;
use crate::item::{self, Answer, instruction, unmarked};
use crate::locale::Message;
use crate::route::Route;
use crate::state::{Command, Exercise, Here, Judged, Outcome, Phase, Player};
use crate::ui::{Cx, block, blocks, button, frame, text, each};
use course::item::Interaction;
use course::lesson::{Card, Lesson, PartKind};
use yew::prelude::*;

pub fn view(player: &Player, cx: Cx<'_>) -> Html {
    let screen = if matches!(player.here, Here::End(..)) { "lesson-end" } else { "lesson" };
    let back = cx.session.course().map(|it| it.title.clone()).unwrap_or_else(|| player.lesson.course.clone());
    let route = Route::Course(player.lesson.course.clone());
    frame(screen, Some((route, back)), cx, html! {
        <article class="lesson" data-band={format!("{:?}", player.lesson.band)}>
            { head(player, cx) }
            { match &player.here {
                Here::Card(card) => reading(card, cx),
                Here::Item(exercise) => answering(exercise, player, cx),
                Here::End(right, all) => end::view(player, *right, *all, cx),
            } }
        </article>
    })
}

fn head(player: &Player, cx: Cx<'_>) -> Html {
    let (done, all) = player.steps();
    let (value, max) = (done.to_string(), all.to_string());
    let step = (done + 1).min(all).to_string();
    html! {
        <header class="head">
            <progress {value} max={max.clone()} aria-label={cx.fill(Message::StepOf, &[&step, &max])}></progress>
            <p class="part">
                <span>{ player.part().map(|part| cx.say(part_name(part))) }</span>
                { pinyin(cx) }
                { player.lesson.draft.then(|| draft(&player.lesson, cx)) }
            </p>
            <h1>{ &player.lesson.title }</h1>
        </header>
    }
}

fn draft(_: &Lesson, cx: Cx<'_>) -> Html {
    html! { <span class="draft" title={cx.say(Message::DraftMeans)}>{ cx.say(Message::Draft) }</span> }
}

fn pinyin(cx: Cx<'_>) -> Html {
    if !cx.has_pinyin() {
        return Html::default();
    }
    html! {
        <button type="button" class="toggle" aria-pressed={cx.session.pinyin.to_string()} onclick={cx.send(Command::Pinyin)}>
            { cx.say(Message::Pinyin) }
        </button>
    }
}

fn reading(card: &Card, cx: Cx<'_>) -> Html {
    html! {
        <>
            <section class="stage">
                { (!card.title.is_empty()).then(|| html! { <h2>{ &card.title }</h2> }) }
                { blocks(&card.blocks, cx) }
            </section>
            <footer class="actions">{ button(cx.say(Message::Next), Command::Next, false, cx) }</footer>
        </>
    }
}

fn answering(it: &Exercise, player: &Player, cx: Cx<'_>) -> Html {
    let interaction = &it.item.interaction;
    let answer = Answer { draft: &it.draft, seed: it.seed, phase: &it.phase, cx };
    let told = match &it.phase {
        Phase::Told(judged) => Some(judged),
        Phase::Open | Phase::Keeping(_) => None,
    };
    let (instruction, cue) = instruction(interaction);
    html! {
        <>
            <section class="stage item" key={it.seed.to_string()} data-item={it.item.id.clone()} data-interaction={interaction.name()}
                data-seed={it.seed.to_string()} data-outcome={told.map(|it| it.outcome.name())}>
                <div class="prompt">{ blocks(&it.item.prompt, cx) }</div>
                <p class="instruction">
                    { cx.needs_cue().then(|| html! { <span class="cue" aria-hidden="true">{ cue }</span> }) }
                    { cx.say(instruction) }
                </p>
                { item::view(interaction, answer) }
                { help(it, cx) }
            </section>
            <footer class="actions">
                <div role="status" class="feedback" data-outcome={told.map(|it| it.outcome.name())}>
                    { told.map(|judged| feedback(judged, interaction, cx)) }
                </div>
                { actions(it, told, player, cx) }
            </footer>
        </>
    }
}

/// Hints and the worked solution, as far as they are shown.
fn help(it: &Exercise, cx: Cx<'_>) -> Html {
    let hints = it.item.hints.iter().take(it.hints.into());
    let steps = it.item.steps.iter().map(|step| html! {
        <li>
            { text(&step.say, cx) }
            { step.calc.as_ref().map(|calc| html! { <p class="calc">{ text(calc, cx) }</p> }) }
            { step.show.as_ref().map(|show| block(show, cx)) }
        </li>
    });
    html! {
        <>
            { (it.hints > 0).then(|| html! { <ul class="hints">{ each(hints.map(|hint| html! { <li>{ text(hint, cx) }</li> })) }</ul> }) }
            { it.solution.then(|| html! { <section class="steps"><h2>{ cx.say(Message::Steps) }</h2><ol>{ each(steps) }</ol></section> }) }
        </>
    }
}

fn feedback(judged: &Judged, interaction: &Interaction, cx: Cx<'_>) -> Html {
    let (icon, heading) = match judged.outcome {
        Outcome::Right => ("✓", cx.say(Message::Right)),
        Outcome::Partly => ("◐", cx.say(Message::Partly)),
        Outcome::Wrong => ("↻", cx.say(Message::NotYet)),
        Outcome::Unreadable => ("?", ""),
    };
    let words = match (&judged.feedback, judged.outcome) {
        (Some(feedback), _) => text(&feedback.text, cx),
        (None, Outcome::Right) => Html::default(),
        (None, Outcome::Unreadable) if matches!(interaction, Interaction::Number(_)) => cx.say(Message::Unreadable).into(),
        (None, Outcome::Unreadable) => cx.say(Message::UnreadableText).into(),
        (None, Outcome::Partly | Outcome::Wrong) => cx.say(Message::LookAgain).into(),
    };
    html! { <p><span class="sign" aria-hidden="true">{ icon }</span><strong>{ heading }</strong>{ " " }{ words }</p> }
}

fn actions(it: &Exercise, told: Option<&Judged>, player: &Player, cx: Cx<'_>) -> Html {
    let exit = player.is_exit();
    let done = told.is_some_and(|judged| match judged.outcome {
        Outcome::Right => true,
        Outcome::Partly | Outcome::Wrong => exit,
        Outcome::Unreadable => false,
    });
    if done {
        return button(cx.say(Message::Next), Command::Next, false, cx);
    }
    let main = if told.is_some() {
        button(cx.say(Message::TryAgain), Command::Retry, false, cx)
    } else {
        let ready = it.draft.response(&it.item.interaction).is_some() && !player.is_keeping();
        let words = if unmarked(&it.item.interaction) { Message::Next } else { Message::Check };
        button(cx.say(words), Command::Check, !ready, cx)
    };
    let more_hints = !exit && usize::from(it.hints) < it.item.hints.len();
    let may_solve = !exit && !more_hints && !it.solution && !it.item.steps.is_empty();
    let quiet = |words, command| html! { <button type="button" class="quiet" onclick={cx.send(command)}>{ cx.say(words) }</button> };
    html! {
        <>
            <div class="aside">
                { more_hints.then(|| quiet(Message::Hint, Command::Hint)) }
                { may_solve.then(|| quiet(Message::ShowHow, Command::Solve)) }
                { player.others_left().then(|| quiet(Message::Skip, Command::Skip)) }
            </div>
            { main }
        </>
    }
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
    }
}
