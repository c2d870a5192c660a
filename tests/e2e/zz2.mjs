import { Server } from './server.mjs';
import { School } from './school.mjs';
import { Page } from './page.mjs';
import { writeFile } from 'node:fs/promises';
const server = await Server.start(process.env.SNOWLIGHT_DIST, '/');
const lessons = server.url.replace('localhost', 'app.localhost');
const mount = process.argv[2] || '';
const school = await School.start({ '': `<!doctype html><meta name=viewport content="width=device-width"><title>School</title><script src="${lessons}embed.js" ${mount} defer></script><h1>School</h1><p>Read this first.</p><p><a class="snowlight" href="${lessons}en/m/ma-03/?seed=1&then=ma-04">Make ten</a></p><p>Then go home.</p>` });
const page = await Page.start({ url: school.url, origin: school.origin, log: async () => [] }, { blocked: process.argv[3] === 'blocked' });
try {
  await page.open('');
  const frame = await page.until('frame', () => { const h = [...document.querySelectorAll('*')].find((it) => it.shadowRoot); const f = h && h.shadowRoot.querySelector('iframe'); return f && f.offsetHeight > 100 && f; });
  await page.driver.switchTo().frame(frame);
  await page.running();
  await page.until('item', () => document.querySelector('[data-item]'));
  console.log(await page.run(() => [location.href, document.documentElement.outerHTML.slice(0, 100), document.querySelector('#around').innerText]));
  await new Promise((r) => setTimeout(r, 1500)); console.log(await page.run(() => [innerHeight, document.documentElement.getBoundingClientRect().height, document.body.getBoundingClientRect().height]));
  console.log(await page.run(() => new Promise((r) => { try { const a = indexedDB.open('x'); a.onsuccess = () => r('ok'); a.onerror = () => r('error ' + a.error); } catch (e) { r(String(e)); } })));
  await page.driver.switchTo().defaultContent();
  await writeFile('/work/shots/e.png', await page.driver.takeScreenshot(), 'base64');
} catch (e) { console.log(e); await page.driver.switchTo().defaultContent(); await writeFile('/work/shots/e.png', await page.driver.takeScreenshot(), 'base64'); } 
console.log(page.browser.heard);
await page.end(); server.end(); school.end(); process.exit(0);
