//! What can be tried out: each model has controls, each within what is real, and meters. A file a model.

use super::{float, magnet, plant, shadow};
use crate::codec_enum;

/// A model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Model {
    /// A lamp, a stick and its shadow on the ground.
    Shadow,
    /// A thing in a tub of water, with salt in it or without.
    Float,
    /// Three pots with the same young plant.
    Plant,
    /// A magnet and a thing on a cart.
    Magnet,
}

codec_enum!(Model { 0 => Shadow, 1 => Float, 2 => Plant, 3 => Magnet });

/// Something that can be set.
#[derive(Debug)]
pub struct Control {
    /// Its name in the source.
    pub name: &'static str,
    /// What it can be set to.
    pub scale: Scale,
}

/// What a control can be set to.
#[derive(Debug)]
pub enum Scale {
    /// Numbers of a unit.
    Span {
        /// The least.
        least: u16,
        /// The most.
        most: u16,
        /// From one to the next.
        step: u16,
        /// Of what.
        unit: Unit,
    },
    /// Things, by the names that they have in the source; set to a place in the list.
    Things(&'static [&'static str]),
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// cm
    Centimetres,
    /// mm
    Millimetres,
    /// g
    Grams,
    /// cm³
    CubicCentimetres,
    /// %
    Percent,
    /// Hours a day.
    Hours,
    /// Spoons.
    Spoons,
    /// °C
    Celsius,
    /// Squares of squared paper, of one centimetre.
    Squares,
    /// Not a number but one of a few words.
    Words,
}

/// Something that can be read.
#[derive(Debug)]
pub struct Meter {
    /// Its name in the source.
    pub name: &'static str,
    /// What it counts.
    pub unit: Unit,
}

impl Scale {
    /// Every value.
    pub fn values(&self) -> Vec<u16> {
        match self {
            Self::Span { least, most, step, .. } => {
                (*least..=*most).step_by(usize::from((*step).max(1))).collect()
            }
            Self::Things(things) => (0..things.len() as u16).collect(),
        }
    }

    /// Whether it can be set to this value.
    pub const fn has(&self, value: u16) -> bool {
        match self {
            Self::Span { least, most, step, .. } => {
                value >= *least && value <= *most && (value - *least).is_multiple_of(*step)
            }
            Self::Things(things) => (value as usize) < things.len(),
        }
    }
}

impl Model {
    /// Every model, with its name in the source.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Shadow, "shadow"),
        (Self::Float, "float"),
        (Self::Plant, "plant"),
        (Self::Magnet, "magnet"),
    ];

    /// What can be set.
    pub const fn controls(self) -> &'static [Control] {
        match self {
            Self::Shadow => &shadow::CONTROLS,
            Self::Float => &float::CONTROLS,
            Self::Plant => &plant::CONTROLS,
            Self::Magnet => &magnet::CONTROLS,
        }
    }

    /// What can be read.
    pub const fn meters(self) -> &'static [Meter] {
        match self {
            Self::Shadow => &shadow::METERS,
            Self::Float => &float::METERS,
            Self::Plant => &plant::METERS,
            Self::Magnet => &magnet::METERS,
        }
    }

    /// How many can be tried out side by side.
    pub const fn benches(self) -> usize {
        match self {
            Self::Plant => 3,
            Self::Shadow | Self::Float | Self::Magnet => 1,
        }
    }

    /// Whether these are settings of all its controls.
    pub fn allows(self, settings: &[u16]) -> bool {
        let controls = self.controls();
        controls.len() == settings.len()
            && controls.iter().zip(settings).all(|(control, value)| control.scale.has(*value))
    }

    /// What a meter shows in the end, in thousandths of its unit; a word as its number.
    pub fn outcome(self, settings: &[u16], meter: u8) -> i64 {
        match self {
            Self::Shadow => shadow::outcome(settings, meter),
            Self::Float => float::outcome(settings, meter),
            Self::Plant => plant::outcome(settings),
            Self::Magnet => magnet::outcome(settings, meter),
        }
    }

    /// Settings in words of no language.
    pub fn told(self, settings: &[u16]) -> String {
        let each =
            self.controls().iter().zip(settings).map(|(control, value)| match control.scale {
                Scale::Span { .. } => format!("{} {value}", control.name),
                Scale::Things(names) => {
                    let name = names.get(usize::from(*value)).unwrap_or(&"");
                    format!("{} {name}", control.name)
                }
            });
        each.collect::<Vec<_>>().join(", ")
    }

    /// What a meter counts.
    pub fn unit(self, meter: u8) -> Unit {
        self.meters().get(usize::from(meter)).map_or(Unit::Words, |it| it.unit)
    }
}
