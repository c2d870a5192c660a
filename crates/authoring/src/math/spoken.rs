//! How a voice says a formula: words, not signs for the voice to guess at.

use course::text::MathNode;

/// The formula in words of the language of `locale`: Chinese, else English.
pub(super) fn say(nodes: &[MathNode], locale: &str) -> String {
    let voice = if locale.starts_with("zh") { Voice::Chinese } else { Voice::English };
    voice.row(nodes)
}

#[derive(Clone, Copy, PartialEq)]
enum Voice {
    English,
    Chinese,
}

impl Voice {
    const fn pick<T: Copy>(self, english: T, chinese: T) -> T {
        match self {
            Self::English => english,
            Self::Chinese => chinese,
        }
    }

    fn row(self, nodes: &[MathNode]) -> String {
        let mut said: Vec<String> = Vec::new();
        let mut rest = nodes;
        while let Some((node, after)) = rest.split_first() {
            let before = nodes.len() - rest.len();
            rest = after;
            let words = match (node, after) {
                (MathNode::Number(number), [MathNode::Operator(sign), ..])
                    if sign == "%" && self == Self::Chinese =>
                {
                    rest = &after[1..];
                    format!("百分之{number}")
                }
                (MathNode::Number(whole), [MathNode::Fraction(above, below), ..]) => {
                    rest = &after[1..];
                    let part = self.fraction(above, below);
                    self.pick(
                        format!("{whole} and {part}").as_str(),
                        format!("{whole}又{part}").as_str(),
                    )
                    .to_owned()
                }
                (MathNode::Operator(sign), _) => {
                    self.sign(sign, before.checked_sub(1).map(|at| &nodes[at]), nodes).to_owned()
                }
                _ => self.node(node),
            };
            if !words.trim().is_empty() {
                said.push(words);
            }
        }
        said.join(self.pick(" ", ""))
    }

    fn node(self, node: &MathNode) -> String {
        match node {
            MathNode::Number(number) => number.clone(),
            MathNode::Operator(sign) => self.sign(sign, None, &[]).to_owned(),
            MathNode::Identifier(name) => match name.as_str() {
                "□" => self.pick("what", "几").to_owned(),
                "π" => self.pick("pi", "派").to_owned(),
                _ => name.clone(),
            },
            MathNode::Words(words) => self.unit(words.trim()).to_owned(),
            MathNode::Row(nodes) => self.row(nodes),
            MathNode::Fraction(above, below) => self.fraction(above, below),
            MathNode::Power(base, exponent) => self.power(base, exponent),
            MathNode::Index(base, index) => {
                format!("{}{}{}", self.row(base), self.pick(" ", ""), self.row(index))
            }
            MathNode::Root(inside) => {
                format!("{}{}", self.pick("the square root of ", "根号"), self.row(inside))
            }
        }
    }

