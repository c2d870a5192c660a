//! Networks as they are: slow, cut, lying. Only with `--faults`, told by requests below `/-/`.
//!
//! | request | from then on |
//! |---|---|
//! | `/-/hold?PART` | requests whose path holds PART wait for `/-/release` |
//! | `/-/cut?PART` `/-/flip?PART` `/-/portal?PART` | half of the body; a changed byte; a log-in page with 200 |
//! | `/-/down` | no answer to anything |
//! | `/-/clear` | all is well again |
//! | `/-/folder?DIR` | another build is served |
//! | `/-/policy` | what a browser says the policy forbade is added to the log |
//! | `/-/log` | answers the paths asked for so far, one a line, and which of them were not there |

use std::path::PathBuf;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::http::{Request, Response};

/// What goes wrong with one answer.
#[derive(Clone, Copy, PartialEq)]
pub enum Fault {
    Down,
    Cut,
    Flip,
    Portal,
}

#[derive(Default)]
struct State {
    held: Option<String>,
    faults: Vec<(Fault, String)>,
    folder: Option<PathBuf>,
    log: Vec<String>,
}

/// What goes wrong now.
#[derive(Default)]
pub struct Faults {
    state: Mutex<State>,
    released: Condvar,
}

impl Faults {
    /// Answers a request that is an order to this server.
    pub fn command(&self, request: &Request) -> Option<Response> {
        let order = request.path.strip_prefix("/-/")?;
        let part = request.query.clone();
        let mut state = self.lock();
        let mut fault = |fault| state.faults.push((fault, part.clone()));
        match order {
            "cut" => fault(Fault::Cut),
            "flip" => fault(Fault::Flip),
            "portal" => fault(Fault::Portal),
            "down" => fault(Fault::Down),
            "hold" => state.held = Some(part),
            "release" => state.held = None,
            "clear" => {
                state.held = None;
                state.faults.clear();
            }
            "folder" => state.folder = Some(part.into()),
            "policy" => state.log.push(format!("policy violation: {}", request.body)),
            "log" => return Some(Response::text(200, &state.log.join("\n"))),
            _ => return Some(Response::text(404, "no such fault")),
        }
        self.released.notify_all();
        Some(Response::text(200, ""))
    }

    /// Waits while the path is held, then says what goes wrong.
    pub fn meet(&self, path: &str) -> Option<Fault> {
        let mut state = self.lock();
        state.log.push(path.to_owned());
        while state.held.as_ref().is_some_and(|part| path.contains(part)) {
            state = self.released.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.faults.iter().find(|(_, part)| path.contains(part)).map(|(fault, _)| *fault)
    }

    /// Adds a line to the log.
    pub fn note(&self, line: String) {
        self.lock().log.push(line);
    }

    /// The folder that is served instead.
    pub fn folder(&self) -> Option<PathBuf> {
        self.lock().folder.clone()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
