//! JavaScript tools, at the versions of their lock files.

use anyhow::Result;
use std::path::{Path, PathBuf};

use crate::command::{program, root, run};
use crate::setup;

/// Where `esbuild` and `wasm-opt` are.
pub fn tools() -> PathBuf {
    tools_folder().join("node_modules/.bin")
}

/// Installs the tools of the build, shared by all checkouts.
pub fn install_tools() -> Result<()> {
    let folder = tools_folder();
    std::fs::create_dir_all(&folder)?;
    for file in ["package.json", "package-lock.json"] {
        std::fs::copy(root().join("crates/xtask/node").join(file), folder.join(file))?;
    }
    install(&folder)
}

/// Installs what `folder/package-lock.json` lists, unless it is there. No package may run a script.
pub fn install(folder: &Path) -> Result<()> {
    let lock = std::fs::read(folder.join("package-lock.json"))?;
    let installed = folder.join("node_modules/.installed");
    if std::fs::read(&installed).is_ok_and(|it| it == lock) {
        return Ok(());
    }
    eprintln!("Installing JavaScript packages in {}.", folder.display());
    run(program("npm")
        .args(["ci", "--ignore-scripts", "--no-fund", "--no-audit"])
        .current_dir(folder))?;
    std::fs::write(installed, lock)?;
    Ok(())
}

/// One folder for each lock file, so that two checkouts do not disturb each other.
fn tools_folder() -> PathBuf {
    let lock = include_bytes!("../node/package-lock.json");
    setup::cache().join(format!("npm-{}", &crate::site::sha256(lock)[..8]))
}
