//! A story that goes on as one chooses. Every choice leads to a later scene, so that there is always an end.

use crate::codec_struct;
use crate::item::{Mark, Score};
use crate::rng::Rng;
use crate::stage::Piece;

/// More scenes than any story has.
pub const SCENES_MAX: usize = 40;
/// The number of a way that is as good as any.
pub const GOOD: u8 = u8::MAX;

/// The scenes; the first one is the beginning.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// In the order of the source.
    pub scenes: Vec<Scene>,
}

codec_struct!(Scenario { scenes });

/// What is met. One without ways is an end.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// What the figure does: a movement's number.
    pub figure: u8,
    /// What is beside it: a thing's number.
    pub prop: u8,
    /// What happens.
    pub words: String,
    /// What can be done then.
    pub ways: Vec<Way>,
}

codec_struct!(Scene { figure, prop, words, ways });

/// Something to do, and where it leads.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// What one does.
    pub words: String,
    /// The scene after it.
    pub to: u8,
    /// The number of its letter if it is a mistake, else [`GOOD`].
    pub fault: u8,
}

codec_struct!(Way { words, to, fault });

impl Scenario {
    /// Whether a scene is there and leads on.
    fn ways(&self, scene: usize) -> &[Way] {
        self.scenes.get(scene).map(|it| &it.ways[..]).unwrap_or_default()
    }

    /// Where a way leads: always further on.
    fn after(&self, scene: usize, way: &Way) -> Option<usize> {
        let to = usize::from(way.to);
        (to > scene && to < self.scenes.len().min(SCENES_MAX)).then_some(to)
    }

    /// The scenes gone through, the first one among them; `None` if these ways are not there.
    pub fn path(&self, response: &[u8]) -> Option<Vec<usize>> {
        let mut path = vec![0];
        let mut scene = 0;
        for choice in response {
            let way = self.ways(scene).get(usize::from(*choice))?;
            scene = self.after(scene, way)?;
            path.push(scene);
        }
        Some(path)
    }

    /// Whether these ways lead to an end.
    pub fn ends(&self, response: &[u8]) -> bool {
        let last = self.path(response).and_then(|it| it.last().copied());
        last.is_some_and(|it| it < self.scenes.len() && self.ways(it).is_empty())
    }

    /// The faults on the way.
    fn faults(&self, response: &[u8], path: &[usize]) -> Vec<u8> {
        let taken = response.iter().zip(path);
        let taken = taken.filter_map(|(at, scene)| self.ways(*scene).get(usize::from(*at)));
        taken.map(|way| way.fault).filter(|fault| *fault != GOOD).collect()
    }

    /// The way of each scene that leads to an end with the fewest faults, and how many; `None` where none does.
    fn best(&self) -> Vec<Option<(u8, u32)>> {
        let count = self.scenes.len().min(SCENES_MAX);
        let mut best: Vec<Option<(u8, u32)>> = vec![None; count];
        for scene in (0..count).rev() {
            let ways = self.ways(scene);
            if ways.is_empty() {
                best[scene] = Some((0, 0));
            }
            for (at, way) in (0..).zip(ways) {
                let after = self.after(scene, way).and_then(|to| best[to]);
                let faults = after.map(|(_, faults)| faults + u32::from(way.fault != GOOD));
                let fewer = |known: Option<(u8, u32)>| known.is_none_or(|it| faults < Some(it.1));
                if let Some(faults) = faults.filter(|_| fewer(best[scene])) {
                    best[scene] = Some((at, faults));
                }
            }
        }
        best
    }

    /// From a scene to an end with the fewest faults.
    fn to_end(&self, scene: usize, response: &mut Vec<u8>) -> Option<u32> {
        let best = self.best();
        let (_, faults) = (*best.get(scene)?)?;
        let mut scene = scene;
        while let Some((at, _)) = best[scene].filter(|_| !self.ways(scene).is_empty()) {
            response.push(at);
            let way = &self.ways(scene)[usize::from(at)];
            scene = self.after(scene, way)?;
        }
        Some(faults)
    }

