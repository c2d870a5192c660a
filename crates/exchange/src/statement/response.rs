//! Responses in the forms of xAPI's interactions. Cards, options, cells and ticks are named by their places, counted from 0.

use course::digits::decimal;
use course::item::Response;

/// How an item is answered, in the words of xAPI.
#[derive(Clone, Copy)]
pub(super) enum Form {
    Choice,
    FillIn,
    Matching,
    Sequencing,
    Other,
}

impl Form {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::FillIn => "fill-in",
            Self::Matching => "matching",
            Self::Sequencing => "sequencing",
            Self::Other => "other",
        }
    }
}

/// The form of a response; none of the empty one, which says that somebody does not know it yet, whatever was asked.
pub(super) const fn form(response: &Response) -> Option<Form> {
    Some(match response {
        Response::Typed(text) if text.is_empty() => return None,
        Response::Choice(_)
        | Response::Multi(_)
        | Response::Numline(_)
        | Response::Grid(_)
        | Response::Check(_) => Form::Choice,
        Response::Typed(_) => Form::FillIn,
        Response::Match(_) | Response::Sort(_) => Form::Matching,
        Response::Order(_) | Response::Tiles(_) => Form::Sequencing,
        Response::Read | Response::Staged(..) => Form::Other,
    })
}

/// A response as text; none where there is nothing to tell, and none of what was drawn or played.
pub(super) fn text(response: &Response) -> Option<String> {
    let mut out = String::new();
    match response {
        Response::Choice(place) => place_to(&mut out, (*place).into()),
        Response::Numline(tick) => place_to(&mut out, (*tick).into()),
        Response::Typed(text) => out.push_str(text),
        Response::Order(places) | Response::Tiles(places) | Response::Multi(places) => {
            for place in places {
                place_to(&mut out, (*place).into());
            }
        }
        Response::Grid(cells) => {
            for cell in cells {
                place_to(&mut out, (*cell).into());
            }
        }
        Response::Check(ticks) => {
            for (place, tick) in (0..).zip(ticks) {
                if *tick {
                    place_to(&mut out, place);
                }
            }
        }
        Response::Match(places) | Response::Sort(places) => {
            for (card, place) in (0..).zip(places) {
                place_to(&mut out, card);
                out.push_str("[.]");
                out.push_str(&decimal((*place).into()));
            }
        }
        Response::Read | Response::Staged(..) => return None,
    }
    Some(out)
}

/// Another place, behind those before.
#[inline(never)]
fn place_to(out: &mut String, place: u64) {
    if !out.is_empty() {
        out.push_str("[,]");
    }
    out.push_str(&decimal(place));
}

#[cfg(test)]
mod tests {
    use super::*;
    use course::codec::Bytes;
    use course::item::StagedKind;

    #[test]
    fn each_in_its_form() {
        let cases = [
            (Response::Choice(2), Some("choice"), Some("2")),
            (Response::Typed("12".to_owned()), Some("fill-in"), Some("12")),
            (Response::Typed(String::new()), None, Some("")),
            (Response::Order(vec![2, 0, 1]), Some("sequencing"), Some("2[,]0[,]1")),
            (Response::Match(vec![1, 0]), Some("matching"), Some("0[.]1[,]1[.]0")),
            (Response::Sort(vec![0, 0, 1]), Some("matching"), Some("0[.]0[,]1[.]0[,]2[.]1")),
            (Response::Tiles(vec![3]), Some("sequencing"), Some("3")),
            (Response::Numline(14), Some("choice"), Some("14")),
            (Response::Grid(vec![0, 300]), Some("choice"), Some("0[,]300")),
            (Response::Read, Some("other"), None),
            (Response::Check(vec![true, false, true]), Some("choice"), Some("0[,]2")),
            (Response::Multi(vec![]), Some("choice"), Some("")),
            (Response::Staged(StagedKind::Draw, Bytes(vec![1])), Some("other"), None),
        ];
        for (response, expected, words) in cases {
            assert_eq!(form(&response).map(Form::name), expected, "{response:?}");
            assert_eq!(text(&response).as_deref(), words, "{response:?}");
        }
    }
}
