//! Running other programs, and saying which.

use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{npm, setup};

/// The folder of the whole project.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).expect("xtask lives two folders below the root").to_owned()
}

/// `name`, to be run at the root with our tools first on its path.
pub fn program(name: &str) -> Command {
    let mut command = Command::new(find(name).unwrap_or_else(|| name.into()));
    command.current_dir(root()).env("PATH", search_path());
    command
}

/// `cargo` with these arguments, separated by spaces.
pub fn cargo(arguments: &str) -> Command {
    let mut command = program("cargo");
    command.args(arguments.split_whitespace());
    command
}

/// A program of ours that runs here, built first: always all of them, since built one by one each would bring what they share
/// with features of its own, and so anew.
pub fn tool(name: &str) -> Result<Command> {
    run(&mut cargo("build --quiet --profile tool --package coursec --package prerender"))?;
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let mut command = Command::new(target.join("tool").join(name));
    command.current_dir(root()).env("PATH", search_path());
    Ok(command)
}

/// Runs `command` to its end, or says what failed.
pub fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    eprintln!("$ {line}");
    let status = command.status().with_context(|| format!("could not start `{line}`"))?;
    if !status.success() {
        bail!("`{line}` failed: {status}");
    }
    Ok(())
}

/// What `command` prints, trimmed.
pub fn output(command: &mut Command) -> Result<String> {
    let line = line(command);
    let output = command.output().with_context(|| format!("could not start `{line}`"))?;
    if !output.status.success() {
        bail!("`{line}` failed: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The command as one would type it, without folders of tools.
pub fn line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let arguments = command.get_args().map(|it| it.to_string_lossy());
    std::iter::once(program.to_string_lossy()).chain(arguments).collect::<Vec<_>>().join(" ")
}

/// Where `name` is, among our tools or the system's.
pub fn find(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&search_path()).map(|folder| folder.join(name)).find(|it| it.is_file())
}

fn search_path() -> OsString {
    let system = std::env::var_os("PATH").unwrap_or_default();
    let ours = setup::tool_folders().into_iter().chain([npm::tools()]);
    // Servers such as nginx live where an ordinary account does not look.
    let last = [PathBuf::from("/usr/sbin")];
    std::env::join_paths(ours.chain(std::env::split_paths(&system)).chain(last))
        .expect("no folder of tools has a colon in its name")
}
