//! The sample of docs/hosting in a real nginx.

use anyhow::Result;

use crate::tally::Tally;

pub fn nginx(_tally: &mut Tally) -> Result<()> {
    Ok(())
}
