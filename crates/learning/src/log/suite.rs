//! What every log must do. Behind the feature `suite`: run over memory natively and over IndexedDB in browsers.

use super::{EventLog, Kept, StoreError};
use crate::event::{Event, EventId, Kind, LessonFinished, LessonOpened};
use crate::progress::Progress;

/// Runs all cases, each over a new log from `fresh`.
pub async fn all<L: EventLog>(fresh: impl AsyncFn() -> L) {
    a_new_log_is_empty(fresh().await).await;
    what_is_kept_comes_back_in_order(fresh().await).await;
    an_id_again_changes_nothing(fresh().await).await;
    an_id_with_other_bytes_is_refused_with_all_that_came_with_it(fresh().await).await;
    writers_do_not_meet(fresh().await).await;
    a_snapshot_is_gone_on_from(fresh().await).await;
    kinds_of_later_versions_are_kept(fresh().await).await;
}

/// The event of this writer with this number: a lesson is opened, or by odd numbers finished.
pub fn event(writer: u64, seq: u32) -> Event {
    let (lesson, seed) = (format!("ma-{seq:02}"), writer);
    let kind = if seq.is_multiple_of(2) {
        Kind::LessonOpened(LessonOpened { lesson, seed, forced: false })
    } else {
        Kind::LessonFinished(LessonFinished { lesson, seed })
    };
    // Clocks jump; nothing may depend on them.
    let at = i64::from(seq % 3) * 4_000_000_000_000 - 1;
    Event { id: EventId { writer, seq }, learner: 0, lamport: u64::from(seq) + 1, at, kind }
}

/// Progress after these events, folded at once.
pub fn fold(events: &[Event]) -> Progress {
    events.iter().fold(Progress::default(), Progress::after)
}

/// What the log has kept.
pub async fn load(log: &impl EventLog) -> Kept {
    log.load().await.expect("the log can be read")
}

/// Keeps events.
pub async fn append(log: &impl EventLog, events: &[Event]) {
    log.append(events, None).await.expect("the log can be written");
}

async fn a_new_log_is_empty(log: impl EventLog) {
    let nothing = Kept { snapshot: Progress::default(), since: Vec::new(), odd: 0 };
    assert_eq!(load(&log).await, nothing);
    append(&log, &[]).await;
    assert_eq!(load(&log).await, nothing, "nothing was to be kept");
}

async fn what_is_kept_comes_back_in_order(log: impl EventLog) {
    let events: Vec<Event> = (0..5).map(|seq| event(1, seq)).collect();
    append(&log, &events[..1]).await;
    append(&log, &events[1..]).await;
    assert_eq!(load(&log).await.since, events);
}

async fn an_id_again_changes_nothing(log: impl EventLog) {
    append(&log, &[event(1, 0), event(1, 1)]).await;
    append(&log, &[event(1, 0), event(1, 1), event(1, 2)]).await;
    append(&log, &[event(1, 2)]).await;
    let kept = load(&log).await;
    assert_eq!(
        kept.since,
        [event(1, 0), event(1, 1), event(1, 2)],
        "the first stays, the new one is kept"
    );
}

async fn an_id_with_other_bytes_is_refused_with_all_that_came_with_it(log: impl EventLog) {
    append(&log, &[event(1, 0), event(1, 1)]).await;
    let other = Event { at: 5, ..event(1, 1) };
    let refused = log.append(&[other.clone(), event(1, 2)], None).await;
    assert_eq!(refused, Err(StoreError::Taken));
    let refused = log.append(&[event(1, 2), other.clone()], None).await;
    assert_eq!(refused, Err(StoreError::Taken), "in any order");
    assert_eq!(log.append(&[other], None).await, Err(StoreError::Taken), "alone");
    assert_eq!(load(&log).await.since, [event(1, 0), event(1, 1)], "nothing is overwritten");
    append(&log, &[event(2, 0), event(1, 2)]).await;
    assert_eq!(load(&log).await.since.len(), 4, "the log goes on");
}

async fn writers_do_not_meet(log: impl EventLog) {
    let writers = [1, 2, u64::MAX];
    for seq in 0..3 {
        for writer in writers {
            append(&log, &[event(writer, seq)]).await;
        }
    }
    let kept = load(&log).await;
    assert_eq!(kept.since.len(), 9);
    let progress = kept.progress(0);
    for writer in writers {
        assert_eq!(progress.next_id(writer), EventId { writer, seq: 3 });
    }
}

async fn a_snapshot_is_gone_on_from(log: impl EventLog) {
    let events: Vec<Event> = (0..12).map(|seq| event(1, seq)).collect();
    for (at, two) in events.chunks(2).enumerate() {
        let upto = &events[..2 * at + 2];
        let snapshot = (at % 2 == 1).then(|| fold(upto).to_bytes());
        log.append(two, snapshot.as_deref()).await.expect("the log can be written");
        assert_eq!(load(&log).await.progress(0), fold(upto), "after {} events", upto.len());
    }
}

async fn kinds_of_later_versions_are_kept(log: impl EventLog) {
    let unknown = Event { kind: Kind::Unknown(200, vec![0, 255, 7]), ..event(1, 0) };
    append(&log, std::slice::from_ref(&unknown)).await;
    let kept = load(&log).await;
    assert_eq!((kept.since, kept.odd), (vec![unknown], 0));
}
