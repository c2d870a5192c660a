//! Markdown as a short tree of blocks: what a lesson may hold, with the place of each piece.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "what the parser may learn to tell apart has no meaning here either"
)]

use crate::diagnostic::{Diagnostics, Place};
use crate::inline::{Inline, join_lines, trim};
use pulldown_cmark::{CodeBlockKind, Event, OffsetIter, Options, Parser, Tag, TagEnd};
use std::ops::Range;

mod inlines;
mod mask;

/// A block.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Heading(Heading),
    Paragraph(Vec<Inline>, Place),
    List(List),
    Table(Table),
    Fence(Fence),
}

/// `## words`
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Heading {
    pub level: u8,
    pub words: String,
    /// Of the words.
    pub place: Place,
}

/// Points or numbered points.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct List {
    pub ordered: bool,
    pub points: Vec<Point>,
    pub place: Place,
}

/// One point of a list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Point {
    /// `[x]` or `[ ]` at the start.
    pub mark: Option<bool>,
    pub content: Vec<Inline>,
    pub place: Place,
}

/// A table; every row has as many cells as the head.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Table {
    pub head: Vec<Cell>,
    pub rows: Vec<Vec<Cell>>,
    pub place: Place,
}

/// What stands in a table's cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cell {
    pub content: Vec<Inline>,
    pub place: Place,
}

/// Text between two lines of three backquotes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fence {
    pub name: String,
    pub text: String,
    /// Of the text.
    pub place: Place,
}

/// Where a block stands.
pub(crate) const fn place(node: &Node) -> Place {
    match node {
        Node::Heading(it) => it.place,
        Node::Paragraph(_, place) => *place,
        Node::List(it) => it.place,
        Node::Table(it) => it.place,
        Node::Fence(it) => it.place,
    }
}

/// The blocks of `text` from byte `from` on.
pub(crate) fn parse(
    text: &str,
    from: usize,
    file: usize,
    diagnostics: &mut Diagnostics,
) -> Vec<Node> {
    let masked = mask::mask(text);
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_MATH;
    let events = Parser::new_ext(&masked[from..], options).into_offset_iter();
    let mut reader = Reader { events, text, masked: &masked, from, file, diagnostics };
    reader.nodes()
}

struct Reader<'a, 'd> {
    events: OffsetIter<'a>,
    text: &'a str,
    masked: &'a str,
    from: usize,
    file: usize,
    diagnostics: &'d mut Diagnostics,
}

const NO_HTML: &str = "leave it out; what the source language offers is in docs/SOURCE.md";

