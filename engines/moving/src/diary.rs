//! A page to write down what was done: by hand, by a watch, or counted along by the device.

use crate::words::Message;
use crate::{Ask, Speech, face};
use course::codec::{from_bytes, to_bytes};
use course::digits::{decimal, read};
use course::item::Mark;
use course::stage::moving::counter::{Counter, Sample};
use course::stage::moving::{Diary, Entry, Field, Measure};
use stage::node::{Element, button, el, of};
use stage::{Effect, Heard, Note, Told, Voice};

/// A page that is being written.
pub struct Page {
    diary: Diary,
    entry: Entry,
    speech: Speech,
    /// Whether the device may feel how it is moved; not any more once it said that it cannot.
    feels: bool,
    /// What goes on in which field.
    now: Option<(u8, Now)>,
    /// The field in which something hurt when it went on last.
    hurt: Option<u8>,
}

/// What can be done: with the field of this number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Do {
    Less(u8),
    More(u8),
    Type(u8),
    /// The watch begins, or ends.
    Watch(u8),
    /// The device begins to count, or ends.
    Count(u8),
    /// It ends, because something hurts.
    Hurts,
    /// A face.
    Mood(u8, u8),
}

enum Now {
    /// The watch runs since then.
    Watch { since: f64, seconds: u16 },
    /// The device counts.
    Count(Counter),
}

/// What stands beside a number.
const UNITS: [Option<Message>; 5] = [
    Some(Message::Times),
    Some(Message::Times),
    Some(Message::Seconds),
    Some(Message::Centimetres),
    None,
];
const MOODS: [Message; 5] =
    [Message::VeryGood, Message::Good, Message::SoSo, Message::NotSoGood, Message::Bad];

impl Page {
    pub(crate) fn open(told: &Told) -> Option<Self> {
        let diary = from_bytes::<Diary>(&told.piece).ok()?;
        let count = diary.fields.len();
        let mut entry = from_bytes::<Entry>(&told.made).unwrap_or_default();
        entry.values.resize(count, 0);
        entry.felt.resize(count, false);
        for (value, field) in entry.values.iter_mut().zip(&diary.fields) {
            *value = (*value).min(field.most.saturating_add(1));
        }
        Some(Self {
            diary,
            entry,
            speech: Speech::of(told),
            feels: told.motion,
            now: None,
            hurt: None,
        })
    }

    pub(crate) fn view(&self) -> Element<Ask> {
        let words = |class, words| of("p", class).text(self.speech.say(words));
        let mut page = of("div", "diary").with(words("instruction", Message::Private));
        let moves = |it: &Field| matches!(it.measure, Measure::Moves | Measure::Seconds);
        if self.diary.fields.iter().any(moves) {
            page = page.with(words("facts", Message::SafeFirst));
        }
        let fields = (0..).zip(&self.diary.fields).map(|(at, it)| self.field(at, it));
        page.with_all(fields.collect())
    }

    fn field(&self, at: u8, field: &Field) -> Element<Ask> {
        let place = usize::from(at);
        let group = of("div", "field").is("role", "group").is("aria-label", &field.label);
        let label = of("p", "label").text(&field.label);
        if field.measure == Measure::Mood {
            let picked = self.entry.value(place).map(|it| it as u8);
            let words = MOODS.map(|it| self.speech.say(it));
            return group
                .with(label)
                .with(face::row(words, picked, false, &|mood| does(Do::Mood(at, mood))));
        }
        let value = self.entry.value(place).map(|it| decimal(it.into())).unwrap_or_default();
        let named = |message: Message| message.fill(self.speech.locale, &[&field.label]);
        let unit = UNITS[field.measure as usize].map_or("", |it| self.speech.say(it));
        let step = |sign: &str, message, ask| {
            button("tile step", sign, ask).is("aria-label", &named(message))
        };
        let input = el("input")
            .is("type", "text")
            .is("inputmode", "numeric")
            .is("autocomplete", "off")
            .is("maxlength", "4")
            .is("aria-label", &[&field.label, ", ", unit].concat())
            .is("value", &value)
            .typed(does(Do::Type(at)));
        // While it grows by itself the number stands there in large digits.
        let number = match self.going_on(at) {
            Some(Now::Watch { seconds, .. }) => big(*seconds),
            Some(Now::Count(counter)) => big(counter.count()),
            None => of("div", "amount")
                .with(step("−", Message::OneLess, does(Do::Less(at))))
                .with(input)
                .with(step("+", Message::OneMore, does(Do::More(at)))),
        };
        let label = label.with(of("span", "unit").text(&[" · ", unit].concat()));
        group.with(label).with(number).with_all(self.helped(at, field))
    }

    /// What goes on in a field.
    fn going_on(&self, at: u8) -> Option<&Now> {
        self.now.as_ref().filter(|(field, _)| *field == at).map(|(_, now)| now)
    }

    /// What the device can do for a field.
    fn helped(&self, at: u8, field: &Field) -> Vec<Element<Ask>> {
        let goes = self.going_on(at).is_some();
        let (begin, ask) = match field.measure {
            Measure::Seconds => (Message::Watch, does(Do::Watch(at))),
            Measure::Moves if self.feels => (Message::CountForMe, does(Do::Count(at))),
            Measure::Moves => {
                return vec![of("p", "facts").text(self.speech.say(Message::CannotFeel))];
            }
            Measure::Count | Measure::Centimetres | Measure::Mood => return Vec::new(),
        };
        let words = if goes { Message::Stop } else { begin };
        let class = if goes { "action" } else { "listen" };
        let mut all = vec![button(class, self.speech.say(words), ask)];
        if goes {
            all.push(button("stop", self.speech.say(Message::StopIfItHurts), does(Do::Hurts)));
        } else if self.hurt == Some(at) {
            let hurts =
                of("p", "notice").is("role", "status").is("tabindex", "-1").is("data-focus", "");
            all.push(hurts.text(self.speech.say(Message::Hurts)));
        } else if field.measure == Measure::Moves {
            all.push(of("p", "facts").text(self.speech.say(Message::HoldTight)));
        }
        all
    }

