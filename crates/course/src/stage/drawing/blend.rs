//! Paints that are stirred together, as Kubelka and Munk describe it, in three bands of light: what each paint swallows and what
//! it throws back add up by parts. That is why yellow and blue make green, and all three make brown: nothing here adds light.

use crate::codec::{Decode, DecodeError, Encode, Out, Reader};

/// A pot of paint. Its number is the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pot {
    /// 红
    Red,
    /// 黄
    Yellow,
    /// 蓝
    Blue,
    /// 白
    White,
    /// 黑
    Black,
}

/// What a paint swallows of red, green and blue light, and what it throws back; found by fitting mixtures of school paints.
struct Stuff {
    swallows: [u64; 3],
    scatters: [u64; 3],
}

const STUFF: [Stuff; 5] = [
    Stuff { swallows: [19, 749, 440], scatters: [507, 31, 32] },
    Stuff { swallows: [0, 22, 1349], scatters: [152, 346, 33] },
    Stuff { swallows: [1189, 328, 44], scatters: [24, 75, 263] },
    Stuff { swallows: [0, 0, 1], scatters: [904, 718, 880] },
    Stuff { swallows: [1125, 1038, 1090], scatters: [38, 29, 39] },
];

/// One in the fixed-point numbers of a band.
const ONE: u64 = 1 << 20;
/// The most parts of one pot.
pub const PARTS_MAX: u8 = 9;

impl Pot {
    /// Every pot, with its name in the source.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Red, "red"),
        (Self::Yellow, "yellow"),
        (Self::Blue, "blue"),
        (Self::White, "white"),
        (Self::Black, "black"),
    ];

    /// Its name in the source.
    pub const fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The pot of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|it| it.0)
    }
}

impl Encode for Pot {
    fn encode(&self, out: &mut impl Out) {
        out.byte(*self as u8);
    }
}

impl Decode for Pot {
    fn decode(input: &mut Reader<'_>) -> Self {
        let number = usize::from(input.byte());
        Self::ALL.get(number).map(|it| it.0).unwrap_or_else(|| {
            input.fail(DecodeError::Malformed);
            Self::Red
        })
    }
}

/// So many parts of each pot, in the order of [`Pot::ALL`].
pub type Parts = [u8; 5];

/// The colour of a mixture, 0xRRGGBB; `None` of nothing.
pub fn blended(parts: Parts) -> Option<u32> {
    if parts.iter().all(|it| *it == 0) {
        return None;
    }
    let mut rgb = 0;
    for band in 0..3 {
        let (mut swallows, mut scatters) = (0, 0);
        for (stuff, part) in STUFF.iter().zip(parts) {
            swallows += u64::from(part) * stuff.swallows[band];
            scatters += u64::from(part) * stuff.scatters[band];
        }
        let ratio = swallows * ONE / scatters;
        let back = ONE + ratio - (ratio * ratio + 2 * ratio * ONE).isqrt();
        // Screens show about the root of what is thrown back.
        let shown = (4 * 255 * 255 * back / ONE).isqrt().div_ceil(2);
        rgb = rgb << 8 | shown.min(255) as u32;
    }
    Some(rgb)
}

/// What a colour is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hue {
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
    /// 灰
    Grey,
    /// 黑
    Black,
    /// 白
    White,
}

impl Hue {
    /// Every name of a colour, as in the source, with a colour that is called so.
    pub const ALL: [(Self, &'static str, u32); 11] = [
        (Self::Red, "red", 0xde_242f),
        (Self::Orange, "orange", 0xe5_801f),
        (Self::Yellow, "yellow", 0xff_d61c),
        (Self::Green, "green", 0x41_8b4c),
        (Self::Blue, "blue", 0x19_4ec0),
        (Self::Purple, "purple", 0x65_3671),
        (Self::Pink, "pink", 0xeb_849f),
        (Self::Brown, "brown", 0x87_6538),
        (Self::Grey, "grey", 0x7d_7b7d),
        (Self::Black, "black", 0x21_1e22),
        (Self::White, "white", 0xff_fff9),
    ];

    /// Its name in the source.
    pub const fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The name that is written so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, _)| *known == name).map(|it| it.0)
    }
}

impl Encode for Hue {
    fn encode(&self, out: &mut impl Out) {
        out.byte(*self as u8);
    }
}

impl Decode for Hue {
    fn decode(input: &mut Reader<'_>) -> Self {
        let number = usize::from(input.byte());
        Self::ALL.get(number).map(|it| it.0).unwrap_or_else(|| {
            input.fail(DecodeError::Malformed);
            Self::Red
        })
    }
}

/// Red, green and blue, 0 to 255.
pub const fn bands(rgb: u32) -> [i32; 3] {
    [(rgb >> 16 & 255) as i32, (rgb >> 8 & 255) as i32, (rgb & 255) as i32]
}

/// How light a colour is, 0 to 255.
pub const fn lightness(rgb: u32) -> i32 {
    let [red, green, blue] = bands(rgb);
    (3 * red + 6 * green + blue) / 10
}

/// How far two colours are apart: what the band differs by in which they differ most.
pub fn apart(one: u32, other: u32) -> i32 {
    let pairs = bands(one).into_iter().zip(bands(other));
    pairs.map(|(one, other)| (one - other).abs()).max().unwrap_or(0)
}

/// What a colour is called.
pub fn hue(rgb: u32) -> Hue {
    let [red, green, blue] = bands(rgb);
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    let chroma = most - least;
    if chroma < 24 {
        return match most {
            0..=64 => Hue::Black,
            65..=224 => Hue::Grey,
            _ => Hue::White,
        };
    }
    // Degrees around the wheel, from red over yellow.
    let degrees = if most == red {
        (60 * (green - blue) / chroma + 360) % 360
    } else if most == green {
        60 * (blue - red) / chroma + 120
    } else {
        60 * (red - green) / chroma + 240
    };
    match degrees {
        0..=9 | 331..=360 if least > 100 => Hue::Pink,
        5..=64 if most < 175 => Hue::Brown,
        0..=9 | 339..=360 => Hue::Red,
        10..=41 => Hue::Orange,
        42..=64 => Hue::Yellow,
        65..=182 => Hue::Green,
        183..=238 => Hue::Blue,
        _ => Hue::Purple,
    }
}

#[cfg(test)]
mod tests;
