use crate::stage::lab::released::{DIGESTS, digests};
use crate::stage::lab::{Model, Run, float, magnet, plant, shadow};
use proptest::prelude::*;

/// Any settings of a model.
fn settings(model: Model) -> impl Strategy<Value = Vec<u16>> {
    let each = model.controls().iter().map(|it| prop::sample::select(it.scale.values()));
    each.collect::<Vec<_>>()
}

fn finished(model: Model, settings: &[u16]) -> Run {
    let mut run = Run::new(model, settings.to_vec(), settings.to_vec());
    run.go(u16::MAX);
    run
}

#[test]
fn every_step_is_what_it_always_was() {
    assert_eq!(digests(), DIGESTS);
}

proptest! {
    #[test]
    fn going_back_and_forth_is_the_same_as_going_on(
        model in prop::sample::select(Model::ALL.map(|(it, _)| it).to_vec()), there in 0_u16..300, back in 0_u16..300,
    ) {
        let to: Vec<u16> = model.controls().iter().map(|it| it.scale.values()[1]).collect();
        let from: Vec<u16> = model.controls().iter().map(|it| it.scale.values()[0]).collect();
        let mut straight = Run::new(model, from.clone(), to.clone());
        straight.go(back);
        let mut about = Run::new(model, from, to);
        about.go(there);
        about.go(back);
        prop_assert_eq!(straight, about);
    }

    // Shadows.

    #[test]
    fn the_ray_past_the_top_of_the_stick_is_straight(it in settings(Model::Shadow)) {
        let shadow = Model::Shadow.outcome(&it, 0);
        let [height, distance, size] = [0, 1, 2].map(|at| i64::from(it[at]));
        // shadow : size = (shadow + distance) : height, to a thousandth of a centimetre.
        let off = shadow * height - (shadow + distance * 1000) * size;
        prop_assert!(off.abs() <= height, "{off}");
    }

    #[test]
    fn twice_as_large_everywhere_is_twice_the_shadow(it in settings(Model::Shadow)) {
        let [height, distance, size] = [0, 1, 2].map(|at| i64::from(it[at]) * 1000);
        let (once, twice) = (shadow::length(height, distance, size), shadow::length(2 * height, 2 * distance, 2 * size));
        prop_assert!((2 * once - twice).abs() <= 1);
    }

    #[test]
    fn a_lower_or_farther_lamp_and_a_longer_stick_make_a_longer_shadow(it in settings(Model::Shadow)) {
        let of = |height, distance, size| Model::Shadow.outcome(&[height, distance, size, it[3]], 0);
        let (height, distance, size) = (it[0], it[1], it[2]);
        let here = of(height, distance, size);
        prop_assert!(of(height + 10, distance, size) < here);
        prop_assert!(of(height, distance + 10, size) > here);
        prop_assert!(of(height, distance, size + 5) > here);
    }

    #[test]
    fn the_shadow_lies_on_the_other_side_and_is_as_long_there(it in settings(Model::Shadow)) {
        let other = [it[0], it[1], it[2], 1 - it[3]];
        prop_assert_eq!(Model::Shadow.outcome(&it, 0), Model::Shadow.outcome(&other, 0));
        prop_assert_eq!(Model::Shadow.outcome(&it, 1), 1 - i64::from(it[3]));
        prop_assert_eq!(Model::Shadow.outcome(&it, 1) + Model::Shadow.outcome(&other, 1), 1);
    }

    // Floating.

    #[test]
    fn what_floats_pushes_aside_as_much_as_it_weighs_and_what_sinks_all_of_itself(it in settings(Model::Float)) {
        let [mass, volume, floats, under, pushed] = [0, 1, 2, 3, 4].map(|meter| Model::Float.outcome(&it, meter));
        let weight = pushed * float::density(&it) / 1000;
        if floats == 1 {
            prop_assert!((weight - mass).abs() <= 2, "{weight} for {mass}");
            prop_assert!(pushed < volume && under < 100_000);
        } else {
            prop_assert!(weight <= mass);
            prop_assert_eq!(pushed, volume);
            prop_assert_eq!(under, 100_000);
        }
    }

    #[test]
    fn let_go_it_comes_to_rest_where_the_law_says(it in settings(Model::Float)) {
        let mut run = Run::new(Model::Float, it.clone(), it.clone());
        run.go(float::STEPS - 60);
        let nearly = run.at[0];
        run.go(float::STEPS);
        prop_assert_eq!(run.at[0], float::rest(&it));
        // What is clearly lighter or heavier than the water is there before it is led.
        let (mass, volume) = (Model::Float.outcome(&it, 0), Model::Float.outcome(&it, 1));
        let clearly = (mass * 1000 - volume * float::density(&it)).abs() * 12 > mass * 1000;
        prop_assert!(!clearly || (nearly - run.at[0]).abs() <= 15_000, "{nearly} for {}", run.at[0]);
        if Model::Float.outcome(&it, 2) == 1 {
            let tall = float::of(&it).tall * 1000;
            prop_assert!((run.at[0] * 100_000 / tall - Model::Float.outcome(&it, 3)).abs() <= 10);
        }
    }

    #[test]
    fn salt_only_lifts(it in settings(Model::Float)) {
        let more = [it[0], (it[1] + 1).min(12)];
        prop_assert!(Model::Float.outcome(&more, 2) >= Model::Float.outcome(&it, 2));
        prop_assert!(Model::Float.outcome(&more, 3) <= Model::Float.outcome(&it, 3));
        for meter in [0, 1] {
            prop_assert_eq!(Model::Float.outcome(&more, meter), Model::Float.outcome(&it, meter));
        }
    }

    // Plants.

    #[test]
    fn leaves_neither_shrink_nor_grow_past_what_a_pot_can_feed(it in settings(Model::Plant)) {
        let mut run = Run::new(Model::Plant, it.clone(), it);
        let mut before = plant::BEGIN;
        while !run.is_over() {
            run.advance();
            prop_assert!(run.at[0] >= before && run.at[0] <= plant::FULL);
            before = run.at[0];
        }
    }

    #[test]
    fn without_light_or_water_or_in_the_cold_nothing_grows(it in settings(Model::Plant)) {
        for nothing in [[0, it[1], it[2]], [it[0], 0, it[2]], [it[0], 10, it[2]], [it[0], it[1], 5], [it[0], it[1], 40]] {
            prop_assert_eq!(Model::Plant.outcome(&nothing, 0), plant::BEGIN / 1000);
        }
    }

    #[test]
    fn light_never_harms_and_water_helps_up_to_a_point(it in settings(Model::Plant)) {
        let lighter = [(it[0] + 2).min(14), it[1], it[2]];
        prop_assert!(Model::Plant.outcome(&lighter, 0) >= Model::Plant.outcome(&it, 0));
        let watered = |water| plant::favour(&[it[0], water, it[2]]);
        for water in 0..4 {
            prop_assert!(watered(water) <= watered(water + 1));
        }
        for water in 5..10 {
            prop_assert!(watered(water) >= watered(water + 1));
        }
    }

    // Magnets.

    #[test]
    fn turning_both_magnets_changes_nothing_and_turning_one_turns_the_force(pole in 0_u16..2, thing in 12_u16..14, gap in 1_u16..13) {
        let gap = gap * 5;
        let pull = |thing, pole| Model::Magnet.outcome(&[thing, pole, gap], 1);
        let here = pull(thing, pole);
        prop_assert_eq!(pull(25 - thing, 1 - pole), here);
        prop_assert_eq!(pull(25 - thing, pole), -here);
        prop_assert_eq!(pull(thing, 1 - pole), -here);
    }

    #[test]
    fn nearer_is_stronger_and_what_is_no_iron_feels_nothing(it in settings(Model::Magnet)) {
        let farther = [it[0], it[1], (it[2] + 5).min(60)];
        let strength = |it: &[u16]| Model::Magnet.outcome(it, 1).abs();
        prop_assert!(strength(&farther) <= strength(&it));
        match magnet::stuff(it[0]) {
            magnet::Stuff::Metal | magnet::Stuff::Other => prop_assert_eq!(strength(&it), 0),
            magnet::Stuff::Iron => prop_assert!(Model::Magnet.outcome(&it, 1) > 0),
            magnet::Stuff::North | magnet::Stuff::South => prop_assert!(strength(&it) > 5000),
        }
    }

    #[test]
    fn a_cart_goes_where_it_is_pulled(it in settings(Model::Magnet)) {
        let start = i64::from(it[2]) * 1000;
        let end = finished(Model::Magnet, &it).at[0];
        match Model::Magnet.outcome(&it, 0) {
            0 => prop_assert_eq!(end, start),
            1 => prop_assert_eq!(end, 0),
            _ => prop_assert!(end > start && end <= magnet::FAR),
        }
    }
}
