/** The call of 2019 is answered and reported: a municipality corrects its answer, the secretariat sees it in the report, after a restart. */
import { describe, expect, test } from 'vitest';
import { logInAs, testBrowser } from '../test/browser.ts';
import { testSite } from '../test/site.ts';

const browser = await testBrowser();

describe.each([
  { withScript: true, way: 'with script' },
  { withScript: false, way: 'without script' },
])('a call is answered, $way', async ({ withScript }) => {
  const site = await testSite();

  test('from the municipality’s correction to the region’s report', async () => {
    const context = await browser.newContext({ javaScriptEnabled: withScript });
    const municipality = await logInAs(context, site.address, 'kommune-odense');
    await municipality.click('nav.sections a:text-is("Udmeldinger")');
    await municipality.click('main a:text-is("Udsatte gravide kvinder med skadeligt rusmiddelbrug")');
    await municipality.click('main a:text-is("Se og ret svaret")');

    await municipality.fill('input[name="any-2017"]', '2');
    await municipality.fill('input[name="any-2018"]', 'to');
    await municipality.fill('input[name="residential-2019"]', '9');
    await municipality.click('main button:text-is("Gem svaret")');
    const problems = await municipality.innerText('[role="alert"]');
    expect(problems).toContain('Behandling i alt, 2018: «to» er ikke et tal.');
    expect(problems).toContain('Heraf døgnbehandling, 2019: der står 9 til døgnbehandling, men kun 3 til behandling i alt.');
    expect(await municipality.inputValue('input[name="any-2018"]')).toBe('to');

    await municipality.fill('input[name="any-2018"]', '3');
    await municipality.fill('input[name="residential-2019"]', '1');
    await municipality.click('main button:text-is("Gem svaret")');
    expect(await municipality.innerText('[role="alert"]')).toContain('2 + 3 + 3 er 8, men der står 10.');

    await municipality.fill('input[name="any-total"]', '8');
    await municipality.click('main button:text-is("Gem svaret")');
    expect(await municipality.innerText('[role="status"]')).toContain('Svaret fra Odense er gemt.');
    await context.close();

    await site.restart();

    const other = await browser.newContext({ javaScriptEnabled: withScript });
    const secretariat = await logInAs(other, site.address, 'sekretaer');
    await secretariat.goto(`${site.address}/udmeldinger/2019-gravide`);
    await secretariat.click('main a[aria-label="Region Syddanmark, intern udgave"]');
    const report = await secretariat.innerText('main');
    expect(report).toContain('8 i 2017, 8 i 2018 og 8 i 2019');
    expect(report).toContain('35 i 2017, 45 i 2018 og 58 i 2019');

    await secretariat.click('main a:text-is("Læs kladden til den offentlige udgave")');
    const published = await secretariat.innerText('main');
    expect(published).toContain('Heraf til døgnbehandling: skjult i alle årene');
    await other.close();
  });
});
