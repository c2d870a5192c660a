//! The sample of docs/hosting in a real nginx.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::command::{output, program, root};
use crate::server;
use crate::tally::Tally;
use crate::{npm, setup};

/// Serves `dist` by the sample, at the root of the host and below a path, and looks at what comes.
pub fn nginx(tally: &mut Tally) -> Result<()> {
    setup::nginx()?;
    npm::install(&root().join("tests/e2e"))?;
    let folder = root().join("target/nginx");
    let port = configure(&folder)?;
    let mut server = program("nginx");
    server.arg("-p").arg(&folder).arg("-c").arg(folder.join("nginx.conf"));
    let mut running = server.spawn().context("could not start nginx")?;
    let mut tests = program("node");
    tests
        .args(["--test", "--test-reporter=tap", "tests/hosting/nginx.test.mjs"])
        .env("SNOWLIGHT_HOST", format!("http://127.0.0.1:{port}"))
        .env("SNOWLIGHT_DIST", root().join("dist"));
    tally.tests("the sample in nginx", &mut tests);
    // Its workers end with it when it is asked kindly.
    output(Command::new("kill").arg(running.id().to_string()))?;
    running.wait()?;
    Ok(())
}

/// Writes the sample, with our folder and a free port in it, and what stands around it.
fn configure(folder: &Path) -> Result<u16> {
    let site = folder.join("site");
    let _ = fs::remove_dir_all(&site);
    fs::create_dir_all(site.join("school"))?;
    let dist = root().join("dist");
    for entry in fs::read_dir(&dist)? {
        let name = entry?.file_name();
        link(&dist.join(&name), &site.join(&name))?;
    }
    link(&dist, &site.join("school/light"))?;

    let port = server::listen(0)?.local_addr()?.port();
    let sample = fs::read_to_string(root().join("docs/hosting/nginx.conf"))?
        .replace("listen 80;", &format!("listen 127.0.0.1:{port};"))
        .replace("/srv/snowlight;", &format!("{};", site.display()));
    fs::write(folder.join("snowlight.conf"), sample)?;
    let is_root = output(Command::new("id").arg("-u"))? == "0";
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|it| format!("{it}_temp_path {}/{it};\n", folder.display()))
        .collect();
    let around = format!(
        "{}daemon off;\npid {2}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\naccess_log off;\n{1}include {2}/snowlight.conf;\n}}\n",
        if is_root { "user root;\n" } else { "" },
        temporary,
        folder.display(),
    );
    fs::write(folder.join("nginx.conf"), around)?;
    Ok(port)
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Result<()> {
    Ok(std::os::unix::fs::symlink(from, to)?)
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> Result<()> {
    anyhow::bail!("nginx is tried where there are symbolic links")
}
