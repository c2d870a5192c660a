// Without a network, after a restart of the browser; and with networks that lie.
import { assert, journey } from './harness.mjs';

const lesson = 'en/ma/ma-03/';
const next = 'en/ma/ma-04/';

for (const base of ['/', '/school/light/']) {
  journey(`a lesson once opened works without a network after a restart, below ${base}`, { base }, async (page, server) => {
    await page.open(lesson);
    await page.keptOffline();
    await server.order('down');
    await page.restart();
    await page.open(lesson);
    await page.running();
    await page.screen('lesson');
    assert.match(await page.text(), /Make ten/);

    await page.open('zh-Hans/');
    await page.running();
    await page.screen('today');
    await page.open('');
    await page.until('the front page leads to the language used last', () => location.pathname.endsWith('/zh-Hans/'));
    await page.running();
  });
}

journey('a lesson that was never opened says so without a network, and the way back works', {}, async (page, server) => {
  await page.open(lesson);
  await page.keptOffline();
  await server.order('down');
  await page.open(next);
  await page.running();
  assert.match(await page.text(), /not on this device/);
  await page.open(lesson);
  await page.running();
  assert.match((await page.item()).item, /^ma-03\./);
});

journey('nothing that is cut, changed or a log-in page is kept, and it heals by itself', {}, async (page, server) => {
  await page.open(lesson);
  await page.keptOffline();
  for (const fault of ['portal', 'flip', 'cut']) {
    await server.order(fault, 'packs/');
    await page.open(next);
    await page.running();
    assert.equal((await page.item()).item, undefined, `${fault}: no item from a false pack`);
    await server.order('clear');
    await page.open(lesson);
    await page.running();
  }
  await page.open(next);
  await page.until('the next lesson is there', () => document.querySelector('[data-item]'));
  await server.order('down');
  await page.reload();
  await page.running();
  assert.match((await page.item()).item, /^ma-04/);
});

for (const fault of ['portal', 'flip', 'cut', 'down']) {
  journey(`the first visit is whole or nothing: ${fault}`, { expects: [/is not what the build made/] }, async (page, server) => {
    await server.order('hold', 'sw.js');
    await page.open(lesson);
    await page.running();
    // One file of the shell is false when the worker installs itself.
    await server.order(fault, 'catalogue.zh-Hans');
    await server.order('release');
    await page.until('keeping has failed', () => document.documentElement.dataset.offline === 'failed');
    assert.deepEqual(await page.run(() => caches.keys().then((names) => names.filter((name) => !name.endsWith('packs')))), []);

    await server.order('clear');
    // A page that stays open heals by itself.
    if (fault !== 'cut') await page.reload();
    await page.keptOffline();
    await server.order('down');
    await page.reload();
    await page.running();
    await page.screen('lesson');
  });
}
