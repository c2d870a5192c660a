//! As much of HTTP/1.1 as a static server needs.

use anyhow::{Context, Result};
use std::io::{BufRead, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// What pages say of themselves too: see `docs/hosting`.
const POLICY: &str = include_str!("../../../prerender/src/policy.txt");

/// What is asked for.
pub struct Request {
    pub method: String,
    /// Decoded, without the query.
    pub path: String,
    /// Decoded.
    pub query: String,
    pub body: String,
    accepts: String,
    etag: String,
}

/// What is answered.
pub struct Response {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
    bodiless: bool,
}

impl Request {
    /// The next request of a connection, or nothing when it is closed.
    pub fn read(reader: &mut impl BufRead) -> Result<Option<Self>> {
        let mut line = String::new();
        reader.take(8192).read_line(&mut line)?;
        let mut words = line.split(' ');
        let (Some(method), Some(target)) = (words.next().filter(|it| !it.is_empty()), words.next())
        else {
            return Ok(None);
        };
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let mut request = Self {
            method: method.to_owned(),
            path: decoded(path),
            query: decoded(query),
            body: String::new(),
            accepts: String::new(),
            etag: String::new(),
        };
        let length = request.read_headers(reader)?;
        let mut body = Vec::new();
        reader.take(length).read_to_end(&mut body)?;
        request.body = String::from_utf8_lossy(&body).into_owned();
        Ok(Some(request))
    }

    fn read_headers(&mut self, reader: &mut impl BufRead) -> Result<u64> {
        let mut length = 0;
        loop {
            let mut line = String::new();
            reader.take(8192).read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(':') else { return Ok(length) };
            match name.to_ascii_lowercase().as_str() {
                "accept-encoding" => self.accepts = value.to_owned(),
                "if-none-match" => self.etag = value.trim().to_owned(),
                "content-length" => length = value.trim().parse().context("content-length")?,
                _ => {}
            }
        }
    }

    fn accepts(&self, encoding: &str) -> bool {
        self.accepts
            .split(',')
            .any(|it| it.split(';').next().is_some_and(|it| it.trim() == encoding))
    }
}

impl Response {
    /// The file at `file`, compressed if the browser takes it, or nothing if there is no such file.
    pub fn file(file: &Path, path: &str, request: &Request) -> Option<Self> {
        if !file.is_file() {
            return None;
        }
        let beside = |ending| PathBuf::from(format!("{}.{ending}", file.display()));
        let compressed = [("br", "br"), ("gzip", "gz")]
            .into_iter()
            .map(|(encoding, ending)| (encoding, beside(ending)))
            .find(|(encoding, path)| request.accepts(encoding) && path.is_file());
        let chosen = compressed.as_ref().map_or(file, |(_, path)| path);
        let body = std::fs::read(chosen).ok()?;
        let mut headers = vec![
            ("Content-Type", media_type(file).to_owned()),
            ("Cache-Control", cache_control(path).to_owned()),
            ("Vary", "Accept-Encoding".to_owned()),
            ("ETag", etag(chosen)?),
        ];
        if let Some((encoding, _)) = compressed {
            headers.push(("Content-Encoding", encoding.to_owned()));
        }
        let known = headers.iter().any(|(name, value)| *name == "ETag" && *value == request.etag);
        let bodiless = known || request.method == "HEAD";
        Some(Self { status: if known { 304 } else { 200 }, headers, body, bodiless })
    }

    pub fn text(status: u16, text: &str) -> Self {
        let headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
        Self { status, headers, body: text.as_bytes().to_vec(), bodiless: false }
    }

    pub fn redirect(to: &str) -> Self {
        let mut response = Self::text(301, "");
        response.headers.push(("Location", to.to_owned()));
        response
    }

    /// What a network's log-in page answers to everything.
    pub fn portal() -> Self {
        let mut response = Self::text(200, "");
        response.html(b"<!doctype html><title>Log in</title><p>Log in to this network.".to_vec());
        response
    }

    pub fn html(&mut self, body: Vec<u8>) {
        self.headers = vec![("Content-Type", "text/html; charset=utf-8".to_owned())];
        self.body = body;
    }

    pub fn is_missing(&self) -> bool {
        self.status == 404
    }

    /// Asks the browser to tell us what the policy forbade.
    pub fn report_violations(&mut self) {
        self.headers.push(("Content-Security-Policy", format!("{POLICY}; report-uri /-/policy")));
    }

    /// Another byte in the middle of the body.
    pub fn flip(&mut self) {
        let middle = self.body.len() / 2;
        if let Some(byte) = self.body.get_mut(middle) {
            *byte ^= 1;
        }
    }

    pub fn write(&self, stream: &TcpStream) -> Result<()> {
        self.write_head(stream)?;
        if !self.bodiless {
            (&mut &*stream).write_all(&self.body)?;
        }
        Ok(())
    }

    /// The head and half of the body, then the connection is closed.
    pub fn write_half(&self, stream: &TcpStream) -> Result<()> {
        self.write_head(stream)?;
        (&mut &*stream).write_all(&self.body[..self.body.len() / 2])?;
        Ok(stream.shutdown(Shutdown::Both)?)
    }

    fn write_head(&self, mut stream: &TcpStream) -> Result<()> {
        let mut head = format!("HTTP/1.1 {} \r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        // Anyone may embed; nobody learns where a learner came from; nothing is guessed.
        head.push_str("Access-Control-Allow-Origin: *\r\nReferrer-Policy: no-referrer\r\n");
        head.push_str("X-Content-Type-Options: nosniff\r\n");
        let length = if self.status == 304 { 0 } else { self.body.len() };
        head.push_str(&format!("Content-Length: {length}\r\n\r\n"));
        Ok(stream.write_all(head.as_bytes())?)
    }
}

fn etag(file: &Path) -> Option<String> {
    let metadata = file.metadata().ok()?;
    let changed = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("\"{:x}-{:x}\"", changed.as_nanos(), metadata.len()))
}

/// For ever where the name holds a hash of the content; asked again where it does not.
fn cache_control(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let hashed = name
        .split(|it: char| !it.is_ascii_hexdigit())
        .any(|part| matches!(part.len(), 8 | 16) && part.bytes().any(|it| it.is_ascii_digit()));
    if hashed { "public, max-age=31536000, immutable" } else { "no-cache" }
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|it| it.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|it| std::str::from_utf8(it).ok());
        match code.and_then(|it| u8::from_str_radix(it, 16).ok()).filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_named_by_their_content_are_kept_for_ever() {
        let cases = [
            ("app-1a2b3c4d.js", true),
            ("snowlight-0123456789abcdef_bg.wasm", true),
            ("packs/0123456789abcdef", true),
            ("en/ma/ma-03/index.html", false),
            ("sw.js", false),
            ("shell-zh-Hans.html", false),
        ];
        for (path, forever) in cases {
            assert_eq!(cache_control(path).contains("immutable"), forever, "{path}");
        }
    }

    #[test]
    fn a_request_is_read_with_its_escapes() {
        let bytes = b"GET /a%20b/?x=%E4%BD%A0 HTTP/1.1\r\nAccept-Encoding: gzip, br;q=1\r\n\r\n";
        let request = Request::read(&mut &bytes[..]).unwrap().unwrap();
        assert_eq!((request.path.as_str(), request.query.as_str()), ("/a b/", "x=你"));
        assert!(request.accepts("br") && request.accepts("gzip") && !request.accepts("deflate"));
    }
}
