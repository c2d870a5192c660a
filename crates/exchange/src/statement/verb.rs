//! What was done, in the words of xAPI.

use learning::json::Json;

/// The verbs that a lesson knows.
#[derive(Clone, Copy)]
pub(super) enum Verb {
    Initialized,
    Answered,
    Completed,
    Passed,
}

impl Verb {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Initialized => "initialized",
            Self::Answered => "answered",
            Self::Completed => "completed",
            Self::Passed => "passed",
        }
    }

    /// For whoever reads statements, in both languages.
    const fn chinese(self) -> &'static str {
        match self {
            Self::Initialized => "开始了",
            Self::Answered => "回答了",
            Self::Completed => "学完了",
            Self::Passed => "通过了",
        }
    }

    pub(super) fn write(self, json: &mut Json) {
        json.named("id");
        json.quoted(&["http://adlnet.gov/expapi/verbs/", self.name()].concat());
        json.member("display");
        json.named("en");
        json.quoted(self.name());
        json.text("zh-Hans", self.chinese());
        json.raw("}}");
    }
}
