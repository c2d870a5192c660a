//! The forms in which lessons are given away: one link, and the lines that other sites' pages need.

use stage::words::Locale;

/// Where the site is, and what other sites' pages may load of it. The way in tells it, a line each.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Site {
    /// Its root as it was reached just now, with `/` at the end.
    pub root: String,
    /// Nobody else reaches it there: it is this very computer.
    pub here_only: bool,
    /// The name of embed.js that stays what it is.
    pub script: String,
    /// That script's SHA-256, as the attribute `integrity` has it.
    pub integrity: String,
    /// The address that the build was told, or nothing.
    pub known: String,
}

impl Site {
    /// From the lines in which it is told; what is missing is empty.
    pub fn read(told: &[u8]) -> Self {
        let mut lines = std::str::from_utf8(told).unwrap_or_default().lines();
        let mut next = || lines.next().unwrap_or_default().to_owned();
        let (root, here) = (next(), next());
        let (script, integrity, known) = (next(), next(), next());
        Self { root, here_only: !here.is_empty(), script, integrity, known }
    }

    /// The link to the lesson alone and, at its end, to those that follow.
    pub fn link(&self, lang: Locale, lessons: &[&str]) -> String {
        let Some((first, then)) = lessons.split_first() else { return String::new() };
        let mut link = player(&self.root, lang, first);
        for (at, lesson) in then.iter().enumerate() {
            link.push_str(if at == 0 { "?then=" } else { "," });
            link.push_str(lesson);
        }
        link
    }

    /// Where a site that knows oEmbed hears about a lesson, if the build knew where it would be put.
    pub fn oembed(&self, lang: Locale, lesson: &str) -> Option<String> {
        let known = !self.known.is_empty();
        known.then(|| [&*player(&self.known, lang, lesson), "oembed.json"].concat())
    }

    /// The script that makes lessons of links: once for a whole site.
    pub fn script(&self) -> String {
        let source = attribute(&[&*self.root, &self.script].concat());
        let integrity = attribute(&self.integrity);
        ["<script src=\"", &source, "\" integrity=\"", &integrity, "\" crossorigin defer></script>"]
            .concat()
    }
}

fn player(root: &str, lang: Locale, lesson: &str) -> String {
    [root, lang.tag(), "/m/", lesson, "/"].concat()
}

/// The link that the script makes a lesson of.
pub fn anchor(link: &str, title: &str) -> String {
    ["<a class=\"snowlight\" href=\"", &attribute(link), "\">", &text(title), "</a>"].concat()
}

/// The same in an element of its own. The link in it names the lesson, and stays where such elements are unknown.
pub fn element(link: &str, title: &str) -> String {
    let (link, title) = (attribute(link), text(title));
    ["<snowlight-lesson><a href=\"", &link, "\">", &title, "</a></snowlight-lesson>"].concat()
}

/// A frame, for pages without any script. Its border is said by an attribute of old: style is what sites strip first.
pub fn frame(link: &str, title: &str) -> String {
    let (link, title) = (attribute(link), attribute(title));
    let looks = "\" width=\"100%\" height=\"640\" frameborder=\"0\" loading=\"lazy\" allow=\"autoplay\"></iframe>";
    ["<iframe src=\"", &link, "\" title=\"", &title, looks].concat()
}

/// An address as one reads and types it.
pub fn readable(link: &str) -> &str {
    link.split_once("//").map_or(link, |(_, rest)| rest)
}

/// What stands between quotes in HTML.
fn attribute(words: &str) -> String {
    escaped(words, true)
}

/// What stands between elements in HTML.
fn text(words: &str) -> String {
    escaped(words, false)
}

fn escaped(words: &str, quoted: bool) -> String {
    let mut out = String::new();
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if quoted => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
    out
}
