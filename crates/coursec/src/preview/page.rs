//! HTML that is always well-formed: text is escaped, elements are closed.

/// A piece of a page.
#[derive(Default)]
pub struct Html(String);

impl Html {
    /// Words, escaped.
    pub fn text(words: &str) -> Self {
        let escaped = words
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('"', "&quot;");
        Self(escaped)
    }

    /// An element with attributes and what is in it.
    pub fn element(name: &str, attributes: &[(&str, &str)], inside: Self) -> Self {
        let mut out = format!("<{name}");
        for (key, value) in attributes {
            out.push_str(&format!(" {key}=\"{}\"", Self::text(value).0));
        }
        Self(format!("{out}>{}</{name}>", inside.0))
    }

    /// An element with a class.
    pub fn of(name: &str, class: &str, inside: Self) -> Self {
        Self::element(name, &[("class", class)], inside)
    }

    /// Pieces one behind the other.
    pub fn join(pieces: impl IntoIterator<Item = Self>) -> Self {
        Self(pieces.into_iter().map(|piece| piece.0).collect())
    }

    /// The whole page.
    pub fn page(lang: &str, title: &str, body: Self) -> String {
        let title = Self::text(title).0;
        let style = include_str!("sheet.css");
        format!(
            "<!doctype html>\n<html lang=\"{lang}\"><meta charset=\"utf-8\"><meta name=\"viewport\" \
             content=\"width=device-width\"><title>{title}</title><style>{style}</style>\n<body>{}</body></html>\n",
            body.0
        )
    }
}
