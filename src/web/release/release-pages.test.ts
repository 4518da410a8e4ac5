import { describe, expect, test } from 'vitest';
import exceljs from 'exceljs';
import { sql } from 'kysely';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();
const agency = await web.as('styrelse');
const form = { udmelding: '2019-gravide', maade: 'suppression', nuller: 'show' };

/** Sends the form and follows the work to its end. */
async function release(
  fields: Readonly<Record<string, string>>,
  by = agency,
): Promise<{ readonly location: string; readonly text: string; readonly job: string }> {
  const { location } = await by.post('/udgivelser', fields);
  for (let tries = 0; tries < 700; tries += 1) {
    const page = await by.get(location);
    if (page.response.headers.refresh === undefined) return { ...page, job: location };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the work did not end');
}

describe('the page of releases', () => {
  test('is for those who may release, and stands in their menu', async () => {
    expect((await agency.get('/udgivelser')).$('nav a[href="/udgivelser"]').length).toBeGreaterThan(0);
    const planner = await web.as('planlaegger');
    expect((await planner.get('/udgivelser')).status).toBe(403);
    expect((await planner.get('/udmeldinger')).$('a[href="/udgivelser"]').length).toBe(0);
  });

  test('says what is missing in the form', async () => {
    expect((await agency.post('/udgivelser', { udmelding: '2019-gravide', maade: 'noget', nuller: 'show' })).status).toBe(422);
  });

  test('releases nothing before the call is reported', async () => {
    expect((await release(form)).text).toContain('ikke afrapporteret');
    for (const til of ['answered', 'validated', 'reported']) await agency.post('/udmeldinger/2019-gravide/status', { til });
  });

  test('refuses with cell and attack, and without the count, what would open a cell with the report', async () => {
    expect((await release({ udmelding: '2019-gravide', maade: 'report' })).location).toBe('/udgivelser/1');
    const report = await agency.get('/udmeldinger/2019-gravide/rapport/syddanmark?udgave=offentlig');
    expect(report.status).toBe(200);
    const { text } = await release(form);
    expect(text).toContain('Tabellen er ikke udgivet');
    expect(text).not.toMatch(/Aalborg|Region Nordjylland/);
    expect(text).toMatch(
      /Et skjult tal kan regnes ud: [^.]*, 20(17|18|19), (døgn|anden|i alt)\. Hvem der kan gøre det: Læseren, der lægger sammen og trækker fra\./,
    );
    expect(text).toContain('sammen med udgivelse 1');
    expect(text).toContain('det, andre har trykt, og som alle kan læse: Afrapportering');
  });

  test('ends the work where the release is entered: one transaction has written both', async () => {
    const { rows } = await sql<{ together: boolean }>`select release.xmin = release_job.xmin as together
      from release join release_job on release_job.release = release.id where is_new`.execute(web.database.owner);
    expect(rows).toEqual([{ together: true }]);
  });

  test('to a secretariat names no cell of another region: only who could work one out', async () => {
    const north = await web.as('sekretaer-nord');
    const noegle = '6f1d3c1e-0000-4000-8000-000000000001';
    const first = await release({ udmelding: '2019-gravide', maade: 'report', noegle }, north);
    expect(first.location).toBe('/udgivelser/1');
    // The same form with other choices is another work, with its own answer.
    const other = await release({ ...form, noegle }, north);
    expect(other.job).not.toBe(first.job);
    expect(other.text).toContain('Et skjult tal kan regnes ud: en celle uden for det, du må se tal for. Hvem der kan gøre det: Læseren,');
  });

  test('shows another’s work to those who release, without the button to stop it, and does not let it be stopped', async () => {
    const { location } = await agency.post('/udgivelser', { udmelding: '2019-gravide', maade: 'report' });
    const other = await web.as('sekretaer');
    expect((await other.get(location)).$('form[action$="/stop"]').length).toBe(0);
    expect((await (await web.as('planlaegger')).get(location)).status).toBe(403);
    expect((await other.post(`${location}/stop`)).status).toBe(410);
    // It went on to its own end.
    for (let tries = 0; tries < 50 && (await agency.get(location)).response.headers.refresh !== undefined; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await agency.get(location)).location).toBe('/udgivelser/1');
  });

  test('two forms of the same choices that are sent at once lead to one work, and leave none that nobody works on', async () => {
    const sent = await Promise.all([1, 2].map(() => agency.post('/udgivelser', { udmelding: '2019-gravide', maade: 'report' })));
    expect(new Set(sent.map(({ location }) => location)).size).toBe(1);
    expect(sent[0]?.location).toMatch(/^\/udgivelser\/arbejde\/[0-9a-f]{32}$/);
    for (let tries = 0; tries < 50 && (await agency.get(sent[0]?.location ?? '')).response.headers.refresh !== undefined; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const open = await web.database.owner.selectFrom('release_job').select('id').where('ended', 'is', null).execute();
    expect(open).toEqual([]);
  });

  test('leads on from a refusal, with the form filled in', async () => {
    const { job } = await release(form);
    const { $ } = await agency.get(job);
    const ways = $('a[href^="/udgivelser?"]').toArray();
    expect(ways.map((way) => $(way).text())).toEqual([
      'Afrund tallene i stedet for at skjule dem',
      'Lad nuller kunne være skjult blandt de små tal',
      'Slå behandlingerne sammen',
      'Læg årene sammen',
      'Udgiv efter region i stedet for efter kommune',
    ]);
    const filled = await agency.get($(ways[4]).attr('href') ?? '');
    expect(filled.$('input[name="sted"][value="region"]').attr('checked')).toBe('checked');
    expect(filled.$('input[name="maade"][value="suppression"]').attr('checked')).toBe('checked');
    // The refusal is told after a restart too, the cell to those alone who may know its place.
    const restarted = await web.restarted();
    const [again, north] = [await (await restarted.as('styrelse')).get(job), await (await restarted.as('sekretaer-nord')).get(job)];
    expect(again.text).toMatch(/Et skjult tal kan regnes ud: [^.]*, 20(17|18|19), døgn\./);
    expect(north.text).toContain('en celle uden for det, du må se tal for');
    expect((await agency.get('/udgivelser')).text).toContain('afvist');
  });

  test('by region and the years together has fewer cells, and is attacked beneath: no cell of a municipality is opened by it', async () => {
    const { location } = await release({ ...form, maade: 'rounding', sted: 'region', aar: 'together' });
    expect(location).toBe('/udgivelser/2');
    const { $ } = await agency.get(location);
    expect(
      $('tbody th')
        .toArray()
        .map((head) => $(head).text()),
    ).toEqual(['Hele landet', 'Region Hovedstaden', 'Region Sjælland', 'Region Syddanmark', 'Region Midtjylland', 'Region Nordjylland']);
    expect($('tbody td').length).toBe(18);
  });

  test('releases what stands in the ledger, hidden cells with a word for those who hear it', async () => {
    const { $, text } = await agency.get('/udgivelser/1');
    expect($('td.hidden-cell').length).toBeGreaterThan(5);
    expect($('td.hidden-cell').first().text()).toBe('•skjult');
    expect(text).toContain('Et skjult tal kan også være nul.');
    expect(
      $('td')
        .toArray()
        .filter((cell) => /^[1-4]$/.test($(cell).text())).length,
    ).toBe(0);
  });

  test('is the same after a restart, for another who may see it, as page and as files', async () => {
    const restarted = await (await web.restarted()).as('sekretaer');
    const list = await restarted.get('/udgivelser');
    expect(list.$('tbody.releases tr').length).toBe(2);
    expect(list.text).toContain('Rapportens offentlige udgave');
    const before = await agency.get('/udgivelser/1');
    expect((await restarted.get('/udgivelser/1')).$('tbody').text()).toBe(before.$('tbody').text());

    const csv = (await restarted.get('/udgivelser/1.csv')).response.body;
    // What it is stands above it; «;» and the mark at the front are for Danish Excel.
    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFF# udgivelse: 1',
      '# udmelding: Udsatte gravide kvinder med skadeligt rusmiddelbrug',
    ]);
    expect(csv).toContain('\r\nkommune;år;behandling;navn;værdi;skjult\r\n');
    expect(csv).toMatch(/^syddanmark;2017;døgn;Region Syddanmark;skjult;ja$/m);
    const json = JSON.parse((await restarted.get('/udgivelser/1.json')).response.body) as {
      cells: { dims: Record<string, string>; published: unknown }[];
    };
    const hidden = json.cells.find(({ dims }) => dims.kommune === 'syddanmark' && dims.år === '2017' && dims.behandling === 'døgn');
    expect(hidden?.published).toEqual({ suppressed: true });
    const book = new exceljs.Workbook();
    await book.xlsx.load((await restarted.get('/udgivelser/1.xlsx')).response.rawPayload as unknown as ArrayBuffer);
    const values = new Set<unknown>();
    book.getWorksheet('Tabel')?.eachRow((row, at) => at > 1 && row.getCell(6).value === true && values.add(row.getCell(5).value));
    expect(values).toEqual(new Set(['skjult']));
    expect((await restarted.get('/udgivelser/99')).status).toBe(404);
    expect((await restarted.get('/udgivelser/arbejde/noget')).status).toBe(410);
  });
});
