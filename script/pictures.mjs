/** Takes the README's pictures from a demonstration that runs: `node script/pictures.mjs http://127.0.0.1:4700`. */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser.mjs';
import { project } from './project.mjs';

const address = process.argv[2] ?? 'http://127.0.0.1:4700';
const pictures = [
  ['arbejde', 'jordemoder', '/arbejde', 1280, 800],
  ['forloeb', 'jordemoder', '/forloeb/maja', 1280, 800],
  ['plads', 'visitator', '/forloeb/alma/plads', 1280, 900],
  ['rapport', 'sekretaer', '/udmeldinger/2019-gravide/rapport/syddanmark?udgave=offentlig#antal', 1280, 800],
  ['telefon', 'kvinden', '/mit-forloeb', 390, 800],
];

const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
for (const [name, person, path, width, height] of pictures) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'da-DK' });
  const page = await context.newPage();
  await page.goto(`${address}/log-ind`);
  await page.click(`button[name="person"][value="${person}"]`);
  await page.goto(`${address}${path}`);
  await page.screenshot({ path: join(project, 'docs', 'pictures', `${name}.png`) });
  await context.close();
}
await browser.close();
