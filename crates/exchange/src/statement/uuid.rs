//! Names of statements: the same event has the same name whenever and wherever it is told, so that it counts once.

use course::digits::hex;
use course::rng::derive;
use learning::event::EventId;

/// A UUID in the layout of version 4, which every store takes. It is drawn not by chance but from the event's name, whose writer is; of
/// several statements of one event each has its own.
pub(super) fn uuid(id: EventId, verb: &str) -> String {
    let name = [&id.seq.to_le_bytes()[..], verb.as_bytes()].concat();
    let [high, low] = [b"high", b"low."].map(|half| derive(derive(id.writer, half), &name));
    let high = high & !0xf000 | 0x4000;
    let low = low & !(3 << 62) | 2 << 62;
    let digits = [high, low].map(|it| {
        let short = hex(it);
        ["0000000000000000".get(short.len()..).unwrap_or_default(), &short].concat()
    });
    let [high, low] = digits.each_ref().map(String::as_str);
    [&high[..8], "-", &high[8..12], "-", &high[12..], "-", &low[..4], "-", &low[4..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_same_for_ever() {
        let id = EventId { writer: 0x1f, seq: 1 };
        assert_eq!(uuid(id, "answered"), "5626131c-dd37-46d7-9de6-9f3f1535493d");
    }

    #[test]
    fn each_its_own_and_of_the_fourth_version() {
        let mut seen = HashSet::new();
        for writer in [0, 1, 2, u64::MAX] {
            for seq in (0..500).chain([u32::MAX]) {
                for verb in ["initialized", "answered", "completed", "passed"] {
                    let uuid = uuid(EventId { writer, seq }, verb);
                    let lengths: Vec<usize> = uuid.split('-').map(str::len).collect();
                    assert_eq!(lengths, [8, 4, 4, 4, 12], "{uuid}");
                    assert!(uuid.bytes().all(|it| b"-0123456789abcdef".contains(&it)), "{uuid}");
                    assert!(uuid[14..].starts_with('4') && b"89ab".contains(&uuid.as_bytes()[19]));
                    assert!(seen.insert(uuid));
                }
            }
        }
    }
}
