//! Rich text as DOM nodes: each kind of run and block has its one element.

use super::{Cx, drawing, each, el, of, picture, words};
use crate::locale::Message;
use crate::state::Command;
use course::text::{Block, Math, MathNode, Span, Speech, ruby};
use yew::Html;

/// Blocks one below the other.
pub fn blocks(blocks: &[Block], cx: Cx<'_>) -> Html {
    each(blocks.iter().map(|it| block(it, cx)))
}

/// One block.
pub fn block(block: &Block, cx: Cx<'_>) -> Html {
    match block {
        Block::Paragraph(it) => el("p").put(text(it, cx)).html(),
        Block::Picture(at, alt) => picture(*at, alt, cx),
        Block::Figure(figure) => {
            let alt = course::text::plain(&figure.alt);
            of("figure", "figure").put(drawing(&figure.drawing(), alt, cx)).html()
        }
        Block::List(points) => {
            el("ul").put(each(points.iter().map(|it| el("li").put(text(it, cx)).html()))).html()
        }
        Block::Listen(speech) => listen(speech, cx),
    }
}

/// A block on a card or button: without a paragraph's element, which may not stand there.
pub fn label(it: &Block, cx: Cx<'_>) -> Html {
    match it {
        Block::Paragraph(it) => el("span").put(text(it, cx)).html(),
        Block::Picture(..) | Block::Figure(_) | Block::List(_) | Block::Listen(_) => block(it, cx),
    }
}

/// Runs of text.
pub fn text(spans: &[Span], cx: Cx<'_>) -> Html {
    each(spans.iter().map(|it| span(it, cx)))
}

fn span(span: &Span, cx: Cx<'_>) -> Html {
    match span {
        Span::Plain(it) => match cx.pinyin() {
            Some(table) => with_pinyin(it, table),
            None => words(it.clone()),
        },
        Span::Strong(it) => el("strong").put(text(it, cx)).html(),
        Span::Emphasis(it) => el("em").put(text(it, cx)).html(),
        Span::Foreign(lang, it) => el("span").attr("lang", lang.clone()).text(it.clone()).html(),
        Span::Math(it) => math(it),
        Span::Gap => {
            let gap = of("span", "gap").is("role", "img").is("aria-label", cx.say(Message::Gap));
            gap.say("\u{a0}").html()
        }
        // Only templates have these, and they are never shown.
        Span::Value(_) | Span::Word(..) | Span::Count(..) => Html::default(),
    }
}

fn with_pinyin(text: &str, table: &[(String, String)]) -> Html {
    let run = |(text, reading): (String, Option<String>)| match reading {
        Some(reading) => el("ruby").text(text).with(el("rt").text(reading)).html(),
        None => words(text),
    };
    each(ruby(text, table).into_iter().map(run))
}

fn math(math: &Math) -> Html {
    el("math").attr("aria-label", math.spoken.clone()).put(nodes(&math.nodes)).html()
}

fn nodes(of: &[MathNode]) -> Html {
    each(of.iter().map(node))
}

fn node(node: &MathNode) -> Html {
    let leaf = |name, text: &String| el(name).text(text.clone());
    let row = |of: &[MathNode]| el("mrow").put(nodes(of));
    let element = match node {
        MathNode::Number(it) => leaf("mn", it),
        MathNode::Operator(it) => leaf("mo", it),
        MathNode::Identifier(it) => leaf("mi", it),
        MathNode::Words(it) => leaf("mtext", it),
        MathNode::Row(it) => row(it),
        MathNode::Fraction(a, b) => el("mfrac").with(row(a)).with(row(b)),
        MathNode::Power(a, b) => el("msup").with(row(a)).with(row(b)),
        MathNode::Index(a, b) => el("msub").with(row(a)).with(row(b)),
        MathNode::Root(it) => el("msqrt").put(nodes(it)),
    };
    element.html()
}

/// A listen button where there is a voice; else the words themselves, with an ear beside them.
fn listen(speech: &Speech, cx: Cx<'_>) -> Html {
    let cue = |sign| of("span", "cue").is("aria-hidden", "true").say(sign);
    if cx.speaks(&speech.lang) {
        let say = Command::Say(speech.words.clone(), speech.lang.clone());
        let button = of("button", "listen").is("type", "button").does(say, cx);
        return el("p").with(button.with(cue("🔊")).say(cx.say(Message::Listen))).html();
    }
    let said = el("span").attr("lang", speech.lang.clone()).text(speech.words.clone());
    of("p", "said").with(cue("👂")).with(said).html()
}
