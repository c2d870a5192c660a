//! Runs of text within a block.

use super::{NO_HTML, Reader};
use crate::diagnostic::Place;
use crate::inline::{Image, Inline, join_lines, trim};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;

impl<'a> Reader<'a, '_> {
    pub(super) fn inlines(&mut self, end: TagEnd) -> Vec<Inline> {
        let mut content = Vec::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::End(tag) if tag == end => break,
                event => self.inline(event, range, &mut content),
            }
        }
        join_lines(content)
    }

    pub(super) fn inline(&mut self, event: Event<'a>, range: Range<usize>, out: &mut Vec<Inline>) {
        match event {
            Event::Text(words) => self.words(&words, &range, out),
            Event::Code(_) => {
                let (inner, place) = self.within(&range, '`');
                out.push(Inline::Code(inner, place));
            }
            Event::InlineMath(_) => {
                let (inner, place) = self.within(&range, '$');
                out.push(Inline::Math(inner, place));
            }
            Event::DisplayMath(_) => {
                self.refuse(
                    &range,
                    "a formula on its own line has no meaning here",
                    "write `$…$` with single signs",
                );
            }
            Event::SoftBreak | Event::HardBreak => {
                out.push(Inline::Text("\n".to_owned(), self.place(&range)))
            }
            Event::Start(Tag::Strong) => out.push(Inline::Strong(self.inlines(TagEnd::Strong))),
            Event::Start(Tag::Emphasis) => {
                out.push(Inline::Emphasis(self.inlines(TagEnd::Emphasis)))
            }
            Event::Start(Tag::Image { link_type, .. }) => {
                let alt = self.inlines(TagEnd::Image);
                out.extend(self.image(link_type, alt, &range));
            }
            Event::Start(Tag::Link { .. }) => {
                out.extend(self.inlines(TagEnd::Link));
                self.refuse(&range, "links have no meaning here", "write the words alone");
            }
            Event::Html(_) | Event::InlineHtml(_) => {
                self.refuse(&range, "HTML is not part of the source language", NO_HTML);
            }
            Event::Start(_)
            | Event::End(_)
            | Event::FootnoteReference(_)
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
    }

    /// Adds words, joined to the run before if they stand next to it in the source.
    fn words(&self, words: &str, range: &Range<usize>, out: &mut Vec<Inline>) {
        // Masked words are taken from the source; a character entity or an escape is taken as parsed.
        let as_written = &self.text[range.clone()];
        let verbatim = words == &self.masked[range.clone()];
        let words = if verbatim { as_written } else { words };
        if let Some(Inline::Text(before, place)) = out.last_mut()
            && verbatim
            && place.end == range.start
            && before.len() == place.end - place.start
            && before != "\n"
        {
            before.push_str(words);
            place.end = range.end;
        } else {
            out.push(Inline::Text(words.to_owned(), self.place(range)));
        }
    }

    fn within(&self, range: &Range<usize>, mark: char) -> (String, Place) {
        let whole = &self.text[range.clone()];
        let open = whole.len() - whole.trim_start_matches(mark).len();
        let inner = whole.trim_matches(mark);
        let blank = inner.len() - inner.trim_start().len();
        let inner = inner.trim();
        let start = range.start + open + blank;
        (inner.replace('\n', " "), Place { file: self.file, start, end: start + inner.len() })
    }

    fn image(
        &mut self,
        link_type: LinkType,
        alt: Vec<Inline>,
        range: &Range<usize>,
    ) -> Option<Inline> {
        let whole = &self.text[range.clone()];
        let masked = &self.masked[range.clone()];
        let open = masked.rfind("](").filter(|_| matches!(link_type, LinkType::Inline));
        let Some((open, target)) =
            open.and_then(|at| Some((at + 2, whole.get(at + 2..whole.len().checked_sub(1)?)?)))
        else {
            self.refuse(
                range,
                "a picture has its target in brackets",
                "write `![words](icon:name)`",
            );
            return None;
        };
        let start = range.start + open;
        Some(Inline::Image(Image {
            alt: trim(alt),
            target: target.to_owned(),
            target_place: Place { file: self.file, start, end: start + target.len() },
            place: self.place(range),
        }))
    }
}
