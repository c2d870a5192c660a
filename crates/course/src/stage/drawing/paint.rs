//! The paints of the palette: few, named, and told apart without seeing colours by their names.

use crate::codec::{Decode, DecodeError, Encode, Out, Reader};
use crate::codec_enum;

/// A paint of the palette. Its number is the format: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// 黑
    Black,
    /// 白
    White,
    /// 灰
    Grey,
    /// 红
    Red,
    /// 橙
    Orange,
    /// 黄
    Yellow,
    /// 绿
    Green,
    /// 蓝
    Blue,
    /// 紫
    Purple,
    /// 粉红
    Pink,
    /// 棕
    Brown,
    /// 天蓝
    Sky,
    /// 青
    Teal,
}

/// What a paint feels like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// As black, white and grey.
    Neutral,
    /// As fire.
    Warm,
    /// As water.
    Cool,
}

codec_enum!(Family { 0 => Neutral, 1 => Warm, 2 => Cool });

impl Paint {
    /// Every paint, with its name in the source, its colour and its family.
    pub const ALL: [(Self, &'static str, u32, Family); 13] = [
        (Self::Black, "black", 0x1e_1e22, Family::Neutral),
        (Self::White, "white", 0xff_ffff, Family::Neutral),
        (Self::Grey, "grey", 0x8d_8d93, Family::Neutral),
        (Self::Red, "red", 0xde_242f, Family::Warm),
        (Self::Orange, "orange", 0xf0_8a24, Family::Warm),
        (Self::Yellow, "yellow", 0xff_d61c, Family::Warm),
        (Self::Green, "green", 0x3f_9b4b, Family::Cool),
        (Self::Blue, "blue", 0x19_4ec0, Family::Cool),
        (Self::Purple, "purple", 0x7a_3f98, Family::Cool),
        (Self::Pink, "pink", 0xf0_8fb0, Family::Warm),
        (Self::Brown, "brown", 0x8a_5a2b, Family::Warm),
        (Self::Sky, "sky", 0x8c_c4ee, Family::Cool),
        (Self::Teal, "teal", 0x1f_a5a0, Family::Cool),
    ];

    /// Its name in the source.
    pub const fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// 0xRRGGBB.
    pub const fn rgb(self) -> u32 {
        Self::ALL[self as usize].2
    }

    /// What it feels like.
    pub const fn family(self) -> Family {
        Self::ALL[self as usize].3
    }

    /// The paint of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, ..)| *known == name).map(|it| it.0)
    }

    /// The paint of this number.
    pub fn numbered(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).map(|it| it.0)
    }
}

impl Encode for Paint {
    fn encode(&self, out: &mut impl Out) {
        out.byte(*self as u8);
    }
}

impl Decode for Paint {
    fn decode(input: &mut Reader<'_>) -> Self {
        let number = input.byte();
        Self::numbered(number).unwrap_or_else(|| {
            input.fail(DecodeError::Malformed);
            Self::Black
        })
    }
}

impl Family {
    /// The other one of warm and cool.
    pub const fn other(self) -> Self {
        match self {
            Self::Neutral => Self::Neutral,
            Self::Warm => Self::Cool,
            Self::Cool => Self::Warm,
        }
    }

    /// The family of this name in the source.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "warm" => Some(Self::Warm),
            "cool" => Some(Self::Cool),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paint_is_where_its_number_says() {
        for (at, (paint, name, ..)) in Paint::ALL.into_iter().enumerate() {
            assert_eq!(paint as usize, at, "{name}");
            assert_eq!(Paint::named(name), Some(paint));
        }
    }
}
