import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { moment } from '../../domain/time.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';

let now = moment('2026-11-22T09:00:00Z');
const web = await testWeb(() => now);
const address = '/planlaegning/efterspoergsel';
const scenarios = '/planlaegning/scenarier';

/** Everything that a form on a page would send. */
function filled($: Awaited<ReturnType<Awaited<ReturnType<typeof web.as>>['get']>>['$'], form: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const field of $(form).find('input, select, textarea').toArray()) {
    const name = $(field).attr('name');
    const chosen = $(field).find('option[selected]').attr('value') ?? $(field).find('option').first().attr('value');
    if (name !== undefined) fields[name] = String(($(field).is('select') ? chosen : $(field).val()) ?? '');
  }
  return fields;
}

test('the register’s shielded counts become an estimate of a scenario that the agency reads, and no small number is shown', async () => {
  const planner = await web.as('planlaegger');
  const page = await planner.get(`${address}?aar=3`);
  expect(page.status).toBe(200);
  expect(page.text).toContain('Forløb registreret i Samløb');
  const rows = page.$('table').first().find('tbody tr').toArray();
  expect(rows.map((row) => page.$(row).find('th').text())).toEqual(['2023', '2024', '2025']);
  for (const row of rows) {
    const shown = page.$(row).find('td').first().text();
    if (shown !== 'skjult') expect(Number(shown)).toBeGreaterThanOrEqual(5);
  }
  expect(page.text).toMatch(/registreres der næste år mellem \d+ og \d+ kvinder/);
  const carried = filled(page.$, `form[action="${scenarios}/nyt"]`);
  const form = await planner.get(`${scenarios}/nyt?${new URLSearchParams({ ...carried, fra: 'kommunerne-2025' }).toString()}`);
  const fields = filled(form.$, 'form.scenario-form');
  expect(fields['skoen-3-navn']).toBe('Registret: Visiteret til en døgnbehandlingsindsats');
  const saved = await planner.post(scenarios, { ...fields, titel: 'Med registret' });
  expect(saved.status).toBe(303);
  const agency = await (await web.restarted()).as('styrelse');
  const { estimates = [] } = JSON.parse((await agency.get(`${saved.location}/fil.json`)).response.body) as Scenario;
  expect(estimates.length).toBe(4);
  expect(estimates[3]).toMatchObject({
    name: 'Registret: Visiteret til en døgnbehandlingsindsats',
    from: Number(carried['skoen-fra']?.replace(',', '.')),
  });
  expect(estimates[3]?.source).toContain('skærmede tal for hele landet 2023–2025');
  // The same estimate next time takes its own row.
  const again = await planner.get(`${saved.location}/ret`);
  expect(filled(again.$, 'form.scenario-form')['skoen-4-navn'] ?? '').toBe('');
});

test('a demand of the page of next year is carried to a scenario by the planner, and to none that is full', async () => {
  const planner = await web.as('planlaegger');
  const { $ } = await planner.get('/tal/naeste-aar');
  const links = $(`a[href^="${scenarios}/nyt?"]`);
  // Each estimate but the pooled one, which the page advises against, and the example that nobody has estimated.
  expect(links.length).toBe($('section.one-table tbody tr').length - 2);
  const form = await planner.get(links.first().attr('href') ?? '');
  const fields = filled(form.$, 'form.scenario-form');
  expect(fields['skoen-3-kilde']).toContain('fra siden om næste års efterspørgsel, hentet 22. november 2026');
  expect(Number(fields['skoen-3-fra']?.replace(',', '.'))).toBeLessThan(Number(fields['skoen-3-til']?.replace(',', '.')));
  const more = Object.fromEntries(
    [4, 5].flatMap((row) => ['navn', 'fra', 'til', 'kilde'].map((part) => [`skoen-${row}-${part}`, part.length > 3 ? `Mit ${row}` : '7'])),
  );
  const full = await planner.post(scenarios, { ...fields, ...more, titel: 'Fuldt' });
  expect(full.status).toBe(303);
  const id = full.location.split('/').at(-1) ?? '';
  const refused = await planner.get(
    `${scenarios}/nyt?${new URLSearchParams({ fra: id, skoen: 'Et til', 'skoen-fra': '1', 'skoen-til': '2', 'skoen-kilde': 'K' }).toString()}`,
  );
  expect([refused.status, refused.text.includes('Scenariet har allerede 6 skøn.')]).toEqual([422, true]);
  expect((await (await web.as('styrelse')).get('/tal/naeste-aar')).$(`a[href^="${scenarios}/nyt?"]`).length).toBe(0);
});

test('is read by those who plan, and by nobody else', async () => {
  expect((await (await web.as('styrelse')).get(address)).$(`form[action="${scenarios}/nyt"]`).length).toBe(0);
  expect((await (await web.as('jordemoder')).get(address)).status).toBe(403);
});

