// The harness itself: a journey fails when a page complains.
import { assert, journey } from './harness.mjs';

const complaints = {
  'the policy forbids something': ['policy violation: style-src', () => document.body.setAttribute('style', 'color: red')],
  'nobody catches an error': ['thrown by a test', () => setTimeout(() => { throw new Error('thrown by a test'); })],
  'nobody catches a rejection': ['rejected by a test', () => { Promise.reject(new Error('rejected by a test')); }],
  'an error stands on the console': ['said by a test', () => console.error('said by a test')],
  'a file is not there': ['not there: /nowhere', () => fetch('/nowhere').then(() => {})],
};

journey('a page that complains fails its journey, in this tab and the next', { expects: [/./] }, async (page) => {
  await page.open('en/about/');
  await page.running();
  await page.isClean();
  for (const [what, [words, plant]] of Object.entries(complaints)) {
    await page.run(plant);
    await page.wait(what, () => page.isClean().then(() => null, (error) => error.message.includes(words)));
  }
  await page.driver.switchTo().newWindow('tab');
  await page.open('en/about/');
  await page.run(() => console.error('another tab was heard, said by a test'));
  await page.wait('the other tab is heard', () => page.isClean().then(() => null, (error) => error.message.includes('another tab')));
  assert.ok(page.browser.heard.length >= 5);
});
