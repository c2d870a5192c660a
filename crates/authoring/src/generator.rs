//! Generators: parameters and templates.

use crate::compiler::{Compiler, Scope};
use crate::diagnostic::Place;
use crate::item::{self, Source};
use crate::markdown::Fence;
use crate::outline;
use course::expr::Op;
use course::generator::{Generator, Parameter, Sealed, Template};
use course::rational::Rational;
use course::text::Word;

/// The generator that is written as `source`, in the compiler's language.
pub(crate) fn compile(compiler: &mut Compiler<'_>, source: &outline::Generator) -> Generator {
    let mut lists: Vec<String> = Vec::new();
    let mut templates = Vec::new();
    if source.levels.is_empty() {
        let instead = "write `### Level 1` with a prompt below it";
        compiler.error("C01", source.named.whole, "this generator has no level", instead);
    }
    if source.named.skills.is_empty() {
        compiler.error(
            "C01",
            source.named.whole,
            "this generator exercises no skill",
            "write one, as `ma.add20`",
        );
    }
    for level in &source.levels {
        templates.extend(template(compiler, source, level, &mut lists));
    }
    let lists = lists.iter().map(|name| words(compiler, name)).collect();
    Generator { id: source.named.id.clone(), hash: 0, templates, lists }
}

fn template(
    compiler: &mut Compiler<'_>,
    source: &outline::Generator,
    level: &outline::Level,
    lists: &mut Vec<String>,
) -> Option<Template> {
    let body = level.body.over(&source.shared);
    let mut drawn =
        Drawn { scope: Scope::default(), parameters: Vec::new(), constraints: Vec::new() };
    for fence in &body.params {
        drawn.read(compiler, fence, lists);
    }
    let Some(kind) = level.interaction.or(source.named.interaction) else {
        let instead = "write one behind its id, as `## g.add10 number ma.add20`";
        compiler.error("C01", source.named.whole, "this generator has no interaction", instead);
        return None;
    };
    let attributes = if level.interaction.is_some() {
        level.attributes.clone()
    } else {
        level.attributes.over(&source.named.attributes)
    };
    let item = within(compiler, &drawn.scope, |compiler| {
        let source = Source {
            id: &source.named.id,
            skills: &source.named.skills,
            kind,
            attributes: &attributes,
            body: &body,
        };
        let item = item::compile(compiler, &source);
        attributes.finish(compiler.diagnostics);
        item
    });
    Some(Template {
        level: level.level,
        parameters: drawn.parameters,
        constraints: drawn.constraints,
        item: Sealed::new(&item?),
    })
}