    /// `before` is what stands before the sign: a minus after nothing or after another sign makes a number negative.
    fn sign<'a>(self, sign: &'a str, before: Option<&MathNode>, row: &[MathNode]) -> &'a str {
        let ends_value = match before {
            None => false,
            Some(MathNode::Operator(sign)) => matches!(sign.as_str(), ")" | "]" | "}" | "%" | "°"),
            Some(_) => true,
        };
        match sign {
            "+" => self.pick("plus", "加"),
            "−" if ends_value => self.pick("minus", "减"),
            "−" => self.pick("negative", "负"),
            "×" | "⋅" => self.pick("times", "乘"),
            "÷" => self.pick("divided by", "除以"),
            "=" => self.pick("equals", "等于"),
            "<" => self.pick("is less than", "小于"),
            ">" => self.pick("is greater than", "大于"),
            "≤" => self.pick("is at most", "小于或等于"),
            "≥" => self.pick("is at least", "大于或等于"),
            "≠" => self.pick("is not equal to", "不等于"),
            "≈" => self.pick("is about", "约等于"),
            ":" => self.pick("to", "比"),
            "%" => self.pick("percent", "百分之"),
            "°" => self.pick("degrees", "度"),
            "′" => self.pick("prime", "撇"),
            "(" | "[" | "{" => self.pick("open bracket", "左括号"),
            ")" | "]" | "}" => self.pick("close bracket", "右括号"),
            "|" => self.pick("bar", "竖线"),
            "…" if row.contains(&MathNode::Operator("÷".to_owned())) => {
                self.pick("remainder", "余")
            }
            "…" => self.pick("and so on", "等等"),
            _ => sign,
        }
    }

    fn fraction(self, above: &[MathNode], below: &[MathNode]) -> String {
        let named = whole(above).zip(whole(below));
        match self {
            Self::English => named
                .and_then(|(above, below)| english_fraction(above, below))
                .unwrap_or_else(|| format!("{} over {}", self.row(above), self.row(below))),
            Self::Chinese => match named {
                Some((above, 100)) => format!("百分之{}", chinese(above)),
                Some((above, 1_000)) => format!("千分之{}", chinese(above)),
                Some((above, below)) => format!("{}分之{}", chinese(below), chinese(above)),
                None => format!("{}分之{}", self.row(below), self.row(above)),
            },
        }
    }

    fn power(self, base: &[MathNode], exponent: &[MathNode]) -> String {
        let words = self.row(base);
        let of_unit = matches!(base, [MathNode::Words(_)]);
        match (whole(exponent), of_unit) {
            (Some(2), true) => format!("{}{words}", self.pick("square ", "平方")),
            (Some(3), true) => format!("{}{words}", self.pick("cubic ", "立方")),
            (Some(2), false) => format!("{words}{}", self.pick(" squared", "的平方")),
            (Some(3), false) => format!("{words}{}", self.pick(" cubed", "的立方")),
            _ => {
                let exponent = self.row(exponent);
                self.pick(
                    format!("{words} to the power of {exponent}").as_str(),
                    format!("{words}的{exponent}次方").as_str(),
                )
                .to_owned()
            }
        }
    }

    fn unit(self, words: &str) -> &str {
        let names = [
            ("mm", "millimetres", "毫米"),
            ("cm", "centimetres", "厘米"),
            ("dm", "decimetres", "分米"),
            ("m", "metres", "米"),
            ("km", "kilometres", "千米"),
            ("g", "grams", "克"),
            ("kg", "kilograms", "千克"),
            ("t", "tonnes", "吨"),
            ("mL", "millilitres", "毫升"),
            ("L", "litres", "升"),
            ("s", "seconds", "秒"),
            ("min", "minutes", "分钟"),
            ("h", "hours", "小时"),
        ];
        names
            .iter()
            .find(|(sign, ..)| *sign == words)
            .map_or(words, |(_, english, chinese)| self.pick(english, chinese))
    }
}

fn whole(nodes: &[MathNode]) -> Option<u32> {
    if let [MathNode::Number(digits)] = nodes { digits.parse().ok() } else { None }
}

/// `three quarters`; `None` where the language rather says `over`.
fn english_fraction(above: u32, below: u32) -> Option<String> {
    const COUNTS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let part = match below {
        2 if above == 1 => "half",
        2 => "halve",
        3 => "third",
        4 => "quarter",
        5 => "fifth",
        6 => "sixth",
        7 => "seventh",
        8 => "eighth",
        9 => "ninth",
        10 => "tenth",
        12 => "twelfth",
        100 => "hundredth",
        1000 => "thousandth",
        _ => return None,
    };
    let count = usize::try_from(above)
        .ok()
        .and_then(|above| COUNTS.get(above))
        .map_or(above.to_string(), |it| (*it).to_owned());
    Some(format!("{count} {part}{}", if above == 1 { "" } else { "s" }))
}

/// The number in Chinese digits, as fractions are read.
fn chinese(number: u32) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if number > 9_999 {
        return number.to_string();
    }
    if number == 0 {
        return DIGITS[0].to_owned();
    }
    let mut said = String::new();
    let mut skipped = false;
    for (value, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / value % 10;
        if digit == 0 {
            skipped = !said.is_empty();
            continue;
        }
        if skipped {
            said.push_str(DIGITS[0]);
            skipped = false;
        }
        // Ten to nineteen start with 十 alone.
        if !(value == 10 && digit == 1 && said.is_empty()) {
            said.push_str(DIGITS[digit as usize]);
        }
        said.push_str(name);
    }
    said
}
