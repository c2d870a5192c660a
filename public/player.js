self.EMBED = { storage: Promise.resolve(), kept() {} };
