//! Hides from the Markdown parser what is not Markdown, byte for byte, so that places stay true.

/// `text` with the same length in bytes, in which these no longer look like Markdown: `___`, what stands between
/// braces, a `*` that opens a point, and the condition behind `when`.
pub(super) fn mask(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_generators = false;
    for line in text.split_inclusive('\n') {
        if line.starts_with("# ") {
            in_generators = line.trim_end() == "# Generators";
        }
        mask_line(line, in_generators, &mut out);
    }
    out
}

fn mask_line(line: &str, in_generators: bool, out: &mut String) {
    let start = out.len();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let taken = if rest.starts_with("___") {
            // As long in bytes, and a letter to Markdown: neither a rule nor emphasis.
            out.push('\u{e000}');
            3
        } else if c == '{'
            && let Some(end) = rest.find('}')
        {
            out.push('{');
            out.extend(std::iter::repeat_n('a', end - 1));
            out.push('}');
            end + 1
        } else if in_generators && rest.starts_with(" when ") {
            let end = rest.find(" ::").unwrap_or(rest.trim_end().len()).max(" when ".len());
            out.push_str(" when ");
            out.extend(std::iter::repeat_n('a', end - " when ".len()));
            end
        } else {
            out.push(c);
            c.len_utf8()
        };
        rest = &rest[taken..];
    }
    mask_star(start, out);
}

/// `- * :: …` and `- [ ] * :: …`: the `*` would open a list within the list.
fn mask_star(start: usize, out: &mut String) {
    let line = &out[start..];
    let Some(point) = line.trim_start().strip_prefix("- ") else { return };
    let head = point.trim_start();
    let head = head.strip_prefix("[ ]").unwrap_or(head).trim_start();
    if head.starts_with("* ") || head.trim_end() == "*" {
        let at = out.len() - head.len();
        out.replace_range(at..=at, "a");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_keeps_its_place() {
        let text = "# Generators\n- [ ] {a <b} when b < 苹 :: 分\n___\n- * :: x\n";
        let masked = mask(text);
        assert_eq!(masked.len(), text.len());
        assert_eq!(masked, "# Generators\n- [ ] {aaaa} when aaaaaaa :: 分\n\u{e000}\n- a :: x\n");
    }
}
