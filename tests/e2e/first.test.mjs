// A first visit by a deep link: the page reads at once, and what is picked before the program is there is kept.
import { By, assert, journey } from './harness.mjs';

for (const base of ['/', '/school/light/']) {
  journey(`a pick made before the program is there is kept, below ${base}`, { base }, async (page, server) => {
    await server.order('hold', '.wasm');
    await page.open('en/ma/ma-03/');
    assert.match(await page.text(), /Make ten/);
    const before = await page.item();
    const radio = await page.find('[data-item] input[type=radio]');
    await radio.findElement(By.xpath('..')).click();
    const picked = await page.run(() => document.querySelector('[data-item] input:checked').value);

    // The program is asked for and held back: with it this is all that the first answer waits for.
    await server.asked('.wasm', 1);
    const asked = await server.log();
    assert.ok(asked.length <= 8, `${asked.length} requests: ${asked.join(' ')}`);
    assert.ok(!asked.some((path) => path.includes('catalogue')), 'a first lesson costs no catalogue');

    await server.order('release');
    await page.running();
    assert.deepEqual(await page.item(), before, 'the program shows the item that the page showed');
    assert.equal(await page.run(() => document.querySelector('[data-item] input:checked').value), picked);
    await page.press('Check');
    await page.until('the attempt is judged', () => document.querySelector('[data-item]').dataset.outcome);
  });
}
