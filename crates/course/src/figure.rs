//! Figures that generators name: a closed set, laid out in whole numbers from whole numbers.

use crate::generator::Number;
use crate::picture::Drawing;
use crate::text::Text;
use crate::{codec_enum, codec_struct};

mod layout;

/// A figure, its numbers, and the words for who cannot see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Which figure.
    pub kind: FigureKind,
    /// What it shows; how many numbers is fixed by the kind.
    pub numbers: Vec<Number>,
    /// The picture that stands for one thing, where the kind shows things.
    pub picture: Option<u16>,
    /// The words for it, without the answer.
    pub alt: Text,
}

codec_struct!(Figure { kind, numbers, picture, alt });

/// The closed set of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureKind {
    /// Ten-frames with `a` counters of the first kind, then `b` of the second. Past ten in all each kind has a frame of
    /// its own; `c` of the second have gone over to fill the first.
    TenFrame,
    /// `a` things in rows of `b`.
    Rows,
    /// `a` things scattered; `b` fixes where; `c` (0–100) how far apart.
    Scatter,
    /// A bar of `a` and `b` and the whole `c`, their sum if left out; what is below 0 is drawn as unknown, with the
    /// length of its amount.
    Bar,
    /// A number line from `a` to `b` with a mark every `c`; each later number is where the next jump lands.
    NumberLine,
    /// `a` bundles of ten sticks and `b` single ones.
    Sticks,
    /// Two rows of things to compare: `a` above, `b` below; `c` the spread of the upper row, `d` of the lower one.
    Compare,
}

codec_enum!(FigureKind {
    0 => TenFrame, 1 => Rows, 2 => Scatter, 3 => Bar, 4 => NumberLine, 5 => Sticks, 6 => Compare,
});

impl FigureKind {
    /// Every kind, with its name in the source and the fewest and most numbers it takes.
    pub const ALL: [(Self, &'static str, usize, usize); 7] = [
        (Self::TenFrame, "ten-frame", 1, 3),
        (Self::Rows, "rows", 2, 2),
        (Self::Scatter, "scatter", 2, 3),
        (Self::Bar, "bar", 2, 3),
        (Self::NumberLine, "number-line", 3, 9),
        (Self::Sticks, "sticks", 2, 2),
        (Self::Compare, "compare", 2, 4),
    ];
}

impl Figure {
    /// The shapes of a filled figure; empty if its numbers are out of the range that can be drawn.
    pub fn drawing(&self) -> Drawing {
        let numbers: Vec<i64> = self.numbers.iter().map_while(Number::as_whole).collect();
        if numbers.len() < self.numbers.len() {
            return Drawing::default();
        }
        layout::draw(self.kind, &numbers, self.picture).unwrap_or_default()
    }
}
