//! Steps that can be taken back, and taken again: what was made before each of them, as bytes.

/// What was before, and what was taken back.
#[derive(Default)]
pub struct History {
    past: Vec<Vec<u8>>,
    future: Vec<Vec<u8>>,
}

/// So many steps can be taken back.
const MOST: usize = 60;

impl History {
    /// Something else comes after this.
    pub fn remember(&mut self, now: &[u8]) {
        if self.past.len() >= MOST {
            self.past.remove(0);
        }
        self.past.push(now.to_vec());
        self.future.clear();
    }

    /// What was before this, or after it.
    pub fn step(&mut self, forward: bool, now: &[u8]) -> Option<Vec<u8>> {
        let (from, to) = if forward {
            (&mut self.future, &mut self.past)
        } else {
            (&mut self.past, &mut self.future)
        };
        let found = from.pop()?;
        to.push(now.to_vec());
        Some(found)
    }

    /// Nothing came of the last step.
    pub fn forget_same(&mut self, now: &[u8]) {
        if self.past.last().is_some_and(|it| it == now) {
            self.past.pop();
        }
    }

    /// Whether there is a step that way.
    pub fn can(&self, forward: bool) -> bool {
        let steps = if forward { &self.future } else { &self.past };
        !steps.is_empty()
    }
}
