import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { numberFile, type NumberRow } from '../../reports/number-file.ts';
import { hidden } from '../../reports/table-files.ts';

const web = await testWeb();

const pages = [
  ['/tal', 'offentliggjorte', 'planlaegger', 'family-stay-2020'],
  ['/tal/aar', 'hvad-kan-siges', 'sekretaer', '2019'],
  ['/tal/afstand', 'afstand', 'planlaegger', 'unexplained'],
  ['/tal/naeste-aar', 'naeste-aar', 'planlaegger', 'pooled'],
  ['/tal/vores', 'vores', 'sekretaer', 'decided-residential/2026/syddanmark'],
] as const;

describe.each(pages)('the numbers of %s', (page, _file, person, id) => {
  test('come as CSV, JSON and Excel by the links of the page, each row with what it is', async () => {
    const visitor = await web.as(person);
    const links = (await visitor.get(page))
      .$('main a')
      .toArray()
      .flatMap(({ attribs }) => attribs['href'] ?? []);
    const link = (ending: string): string => links.find((href) => new RegExp(`\\.${ending}(\\?|$)`).test(href)) ?? '';
    const csv = (await visitor.get(link('csv'))).response;
    expect(csv.headers['content-disposition']).toContain('.csv"');
    expect(csv.body).toContain('# Læs først: ');
    const [head = '', ...rows] = csv.body.split('\r\n').filter((line) => !/^\uFEFF?"?#/.test(line));
    expect(head.split(';')).toEqual(
      expect.arrayContaining(['sted', 'stedets navn', 'periode', 'opgjort pr.', 'definition', 'udgave', 'kilde']),
    );
    expect(rows.some((row) => row.startsWith(`${id};`))).toBe(true);

    const { numbers } = JSON.parse((await visitor.get(link('json'))).response.body) as { readonly numbers: readonly NumberRow[] };
    expect(numbers.some((row) => row.id === id)).toBe(true);
    for (const row of numbers)
      for (const key of ['name', 'unit', 'place', 'placeName', 'period', 'asOf', 'definition', 'edition', 'source'] as const)
        expect(row[key], `${row.id} ${key}`).not.toBe('');

    const book = new exceljs.Workbook();
    await book.xlsx.load((await visitor.get(link('xlsx'))).response.rawPayload as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Tal', 'Om tallene']);
    expect(book.worksheets[0]?.getColumn(1).values).toContain(id);
  });
});

test('the file of one’s own numbers has the numbers themselves: nothing of one’s own is hidden', async () => {
  const secretariat = await web.as('sekretaer');
  const { numbers } = JSON.parse((await secretariat.get('/tal/vores.json')).response.body) as { readonly numbers: readonly NumberRow[] };
  expect(numbers.length).toBeGreaterThan(3);
  // A time in weeks is written as weeks and days on the page, the decimals beside it.
  const { $ } = await secretariat.get('/tal/vores');
  const waits = $('tbody tr')
    .toArray()
    .filter((row) => /^(Graviditetsug|Uger i døgn)/.test($(row).find('th').text()))
    .flatMap((row) =>
      $(row)
        .find('td')
        .toArray()
        .map((cell) => $(cell).text()),
    )
    .filter((cell) => /\d/.test(cell));
  expect(waits.length).toBeGreaterThan(1);
  for (const cell of waits) expect(cell).toMatch(/^(uge \d+\+[0-6]|(\d+ uger? og )?[0-6] dage?) \([\d,]+\) af (ét|\d+) forløb$/);
  for (const { id, value } of numbers) expect([id, JSON.stringify(value)]).toEqual([id, expect.stringMatching(/"low":\d/)]);
});

test('a file is of what the page was asked for, and there is none where there are no numbers', async () => {
  const planner = await web.as('planlaegger');
  const page = await planner.get('/tal/afstand?stort=registered-2020&lille=family-stay-2020&andet=50');
  const [link = ''] = page
    .$('a[href*=".json"]')
    .toArray()
    .map(({ attribs }) => attribs['href'] ?? '');
  const { numbers } = JSON.parse((await planner.get(link)).response.body) as { readonly numbers: readonly NumberRow[] };
  // What nobody has touched is not said to be one's own estimate.
  expect(numbers.map(({ id }) => id)).toEqual(['registered-2020', 'other', 'family-stay-2020', 'unexplained']);
  expect(numbers.find(({ id }) => id === 'other')?.value).toEqual({ low: 730, high: 730 });
  // Whole women, as on the page: no tenth of one in a file.
  const third = (await planner.get('/tal/afstand.json?stort=registered-2020&lille=family-stay-2020&andet=33')).response.body;
  const rows = (JSON.parse(third) as { readonly numbers: readonly NumberRow[] }).numbers;
  expect(rows.find(({ id }) => id === 'other')?.value).toEqual({ low: 482, high: 482 });
  expect(rows.find(({ id }) => id === 'unexplained')?.value).toEqual({ low: 399, high: 399 });
  expect((await planner.get('/tal/afstand.csv?andet=0')).status).toBe(422);
  const next = (await planner.get('/tal/naeste-aar.csv')).response.body;
  expect([next.includes('Metode: Gamma-Poisson'), /Metode: Metode|Billedet/.test(next)]).toEqual([true, false]);
  expect((await planner.get('/tal/vores.csv')).status).toBe(422);
  expect((await (await web.as('kvinden')).get('/tal/offentliggjorte.csv')).status).toBe(403);
});

test('one’s own are of the moment, by the clock in Denmark with how far it is ahead', async () => {
  const { body } = (await (await web.as('kommune-odense')).get('/tal/vores.csv')).response;
  expect(body).toMatch(/;\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{3})? \+0[12]:00;/);
  expect(body).toContain(';0461;Odense;');
});

const shown: NumberRow = {
  id: 'a',
  name: 'A',
  value: { low: 0, high: 0 },
  unit: 'kvinder',
  place: '0461',
  placeName: 'Odense',
  period: '2025',
  asOf: '2026-01-01',
  definition: 'D',
  edition: 'E',
  source: 'K',
  note: '',
};

test('a hidden value is a type of its own in every format', async () => {
  const row = { ...shown, value: hidden };
  const file = { title: 'T', about: [], rows: [row, { ...row, id: 'b', value: { low: 0, high: 0 } }], tongue: 'da' as const };
  const csv = String(await numberFile('csv', file));
  expect(csv).toContain('a;A;skjult;skjult;skjult;ja;');
  expect(csv).toContain('b;A;0;;0;nej;');
  const { numbers } = JSON.parse(String(await numberFile('json', file))) as { readonly numbers: readonly NumberRow[] };
  expect(numbers[0]?.value).toEqual({ suppressed: true });
  const book = new exceljs.Workbook();
  await book.xlsx.load((await numberFile('xlsx', file)) as unknown as ArrayBuffer);
  expect([3, 4, 5, 6].map((column) => book.worksheets[0]?.getRow(2).getCell(column).value)).toEqual(['skjult', 'skjult', 'skjult', true]);
});

test('a sheet shows two decimals of a number and keeps all of it in the cell', async () => {
  const file = {
    title: 'T',
    about: [],
    rows: [
      { ...shown, value: { low: 4 / 3, high: 2 } },
      { ...shown, value: { low: 1 / 3, high: 7.25 } },
    ],
    tongue: 'da' as const,
  };
  const book = new exceljs.Workbook();
  await book.xlsx.load((await numberFile('xlsx', file)) as unknown as ArrayBuffer);
  const shownAs = [2, 3].flatMap((line) => {
    const told: (readonly [number, string | undefined])[] = [];
    book.worksheets[0]?.getRow(line).eachCell(({ value, numFmt }) => void (typeof value === 'number' && told.push([value, numFmt])));
    return told;
  });
  // What is below 1 keeps all it has: two decimals would be too few.
  expect(shownAs).toEqual([
    [4 / 3, '0.00'],
    [2, undefined],
    [1 / 3, undefined],
    [7.25, undefined],
  ]);
});
