/** A real Chromium for the end-to-end tests, and the accessibility check that every page must pass. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Opens the browser for a test file and closes it when the file is done. */
export async function testBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: process.env.SAMLOB_BROWSER ?? '/usr/bin/chromium', args: quiet });
  afterAll(() => browser.close());
  return browser;
}

/**
 * What the accessibility rules (WCAG 2.2 A and AA, best practice) find wrong on a page: one line for each element.
 * Content security policy is stepped around for the checker alone, by the context's `bypassCSP`.
 */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // A page that waits for its numbers fetches itself anew, perhaps in the middle: then the new one is looked at.
  for (let left = 5; left > 0; left -= 1) {
    try {
      return await faultsNow(page);
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('Execution context was destroyed'))) throw error;
      await page.waitForLoadState('load');
    }
  }
  return faultsNow(page);
}

async function faultsNow(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  )) as {
    readonly violations: readonly {
      readonly id: string;
      readonly help: string;
      readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
    }[];
    readonly passes: readonly unknown[];
  };
  if (results.passes.length === 0) throw new Error('the accessibility check looked at nothing');
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} (${target.join(' ')}) ${failureSummary ?? ''}`),
  );
}

/** Logs in as one of the demo's people. */
export async function logInAs(context: BrowserContext, address: string, user: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${address}/log-ind`);
  await page.click(`button[name="person"][value="${user}"]`);
  // The click ends when the next page begins: wait for its styles too, since what is measured before them is not what is seen.
  await page.waitForLoadState('load');
  return page;
}

/** Confirms the place that is held, with her yes where she is asked about it; what speaks against the place is left to the journey. */
export async function confirmPlace(page: Page): Promise<void> {
  const yes = page.locator('form[action$="/bekraeft"] input[name="svar-plads"][value="yes"]');
  if ((await yes.count()) > 0) {
    await yes.check();
    await page.selectOption('form[action$="/bekraeft"] select[name="svar-plads-hvordan"]', 'telephone');
  }
  await page.click('main button:text-is("Bekræft pladsen")');
}
