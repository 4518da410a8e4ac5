import { describe, expect, test } from 'vitest';
import exceljs from 'exceljs';
import { sql } from 'kysely';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();
const agency = await web.as('styrelse');
const form = { udmelding: '2019-gravide', maade: 'suppression', nuller: 'show' };

type Followed = { readonly location: string; readonly text: string; readonly job: string };

/** Follows the work to its end: to its preview, to the reason why there is none, or to the release that stands already. */
async function follow(location: string, by = agency): Promise<Followed> {
  for (let tries = 0; tries < 700; tries += 1) {
    const page = await by.get(location);
    if (page.response.headers.refresh === undefined) return { ...page, job: location };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the work did not end');
}

/** Sends the form and follows the work to its preview. */
async function preview(fields: Readonly<Record<string, string>>, by = agency): Promise<Followed> {
  return follow((await by.post('/udgivelser', fields)).location, by);
}

/** Both steps: the preview, and its release. */
async function release(fields: Readonly<Record<string, string>>, by = agency): Promise<Followed> {
  const seen = await preview(fields, by);
  if (!seen.text.includes('Forhåndsvisning: intet er udgivet endnu')) return seen;
  const published = await by.post(`${seen.job}/udgiv`);
  return { ...published, job: seen.job };
}

describe('the page of releases', () => {
  /** The work on the whole call that is refused: it takes long, and is read by several. */
  let refusal = '';

  test('is for those who may release, and stands in their menu', async () => {
    expect((await agency.get('/udgivelser')).$('nav a[href="/udgivelser"]').length).toBeGreaterThan(0);
    const planner = await web.as('planlaegger');
    expect((await planner.get('/udgivelser')).status).toBe(403);
    expect((await planner.get('/udmeldinger')).$('a[href="/udgivelser"]').length).toBe(0);
  });

  test('says of a year that no call asks about what is missing and who does it', async () => {
    const { $ } = await agency.get('/udgivelser');
    expect($('#andre-aar h2').text()).toMatch(/^Kan tal for 20\d\d og andre år udgives\?$/);
    expect($('#andre-aar li').length).toBe(3);
    expect($('#andre-aar').text()).toContain('Styrelsen udsender en udmelding, der spørger om');
  });

  test('says what is missing in the form', async () => {
    expect((await agency.post('/udgivelser', { udmelding: '2019-gravide', maade: 'noget', nuller: 'show' })).status).toBe(422);
  });

  test('releases nothing before the call is reported', async () => {
    expect((await release(form)).text).toContain('ikke afrapporteret');
    for (const til of ['answered', 'validated', 'reported']) await agency.post('/udmeldinger/2019-gravide/status', { til });
  });

  test('publishes nothing where the answers have changed since the preview: it says so, shows the new one, and that is published', async () => {
    const fields = { ...form, maade: 'rounding', sted: 'region', aar: 'together' };
    const first = await preview(fields);
    const answers = web.database.owner.updateTable('call_answer').where('municipality', '=', '0461' as never);
    const [odense] = await web.database.owner
      .selectFrom('call_answer')
      .select('any_counts')
      .where('municipality', '=', '0461' as never)
      .execute();
    await answers.set({ any_counts: [...(odense?.any_counts ?? [])].map((count) => count + 5) }).execute();
    const renewed = await follow((await agency.post(`${first.job}/udgiv`)).location);
    expect(renewed.job).not.toBe(first.job);
    expect(renewed.text).toMatch(
      /blev ikke udgivet, fordi kommunernes svar er ændret, siden den blev lavet\. Intet er udgivet\. Her er den nye\./,
    );
    expect((await agency.get(first.job)).text).toContain('Forhåndsvisningen blev ikke udgivet, fordi kommunernes svar er ændret');
    expect((await web.database.owner.selectFrom('release').select('id').execute()).length).toBe(0);
    await answers.set({ any_counts: odense?.any_counts ?? [] }).execute();
    // One that is set aside can no longer be published.
    expect((await agency.post(`${renewed.job}/vaek`)).location).toBe('/udgivelser');
    expect((await agency.post(`${renewed.job}/udgiv`)).location).toBe(renewed.job);
    expect((await web.database.owner.selectFrom('release').select('id').execute()).length).toBe(0);
  });

  test('refuses with cell and attack, and without the count, what would open a cell with the report', async () => {
    const seen = await preview({ udmelding: '2019-gravide', maade: 'report' });
    expect(seen.text).toContain('Forhåndsvisning: intet er udgivet endnu');
    expect(seen.text).toContain('Samløb venter ikke på nogen anden: den, der har bedt om forhåndsvisningen, udgiver den også.');
    expect(await web.database.owner.selectFrom('release').select('id').execute()).toEqual([]);
    // Another sees it, and cannot publish it.
    const north = await web.as('sekretaer-nord');
    expect((await north.get(seen.job)).$('form[action$="/udgiv"]').length).toBe(0);
    expect((await north.post(`${seen.job}/udgiv`)).location).toBe(seen.job);
    expect(await web.database.owner.selectFrom('release').select('id').execute()).toEqual([]);
    // After a restart it is still there, and is published as it was seen; sent twice it is published once.
    const again = await (await web.restarted()).as('styrelse');
    const shown = (await agency.get(seen.job)).$('tbody').first().text();
    expect((await again.get(seen.job)).$('tbody').first().text()).toBe(shown);
    for (const by of [again, agency]) expect((await by.post(`${seen.job}/udgiv`)).location).toBe('/udgivelser/1');
    expect((await agency.get('/udgivelser/1')).$('tbody').first().text()).toBe(shown);
    expect((await agency.get('/udgivelser/1')).text).toContain('Samme person lavede forhåndsvisningen og udgav den.');
    const report = await agency.get('/udmeldinger/2019-gravide/rapport/syddanmark?udgave=offentlig');
    expect(report.status).toBe(200);
    const { text, job } = await release(form);
    refusal = job;
    expect(text).toContain('Tabellen kan ikke udgives');
    expect(text).not.toMatch(/Aalborg|Region Nordjylland/);
    expect(text).toMatch(
      /Et skjult tal kan regnes ud: [^.]*, 20(17|18|19), (døgn|anden|i alt)\. Hvem der kan gøre det: Læseren, der lægger sammen og trækker fra\./,
    );
    expect(text).toContain('man også har læst udgivelse 1');
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
    const other = await preview({ ...form, maade: 'rounding', sted: 'region', aar: 'together', noegle }, north);
    expect(other.job).not.toBe(first.job);
    expect(other.text).toContain('Forhåndsvisning: intet er udgivet endnu');
    // What the documents have printed anybody can know: no sentence promises otherwise, and where it stands is said.
    expect(other.text).toMatch(/\d+ af de afrundede tal kan alle kende nøjagtigt\. .* der er trykt, i .*Syddanmark/);
    expect(other.text).toContain('regne andre skjulte tal nøjagtigt ud end dem, der er trykt i forvejen');
    expect(other.text).toMatch(/fandt intet ud over de \d+ tal, der er trykt i forvejen/);
    await north.post(`${other.job}/vaek`);
    // What was refused is attacked once in this file, and read by all.
    const refused = (await north.get(refusal)).text;
    expect(refused).toContain('Et skjult tal kan regnes ud: en celle uden for det, du må se tal for. Hvem der kan gøre det: Læseren,');
    // An invented sum shows how, and tells nothing of the cell.
    expect(refused).toContain('med opdigtede tal: kommune A har 7, kommune B har 2');
    // Who may read the numbers of a place works on with them as they are, divided as they were asked for.
    const way = '/udmeldinger/2019-gravide/arbejdstal?sted=municipality&aar=each&behandling=apart';
    expect((await north.get(refusal)).$(`#arbejdstal a[href="${way}"]`).length).toBe(1);
    expect((await north.get(way)).text).toContain('ikke til udgivelse');
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
    const fields = { ...form, maade: 'rounding', sted: 'region', aar: 'together' };
    // The work waits for the answers until both forms have come: however fast it is, it is not over before the other form.
    const sent = await web.database.owner.transaction().execute(async (tx) => {
      await sql`lock table call_answer in access exclusive mode`.execute(tx);
      return Promise.all([1, 2].map(() => agency.post('/udgivelser', fields)));
    });
    expect(new Set(sent.map(({ location }) => location)).size).toBe(1);
    expect(sent[0]?.location).toMatch(/^\/udgivelser\/arbejde\/[0-9a-f]{32}$/);
    const seen = await follow(sent[0]?.location ?? '');
    await agency.post(`${seen.job}/vaek`);
    const open = await web.database.owner.selectFrom('release_job').select('id').where('ended', 'is', null).execute();
    expect(open).toEqual([]);
  });

  test('leads on from a refusal, with the form filled in', async () => {
    const job = refusal;
    const { $ } = await agency.get(job);
    const ways = $('a[href^="/udgivelser?"]').toArray();
    // Which of the others is tried to its end in time depends on the machine; these two are quick, and they come first and last.
    const told = ways.map((way) => $(way).text());
    expect([told[0], told.at(-1)]).toEqual(['Afrund tallene i stedet for at skjule dem', 'Udgiv efter region i stedet for efter kommune']);
    expect($('main').text()).toContain('Hver vej er prøvet mod alle læsere og alt, der er udgivet før, og den holdt.');
    const filled = await agency.get($(ways[0]).attr('href') ?? '');
    expect(filled.$('input[name="maade"][value="rounding"]').attr('checked')).toBe('checked');
    expect(filled.text).toContain('Afrunding er prøvet mod det og holder.');
    // The refusal is told after a restart too, the cell to those alone who may know its place.
    const restarted = await web.restarted();
    const [again, north] = [await (await restarted.as('styrelse')).get(job), await (await restarted.as('sekretaer-nord')).get(job)];
    expect(again.text).toMatch(/Et skjult tal kan regnes ud: [^.]*, 20(17|18|19), døgn\./);
    expect(north.text).toContain('en celle uden for det, du må se tal for');
    expect(north.text).toContain('Cellen hører til et sted uden for din region. Samløb siger hverken hvilken eller hvor stor den er');
    expect(again.text).not.toContain('Cellen hører til et sted uden for din region');
    expect((await agency.get('/udgivelser')).text).toContain('afvist');
  });

  test('explains what is hidden by year, row and number, to those who may know the numbers of the place', async () => {
    const reasonsFor = async (by: typeof agency): Promise<string> => (await by.get('/udgivelser/1')).$('.no-print details').first().text();
    const [all, south, north] = [
      await reasonsFor(agency),
      await reasonsFor(await web.as('sekretaer')),
      await reasonsFor(await web.as('sekretaer-nord')),
    ];
    expect((await agency.get('/udgivelser/1')).text).toContain('Alle tal for 2017 er skjult.');
    expect(all).toContain('Hele landetAlle tal i rækken er skjult.I alt: Tallet er ikke lille.');
    expect(all).toContain(
      'Region NordjyllandAlle tal i rækken er skjult.I alt: Tallet er fra 1 til 4. Det er trykt i forvejen, så alle kan kende det.Døgn: Tallet er 0.',
    );
    expect(south).toContain('Region SyddanmarkAlle tal i rækken er skjult.');
    expect(south).not.toMatch(/Nordjylland|Hele landet/);
    expect(north).toContain('Region Nordjylland');
    expect(north).not.toMatch(/Syddanmark/);
    // What only some may know is not printed with what all may see.
    const { $ } = await agency.get('/udgivelser/1');
    expect($('main details:not(#trykt-i-forvejen)').length).toBe(3);
    expect($('main .no-print details').length).toBe(3);
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
    expect((await restarted.get('/udgivelser/1')).$('tbody').first().text()).toBe(before.$('tbody').first().text());

    const csv = (await restarted.get('/udgivelser/1.csv')).response.body;
    // What it is stands above it; «;» and the mark at the front are for Danish Excel.
    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFF# udgivelse: 1',
      '# udmelding: Udsatte gravide kvinder med skadeligt rusmiddelbrug',
    ]);
    // The places of the report are regions, and the column says so. What is counted, how it was tried and what is made up stand above it.
    expect(csv).toContain('\r\nregion;år;behandling;navn;værdi;skjult\r\n');
    expect(csv).toContain('# hvad der er talt: Kommunernes afgørelser om behandling, ikke behov');
    expect(csv).toMatch(/# døgn: Udsatte gravide kvinder .*døgnbehandlingsindsats/);
    expect(csv).toMatch(/# kilder: Kommunernes svar på udmeldingen\. Definitionen står i: .+afsnit 4\.1/);
    expect(csv).toMatch(/# opdigtede tal: Tallene fra \d+ af de 98 kommuner, der har svaret, er helt eller delvis opdigtet/);
    expect(csv).toContain('tal fra 0 til 4 kan være skjult');
    expect(csv).not.toContain('tal fra 1 til 4 vises ikke');
    expect(csv).toContain('Et skjult tal kan også være nul.');
    expect(csv).toContain('Tabellen er prøvet af tre slags læsere');
    expect(csv).not.toContain('eller den viser de tal');
    expect(csv).toContain('Spænd er ikke beskyttet mod at blive indsnævret.');
    expect(csv).toMatch(/^syddanmark;2017;døgn;Region Syddanmark;skjult;ja$/m);
    const json = JSON.parse((await restarted.get('/udgivelser/1.json')).response.body) as {
      cells: { dims: Record<string, string>; published: unknown }[];
    };
    // The rounded table hides nothing and does not say that it does.
    const rounded = (await restarted.get('/udgivelser/2.csv')).response.body;
    expect(rounded).toContain('alle tal er afrundet til et helt antal gange 5; ingen er skjult');
    expect(rounded).not.toMatch(/vises ikke|kan være skjult/);
    const second = JSON.parse((await restarted.get('/udgivelser/2.json')).response.body) as { about: Record<string, string> };
    expect(second.about['hvad der er talt']).toContain('ikke behov');
    expect(second.about['opdigtede tal']).toContain('af de 98 kommuner');
    const hidden = json.cells.find(({ dims }) => dims.region === 'syddanmark' && dims.år === '2017' && dims.behandling === 'døgn');
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