    pub(crate) fn ask(&mut self, ask: Do, typed: &str, at: f64) -> Vec<Effect> {
        match ask {
            Do::Less(field) => self.by(field, false),
            Do::More(field) => self.by(field, true),
            Do::Type(field) => {
                let digits: String = typed.chars().filter_map(digit).collect();
                let value = read(&digits, 10).map(|it| u16::try_from(it).unwrap_or(u16::MAX));
                self.write(field, value, false);
            }
            Do::Mood(field, mood) => {
                let same = self.entry.value(field.into()) == Some(mood.into());
                self.write(field, (!same).then_some(mood.into()), false);
            }
            Do::Hurts => {
                self.hurt = self.now.as_ref().map(|(field, _)| *field);
                return self.end();
            }
            Do::Watch(field) => {
                let begins = !matches!(self.now, Some((it, Now::Watch { .. })) if it == field);
                let mut effects = self.end();
                if begins {
                    self.hurt = None;
                    self.now = Some((field, Now::Watch { since: at, seconds: 0 }));
                    effects.push(Effect::Wake(true));
                    effects.push(beep(7900));
                }
                return effects;
            }
            Do::Count(field) => {
                let begins = !matches!(self.now, Some((it, Now::Count(_))) if it == field);
                let mut effects = self.end();
                if begins {
                    self.hurt = None;
                    self.now = Some((field, Now::Count(Counter::default())));
                    effects.extend([Effect::Wake(true), Effect::Motion(true), beep(7900)]);
                }
                return effects;
            }
        }
        Vec::new()
    }

    fn by(&mut self, field: u8, more: bool) {
        let value = self.entry.value(field.into());
        let value = if more {
            value.map_or(Some(1), |it| it.checked_add(1))
        } else {
            value.and_then(|it| it.checked_sub(1))
        };
        self.write(field, value, false);
    }

    /// Writes a number down, as far as the field goes.
    fn write(&mut self, field: u8, value: Option<u16>, felt: bool) {
        let at = usize::from(field);
        let Some(most) = self.diary.fields.get(at).map(|it| it.most) else { return };
        self.entry.values[at] = value.map_or(0, |it| it.min(most) + 1);
        self.entry.felt[at] = felt && value.is_some();
    }

    /// Ends what goes on, and writes down what came of it.
    fn end(&mut self) -> Vec<Effect> {
        let Some((field, now)) = self.now.take() else { return Vec::new() };
        match now {
            Now::Watch { seconds, .. } => {
                self.write(field, Some(seconds), true);
                vec![Effect::Wake(false), beep(7200)]
            }
            Now::Count(counter) => {
                self.write(field, Some(counter.count()), true);
                vec![Effect::Wake(false), Effect::Motion(false), beep(7200)]
            }
        }
    }

    pub(crate) fn hear(&mut self, heard: &Heard) -> Vec<Effect> {
        match heard {
            Heard::Motion(x, y, z, at) => {
                let Some((_, Now::Count(counter))) = &mut self.now else { return Vec::new() };
                let sample = Sample { ms: *at as u32, pull: [*x, *y, *z] };
                if counter.feel(sample) { vec![beep(7400)] } else { Vec::new() }
            }
            Heard::NoMotion => {
                self.feels = false;
                if let Some((_, Now::Count(_))) = &self.now {
                    self.now = None;
                }
                vec![Effect::Wake(false), Effect::Motion(false)]
            }
            Heard::Playing(_) | Heard::Fetched(..) | Heard::Retried => Vec::new(),
        }
    }

    /// The watch goes on; every ten seconds are heard.
    pub(crate) fn tick(&mut self, at: f64) -> Vec<Effect> {
        let Some((field, Now::Watch { since, seconds })) = &mut self.now else { return Vec::new() };
        let most = self.diary.fields.get(usize::from(*field)).map_or(0, |it| it.most);
        let passed = ((at - *since).max(0.0) / 1000.0) as u16;
        if passed == *seconds {
            return Vec::new();
        }
        *seconds = passed.min(most);
        if passed >= most {
            return self.end();
        }
        if passed.is_multiple_of(10) { vec![beep(7600)] } else { Vec::new() }
    }

    pub(crate) const fn runs(&self) -> bool {
        matches!(self.now, Some((_, Now::Watch { .. })))
    }

    /// An empty entry can be handed in as well.
    pub(crate) fn made(&self) -> (Vec<u8>, Option<Mark>) {
        (to_bytes(&self.entry), Some(Mark::RIGHT))
    }
}

fn big(number: u16) -> Element<Ask> {
    of("p", "digits").is("role", "timer").text(&decimal(number.into()))
}

/// A digit, also of those that are as wide as Chinese letters.
fn digit(sign: char) -> Option<char> {
    let wide = u32::from(sign).wrapping_sub(0xff10);
    let sign = if wide < 10 { char::from(b'0' + wide as u8) } else { sign };
    sign.is_ascii_digit().then_some(sign)
}

/// A short sound.
fn beep(cents: u16) -> Effect {
    Effect::Play(vec![Note { at: 0, millis: 120, cents, loudness: 90, voice: Voice::Struck }])
}

const fn does(it: Do) -> Ask {
    Ask::Diary(it)
}