test('the same scenario is run again next year from the register’s newer figures, and its new version says what changed', async () => {
  const first = await (await web.as('planlaegger')).get(`${address}?aar=3`);
  expect(first.text).toContain('tallene for 2026 kommer med fra den 1. januar 2027');
  const planner = await web.as('planlaegger');
  const carried = filled(first.$, `form[action="${scenarios}/nyt"]`);
  const form = await planner.get(`${scenarios}/nyt?${new URLSearchParams({ ...carried, fra: 'kommunerne-2025' }).toString()}`);
  const { location } = await planner.post(scenarios, { ...filled(form.$, 'form.scenario-form'), titel: 'Hvert år' });
  const id = location.split('/').at(-1) ?? '';

  const before = now;
  now = moment('2027-03-01T09:00:00Z');
  try {
    const later = await (await web.restarted()).as('planlaegger');
    const page = await later.get(`${address}?aar=3`);
    const years = page
      .$('table')
      .first()
      .find('tbody th')
      .toArray()
      .map((head) => page.$(head).text());
    expect(years).toEqual(['2024', '2025', '2026']);
    const again = filled(page.$, `form[action="${scenarios}/ny-version"]`);
    const sent = await later.get(`${scenarios}/ny-version?${new URLSearchParams({ ...again, scenarie: id }).toString()}`);
    expect(sent.status).toBe(303);
    const next = await later.get(sent.location);
    const fields = filled(next.$, 'form.scenario-form');
    expect([fields['skoen-3-navn'], fields['skoen-4-navn'] ?? '']).toEqual(['Registret: Visiteret til en døgnbehandlingsindsats', '']);
    expect((await later.post(scenarios, fields)).location).toBe(location);
    const told = (await later.get(location)).$('.plan-changes').first().text();
    expect(told).toContain('2023–2025');
    expect(told).toContain('2024–2026');
    expect((await later.get(`${location}/fil.json?version=1`)).response.body).toContain('2023–2025');
  } finally {
    now = before;
  }
});

test('the register’s printed middles and shares become assumptions of a scenario, with their source, and what is not printed leaves them', async () => {
  // The year of the demonstration is over.
  now = moment('2027-02-15T09:00:00Z');
  const planner = await web.as('planlaegger');
  const page = await planner.get(`${address}?aar=3`);
  expect(page.text).toContain('Hvad registret siger om de andre antagelser');
  expect(page.text).toContain('vises kun, når ingen leverandørs nætter kan læses ud af den');
  const table = page.$('table').filter((_, one) => page.$(one).find('caption').text().startsWith('Hvad registret siger'));
  const rows = table
    .find('tbody tr')
    .toArray()
    .map((row) =>
      page
        .$(row)
        .find('th, td')
        .toArray()
        .map((cell) => page.$(cell).text()),
    );
  expect(rows.map((row) => row[3])).toEqual([
    'Uge ved henvisning',
    'Andel, der tager imod',
    'Uger efter fødslen',
    'Andel, stedet siger nej til',
    ...Array.from({ length: 3 }, () => 'Ingen antagelse: hold det op mod svaret'),
  ]);
  expect(rows[0]?.[1]).toMatch(/^uge \d+$/);
  expect(rows[0]?.[2]).toMatch(/^2026; Forløb registreret i Samløb.*opgjort .*ventetid\/2026-1$/);
  const form = await planner.get(`${scenarios}/med-registret?fra=kommunerne-2025`);
  const plain = await planner.get(`${scenarios}/nyt?fra=kommunerne-2025`);
  const [fields, before] = [form, plain].map(({ $ }) => filled($, 'form.scenario-form'));
  const words = ['henvist', 'tager-imod', 'efter', 'siger-nej'];
  for (const [index, word] of words.entries()) {
    const isPrinted = rows[index]?.[1] !== '–';
    const isTaken = fields?.[`${word}-kilde`]?.startsWith('Registret: ') ?? false;
    expect([word, isTaken]).toEqual([word, isPrinted]);
    if (!isPrinted) {
      expect(rows[index]?.[2]).toContain('Antagelsen bliver, som den er');
      expect(fields?.[word]).toBe(before?.[word]);
    }
  }
  const saved = await planner.post(scenarios, { ...fields, titel: 'Med registrets midter' });
  expect(saved.status).toBe(303);
  const { basis } = JSON.parse(
    (await (await (await web.restarted()).as('styrelse')).get(`${saved.location}/fil.json`)).response.body,
  ) as Scenario;
  expect(basis?.['course.weekAtReferral']?.source).toContain('Registret: Graviditetsuge ved første henvisning, median, 2026;');
  expect((await (await web.as('styrelse')).get(`${scenarios}/med-registret`)).status).toBe(403);
});

test('the scenario gets the figures of the years that the page shows, be they eight or one', async () => {
  const valuesOf = (page: Awaited<ReturnType<Awaited<ReturnType<typeof web.as>>['get']>>) =>
    page
      .$('table')
      .filter((_, one) => page.$(one).find('caption').text().startsWith('Hvad registret siger'))
      .find('tbody tr')
      .toArray()
      .slice(0, 4)
      .map((row) => page.$(row).find('td').first().text());
  const taken = async (planner: Awaited<ReturnType<typeof web.as>>, aar: string) => {
    const { $ } = await planner.get(`${scenarios}/med-registret?fra=kommunerne-2025&aar=${aar}`);
    const fields = filled($, 'form.scenario-form');
    return ['henvist', 'tager-imod', 'efter', 'siger-nej'].map((word) => fields[`${word}-kilde`]?.startsWith('Registret: ') ?? false);
  };
  const before = now;
  try {
    // Of 2024–2031 only the eldest have figures: three years would carry none of what eight show.
    now = moment('2032-02-15T09:00:00Z');
    const later = await web.as('planlaegger');
    const eight = await later.get(`${address}?aar=8`);
    expect(filled(eight.$, 'form[action$="/med-registret"]').aar).toBe('8');
    expect(valuesOf(eight)[0]).toMatch(/^uge \d+$/);
    expect(await taken(later, '8')).toEqual(valuesOf(eight).map((value) => value !== '–'));
    // The year that is over has none, though the three before it have.
    now = moment('2028-02-15T09:00:00Z');
    const planner = await web.as('planlaegger');
    const one = await planner.get(`${address}?aar=1`);
    expect(valuesOf(one)).toEqual(['–', '–', '–', '–']);
    expect(await taken(planner, '1')).toEqual([false, false, false, false]);
    expect(await taken(planner, '3')).toContain(true);
  } finally {
    now = before;
  }
});
