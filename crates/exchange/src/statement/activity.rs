//! What a statement is about: the lesson, or an item of it, each by its address.

use super::response::Form;
use learning::json::Json;

const LESSON: &str = "http://adlnet.gov/expapi/activities/lesson";
const INTERACTION: &str = "http://adlnet.gov/expapi/activities/cmi.interaction";

/// A lesson and its items.
pub(super) struct Activities<'a> {
    /// The lesson's address, without what only says how to show it.
    url: &'a str,
}

impl<'a> Activities<'a> {
    /// Those of the lesson at `url`.
    pub(super) fn of(url: &'a str) -> Self {
        let end = url.bytes().position(|it| it == b'?' || it == b'#');
        let url = &url[..end.unwrap_or(url.len())];
        Self { url: url.strip_suffix("index.html").unwrap_or(url) }
    }

    /// As `ma-03`: the end of its address.
    pub(super) fn lesson(&self) -> &'a str {
        let path = self.url.strip_suffix('/').unwrap_or(self.url);
        let start = path.bytes().rposition(|it| it == b'/').map_or(0, |it| it + 1);
        &path[start..]
    }

    pub(super) fn write_lesson(&self, json: &mut Json) {
        json.named("id");
        json.quoted(self.url);
        json.raw(",\"definition\":");
        json.named("type");
        json.quoted(LESSON);
        json.raw("}}");
    }

    /// An item; without a form nothing is known of how it is answered, and nothing is said.
    pub(super) fn write_item(&self, json: &mut Json, item: &str, form: Option<Form>) {
        json.named("id");
        json.quoted(&fragment(self.url, item));
        if let Some(form) = form {
            json.raw(",\"definition\":");
            json.named("type");
            json.quoted(INTERACTION);
            json.text("interactionType", form.name());
            json.raw("}");
        }
        json.raw("}");
    }
}

/// `url` with `item` as it may stand behind it. Ids of ours stay as they are; in what somebody made up anything may stand.
fn fragment(url: &str, item: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::from(url);
    out.push('#');
    for byte in item.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(DIGITS[usize::from(byte >> 4)]));
            out.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_is_the_end_of_its_address() {
        let cases = [
            ("https://lessons.example/en/m/ma-03/", "https://lessons.example/en/m/ma-03/"),
            ("https://lessons.example/en/m/ma-03/?seed=7#x", "https://lessons.example/en/m/ma-03/"),
            ("http://a.example/s/en/ma/ma-03/index.html", "http://a.example/s/en/ma/ma-03/"),
            ("https://lessons.example/en/m/ma-03", "https://lessons.example/en/m/ma-03"),
        ];
        for (url, id) in cases {
            let activities = Activities::of(url);
            assert_eq!((activities.url, activities.lesson()), (id, "ma-03"), "{url}");
        }
        assert_eq!(Activities::of("").lesson(), "");
    }

    #[test]
    fn no_item_breaks_an_address() {
        assert_eq!(fragment("/", "g.add10"), "/#g.add10");
        assert_eq!(fragment("/", "a b#\"十"), "/#a%20b%23%22%E5%8D%81");
    }
}
