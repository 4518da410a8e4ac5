/** What the planner asks beside the proposals: what pathways cost the public by a table of her own, and where units should be. */
import { expect, test } from 'vitest';
import { accessibilityFaults, logInAs, testBrowser } from '../test/browser.ts';
import { testSite } from '../test/site.ts';

const site = await testSite();
const browser = await testBrowser();
const file = (content: string) => ({ name: 'udgifter.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
const phone = { viewport: { width: 390, height: 844 }, bypassCSP: true };

test('pathways are costed from a file of her own, a bad one is told of by line and column, and a secretariat reads the answer after a restart', async () => {
  const context = await browser.newContext(phone);
  const planner = await logInAs(context, site.address, 'planlaegger');
  await planner.goto(`${site.address}/planlaegning/udgifter`);
  for (const [field, text] of [
    ['titel', 'Ophold eller ingen hjælp'],
    ['kilde', 'Opdigtede beløb til afprøvning'],
    ['valuta', 'kr.'],
    ['prisaar', '2025'],
    ['rente', '3,5'],
  ] as const)
    await planner.fill(`[name="${field}"]`, text);
  await planner.setInputFiles('[name="fil"]', file('forløb;fra;til;pr_år\nophold;-0,5;0;mange\n'));
  await planner.click('text=Gem og regn ud');
  expect(await planner.textContent('main')).toContain('Linje 2, kolonne 4: «mange» er ikke et tal.');
  expect(await planner.inputValue('[name="titel"]')).toBe('Ophold eller ingen hjælp');
  expect(await accessibilityFaults(planner)).toEqual([]);

  const lines = [
    ['ophold', -0.5, 0, 900_000],
    ['ophold', 0, 18, 12_500.5],
    ['ingen hjælp', 0, 3, 150_000],
    ['ingen hjælp', 3, 18, 61_000],
  ] as const;
  const written = lines.map((line) => line.map((cell) => String(cell).replace('.', ',')).join(';')).join('\n');
  await planner.setInputFiles('[name="fil"]', file(`forløb;fra;til;pr_år\n${written}\n`));
  await planner.click('text=Gem og regn ud');
  // Worked out again by adding up ten thousand slices of every year.
  const worth = (pathway: string): string => {
    const slices = 10_000;
    let sum = 0;
    for (const [name, from, to, perYear] of lines)
      for (let slice = 0; name === pathway && slice < (to - from) * slices; slice += 1)
        sum += perYear / slices / 1.035 ** (from + (slice + 0.5) / slices + 0.5);
    return Math.round(sum).toLocaleString('da-DK');
  };
  const answer = await planner.textContent('main');
  for (const pathway of ['ophold', 'ingen hjælp'])
    expect(answer).toContain(`Et forløb «${pathway}» koster i alt ${worth(pathway)} kr. i nutidsværdi.`);
  expect(answer).toContain('«ophold» har tjent sig ind mod «ingen hjælp» ved 4 år og 5 måneder. Indtil da har det hele tiden kostet mere.');
  expect(await planner.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await accessibilityFaults(planner)).toEqual([]);
  const address = planner.url();
  await context.close();

  await site.restart();
  const reading = await browser.newContext({ javaScriptEnabled: false });
  const reader = await logInAs(reading, site.address, 'sekretaer');
  await reader.goto(address);
  expect(await reader.textContent('main')).toContain(`koster i alt ${worth('ophold')} kr.`);
  await reading.close();
});

test('where units should be is answered on a telephone, with what is assumed and why another page has another travel', async () => {
  const context = await browser.newContext(phone);
  const page = await logInAs(context, site.address, 'planlaegger');
  await page.goto(`${site.address}/planlaegning/steder`);
  await page.selectOption('[name="steder"]', '3');
  await page.focus('text=Regn ud');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/steder?steder=3');
  await page.waitForSelector('.compared', { timeout: 120_000 });
  const text = await page.textContent('main');
  for (const said of ['Når ingen ved, hvilket skøn der er rigtigt', 'Derfor kan rejsetiden være en anden', 'antagelse', 'uden kilde'])
    expect(text).toContain(said);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  for (const frame of await page.locator('.compared .table-frame').all())
    expect(await frame.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(1);
  expect(await accessibilityFaults(page)).toEqual([]);
  await context.close();
});
