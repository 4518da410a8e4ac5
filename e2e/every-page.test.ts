/**
 * Every page that a persona can reach by links, looked at by the accessibility rules, wide and narrow; each kind of page once more
 * in English where scripts never arrive; each form as it comes back when it is refused; and the pages that say no.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { personas } from '../src/demo/personas.ts';
import { accessibilityFaults, logInAs, testBrowser } from '../test/browser.ts';
import { testSite } from '../test/site.ts';

const site = await testSite();
const browser = await testBrowser();

/** Of pages that differ only in an id, this many are opened for each persona… */
const alike = 2;
/** …and this many are looked at by the rules, counted over all personas, since roles see different things on them. */
const lookedAt = 2;
const looks = new Map<string, number>();
/** The first page of each kind that was met, and by whom. */
const kinds = new Map<string, { readonly path: string; readonly user: string }>();

/** What kind of page an address leads to: the address without ids and questions. */
function kindOf(path: string): string {
  return path
    .replaceAll(
      /[0-9a-f]{8}-[0-9a-f-]{27}|\b\d{4}\b|(?<=\/(?:afdeling|forloeb|ophold|opgoerelser|rapport|tilbud)\/)(?!opret)[^/?]+/g,
      ':id',
    )
    .replace(/\?.*/, '');
}

describe.each(personas.map(({ id, role }) => ({ id, role })))('$role ($id)', ({ id }) => {
  test('finds every page fit for all, by keyboard, screen reader and phone', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
    const page = await logInAs(context, site.address, id);
    const seen = new Map<string, number>();
    const waiting = [new URL(page.url()).pathname];
    const faults: string[] = [];

    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const kind = kindOf(path);
      const before = seen.get(kind) ?? 0;
      if (before >= alike) continue;
      seen.set(kind, before + 1);

      const response = await page.goto(`${site.address}${path}`);
      if (!response?.headers()['content-type']?.startsWith('text/html')) continue;
      // A public report that is not released yet says so, on a page of its own.
      const allowed = kind.endsWith('/rapport/:id') ? [200, 409] : [200];
      if (!allowed.includes(response.status())) faults.push(`${path}: answered ${response.status()}`);
      if (!kinds.has(kind)) kinds.set(kind, { path, user: id });
      const count = looks.get(kind) ?? 0;
      looks.set(kind, count + 1);
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        if (count < lookedAt) faults.push(...(await faultsOf(page, `${path} (${width} wide)`)));
        const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
        if (Number(overflow) > 1) faults.push(`${path} (${width} wide): the page is ${String(overflow)} px wider than the screen`);
      }
      const links = (await page.evaluate(
        `[...document.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href'))`,
      )) as readonly string[];
      for (const link of links) if (!/^\/sprog|\.(docx|pdf|json|csv|xlsx)/.test(link)) waiting.push(link.replace(/#.*/, ''));
    }
    await context.close();

    expect(faults).toEqual([]);
    expect(seen.size).toBeGreaterThan(0);
  });
});

test('many different kinds of page were looked at', () => {
  expect(kinds.size).toBeGreaterThanOrEqual(30);
});

describe('where scripts never arrive', () => {
  test('each kind of page is fit for all, also in English', async () => {
    const faults: string[] = [];
    for (const [user, pages] of byUser()) {
      const { context, page } = await withoutScripts(user);
      await context.addCookies([{ name: 'sprog', value: 'en', url: site.address }]);
      for (const { path } of pages) {
        await page.goto(`${site.address}${path}`);
        if ((await page.getAttribute('html', 'lang')) !== 'en') faults.push(`${path}: is not in English`);
        faults.push(...(await faultsOf(page, `${path} (in English, without scripts)`)));
      }
      await context.close();
    }

    expect(faults).toEqual([]);
  });

  test('a page that says no is fit for all: not yours, not there', async () => {
    const faults: string[] = [];
    const answered: number[] = [];
    const { context, page } = await withoutScripts('planlaegger');
    for (const path of ['/spor', '/findes-ikke', '/forloeb/maja']) {
      const response = await page.goto(`${site.address}${path}`);
      answered.push(response?.status() ?? 0);
      faults.push(...(await faultsOf(page, path)));
    }
    await context.clearCookies();
    for (const path of ['/findes-ikke', '/log-ind']) {
      const response = await page.goto(`${site.address}${path}`);
      answered.push(response?.status() ?? 0);
      faults.push(...(await faultsOf(page, `${path} (before login)`)));
    }
    await context.close();

    expect(answered).toEqual([403, 404, 403, 404, 200]);
    expect(faults).toEqual([]);
  });

  test('a form that is refused says what is wrong and is fit for all', async () => {
    const faults: string[] = [];
    const [tried, refused] = [new Set<string>(), new Set<string>()];
    for (const [user, pages] of byUser()) {
      const { context, page } = await withoutScripts(user);
      for (const { path } of pages)
        for (const action of await formsOn(page, path)) {
          const kind = kindOf(action);
          if (tried.has(kind)) continue;
          tried.add(kind);
          const status = await sendEmptied(page, path, action);
          if (status < 400) continue;
          refused.add(kind);
          if (status !== 422 && status !== 409) faults.push(`${action}: answered ${status}`);
          if ((await page.locator('main .alert').count()) === 0) faults.push(`${action}: does not say what is wrong`);
          faults.push(...(await faultsOf(page, `${action} (refused)`)));
        }
      await context.close();
    }

    expect(faults).toEqual([]);
    expect(refused.size).toBeGreaterThanOrEqual(15);
  });
});

async function faultsOf(page: Page, where: string): Promise<readonly string[]> {
  return (await accessibilityFaults(page)).map((fault) => `${where}: ${fault}`);
}

/** The kinds of page by who met them first, so that each is logged in once. */
function byUser(): ReadonlyMap<string, readonly { readonly path: string }[]> {
  const all = [...kinds.values()];
  return new Map(all.map(({ user }) => [user, all.filter((page) => page.user === user)]));
}

async function withoutScripts(user: string): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1024, height: 900 }, bypassCSP: true });
  await context.route('**/*.js', (route) => route.abort());
  return { context, page: await logInAs(context, site.address, user) };
}

/** Where the forms of a page send what is written in them. */
async function formsOn(page: Page, path: string): Promise<readonly string[]> {
  await page.goto(`${site.address}${path}`);
  return (await page.evaluate(
    `[...document.querySelectorAll('main form[method="post"]')].map((form) => form.getAttribute('action'))`,
  )) as string[];
}

/** Empties every field of a form and sends it; the status of the answer, or 0 where what was sent before has taken the form away. */
async function sendEmptied(page: Page, path: string, action: string): Promise<number> {
  await page.goto(`${site.address}${path}`);
  if ((await page.locator(`main form[action="${action}"]`).count()) === 0) return 0;
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().isNavigationRequest() && response.request().method() === 'POST'),
    page.waitForEvent('load'),
    page.evaluate(`{
      const form = document.querySelector('main form[action="${action}"]');
      for (const field of form.elements) {
        if (field.type === 'radio' || field.type === 'checkbox') field.checked = false;
        else if (field.tagName !== 'BUTTON' && field.type !== 'hidden') field.value = '';
      }
      form.submit();
    }`),
  ]);
  return answer.status();
}