    /// The way to each scene with the fewest faults, if there is one.
    fn ways_to(&self) -> Vec<Option<(Vec<u8>, u32)>> {
        let count = self.scenes.len().min(SCENES_MAX);
        let mut reached: Vec<Option<(Vec<u8>, u32)>> = vec![None; count];
        if let Some(first) = reached.first_mut() {
            *first = Some((Vec::new(), 0));
        }
        for scene in 0..count {
            let Some((before, faults)) = reached[scene].clone() else { continue };
            for (at, way) in (0..).zip(self.ways(scene)) {
                let Some(to) = self.after(scene, way) else { continue };
                let faults = faults + u32::from(way.fault != GOOD);
                if reached[to].as_ref().is_none_or(|it| faults < it.1) {
                    let mut path = before.clone();
                    path.push(at);
                    reached[to] = Some((path, faults));
                }
            }
        }
        reached
    }

    /// Scenes that no way leads to.
    pub fn lost(&self) -> Vec<usize> {
        let reached = self.ways_to();
        (0..self.scenes.len()).filter(|it| !matches!(reached.get(*it), Some(Some(_)))).collect()
    }
}

impl Piece for Scenario {
    /// Wrong ways have letters.
    const FAULTS: &'static [&'static str] =
        &["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];

    const CLOSED: bool = true;

    /// All right without a fault; else as right as most of the ways, and the last fault is told of: what came before it is
    /// what the story told.
    fn judge(&self, response: &[u8]) -> Mark {
        if !self.ends(response) {
            return Mark::UNREADABLE;
        }
        let path = self.path(response).unwrap_or_default();
        let faults = self.faults(response, &path);
        match faults.last() {
            None => Mark::RIGHT,
            Some(last) => {
                let right = response.len() - faults.len();
                Mark::scored(Score::share(right, response.len()), *last)
            }
        }
    }

    fn solution(&self, _seed: u64) -> Option<Vec<u8>> {
        let marked = self.scenes.iter().flat_map(|it| &it.ways).any(|it| it.fault != GOOD);
        let mut response = Vec::new();
        let faults = self.to_end(0, &mut response);
        (marked && faults == Some(0)).then_some(response)
    }

    fn showing(&self, fault: u8, _seed: u64) -> Option<Vec<u8>> {
        let reached = self.ways_to();
        for (scene, before) in (0..).zip(&reached) {
            let Some((before, _)) = before else { continue };
            for (at, way) in (0..).zip(self.ways(scene)).filter(|(_, way)| way.fault == fault) {
                let mut response = before.clone();
                response.push(at);
                let Some(to) = self.after(scene, way) else { continue };
                if self.to_end(to, &mut response) == Some(0) {
                    return Some(response);
                }
            }
        }
        None
    }

    fn random(&self, _seed: u64, rng: &mut Rng) -> Vec<u8> {
        let mut response = Vec::new();
        let mut scene = 0;
        loop {
            let ways = self.ways(scene);
            let at = rng.below(ways.len() as u64) as u8;
            let after = ways.get(usize::from(at)).and_then(|way| self.after(scene, way));
            let Some(after) = after else { return response };
            response.push(at);
            scene = after;
        }
    }

    /// The longest way, with time to read each scene.
    fn seconds(&self) -> u32 {
        let count = self.scenes.len().min(SCENES_MAX);
        let mut longest = vec![0_u32; count];
        for scene in (0..count).rev() {
            let after = self.ways(scene).iter().filter_map(|way| self.after(scene, way));
            longest[scene] = 12 + after.map(|to| longest[to]).max().unwrap_or_default();
        }
        longest.first().copied().unwrap_or_default()
    }

    fn words(&mut self) -> Vec<&mut String> {
        let mut words = Vec::new();
        for scene in &mut self.scenes {
            words.push(&mut scene.words);
            words.extend(scene.ways.iter_mut().map(|way| &mut way.words));
        }
        words
    }

    fn asked(&self, _seed: u64) -> String {
        let scenes = self.scenes.iter().enumerate().map(|(at, scene)| {
            let ways = scene.ways.iter().map(|way| {
                let fault = Self::FAULTS.get(usize::from(way.fault));
                let fault = fault.map(|it| format!("[{it}] ")).unwrap_or_default();
                format!("{fault}{} → {}", way.words, way.to)
            });
            format!("{at} {} ({})", scene.words, ways.collect::<Vec<_>>().join(", "))
        });
        scenes.collect::<Vec<_>>().join(" | ")
    }
}
