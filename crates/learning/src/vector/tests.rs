use super::*;
use course::codec::{from_bytes, to_bytes};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// One record a name.
fn vector(ids: &BTreeSet<(u64, u32)>) -> Vector {
    let bytes: Vec<[u8; 9]> = ids.iter().map(|(writer, seq)| bytes(*writer, *seq)).collect();
    let names = ids.iter().map(|(writer, seq)| EventId { writer: *writer, seq: *seq });
    Vector::of(names.map(Some).zip(bytes.iter().map(<[u8; 9]>::as_slice)))
}

fn bytes(writer: u64, seq: u32) -> [u8; 9] {
    (u128::from(writer) << 32 | u128::from(seq)).to_le_bytes()[..9].try_into().expect("nine")
}

fn ids() -> impl Strategy<Value = BTreeSet<(u64, u32)>> {
    let seq = prop_oneof![0_u32..12, u32::MAX - 2..=u32::MAX];
    prop::collection::btree_set((0_u64..4, seq), 0..30)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn holds_what_it_was_made_of(ids in ids(), others in ids()) {
        let vector = vector(&ids);
        prop_assert_eq!(vector.count as usize, ids.len());
        for (writer, seq) in ids.union(&others) {
            let id = EventId { writer: *writer, seq: *seq };
            prop_assert_eq!(vector.holds(id), ids.contains(&(*writer, *seq)));
        }
        prop_assert_eq!(from_bytes::<Vector>(&to_bytes(&vector)), Ok(vector));
    }

    #[test]
    fn equal_only_if_the_events_are(ids in ids(), others in ids()) {
        let (one, other) = (vector(&ids), vector(&others));
        prop_assert_eq!(one == other, ids == others);
        prop_assert_eq!(one.digest == other.digest, ids == others);
        prop_assert_eq!(Code::of(&one) == Code::of(&other), ids == others);
    }

    #[test]
    fn together_they_hold_what_either_does(ids in ids(), others in ids()) {
        let both = vector(&ids.union(&others).copied().collect());
        let (one, other) = (vector(&ids), vector(&others));
        prop_assert_eq!(one.with(&other, both.count, both.digest), both);
    }

    #[test]
    fn any_bytes_are_a_vector_or_refused(bytes in prop::collection::vec(0_u8..6, 0..20)) {
        if let Ok(vector) = from_bytes::<Vector>(&bytes) {
            prop_assert_eq!(to_bytes(&vector), bytes);
        }
    }

    #[test]
    fn a_code_is_read_as_it_is_written_or_typed(ids in ids()) {
        let code = Code::of(&vector(&ids));
        let text = code.text();
        prop_assert_eq!((text.len(), code.count()), (14, ids.len() as u64));
        prop_assert_eq!(Code::read(&text), Ok(code));
        let typed = text.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        prop_assert_eq!(Code::read(&typed), Ok(code));
        let known = [Vector::default(), vector(&ids)];
        prop_assert_eq!(code.among(&known), Some(&vector(&ids)));
    }

    #[test]
    fn a_slip_is_noticed(ids in ids(), at in 0_usize..12, to in 0_usize..32) {
        let text: Vec<char> = Code::of(&vector(&ids)).text().replace('-', "").chars().collect();
        let sign = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().nth(to).expect("a sign");
        let mut wrong = text.clone();
        wrong[at] = sign;
        // 0 and Z count the same: nothing else does.
        let same = text[at] == sign || (at < 11 && ['0', 'Z'].contains(&sign) && ['0', 'Z'].contains(&text[at]));
        let read = |signs: &[char]| Code::read(&signs.iter().collect::<String>());
        prop_assert_eq!(read(&wrong).is_ok(), same);
        let mut swapped = text.clone();
        swapped.swap(at.min(9), at.min(9) + 1);
        let alike = |sign: char| if sign == 'Z' { '0' } else { sign };
        let same = alike(text[at.min(9)]) == alike(text[at.min(9) + 1]);
        prop_assert_eq!(read(&swapped).is_ok(), same);
    }

    #[test]
    fn whatever_is_typed(typed: String) {
        let _ = Code::read(&typed);
    }
}

#[test]
fn other_bytes_under_one_name_are_told_apart() {
    let id = EventId { writer: 1, seq: 0 };
    let of = |records: &[(Option<EventId>, &'static [u8])]| Vector::of(records.iter().copied());
    let (one, other) = (of(&[(Some(id), b"a")]), of(&[(Some(id), b"b")]));
    assert!(one.holds(id) && other.holds(id) && one.digest != other.digest);
    let nameless = of(&[(None, b"c"), (Some(id), b"a")]);
    assert!(Code::of(&nameless) != Code::of(&one));
}

#[test]
fn no_code_and_a_mistyped_one_are_told_apart() {
    let text = Code::of(&Vector::default()).text();
    assert_eq!(text, "0000-0000-0000");
    assert_eq!(Code::read(""), Err(CodeError::NoCode));
    assert_eq!(Code::read("0000-0000-000"), Err(CodeError::NoCode));
    assert_eq!(Code::read("0000-0000-0000-0"), Err(CodeError::NoCode));
    assert_eq!(Code::read("0000-0000-000U"), Err(CodeError::NoCode));
    assert_eq!(Code::read("0000-0000-0001"), Err(CodeError::Mistyped));
}
