//! Reads what the interactions of the engine `drawing` ask for.

use super::Script;
use course::item::StagedKind;
use course::stage::Staging;

/// The piece of this kind; the mistakes are noted.
pub(super) fn read(script: &mut Script<'_, '_, '_>, kind: StagedKind) -> Option<Box<dyn Staging>> {
    script.wrong(format!("no `{}` can be written yet", kind.name()), "use another interaction");
    None
}
