//! How good predictions are: pairs of a chance and whether the answer was right.

use learning::float::ln;

/// A chance, and what came.
pub type Prediction = (f64, bool);

/// How often a right answer had a higher chance than a wrong one; equal ones count half. None if all were right or wrong.
pub fn auc(predictions: &[Prediction]) -> Option<f64> {
    let mut sorted = predictions.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut pairs, mut won, mut wrong_below) = (0.0, 0.0, 0.0);
    for tied in sorted.chunk_by(|a, b| a.0 == b.0) {
        let right = tied.iter().filter(|it| it.1).count() as f64;
        let wrong = tied.len() as f64 - right;
        won += right * (wrong_below + wrong / 2.0);
        wrong_below += wrong;
        pairs += right;
    }
    pairs *= wrong_below;
    (pairs > 0.0).then(|| won / pairs)
}

/// The mean of −ln of the chance given to what came.
pub fn log_loss(predictions: &[Prediction]) -> f64 {
    let losses =
        predictions.iter().map(|(chance, right)| -ln(if *right { *chance } else { 1.0 - chance }));
    losses.sum::<f64>() / predictions.len() as f64
}

/// The predictions of one tenth of the chances.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Bin {
    pub answers: usize,
    /// Mean chance.
    pub predicted: f64,
    /// Share of right answers.
    pub observed: f64,
}

pub fn calibration(predictions: &[Prediction]) -> [Bin; 10] {
    let mut bins = [Bin::default(); 10];
    for (chance, right) in predictions {
        let bin = &mut bins[((chance * 10.0) as usize).min(9)];
        bin.answers += 1;
        bin.predicted += chance;
        bin.observed += f64::from(u8::from(*right));
    }
    for bin in bins.iter_mut().filter(|it| it.answers > 0) {
        bin.predicted /= bin.answers as f64;
        bin.observed /= bin.answers as f64;
    }
    bins
}

/// How far predicted and observed are apart, on average over answers.
pub fn calibration_error(predictions: &[Prediction]) -> f64 {
    let bins = calibration(predictions);
    let apart = bins.iter().map(|it| it.answers as f64 * (it.predicted - it.observed).abs());
    apart.sum::<f64>() / predictions.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_in_order() {
        let cases = [
            ("all", vec![(0.1, false), (0.9, true)], Some(1.0)),
            ("none", vec![(0.9, false), (0.1, true)], Some(0.0)),
            ("a tie", vec![(0.5, false), (0.5, true)], Some(0.5)),
            // Of 2 · 3 pairs won: 0.4 over 0.2; 0.8 over 0.2 and half over 0.8; 0.9 over both.
            (
                "by hand",
                vec![(0.4, true), (0.2, false), (0.8, true), (0.8, false), (0.9, true)],
                Some(4.5 / 6.0),
            ),
            ("no pair", vec![(0.5, true)], None),
        ];
        for (case, predictions, expected) in cases {
            assert_eq!(auc(&predictions), expected, "{case}");
        }
    }

    #[test]
    fn losses_and_bins() {
        let predictions = [(0.25, false), (0.25, true), (0.75, true), (1.0, true)];
        // −(ln 0.75 + ln 0.25 + ln 0.75 + ln 1) / 4
        assert!((log_loss(&predictions) - 0.490_414).abs() < 1e-6);
        let bins = calibration(&predictions);
        assert_eq!(bins[2], Bin { answers: 2, predicted: 0.25, observed: 0.5 });
        assert_eq!(bins[9], Bin { answers: 1, predicted: 1.0, observed: 1.0 });
        assert_eq!(calibration_error(&predictions), (2.0 * 0.25 + 0.25) / 4.0);
    }
}
