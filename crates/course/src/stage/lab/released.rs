//! What the models do, as one number: the same at every step, natively and in every browser, for ever.

use super::{Model, Run};
use crate::rng::{Rng, derive};

/// What [`digest`] gives for each model.
pub const DIGESTS: [u64; 4] = [
    5_036_882_408_132_703_022,
    2_466_530_922_378_524_963,
    15_016_408_716_029_348_871,
    5_610_067_155_970_485_423,
];

/// One number for every step of a hundred trials.
pub fn digest(model: Model) -> u64 {
    let mut rng = Rng::new(derive(7, b"released"));
    let mut any = || -> Vec<u16> {
        let controls = model.controls().iter();
        controls
            .map(|it| {
                let values = it.scale.values();
                values[rng.below(values.len() as u64) as usize]
            })
            .collect()
    };
    (0..100).fold(0, |digest, _| {
        let mut run = Run::new(model, any(), any());
        let mut digest = run.digest(digest);
        while !run.is_over() {
            run.advance();
            digest = run.digest(digest);
        }
        digest
    })
}

/// The numbers of all models.
pub fn digests() -> [u64; 4] {
    Model::ALL.map(|(model, _)| digest(model))
}
