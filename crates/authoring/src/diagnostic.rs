//! What an author is told: where, what is wrong, and what to write instead.

/// A stretch of one of the files that were handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file's place in the list of files.
    pub file: usize,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

impl Place {
    /// Part of this place: `start` and `end` count from its first byte. Where what stands here was filled in from
    /// elsewhere, and so may be longer, it ends with the place.
    pub(crate) fn part(self, start: usize, end: usize) -> Self {
        let within = |at: usize| (self.start + at).min(self.end);
        Self { file: self.file, start: within(start), end: within(end) }
    }

    /// From the start of this place to the end of `other`, if that comes later in the same file.
    pub(crate) fn to(self, other: Self) -> Self {
        let later = self.file == other.file && other.end > self.end;
        if later { Self { end: other.end, ..self } } else { self }
    }

    /// The place without a part of a character at its ends.
    fn snapped(self, text: &str) -> Self {
        let snap = |at: usize| {
            (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
        };
        Self { start: snap(self.start), end: snap(self.end), ..self }
    }
}

/// Whether a pack can be made in spite of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// No.
    Error,
    /// Yes, but the number of warnings may only go down.
    Warning,
}

/// Something to tell an author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where.
    pub place: Place,
    /// How bad.
    pub severity: Severity,
    /// The check that found it, as `C02`.
    pub code: &'static str,
    /// What is wrong.
    pub what: String,
    /// What to write instead.
    pub instead: String,
}

/// Diagnostics as they are found.
#[derive(Debug, Default)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Notes an error.
    pub fn error(
        &mut self,
        code: &'static str,
        place: Place,
        what: impl Into<String>,
        instead: impl Into<String>,
    ) {
        let (what, instead) = (what.into(), instead.into());
        self.0.push(Diagnostic { place, severity: Severity::Error, code, what, instead });
    }

    /// Notes a warning.
    pub fn warning(
        &mut self,
        code: &'static str,
        place: Place,
        what: impl Into<String>,
        instead: impl Into<String>,
    ) {
        let (what, instead) = (what.into(), instead.into());
        self.0.push(Diagnostic { place, severity: Severity::Warning, code, what, instead });
    }

    /// Whether an error was noted.
    pub(crate) fn has_errors(&self) -> bool {
        self.0.iter().any(|it| it.severity == Severity::Error)
    }

    /// Adds what was noted about a translation, without what was already said of its base file.
    pub(crate) fn adopt(&mut self, translation: Self) {
        let known: Vec<(&str, String)> =
            self.0.iter().map(|it| (it.code, it.what.clone())).collect();
        let new = |it: &Diagnostic| {
            !known.iter().any(|(code, what)| *code == it.code && *what == it.what)
        };
        self.0.extend(translation.0.into_iter().filter(new));
    }

    /// With places that begin and end between characters of `files`.
    pub(crate) fn snapped(mut self, files: &[(String, String)]) -> Self {
        for it in &mut self.0 {
            let text = files.get(it.place.file).map_or("", |(_, text)| text);
            it.place = it.place.snapped(text);
        }
        self
    }

    /// All of them in the order of files and places, each once.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        // A mistake in a family's template is met once a row, and one in a base file once a language.
        self.0.sort_by(|a, b| a.place.cmp(&b.place).then_with(|| a.what.cmp(&b.what)));
        self.0.dedup();
        self.0
    }
}

/// Line and column of a byte of `text`, both from 1, columns in characters.
pub fn line_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at.min(text.len())).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}
