//! What this engine says.

stage::messages! {
    Again: "Again", "再来一次";
}
