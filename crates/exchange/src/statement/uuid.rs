//! Names of statements: the same event has the same name whenever and wherever it is told, so that it counts once.

use course::digits::hex;
use course::rng::derive;
use learning::event::EventId;

/// A UUID in the layout of version 4, which every store takes. It is drawn not by chance but from the event's name, whose writer is; of
/// several statements of one event each has its own.
pub(super) fn uuid(id: EventId, verb: &str) -> String {
    let half = |half: &[u8]| {
        let seed = derive(derive(id.writer, half), verb.as_bytes());
        derive(seed, &id.seq.to_le_bytes())
    };
    let high = half(b"high") & !0xf000 | 0x4000;
    let low = half(b"low") & !(3 << 62) | 2 << 62;
    let mut out = String::new();
    for digit in (0..32).rev() {
        if matches!(digit, 11 | 15 | 19 | 23) {
            out.push('-');
        }
        let number = if digit < 16 { low } else { high };
        out.push_str(&hex(number >> (digit % 16 * 4) & 15));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_same_for_ever() {
        let id = EventId { writer: 0x1f, seq: 1 };
        assert_eq!(uuid(id, "answered"), "88d9246e-8df8-4a8a-8992-6e8a58ffed47");
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
