use anyhow::{Result, bail};

use crate::tally::Tally;

pub fn bench(_arguments: &[&str], _tally: &mut Tally) -> Result<()> {
    bail!("not yet")
}
