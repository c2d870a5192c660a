//! Checks own work against a list.

use crate::codec_struct;
use crate::text::Text;

/// Statements that the learner ticks where they are true; nothing is marked.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// The statements.
    pub statements: Vec<Text>,
}

codec_struct!(Check { statements });
