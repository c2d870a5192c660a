//! A page of the manual: prose, and examples of sources with their outcome.

/// A page, cut at the outcomes.
pub struct Page {
    /// In order.
    pub examples: Vec<Example>,
    /// What follows the last outcome.
    rest: String,
}

/// Some sources and what comes of them.
pub struct Example {
    /// Everything before the outcome, as written.
    before: String,
    /// The sources among it.
    pub sources: Vec<Source>,
    /// What the page says will come of them.
    pub outcome: String,
    /// Where the outcome starts.
    pub line: usize,
}

/// A fenced block.
pub struct Source {
    /// `item`, `card`, `generator`, `lesson`, `translation`, …
    pub kind: String,
    /// Its lines.
    pub text: String,
}

/// Blocks have fences of four backquotes, since sources have some of three.
const FENCE: &str = "````";

pub fn parse(text: &str) -> Page {
    let mut page = Page { examples: Vec::new(), rest: String::new() };
    let mut before = String::new();
    let mut sources = Vec::new();
    let mut lines = text.split_inclusive('\n').enumerate();
    while let Some((number, line)) = lines.next() {
        let Some(kind) = line.strip_prefix(FENCE).map(str::trim) else {
            before.push_str(line);
            continue;
        };
        let block: String = lines
            .by_ref()
            .map(|(_, line)| line)
            .take_while(|line| line.trim_end() != FENCE)
            .collect();
        if kind == "outcome" {
            let (before, sources) = (std::mem::take(&mut before), std::mem::take(&mut sources));
            page.examples.push(Example { before, sources, outcome: block, line: number + 1 });
        } else {
            before.push_str(&format!("{FENCE}{kind}\n{block}{FENCE}\n"));
            sources.push(Source { kind: kind.to_owned(), text: block });
        }
    }
    page.rest = before;
    page
}

impl Page {
    /// The page with the outcomes that its examples now have.
    pub fn write(&self) -> String {
        let blocks = self.examples.iter();
        let blocks =
            blocks.map(|it| format!("{}{FENCE}outcome\n{}{FENCE}\n", it.before, it.outcome));
        blocks.chain([self.rest.clone()]).collect()
    }
}
