/** Every page that a persona can reach by links, looked at by the accessibility rules, wide and narrow, with script and without. */
import { describe, expect, test } from 'vitest';
import { personas } from '../src/demo/personas.ts';
import { accessibilityFaults, logInAs, testBrowser } from '../test/browser.ts';
import { testSite } from '../test/site.ts';

const site = await testSite();
const browser = await testBrowser();

/** Of pages that differ only in an id, this many are opened for each persona… */
const alike = 2;
/** …and this many are looked at by the rules, counted over all personas, since roles see different things on them. */
const lookedAt = 4;
const looks = new Map<string, number>();

describe.each(personas.map(({ id, role }) => ({ id, role })))('$role ($id)', ({ id }) => {
  test('finds every page fit for all, by keyboard, screen reader and phone', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
    const page = await logInAs(context, site.address, id);
    const seen = new Map<string, number>();
    const waiting = [new URL(page.url()).pathname];
    const faults: string[] = [];

    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const shape = path
        .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\b\d{4}\b|(?<=\/(?:afdeling|forloeb|rapport)\/)[^/?]+/g, ':id')
        .replace(/\?.*/, '');
      const before = seen.get(shape) ?? 0;
      if (before >= alike) continue;
      seen.set(shape, before + 1);

      const response = await page.goto(`${site.address}${path}`);
      if (!response?.headers()['content-type']?.startsWith('text/html')) continue;
      if (response.status() !== 200) faults.push(`${path}: answered ${response.status()}`);
      const count = looks.get(shape) ?? 0;
      looks.set(shape, count + 1);
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        if (count < lookedAt) faults.push(...(await accessibilityFaults(page)).map((fault) => `${path} (${width} wide): ${fault}`));
        const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
        if (Number(overflow) > 1) faults.push(`${path} (${width} wide): the page is ${String(overflow)} px wider than the screen`);
      }
      const links = (await page.evaluate(
        `[...document.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href'))`,
      )) as readonly string[];
      for (const link of links) if (!/^\/sprog|\.(docx|pdf|json)/.test(link)) waiting.push(link.replace(/#.*/, ''));
    }
    await context.close();

    expect(faults).toEqual([]);
    expect(seen.size).toBeGreaterThan(0);
  });

  test('finds its first page fit also where scripts never arrive, in both languages', async () => {
    const context = await browser.newContext({ viewport: { width: 1024, height: 900 }, bypassCSP: true });
    await context.route('**/*.js', (route) => route.abort());
    const page = await logInAs(context, site.address, id);
    const faults = [...(await accessibilityFaults(page))];
    await page.goto(`${site.address}/sprog/en?til=${encodeURIComponent(new URL(page.url()).pathname)}`);
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    faults.push(...(await accessibilityFaults(page)));
    await context.close();

    expect(faults).toEqual([]);
  });
});

test('many different pages were looked at', () => {
  expect(looks.size).toBeGreaterThanOrEqual(30);
});