/// Runs `compile` with these parameters in scope.
fn within<T>(
    compiler: &mut Compiler<'_>,
    scope: &Scope,
    compile: impl FnOnce(&mut Compiler<'_>) -> T,
) -> T {
    let mut inner = Compiler {
        locale: compiler.locale,
        target: compiler.target,
        shared: compiler.shared,
        scope: Some(scope),
        pictures: std::mem::take(&mut compiler.pictures),
        diagnostics: &mut *compiler.diagnostics,
    };
    let compiled = compile(&mut inner);
    compiler.pictures = inner.pictures;
    compiled
}

struct Drawn {
    scope: Scope,
    parameters: Vec<Parameter>,
    constraints: Vec<course::expr::Expr>,
}

impl Drawn {
    fn read(&mut self, compiler: &mut Compiler<'_>, fence: &Fence, lists: &mut Vec<String>) {
        let mut at = 0;
        for line in fence.text.split_inclusive('\n') {
            let blank = line.len() - line.trim_start().len();
            let words = line.trim();
            let place = fence.place.part(at + blank, at + blank + words.len());
            at += line.len();
            if !words.is_empty() && self.line(compiler, words, place, lists).is_none() {
                // Noted where it was read; later lines may still be checked against the name.
            }
        }
    }

    /// `a = 6..9`, `rest = b - a`, `what in crops`, `need b != 5`
    fn line(
        &mut self,
        compiler: &mut Compiler<'_>,
        line: &str,
        place: Place,
        lists: &mut Vec<String>,
    ) -> Option<()> {
        if let Some(condition) = line.strip_prefix("need ") {
            let code = self.expr(compiler, condition, place.part("need ".len(), line.len()))?;
            self.constraints.push(code);
            return Some(());
        }
        if let Some((name, list)) = line.split_once(" in ") {
            let name = self.name(compiler, name, place)?;
            return self.word(compiler, name, list.trim(), place, lists);
        }
        let Some((name, value)) =
            line.split_once('=').filter(|(name, _)| !name.trim().contains(' '))
        else {
            let instead = "write `a = 6..9`, `rest = b - a`, `what in crops` or `need b != 5`";
            compiler.error("C01", place, "this is no parameter", instead);
            return None;
        };
        let start = name.len() + 1;
        let name = self.name(compiler, name, place)?;
        let (from, to) = match value.find("..") {
            Some(dots) => {
                let from = self.expr(compiler, &value[..dots], place.part(start, start + dots));
                let to = self.expr(
                    compiler,
                    &value[dots + 2..],
                    place.part(start + dots + 2, line.len()),
                );
                from.zip(to)
            }
            None => self
                .expr(compiler, value, place.part(start, line.len()))
                .map(|code| (code.clone(), code)),
        }
        // The name is known all the same: what names it is not wrong.
        .unwrap_or_default();
        self.push(name, false, Parameter { from, to, list: None });
        Some(())
    }

    fn word(
        &mut self,
        compiler: &mut Compiler<'_>,
        name: String,
        list: &str,
        place: Place,
        lists: &mut Vec<String>,
    ) -> Option<()> {
        let entries = compiler.shared.lists.get(list).map(|list| list.entries.len());
        if entries.is_none() {
            let near = crate::shared::nearest(list, compiler.shared.lists.keys());
            let instead = format!("write one of courses/lists.md, as `{near}`");
            compiler.error("C01", place, format!("there is no list `{list}`"), instead);
        }
        let at = lists.iter().position(|known| known == list).unwrap_or_else(|| {
            lists.push(list.to_owned());
            lists.len() - 1
        });
        let last = i64::try_from(entries.unwrap_or(1)).unwrap_or(1) - 1;
        let number = |value| vec![Op::Constant(Rational::whole(value))];
        let parameter =
            Parameter { from: number(0), to: number(last), list: u16::try_from(at).ok() };
        self.push(name, true, parameter);
        Some(())
    }

    fn name(&self, compiler: &mut Compiler<'_>, name: &str, place: Place) -> Option<String> {
        let name = name.trim();
        let place = place.part(0, name.len());
        let plain = name.starts_with(|c: char| c.is_ascii_lowercase())
            && name
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        if !plain {
            let what = format!("`{name}` is no parameter's name");
            compiler.error("C02", place, what, "write small letters, digits and `_`");
            return None;
        }
        if self.scope.names.iter().any(|known| known == name) {
            compiler.error(
                "C02",
                place,
                format!("`{name}` stands here twice"),
                "give each parameter its own name",
            );
            return None;
        }
        Some(name.to_owned())
    }

    fn push(&mut self, name: String, draws_word: bool, parameter: Parameter) {
        self.scope.names.push(name);
        self.scope.draws_word.push(draws_word);
        self.parameters.push(parameter);
    }

    fn expr(
        &self,
        compiler: &mut Compiler<'_>,
        text: &str,
        place: Place,
    ) -> Option<course::expr::Expr> {
        within(compiler, &self.scope, |compiler| compiler.expr(text, place))
    }
}

/// A list's words in the compiler's language.
fn words(compiler: &mut Compiler<'_>, name: &str) -> Vec<Word> {
    let Some(list) = compiler.shared.lists.get(name) else { return Vec::new() };
    let mut words = Vec::new();
    for entry in &list.entries {
        let word = entry.word(compiler.locale);
        if word.is_none() {
            let what = format!("`{}` has no word in {}", entry.id, compiler.locale);
            let instead = format!("fill the column `{}.one`", compiler.locale);
            compiler.diagnostics.error("C40", entry.place, what, instead);
        }
        let nothing = || Word {
            one: String::new(),
            many: String::new(),
            article: String::new(),
            after_one: String::new(),
            after_many: String::new(),
        };
        words.push(word.unwrap_or_else(nothing));
    }
    words
}
