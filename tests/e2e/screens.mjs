// Pictures of the app's screens for the documents: node screens.mjs FOLDER
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Page, Server } from './harness.mjs';

const PHONE = [412, 915];
const SMALL = [320, 640];
const DESK = [1280, 800];

/** Name, size, colours, address, and what is done before the picture is taken. */
const SCREENS = [
  ['today', PHONE, 'light', 'en/', async () => {}],
  ['course', PHONE, 'light', 'en/ma/', async () => {}],
  ['choice', SMALL, 'light', 'en/ma/ma-01/?seed=1', answerWrongly],
  ['night', PHONE, 'dark', 'zh-Hans/ma/ma-01/?seed=1', (page) => page.press('拼音')],
  ['desk', DESK, 'light', 'en/en/en-01/?seed=1', answerWrongly],
  ['me', PHONE, 'dark', 'en/me/', async () => {}],
];

const folder = process.argv[2];
await mkdir(folder, { recursive: true });
const server = await Server.start(process.env.SNOWLIGHT_DIST, '/');
const page = await Page.start(server);
try {
  for (const [name, size, colours, path, act] of SCREENS) {
    await look(size, colours);
    await page.open(path);
    await page.running();
    await act(page);
    await writeFile(join(folder, `${name}.webp`), await picture());
    console.log(`${name}.webp`);
  }
} finally {
  await page.end();
  server.end();
}

function look([width, height], colours) {
  const { driver } = page;
  const features = [
    { name: 'prefers-color-scheme', value: colours },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ];
  return Promise.all([
    driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: true }),
    driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { features }),
  ]);
}

async function picture() {
  const options = { format: 'webp', quality: 70 };
  const { data } = await page.driver.sendAndGetDevToolsCommand('Page.captureScreenshot', options);
  return Buffer.from(data, 'base64');
}

async function answerWrongly(page) {
  const count = await page.count('.choice input');
  for (let at = 0; at < count; at += 1) {
    await page.run((at) => document.querySelectorAll('.choice input')[at].click(), at);
    await page.press('Check');
    const outcome = await page.until('it is judged', () => document.querySelector('[data-item]').dataset.outcome);
    if (outcome === 'wrong') return;
    await page.press('Next');
    await page.until('the next item is there', () => !document.querySelector('[data-item]').dataset.outcome);
  }
}
