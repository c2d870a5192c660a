//! Formulae: TeX in, our own small tree of MathML Core and its spoken form out.

use course::text::{Math, MathNode};
use pulldown_latex::event::{
    Content, DimensionUnit, Event, Font, Grouping, ScriptPosition, ScriptType, StateChange, Visual,
};
use pulldown_latex::{Parser, Storage};
use std::iter::Peekable;

mod spoken;

#[cfg(test)]
mod tests;

/// What may stand in a formula beside numbers, letters and words.
const OPERATORS: &str = "+−×÷⋅=<>≤≥≠≈:()[]{}|,;%°…′";

/// The formula that `tex` writes, with how a voice says it in the language of `locale`; or in words what is wrong.
pub fn compile(tex: &str, locale: &str) -> Result<Math, String> {
    let storage = Storage::new();
    let mut events = Vec::new();
    for event in Parser::new(tex, &storage) {
        events.push(event.map_err(|_| {
            format!("`{tex}` is no formula that can be read; check its braces and commands")
        })?);
    }
    let mut reader = Reader { events: events.into_iter().peekable() };
    let nodes = reader.row()?;
    if nodes.is_empty() {
        return Err("this formula is empty".to_owned());
    }
    Ok(Math { spoken: spoken::say(&nodes, locale), nodes })
}

struct Reader<'a, I: Iterator<Item = Event<'a>>> {
    events: Peekable<I>,
}

impl<'a, I: Iterator<Item = Event<'a>>> Reader<'a, I> {
    /// Elements up to the end of the group.
    fn row(&mut self) -> Result<Vec<MathNode>, String> {
        let mut nodes = Vec::new();
        while let Some(event) = self.events.next_if(|event| *event != Event::End) {
            if event == Event::StateChange(StateChange::Font(Some(Font::UpRight))) {
                return self.upright();
            }
            nodes.extend(self.element(event)?);
        }
        Ok(nodes)
    }

    /// The next element: what a fraction or a script takes as one thing.
    fn one(&mut self) -> Result<Vec<MathNode>, String> {
        let event = self.events.next().ok_or("this formula breaks off")?;
        self.element(event)
    }

    fn element(&mut self, event: Event<'a>) -> Result<Vec<MathNode>, String> {
        match event {
            Event::Content(content) => Ok(vec![leaf(content)?]),
            Event::Begin(Grouping::Normal) => self.group(),
            Event::Begin(Grouping::LeftRight(open, close)) => {
                let inside = self.group()?;
                let fence = |it: Option<char>| it.map(|it| MathNode::Operator(it.to_string()));
                Ok(vec![MathNode::Row(
                    fence(open).into_iter().chain(inside).chain(fence(close)).collect(),
                )])
            }
            Event::Visual(Visual::Fraction(_)) => {
                Ok(vec![MathNode::Fraction(self.one()?, self.one()?)])
            }
            Event::Visual(Visual::SquareRoot) => Ok(vec![MathNode::Root(self.one()?)]),
            Event::Script { ty, position: ScriptPosition::Right } => self.script(ty),
            Event::Space { width: Some(width), .. }
                if width.value > 0.0 && width.unit == DimensionUnit::Em =>
            {
                Ok(vec![MathNode::Words("\u{2009}".to_owned())])
            }
            Event::Space { .. } | Event::StateChange(StateChange::Style(_)) => Ok(Vec::new()),
            Event::Visual(Visual::Root) => {
                Err("only square roots are drawn; write the index as a power".to_owned())
            }
            Event::Visual(Visual::Negation) => Err("\\not is not drawn; use \\ne".to_owned()),
            Event::Script { .. } => {
                Err("scripts stand to the right only; leave out \\limits".to_owned())
            }
            Event::StateChange(_) => {
                Err("fonts and colours of formulae are fixed; leave them out".to_owned())
            }
            Event::Begin(_) | Event::EnvironmentFlow(_) => {
                Err("tables, cases and aligned lines are not drawn; write one formula a line"
                    .to_owned())
            }
            Event::End => Ok(Vec::new()),
        }
    }

    fn group(&mut self) -> Result<Vec<MathNode>, String> {
        let nodes = self.row()?;
        self.events.next();
        Ok(nodes)
    }

    /// The rest of a group of upright letters, as one word: `\mathrm{cm}`.
    fn upright(&mut self) -> Result<Vec<MathNode>, String> {
        let mut words = String::new();
        for node in self.row()? {
            match node {
                MathNode::Identifier(text) | MathNode::Words(text) | MathNode::Number(text) => {
                    words.push_str(&text)
                }
                MathNode::Operator(_)
                | MathNode::Row(_)
                | MathNode::Fraction(..)
                | MathNode::Power(..)
                | MathNode::Index(..)
                | MathNode::Root(_) => {
                    return Err("\\mathrm is for words and units alone".to_owned());
                }
            }
        }
        Ok(vec![MathNode::Words(words)])
    }

    fn script(&mut self, ty: ScriptType) -> Result<Vec<MathNode>, String> {
        let base = self.one()?;
        let node = match ty {
            ScriptType::Subscript => MathNode::Index(base, self.one()?),
            ScriptType::Superscript => {
                let exponent = self.one()?;
                // \circ as an exponent is the sign for degrees, which stands on the line.
                if exponent == [MathNode::Operator("°".to_owned())] {
                    return Ok(base.into_iter().chain(exponent).collect());
                }
                MathNode::Power(base, exponent)
            }
            ScriptType::SubSuperscript => {
                MathNode::Power(vec![MathNode::Index(base, self.one()?)], self.one()?)
            }
        };
        Ok(vec![node])
    }
}

fn leaf(content: Content<'_>) -> Result<MathNode, String> {
    match content {
        Content::Number(digits) => Ok(MathNode::Number(digits.to_owned())),
        Content::Text(words) => Ok(MathNode::Words(words.to_owned())),
        Content::Ordinary { content, .. } if content.is_alphabetic() || content == '□' => {
            Ok(MathNode::Identifier(content.to_string()))
        }
        Content::Ordinary { content, .. }
        | Content::BinaryOp { content, .. }
        | Content::Delimiter { content, .. }
        | Content::Punctuation(content) => operator(content),
        Content::Relation { content, .. } => {
            let mut buffer = [0; 8];
            let text =
                String::from_utf8_lossy(content.encode_utf8_to_buf(&mut buffer)).into_owned();
            let mut characters = text.chars();
            match (characters.next(), characters.next()) {
                (Some(single), None) => operator(single),
                _ => Err(format!("`{text}` is not drawn")),
            }
        }
        Content::Function(name) => {
            Err(format!("the function {name} is not drawn; use \\text{{{name}}}"))
        }
        Content::LargeOp { content, .. } => Err(format!("`{content}` is not drawn")),
    }
}

fn operator(character: char) -> Result<MathNode, String> {
    match character {
        '∘' | '°' => Ok(MathNode::Operator("°".to_owned())),
        '_' => Err("write \\square for a gap in a formula".to_owned()),
        _ if OPERATORS.contains(character) => Ok(MathNode::Operator(character.to_string())),
        _ => Err(format!("`{character}` is not drawn in formulae")),
    }
}
