//! Devices and the files under way between them.

use super::device::{Crash, Device, may_crash, pick};
use course::rng::Rng;
use learning::file::{self, File};
use learning::receipt::{Receipt, Taken, take};
use learning::vector::Code;
use std::collections::BTreeSet;

const DEVICES_MAX: usize = 8;
const YEAR: i64 = 31_557_600_000;

pub struct World {
    rng: Rng,
    devices: Vec<Device>,
    mail: Vec<Parcel>,
    /// Prints each step.
    told: bool,
}

/// A file under way.
#[derive(Clone)]
struct Parcel {
    bytes: Vec<u8>,
    /// It is as it was sent.
    whole: bool,
    /// Every record that it was made of.
    sent: BTreeSet<Vec<u8>>,
    /// Every record that the sender had.
    had: BTreeSet<Vec<u8>>,
}

impl World {
    pub fn new(mut rng: Rng, told: bool) -> Self {
        let count = 2 + rng.below(3);
        let mut devices: Vec<Device> = (0..count).map(|_| Device::new(rng.below(2) == 0)).collect();
        devices.iter_mut().for_each(|it| it.open(&mut rng));
        Self { rng, devices, mail: Vec::new(), told }
    }

    /// Something happens somewhere; whatever it was, that device is as the model says.
    pub fn step(&mut self) {
        let Some(at) = pick(self.devices.len(), &mut self.rng) else { return };
        let what = self.rng.below(32);
        if self.told {
            println!("device {at}: {what}");
        }
        if self.happens(at, what).is_err() {
            self.devices[at].restart(&mut self.rng);
        }
        self.devices[at].disk.is_as_the_model_says();
    }

    fn happens(&mut self, at: usize, what: u64) -> Result<(), Crash> {
        let (device, rng) = (&mut self.devices[at], &mut self.rng);
        match what {
            0..10 => device.act(rng)?,
            10..15 => self.send(at)?,
            15..20 => self.deliver(at)?,
            20..24 => self.ask(at)?,
            24 => return Err(Crash),
            25 => device.open(rng),
            26 => device.clock += (rng.below(121) as i64 - 60) * YEAR,
            27 => device.disk.full ^= true,
            28 => device.leave(rng),
            29 => device.newer ^= true,
            30 => self.copy(at),
            _ => self.lose(at),
        }
        Ok(())
    }

    /// Everyone gets everything of everyone: all have the same.
    pub fn settle(&mut self) {
        self.devices.iter_mut().for_each(|it| it.disk.full = false);
        for from in 0..self.devices.len() {
            for to in 0..self.devices.len() {
                let parcel = self.parcel(from, None);
                while self.bring(to, &parcel).is_err() {}
            }
        }
        let first = &self.devices[0].disk;
        let everything = self.everything();
        for device in &self.devices {
            device.disk.is_as_the_model_says();
            assert_eq!(device.disk.model.all, everything, "all have all");
            assert_eq!(Code::of(&device.disk.union().vector()), Code::of(&first.union().vector()));
            if first.model.twins() == 0 {
                assert_eq!(device.disk.progress(), first.progress(), "and mean the same by it");
            }
        }
    }

    fn everything(&self) -> BTreeSet<Vec<u8>> {
        self.devices.iter().flat_map(|it| it.disk.model.all.iter().cloned()).collect()
    }

    /// A file is made for another device, after its code or as a whole; it may suffer on the way or be lost.
    fn send(&mut self, from: usize) -> Result<(), Crash> {
        let to = self.rng.below(self.devices.len() as u64) as usize;
        let told = Code::of(&self.devices[to].disk.union().vector()).text();
        let code = (self.rng.below(3) > 0).then(|| Code::read(&told).expect("a code"));
        let mut parcel = self.parcel(from, code);
        may_crash(&mut self.rng)?;
        let rng = &mut self.rng;
        let spot = rng.below(parcel.bytes.len() as u64) as usize;
        match rng.below(6) {
            0 => parcel.bytes.truncate(spot),
            1 => parcel.bytes[spot] ^= 1 << rng.below(8),
            2 => return Ok(()),
            _ => {}
        }
        parcel.whole =
            !matches!(file::read(&parcel.bytes), Err(_) | Ok(File { fault: Some(_), .. }));
        self.mail.push(parcel);
        Ok(())
    }

    /// A device shows its neighbour its code and gets a file for it.
    fn ask(&mut self, to: usize) -> Result<(), Crash> {
        let code = Code::of(&self.devices[to].disk.union().vector());
        let parcel = self.parcel((to + 1) % self.devices.len(), Some(code));
        let gap = self.bring(to, &parcel)?.is_some_and(|it| it.gap);
        assert!(!gap, "the code was right, and what was sent for it goes on from elsewhere");
        Ok(())
    }

    fn parcel(&mut self, from: usize, code: Option<Code>) -> Parcel {
        let disk = &mut self.devices[from].disk;
        let have = disk.union();
        let base = code.and_then(|code| code.among(&disk.remembered).cloned());
        let written = file::write(5, &have, base.as_ref());
        disk.remembered.push(have.vector());
        let sent = base.map_or_else(|| have.clone(), |base| have.since(&base));
        Parcel {
            bytes: written.files[0].clone(),
            whole: true,
            sent: sent.records().iter().map(|it| it.bytes.clone()).collect(),
            had: disk.model.all.clone(),
        }
    }

    /// One of the files under way arrives; it may arrive again.
    fn deliver(&mut self, to: usize) -> Result<(), Crash> {
        let Some(at) = pick(self.mail.len(), &mut self.rng) else { return Ok(()) };
        let parcel = self.mail[at].clone();
        if self.rng.below(2) == 0 {
            self.mail.swap_remove(at);
        }
        self.bring(to, &parcel).map(drop)
    }

    /// A file is taken in, if it can be read.
    fn bring(&mut self, to: usize, parcel: &Parcel) -> Result<Option<Receipt>, Crash> {
        let Ok(file) = file::read(&parcel.bytes) else { return Ok(None) };
        let arrived: BTreeSet<Vec<u8>> = file.records.iter().cloned().collect();
        assert!(arrived.is_subset(&parcel.sent), "made up on the way");
        assert!(!parcel.whole || arrived == parcel.sent, "lost on the way");
        let disk = &mut self.devices[to].disk;
        let Taken { log, aside, receipt, sender } =
            take(&disk.union(), &file, &[], &disk.remembered);
        let counted = receipt.new + receipt.known + receipt.aside + receipt.unreadable;
        assert_eq!((counted as usize, receipt.lost == 0), (file.records.len(), parcel.whole));
        let log: Vec<Vec<u8>> = log.into_iter().map(|it| it.bytes).collect();
        let kept = disk.append(&log);
        may_crash(&mut self.rng)?;
        let kept = kept.and_then(|()| disk.put_aside(&aside));
        may_crash(&mut self.rng)?;
        if kept.is_ok() {
            disk.remembered.extend(sender);
            // What the receipt says can be relied on: nothing is missing of what the sender had.
            let missing = parcel.had.difference(&disk.model.all).count();
            assert!(missing == 0 || receipt.gap || receipt.lost > 0, "{missing} missing");
        }
        Ok(Some(receipt))
    }

    /// A device set up from the image of another, pages and all: both go on writing under the same names.
    fn copy(&mut self, at: usize) {
        if self.devices.len() < DEVICES_MAX {
            self.devices.push(self.devices[at].clone());
        }
    }

    /// A store that is wiped takes all with it.
    fn lose(&mut self, at: usize) {
        self.devices[at] = Device::new(false);
        self.devices[at].open(&mut self.rng);
    }
}
