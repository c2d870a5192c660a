//! What is printed.

use learning::mastery::Weights;

use crate::baseline;
use crate::fit::{Scope, fit};
use crate::measure::{Prediction, auc, calibration, calibration_error, log_loss};
use crate::ours::{Model, predictions};
use crate::table::Table;

/// Ours beside others on the tested learners; with `fit`, weights from the training learners.
pub fn report(table: &Table, fitted: bool) -> String {
    let mut rows = vec![("ours, on the device alone", predictions(table, &Model::shipped(table)))];
    let mut weights = String::new();
    if fitted {
        let alone = fit(table, Scope::Device);
        let with_biases = fit(table, Scope::Biases);
        weights.push_str("\nFor learning::mastery, on the device alone:\n");
        weights.push_str(&constant("WEIGHTS", &alone.weights));
        weights.push_str("With biases of skills and items from the training learners:\n");
        weights.push_str(&constant("WEIGHTS", &with_biases.weights));
        rows.push(("ours, on the device alone, weights fitted", predictions(table, &alone)));
        rows.push((
            "ours, with biases from the training learners",
            predictions(table, &with_biases),
        ));
    }
    let shown = rows.len();
    rows.push(("last five answers", baseline::last_five(table)));
    rows.push(("mean of the skill", baseline::skill_mean(table)));
    rows.push(("Elo", baseline::elo(table)));
    let mut text = counts(table);
    text.push_str(&format!("\n{:46}     AUC  log-loss  calibration error\n", ""));
    for (name, predictions) in &rows {
        text.push_str(&figures(name, predictions));
    }
    for (name, predictions) in &rows[..shown] {
        text.push_str(&bins(name, predictions));
    }
    text + &weights
}

fn counts(table: &Table) -> String {
    let tested = table.tested.iter().filter(|it| **it).count();
    let answers = table.answers.iter().filter(|it| table.is_tested(it)).count();
    format!(
        "{} answers of {} learners to {} items of {} skills; tested: {answers} answers of {tested} learners\n",
        table.answers.len(),
        table.tested.len(),
        table.items,
        table.skills,
    )
}

fn figures(name: &str, predictions: &[Prediction]) -> String {
    let auc = auc(predictions).map_or_else(|| "-".to_owned(), |it| format!("{it:.4}"));
    let (loss, error) = (log_loss(predictions), calibration_error(predictions));
    format!("{name:46}  {auc:>6}    {loss:.4}             {error:.4}\n")
}

fn bins(name: &str, predictions: &[Prediction]) -> String {
    let mut text = format!("\nCalibration of {name}\npredicted  observed  answers\n");
    for bin in calibration(predictions).iter().filter(|it| it.answers > 0) {
        text.push_str(&format!(
            "   {:.4}    {:.4}  {:>7}\n",
            bin.predicted, bin.observed, bin.answers
        ));
    }
    text
}

fn constant(name: &str, weights: &Weights) -> String {
    let values: Vec<String> = weights.iter().map(|it| format!("{it:.4}")).collect();
    format!("pub const {name}: Weights = [{}];\n", values.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulated;

    /// The figures of a row.
    fn row(report: &str, name: &str) -> Vec<f64> {
        let row = report.lines().find_map(|line| line.strip_prefix(name)).expect(name);
        row.split_whitespace().map(|it| it.parse().expect("a figure")).collect()
    }

    #[test]
    fn as_calculated_by_hand() {
        // `g` is tested. The others have 3 of 4 right on tens and 1 of 3 on ones: 4/6 and 2/5.
        let text = "learner,skill,correct\n\
            a,tens,1\na,tens,1\nb,tens,1\nb,tens,0\na,ones,1\nb,ones,0\nc,ones,0\n\
            g,tens,1\ng,tens,1\ng,ones,0\ng,ones,1\n";
        let report = report(&Table::read(text).expect("a table"), true);
        // Right: 4/6, 4/6, 2/5; wrong: 2/5. Two pairs and a half of three are in order.
        // −(ln 4/6 + ln 4/6 + ln 3/5 + ln 2/5) / 4. (2 · 1/3 + 2 · 0.1) / 4.
        assert_eq!(row(&report, "mean of the skill"), [0.8333, 0.5595, 0.2167]);
        // Chances 1/2, 2/3, 1/2, 1/3: 1/2 and 2/3 above 1/2 by one and a half, 1/3 below.
        // −(ln 1/2 + ln 2/3 + ln 1/2 + ln 1/3) / 4. (2 · 0 + 1/3 + 2/3) / 4.
        assert_eq!(row(&report, "last five answers"), [0.5, 0.7226, 0.25]);
        assert_eq!(text.lines().count(), 12);
    }

    #[test]
    fn ours_is_ahead_on_simulated_learners() {
        let table = Table::read(&simulated::csv(300, 1)).expect("a table");
        let figures = |it: &[Prediction]| (auc(it).expect("right and wrong ones"), log_loss(it));
        let ours = figures(&predictions(&table, &fit(&table, Scope::Biases)));
        let alone = figures(&predictions(&table, &Model::shipped(&table)));
        let [last_five, skill_mean, elo] =
            [baseline::last_five, baseline::skill_mean, baseline::elo]
                .map(|it| figures(&it(&table)));
        // Elo learns how hard items are from all learners: a device alone cannot.
        let pairs = [
            (ours, last_five),
            (ours, skill_mean),
            (ours, elo),
            (alone, last_five),
            (alone, skill_mean),
        ];
        for (ahead, behind) in pairs {
            assert!(ahead.0 > behind.0 && ahead.1 < behind.1, "{ahead:?}, {behind:?}");
        }
    }
}
