//! What goes right and wrong with a chart, for those who check it.

use super::{Chart, Made, Row, Source, Task};

impl Chart {
    /// Rows in which one control goes evenly over its values.
    pub(super) fn own_table(&self, seed: u64) -> Vec<Row> {
        let Source::Own(setup, wanted) = &self.source else { return Vec::new() };
        let start = setup.start(seed);
        let Some(change) = setup.free().next() else { return Vec::new() };
        let values = setup.ways[change].values();
        let last = usize::from(*wanted).saturating_sub(1).max(1);
        let row = |number: u8| {
            let mut settings = start.clone();
            settings[change] = values[usize::from(number) * (values.len() - 1) / last];
            setup.row(seed, number, settings)
        };
        (0..*wanted).map(row).collect()
    }

    /// Responses that go wrong in one way each.
    pub(super) fn mistakes(&self, seed: u64) -> Vec<Made> {
        let rows = self.own_table(seed);
        let right = self.right(seed, &rows);
        let (step, top) = self.axis;
        let with = |rows: &[Row], answers: Vec<u16>| Made { seed, rows: rows.to_vec(), answers };
        let each =
            |change: &dyn Fn(u16) -> u16| with(&rows, right.iter().map(|it| change(*it)).collect());
        let mut all = vec![
            each(&|it| it.saturating_mul(step).min(top)),
            each(&|it| it / step.max(1)),
            each(&|it| if it + step > top { it - step } else { it + step }),
            with(&rows, vec![0; right.len()]),
        ];
        let mut turned = right.clone();
        turned.rotate_left(1);
        all.push(with(&rows, turned));
        if self.task != Task::Build {
            let values = self.given(seed);
            let (chosen, other) = self.chosen(seed);
            all.extend(
                (0..values.len() as u16)
                    .chain(values.iter().copied())
                    .map(|it| with(&rows, vec![it])),
            );
            let sum = |one: usize, two: usize| {
                values.get(one).zip(values.get(two)).map(|(one, two)| one + two)
            };
            all.extend(sum(chosen, other).map(|it| with(&rows, vec![it])));
        }
        if let Source::Own(setup, wanted) = &self.source {
            all.push(with(&rows[..1], right[..1].to_vec()));
            let start = setup.start(seed);
            let free: Vec<usize> = setup.free().collect();
            let row = |number: u8, changed: usize| {
                let mut settings = start.clone();
                for control in free.iter().take(changed) {
                    let values = setup.ways[*control].values();
                    settings[*control] = values[usize::from(number) % values.len()];
                }
                setup.row(seed, number, settings)
            };
            for changed in [0, 2] {
                let rows: Vec<Row> = (0..*wanted).map(|it| row(it, changed)).collect();
                let answers = self.right(seed, &rows);
                all.push(Made { seed, rows, answers });
            }
        }
        all
    }
}
