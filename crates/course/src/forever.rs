//! Values that stay for the page's whole life.

use std::ops::Deref;

/// A value that is never dropped: a lesson or a catalogue, a few of which a page life opens. Counting who still uses
/// them, and the code that takes them apart, would be in every pupil's download.
#[derive(Debug)]
pub struct Forever<T: 'static>(&'static T);

impl<T> Forever<T> {
    /// Keeps `value`.
    pub fn new(value: T) -> Self {
        Self(Box::leak(Box::new(value)))
    }
}

impl<T> Clone for Forever<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Forever<T> {}

impl<T> Deref for Forever<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0
    }
}
