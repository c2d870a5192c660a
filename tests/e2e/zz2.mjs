import { Server } from './server.mjs';
import { Page } from './page.mjs';
import { reach } from './quick.mjs';
const server = await Server.start(process.env.SNOWLIGHT_DIST, '/');
const page = await Page.start(server, {});
try {
  await reach(page, 'zh-Hans/ar/ar-03', 2, (stop) => stop.item === 'ar-03.f1');
  await page.until('x', () => document.querySelector('#stage fieldset > *'));
  await page.run(() => { const s = document.querySelector('#stage'); window.lg=[]; new MutationObserver((m) => m.forEach((it) => window.lg.push(performance.now().toFixed(0)+' '+it.target.tagName+'.'+it.target.className+' '+it.attributeName+'='+(it.attributeName&&it.target.getAttribute(it.attributeName))))).observe(document.querySelector('main'), {subtree:true, attributes:true}); });
  await page.press(/^棕$/);
  await page.press(/^调一调$/);
  await page.press(/^检查$/);
  await page.until('it is wrong', () => document.querySelector('[data-item][data-outcome=wrong]'));
  console.log(await page.run(() => window.lg.join('\n')));
  console.log(await page.run(() => document.querySelector('#stage').outerHTML));
  await page.press(/^再试一次$/);
  console.log(await page.run(() => window.lg.join('\n')));
  console.log(await page.run(() => document.querySelector('#stage').outerHTML + document.querySelector('.actions').outerHTML));
} finally { await page.end(); server.end(); }
