//! What is written comes back, and no bytes do harm.

use super::*;
use proptest::prelude::*;

proptest! {
    #[test]
    fn numbers_and_texts_come_back(a: u64, b: i64, text: String, list: Vec<u32>, some: Option<bool>) {
        let bytes = to_bytes(&((a, b), ((text.clone(), list.clone()), some)));
        prop_assert_eq!(from_bytes(&bytes), Ok(((a, b), ((text, list), some))));
    }

    #[test]
    fn any_bytes_decode_or_fail_without_a_panic(bytes: Vec<u8>) {
        let _ = from_bytes::<Vec<(String, Option<i64>)>>(&bytes);
    }
}

#[test]
fn a_length_past_the_end_is_refused_before_memory_is_taken() {
    let bytes = [0xff, 0xff, 0xff, 0xff, 0x0f];
    assert_eq!(from_bytes::<Vec<u8>>(&bytes), Err(DecodeError::CutShort));
    assert_eq!(from_bytes::<u8>(&[1, 2]), Err(DecodeError::Malformed));
}