impl<'a> Reader<'a, '_> {
    fn next(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        let (event, range) = self.events.next()?;
        Some((event, range.start + self.from..range.end + self.from))
    }

    const fn place(&self, range: &Range<usize>) -> Place {
        Place { file: self.file, start: range.start, end: range.end }
    }

    /// The place of the range without the line breaks at its end.
    fn tight(&self, range: &Range<usize>) -> Place {
        let kept = self.text[range.clone()].trim_end().len();
        Place { file: self.file, start: range.start, end: range.start + kept }
    }

    fn refuse(&mut self, range: &Range<usize>, what: &str, instead: &str) {
        let first_line = self.text[range.clone()].lines().next().map_or(0, str::len);
        let place = Place { file: self.file, start: range.start, end: range.start + first_line };
        self.diagnostics.error("C01", place, what, instead);
    }

    fn nodes(&mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::Start(tag) => nodes.extend(self.node(tag, range)),
                Event::Rule => self.refuse(
                    &range,
                    "a line across the page has no meaning here",
                    "leave it out",
                ),
                Event::End(_)
                | Event::Text(_)
                | Event::Code(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::Html(_)
                | Event::InlineHtml(_)
                | Event::FootnoteReference(_)
                | Event::SoftBreak
                | Event::HardBreak
                | Event::TaskListMarker(_) => {}
            }
        }
        nodes
    }

    fn node(&mut self, tag: Tag<'a>, range: Range<usize>) -> Option<Node> {
        match tag {
            Tag::Paragraph => {
                let content = trim(self.inlines(TagEnd::Paragraph));
                Some(Node::Paragraph(content, self.tight(&range)))
            }
            Tag::Heading { level, .. } => {
                self.skip(TagEnd::Heading(level));
                self.heading(level as u8, &range)
            }
            Tag::List(first) => Some(Node::List(self.list(first.is_some(), &range))),
            Tag::Table(_) => Some(Node::Table(self.table(&range))),
            Tag::CodeBlock(CodeBlockKind::Fenced(name)) => {
                Some(Node::Fence(self.fence(&name, &range)))
            }
            Tag::CodeBlock(CodeBlockKind::Indented) => {
                self.skip(TagEnd::CodeBlock);
                self.refuse(
                    &range,
                    "a paragraph that starts with four spaces is program text",
                    "take the spaces away",
                );
                None
            }
            Tag::HtmlBlock => {
                self.skip(TagEnd::HtmlBlock);
                self.refuse(&range, "HTML is not part of the source language", NO_HTML);
                None
            }
            Tag::BlockQuote(kind) => {
                self.skip(TagEnd::BlockQuote(kind));
                self.refuse(
                    &range,
                    "a quotation has no meaning here",
                    "write a paragraph, without `>`",
                );
                None
            }
            tag => {
                self.skip(tag.to_end());
                self.refuse(&range, "this kind of block has no meaning here", NO_HTML);
                None
            }
        }
    }

    fn heading(&mut self, level: u8, range: &Range<usize>) -> Option<Node> {
        let line = &self.text[range.clone()];
        if !line.trim_start().starts_with('#') {
            self.refuse(
                range,
                "a line of `=` or `-` makes the line above a heading",
                "write `## ` before a heading",
            );
            return None;
        }
        let open = line.len() - line.trim_start().trim_start_matches('#').trim_start().len();
        let words = line[open..].trim_end().trim_end_matches('#').trim_end();
        let place = Place {
            file: self.file,
            start: range.start + open,
            end: range.start + open + words.len(),
        };
        Some(Node::Heading(Heading { level, words: words.to_owned(), place }))
    }

    fn list(&mut self, ordered: bool, range: &Range<usize>) -> List {
        let mut points = Vec::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::Start(Tag::Item) => points.push(self.point(&range)),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        List { ordered, points, place: self.tight(range) }
    }

    fn point(&mut self, range: &Range<usize>) -> Point {
        let mut mark = None;
        let mut content = Vec::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::End(TagEnd::Item) => break,
                Event::TaskListMarker(ticked) => mark = Some(ticked),
                // A point with blank lines in it has paragraphs: they are read as one.
                Event::Start(Tag::Paragraph) => {
                    if !content.is_empty() {
                        content.push(Inline::Text(
                            "\n".to_owned(),
                            self.place(&(range.start..range.start)),
                        ));
                    }
                }
                Event::Start(
                    tag @ (Tag::List(_) | Tag::CodeBlock(_) | Tag::Table(_) | Tag::Heading { .. }),
                ) => {
                    self.skip(tag.to_end());
                    self.refuse(
                        &range,
                        "a point of a list holds one line of text",
                        "take the inner block out",
                    );
                }
                event => self.inline(event, range, &mut content),
            }
        }
        Point { mark, content: trim(join_lines(content)), place: self.tight(range) }
    }

    fn table(&mut self, range: &Range<usize>) -> Table {
        let mut head = Vec::new();
        let mut rows = Vec::new();
        let mut row = Vec::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    let content = trim(self.inlines(TagEnd::TableCell));
                    row.push(Cell { content, place: self.tight(&range) });
                }
                Event::End(TagEnd::TableHead) => head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        self.count_cells(range);
        Table { head, rows, place: self.tight(range) }
    }

    /// The Markdown parser fills up and cuts rows without a word; an author wants to know.
    fn count_cells(&mut self, range: &Range<usize>) {
        let mut start = range.start;
        let mut wanted = None;
        for line in self.masked[range.clone()].split_inclusive('\n') {
            let row = line.trim();
            let inner = row.strip_prefix('|').unwrap_or(row);
            let inner = inner.strip_suffix('|').unwrap_or(inner);
            let cells = inner.replace("\\|", "").matches('|').count() + 1;
            let wanted = *wanted.get_or_insert(cells);
            if cells != wanted && !row.is_empty() {
                let place = Place { file: self.file, start, end: start + line.trim_end().len() };
                let what = format!("this row has {cells} cells, the first row {wanted}");
                self.diagnostics.error(
                    "C01",
                    place,
                    what,
                    "write one cell for each column, empty ones too",
                );
            }
            start += line.len();
        }
    }

    fn fence(&mut self, name: &str, range: &Range<usize>) -> Fence {
        let mut inside: Option<Range<usize>> = None;
        while let Some((event, range)) = self.next() {
            match event {
                Event::Text(_) => {
                    inside = Some(inside.map_or(range.start, |it| it.start)..range.end);
                }
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        let inside = inside.unwrap_or(range.end..range.end);
        Fence {
            name: name.trim().to_owned(),
            text: self.text[inside.clone()].to_owned(),
            place: self.place(&inside),
        }
    }

    fn skip(&mut self, end: TagEnd) {
        let mut depth = 0_usize;
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(tag) if tag.to_end() == end => depth += 1,
                Event::End(tag) if tag == end => {
                    if depth == 0 {
                        return;
                    }
                    depth -= 1;
                }
                _ => {}
            }
        }
    }
}
