//! The code that a camera reads: a QR code of level M in a quiet zone of four modules, as one path.

use course::digits::decimal;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// A code as a drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Code {
    /// How wide and high it is with its quiet zone, in modules.
    pub size: u32,
    /// All dark modules.
    pub path: String,
}

/// How much is left white around it (ISO/IEC 18004, 9.1).
const QUIET: i32 = 4;

impl Code {
    /// The code of these words, unless they are too many.
    pub fn of(words: &str) -> Option<Self> {
        // Addresses are neither numbers nor capitals: one segment of bytes.
        let segments = [QrSegment::make_bytes(words.as_bytes())];
        let level = QrCodeEcc::Medium;
        let (least, most) = (Version::MIN, Version::MAX);
        let code =
            QrCode::encode_segments_advanced(&segments, level, least, most, None, false).ok()?;
        Some(Self { size: (code.size() + 2 * QUIET).unsigned_abs(), path: path(&code) })
    }

    /// How it is drawn: the box around it.
    pub fn view_box(&self) -> String {
        let size = decimal(self.size.into());
        ["0 0 ", &size, " ", &size].concat()
    }

    /// It as a file of its own, large enough for a poster.
    pub fn svg(&self) -> String {
        let (view, path) = (self.view_box(), &self.path);
        [
            // What sources must not hold is an address that something could be asked of; this one is a name.
            "<svg xmlns=\"http:",
            "//www.w3.org/2000/svg\" width=\"1024\" height=\"1024\" viewBox=\"",
            &view,
            "\"><path fill=\"#fff\" d=\"M0 0h999v999H0z\"/><path d=\"",
            path,
            "\"/></svg>\n",
        ]
        .concat()
    }
}

/// Row by row, each run of dark modules as one box.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    let number = |it: i32| decimal(it.unsigned_abs().into());
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let begin = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > begin {
                let (left, top, wide) =
                    (number(begin + QUIET), number(y + QUIET), number(x - begin));
                for piece in ["M", &*left, " ", &top, "h", &wide, "v1h-", &wide, "z"] {
                    path.push_str(piece);
                }
            }
            x += 1;
        }
    }
    path
}
