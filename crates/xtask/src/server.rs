//! A static server over a folder, as docs/HOSTING.md asks of any: types, compressed files, caching, a sub-path.

mod faults;
mod http;

use anyhow::{Context, Result, bail};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use crate::command::root;
use faults::{Fault, Faults};
use http::{Request, Response};

/// What is served where.
pub struct Server {
    base: String,
    faults: Option<Faults>,
    folder: PathBuf,
}

/// `host DIR [--base /x/] [--port N] [--faults]`: serves until it is ended; prints the address first.
pub fn host(arguments: &[&str]) -> Result<()> {
    let mut server = Server { base: "/".into(), faults: None, folder: root().join("dist") };
    let mut port = 0;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match *argument {
            "--base" => server.base = (*rest.next().context("--base /x/")?).to_owned(),
            "--port" => port = rest.next().context("--port N")?.parse()?,
            "--faults" => server.faults = Some(Faults::default()),
            folder if !folder.starts_with('-') => server.folder = root().join(folder),
            unknown => bail!("`host` has no `{unknown}`"),
        }
    }
    let base = server.base.clone();
    let listener = listen(port)?;
    println!("http://localhost:{}{base}", listener.local_addr()?.port());
    serve(&listener, &Arc::new(server))
}

/// Listens on this machine alone; port 0 is any that is free.
pub fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind(("127.0.0.1", port)).with_context(|| format!("port {port} is taken"))
}

/// Answers every request to `listener`, each connection in its own thread.
pub fn serve(listener: &TcpListener, server: &Arc<Server>) -> Result<()> {
    for stream in listener.incoming() {
        let (stream, server) = (stream?, Arc::clone(server));
        // A connection that breaks is the browser's affair.
        thread::spawn(move || drop(server.converse(&stream)));
    }
    Ok(())
}

impl Server {
    /// `folder` at the root of the host.
    pub fn over(folder: PathBuf) -> Self {
        Self { base: "/".into(), faults: None, folder }
    }

    fn converse(&self, stream: &TcpStream) -> Result<()> {
        stream.set_nodelay(true)?;
        let mut reader = std::io::BufReader::new(stream);
        while let Some(request) = Request::read(&mut reader)? {
            let Some(faults) = &self.faults else {
                self.answer(&request, &self.folder).write(stream)?;
                continue;
            };
            if let Some(response) = faults.command(&request) {
                response.write(stream)?;
                continue;
            }
            let fault = faults.meet(&request.path);
            let folder = faults.folder().unwrap_or_else(|| self.folder.clone());
            let mut response = self.answer(&request, &folder);
            if response.is_missing() {
                faults.note(format!("not there: {}", request.path));
            }
            response.report_violations();
            match fault {
                None => response.write(stream)?,
                Some(Fault::Down) => return Ok(()),
                Some(Fault::Cut) => return response.write_half(stream),
                Some(Fault::Flip) => {
                    response.flip();
                    response.write(stream)?;
                }
                Some(Fault::Portal) => Response::portal().write(stream)?,
            }
        }
        Ok(())
    }

    fn answer(&self, request: &Request, folder: &Path) -> Response {
        if request.method != "GET" && request.method != "HEAD" {
            return Response::text(405, "Only GET is answered here.");
        }
        let Some(path) = request.path.strip_prefix(&self.base) else {
            let bare = self.base.trim_end_matches('/');
            return match request.path == bare {
                true => Response::redirect(&self.base),
                false => missing(folder),
            };
        };
        if path.split('/').any(|part| part == "..") {
            return missing(folder);
        }
        let mut file = folder.join(path);
        if file.is_dir() {
            if !path.is_empty() && !path.ends_with('/') {
                return Response::redirect(&format!("{}/", request.path));
            }
            file.push("index.html");
        }
        Response::file(&file, path, request).unwrap_or_else(|| missing(folder))
    }
}

fn missing(folder: &Path) -> Response {
    let page = std::fs::read(folder.join("404.html"));
    let mut response = Response::text(404, "There is nothing here.");
    if let Ok(page) = page {
        response.html(page);
    }
    response
}
