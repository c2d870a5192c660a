//! Rich text as DOM nodes: each kind of run and block has its one element.

use super::{Cx, each, drawing, picture};
use crate::locale::Message;
use crate::state::Command;
use course::text::{Block, Math, MathNode, Span, Speech, ruby};
use yew::prelude::*;

/// Blocks one below the other.
pub fn blocks(blocks: &[Block], cx: Cx<'_>) -> Html {
    each(blocks.iter().map(|it| block(it, cx)))
}

/// One block.
pub fn block(block: &Block, cx: Cx<'_>) -> Html {
    match block {
        Block::Paragraph(it) => html! { <p>{ text(it, cx) }</p> },
        Block::Picture(at, alt) => picture(*at, alt, cx),
        Block::Figure(figure) => {
            let alt = course::text::plain(&figure.alt);
            html! { <figure class="figure">{ drawing(&figure.drawing(), &alt, cx) }</figure> }
        }
        Block::List(points) => html! { <ul>{ each(points.iter().map(|it| html! { <li>{ text(it, cx) }</li> })) }</ul> },
        Block::Listen(speech) => listen(speech, cx),
    }
}

/// A block on a card or button: without a paragraph's element, which may not stand there.
pub fn label(it: &Block, cx: Cx<'_>) -> Html {
    match it {
        Block::Paragraph(it) => html! { <span>{ text(it, cx) }</span> },
        Block::Picture(..) | Block::Figure(_) | Block::List(_) | Block::Listen(_) => block(it, cx),
    }
}

/// Runs of text.
pub fn text(spans: &[Span], cx: Cx<'_>) -> Html {
    each(spans.iter().map(|it| span(it, cx)))
}

fn span(span: &Span, cx: Cx<'_>) -> Html {
    match span {
        Span::Plain(words) => match cx.pinyin() {
            Some(table) => with_pinyin(words, table),
            None => words.into(),
        },
        Span::Strong(it) => html! { <strong>{ text(it, cx) }</strong> },
        Span::Emphasis(it) => html! { <em>{ text(it, cx) }</em> },
        Span::Foreign(lang, words) => html! { <span lang={lang.clone()}>{ words }</span> },
        Span::Math(it) => math(it),
        Span::Gap => html! { <span class="gap">{ "\u{a0}" }</span> },
        // Only templates have these, and they are never shown.
        Span::Value(_) | Span::Word(..) | Span::Count(..) => Html::default(),
    }
}

fn with_pinyin(words: &str, table: &[(String, String)]) -> Html {
    let run = |(words, reading): (String, Option<String>)| match reading {
        Some(reading) => html! { <ruby>{ words }<rt>{ reading }</rt></ruby> },
        None => words.into(),
    };
    each(ruby(words, table).into_iter().map(run))
}

fn math(math: &Math) -> Html {
    html! { <math aria-label={math.spoken.clone()}>{ nodes(&math.nodes) }</math> }
}

fn nodes(of: &[MathNode]) -> Html {
    each(of.iter().map(node))
}

fn node(node: &MathNode) -> Html {
    match node {
        MathNode::Number(it) => html! { <mn>{ it }</mn> },
        MathNode::Operator(it) => html! { <mo>{ it }</mo> },
        MathNode::Identifier(it) => html! { <mi>{ it }</mi> },
        MathNode::Words(it) => html! { <mtext>{ it }</mtext> },
        MathNode::Row(it) => html! { <mrow>{ nodes(it) }</mrow> },
        MathNode::Fraction(a, b) => html! { <mfrac><mrow>{ nodes(a) }</mrow><mrow>{ nodes(b) }</mrow></mfrac> },
        MathNode::Power(a, b) => html! { <msup><mrow>{ nodes(a) }</mrow><mrow>{ nodes(b) }</mrow></msup> },
        MathNode::Index(a, b) => html! { <msub><mrow>{ nodes(a) }</mrow><mrow>{ nodes(b) }</mrow></msub> },
        MathNode::Root(it) => html! { <msqrt>{ nodes(it) }</msqrt> },
    }
}

/// A listen button where there is a voice; else the words themselves, with an ear beside them.
fn listen(speech: &Speech, cx: Cx<'_>) -> Html {
    if cx.speaks(&speech.lang) {
        let say = cx.send(Command::Say(speech.words.clone(), speech.lang.clone()));
        return html! {
            <p><button type="button" class="listen" onclick={say}>
                <span class="cue" aria-hidden="true">{ "🔊" }</span>{ cx.say(Message::Listen) }
            </button></p>
        };
    }
    html! {
        <p class="said"><span class="cue" aria-hidden="true">{ "👂" }</span>
            <span lang={speech.lang.clone()}>{ &speech.words }</span></p>
    }
}
