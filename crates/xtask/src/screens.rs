use anyhow::{Result, bail};

pub fn screens(_arguments: &[&str]) -> Result<()> {
    bail!("not yet")
}
