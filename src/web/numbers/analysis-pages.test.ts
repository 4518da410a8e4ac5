import { describe, expect, test } from 'vitest';
import { closedGates } from '../../../test/closed-gates.ts';
import { testWeb, type Visitor } from '../../../test/web.ts';
import { type KeptReport, methodEdition, readReport } from '../../domain/estimation/analysis.ts';
import { saidText, saysOf } from '../../domain/estimation/answer.ts';
import type { EstimateReport } from '../../domain/estimation/estimate-report.ts';
import { saidIn } from '../../reports/estimate-speech.ts';
import { answerDanish } from '../../reports/estimate-words.ts';
import { analysisDanish } from './analysis-words.ts';

const web = await testWeb();
// Hepatitis A in Taiwan: Chao, Tsay, Lin, Shau and Chao 2001, Statistics in Medicine 20:3123-3157.
const hepatitis = 'P,Q,E,count\n0,0,1,63\n0,1,0,55\n0,1,1,18\n1,0,0,69\n1,0,1,17\n1,1,0,21\n1,1,1,28\n';
const address = '/tal/moerketal';
/** Runs an analysis again, asking as the page does until it is told how it went. */
async function runAgain(planner: Visitor, location: string): Promise<string> {
  const begun = await planner.post(`${location}/igen`);
  expect(begun.location).not.toBe(location);
  let asked = await planner.get(begun.location);
  for (let round = 0; round < 40 && asked.status === 200; round += 1) {
    expect(asked.text).toContain(analysisDanish.againWhy.slice(0, 30));
    asked = await planner.get(begun.location);
  }
  expect(asked.status).toBe(303);
  return (await planner.get(asked.location)).text;
}

const form = { emne: 'Hepatitis', tabel: hepatitis, startnummer: '7' };

describe('an analysis of the hidden number', () => {
  test('is run, kept, shown as a range with a picture and its table, and gives the same digits again after a restart', async () => {
    const planner = await web.as('planlaegger');
    const posted = await planner.post(address, form);
    expect(posted.status).toBe(303);
    const { $, text } = await planner.get(posted.location);
    expect(text).toContain('Listerne kan ikke afgøre det: fra 271 til 3.167 passer.');
    expect(text).toContain('P + Q; P + E; Q + E');
    expect($('.picture tbody tr').length).toBe(15);
    expect($('.picture tbody tr').first().text()).toContain('271–3.167');
    expect($('.picture svg rect').length).toBeGreaterThan(20);
    for (const server of [web, await web.restarted()]) {
      const told = await runAgain(await server.as('planlaegger'), posted.location);
      expect(told).toContain('de samme til sidste ciffer');
      expect((await planner.get(posted.location)).status).toBe(200);
    }
    expect((await planner.get(address)).text).toContain('Hepatitis');
    const again = `${address}?fra=${posted.location.split('/').at(-1) ?? ''}`;
    const refilled = (await planner.get(again)).$;
    expect([refilled('#emne').val(), refilled('#startnummer').val()]).toEqual(['Hepatitis', '7']);
    expect(refilled('#tabel').text()).toContain('1,1,1,28');
    expect((await (await web.as('sekretaer')).get(again)).$('#tabel').text()).not.toContain('28');
    const rows = await web.database.owner.selectFrom('analysis').select(['seed', 'digest']).execute();
    expect(rows.length).toBe(1);
    expect(Number(rows[0]?.seed)).toBe(7);
    expect(rows[0]?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('whose assumptions fit as well and lie far apart says so in its first line', async () => {
    const planner = await web.as('planlaegger');
    const tabel = 'A,B,C,count\n1,0,0,50\n0,1,0,30\n0,0,1,20\n1,1,0,4\n1,0,1,3\n0,1,1,2\n1,1,1,1\n';
    const { location } = await planner.post(address, { ...form, emne: 'Tynd', tabel });
    expect((await planner.get(location)).text).toContain('Listerne kan ikke afgøre det: fra 129 til 2.837 passer.');
  });

  test('says so when the numbers are not the same again', async () => {
    const planner = await web.as('planlaegger');
    const { location } = await planner.post(address, { ...form, emne: 'Ændret' });
    expect(await runAgain(planner, location)).toContain('de samme til sidste ciffer');
    await web.database.owner.updateTable('analysis').set({ seed: 8 }).where('title', '=', 'Ændret').execute();
    expect(await runAgain(planner, location)).toContain('tallene er ikke de samme');
  });

  test('is run again beside the server, by nobody else, and what was never begun is not found', async () => {
    const planner = await web.as('planlaegger');
    const { location } = await planner.post(address, { ...form, emne: 'Ved siden af' });
    const { location: run } = await planner.post(`${location}/igen`);
    expect(run).toMatch(/\/igen\/[0-9a-f-]{36}$/);
    expect([403, 404]).toContain((await (await web.as('laege')).get(run)).status);
    expect((await planner.get(`${location}/igen/${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`)).status).toBe(404);
    const stopped = await planner.post(`${run}/afbryd`);
    expect(stopped.location).toBe(run);
    expect((await planner.get(run)).status).toBe(303);
  });

  test('that cannot be decided says so, and gives no number as the answer', async () => {
    const agency = await web.as('styrelse');
    const none = await agency.post(address, { ...form, tabel: 'A,B,count\n1,0,40\n0,1,50\n1,1,0\n' });
    const { text } = await agency.get(none.location);
    expect(text).toContain('Kan ikke afgøres ud fra disse lister.');
    expect(text).not.toContain('Et sted mellem');
    const few = await agency.post(address, { ...form, tabel: 'A;B;count\n1;0;40\n0;1;50\n1;1;1-4\n' });
    expect((await agency.get(few.location)).status).toBe(200);
  });

  test.each(closedGates.filter(({ onPage }) => onPage).map((closed) => [closed.gate, closed] as const))(
    'says in words which gate closed: %s',
    async (gate, { status, table }) => {
      const planner = await web.as('planlaegger');
      const { location } = await planner.post(address, { ...form, emne: `Port ${gate}`, tabel: table });
      const { text } = await planner.get(location);
      expect(text).toContain(answerDanish[`gate.${gate}`]);
      const file = (await planner.get(`${location}/fil.json`)).response.json<KeptReport & Pick<EstimateReport, 'conclusion'>>();
      const kept = readReport(file);
      expect([kept.conclusion.gate, kept.conclusion.status]).toEqual([gate, status]);
      const says = saysOf(kept, kept.conclusion);
      expect(file.conclusion.text).toBe(says.map(saidText).join(' '));
      const danish = says.map((said) => saidIn(said, 'da'));
      for (const sentence of danish) expect(text).toContain(sentence);
      expect((await planner.get(`${location}/fil.csv`)).response.body).toContain(danish.join(' '));
      if (status !== 'estimate') expect(text).not.toContain('Et sted mellem');
    },
  );

  test('is downloaded with its table, its seed and what it may be used for', async () => {
    const planner = await web.as('planlaegger');
    const { location } = await planner.post(address, { ...form, emne: '=Hepatitis; A' });
    const csv = await planner.get(`${location}/fil.csv`);
    expect(csv.response.headers['content-type']).toContain('text/csv');
    const lines = csv.response.body.split('\r\n');
    expect(lines[0]).toBe('\uFEFF"# analyse: =Hepatitis; A"');
    expect(lines[1]).toMatch(/^# svar: Listerne kan ikke afgøre det: fra 271 til 3\.167 passer/);
    expect(lines).toContain('# set på mindst én liste: 271');
    expect(lines).toContain(`# metodernes udgave: ${methodEdition}`);
    const at = lines.indexOf('metode;lister, der hænger sammen;model;skøn;nedre;øvre;niveau;AIC;BIC;status;bemærkninger');
    expect(lines[at + 1]).toMatch(/^Listerne er uafhængige;;\[1,2,3\];388,48\d+;.*;0,95;.*;har et skøn;/);
    const json = (await planner.get(`${location}/fil.json`)).response.json<Record<string, Record<string, unknown>>>();
    expect(json['about']).toMatchObject({ title: '=Hepatitis; A', seed: 7, methodEdition });
    expect(json['conclusion']).toMatchObject({ status: 'estimate', range: { low: 271, undecided: true } });
    expect((await planner.get(`${location}/fil.xlsx`)).response.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await (await web.as('sekretaer')).get(`${location}/fil.json`)).status).toBe(404);
  });

  test('kept by an earlier edition is shown in the reader’s language, and what no edition says now in the words of its own', async () => {
    const planner = await web.as('planlaegger');
    const { location } = await planner.post(address, { ...form, emne: 'Tidligere' });
    const row = {
      method: 'independence',
      model: '[1,2,3]',
      estimate: 388,
      interval: [350, 435],
      level: 0.95,
      aic: 1,
      bic: 1,
      status: 'ok',
    };
    const conclusion = { status: 'estimate', gate: 'open', text: 'x' };
    const leftOut = [{ method: 'two-list', reason: 'two-list takes exactly two lists; there are 3.' }];
    const report = {
      lists: ['P', 'Q', 'E'],
      observed: 271,
      methods: [{ ...row, warnings: ['An old sentence.', 'Drawn again 500 times; 3 of them have no estimate.'] }],
      leftOut,
      spread: { min: 388, max: 388, ratio: 1 },
      conclusion,
    };
    await web.database.owner
      .updateTable('analysis')
      .set({ report: JSON.stringify(report) as never, edition: 'mørketal/2026-11-26a' })
      .where('title', '=', 'Tidligere')
      .execute();
    const { text } = await planner.get(location);
    expect(text).toContain('Skrevet af en tidligere udgave af metoderne, på engelsk: «An old sentence.»');
    expect(text).toContain('Af de 500 tabeller, der er trukket igen, har 3 intet skøn.');
    expect(text).toContain('Metoden for to lister kræver præcis to lister; her er der 3.');
    expect(text).toContain('Et sted mellem 350 og 435');
    expect(text).toContain(`mørketal/2026-11-26a. Det er en tidligere udgave; nu regnes der med ${methodEdition}.`);
    expect(text).not.toContain('two-list takes');
  });

  test('is sent as a file, in either of the sets that a Danish spreadsheet saves, and a wrong one says where', async () => {
    const login = await (await web.as(null)).post('/log-ind', { person: 'planlaegger' });
    const cookies = Object.fromEntries(login.response.cookies.map(({ name, value }) => [name, value]));
    const send = (file: Buffer) => {
      const part = (name: string, rest: string): string => `--xyz\r\nContent-Disposition: form-data; name="${name}"${rest}\r\n\r\n`;
      const payload = Buffer.concat([
        Buffer.from(`${part('emne', '')}Som fil\r\n${part('startnummer', '')}3\r\n${part('tabel', '')}A,B,C,count\n\r\n`),
        Buffer.from(part('fil', '; filename="å.csv"\r\nContent-Type: text/csv')),
        file,
        Buffer.from('\r\n--xyz--\r\n'),
      ]);
      return web.app.inject({
        method: 'POST',
        url: address,
        cookies,
        payload,
        headers: { 'content-type': 'multipart/form-data; boundary=xyz' },
      });
    };
    const sent = await send(Buffer.from(hepatitis.replace('P,Q,E', 'Sygehus,Læge,Vandværk'), 'latin1'));
    expect(sent.statusCode).toBe(303);
    expect((await (await web.as('planlaegger')).get(String(sent.headers.location))).text).toContain('Sygehus + Læge; Sygehus + Vandværk');
    const wrong = await send(Buffer.from('A,B,count\n1,0,mange\n'));
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('Linje 2, felt 3: Der står «mange».');
    expect((await send(Buffer.alloc(300_000, 'a'))).statusCode).toBe(413);
  });

  test('is seen only where it was made, by three roles', async () => {
    const { location } = await (await web.as('styrelse')).post(address, { ...form, emne: 'Styrelsens' });
    const secretary = await web.as('sekretaer');
    expect((await secretary.get(address)).text).not.toContain('Styrelsens');
    expect((await secretary.get(location)).status).toBe(404);
    expect((await (await web.as('jordemoder')).get(address)).status).toBe(403);
  });

  test.each([
    [{ emne: ' ' }, 'Skriv, hvad analysen handler om.'],
    [{ startnummer: 'x' }, 'Startnummeret er et helt tal'],
    [{ tabel: 'A,B,count\n1,2,5\n' }, 'Linje 2, felt 2: Der står «2». Skriv 1, hvis kvinderne står på listen, og ellers 0.'],
    [
      { tabel: 'A,B,count\n1,0,40\n0,1,50\n' },
      'Linjen for A+B mangler. Skriv 0, hvis ingen står der, eller et spænd, hvis antallet er ukendt.',
    ],
    [{ tabel: 'A,B,C,count\n1,0,0,4\n0,1,0,5\n0,0,1,6\n1,1,1,2\n1,1,0,2\n' }, 'Linjerne for A+C og B+C mangler.'],
    [{ tabel: 'a,b,c,d,e,f,g,h,i,j,count\n' }, 'Linje 1, felt 11: Der er 10 lister. Der kan højst være 9.'],
  ])('says what is wrong: %j', async (wrong, sentence) => {
    const { status, text } = await (await web.as('planlaegger')).post(address, { ...form, ...wrong });
    expect([status, text.includes(sentence)]).toEqual([422, true]);
  });
});

describe('the form for an overlap table', () => {
  test('has every combination once, and its file can be filled in and read', async () => {
    const planner = await web.as('planlaegger');
    const lister = encodeURIComponent('SMDB;Ambulatorium;LPR');
    const page = await planner.get(`${address}/skema?lister=${lister}`);
    expect(page.$('table.sheet').last().find('tbody tr').length).toBe(7);
    expect(page.text).toContain('Send ikke listernes samlede antal sammen med skemaet.');
    const { response } = await planner.get(`${address}/skema.csv?lister=${lister}`);
    expect(response.body).toContain('"# Skriv kun antal kvinder: ingen navne, CPR-numre eller andet om den enkelte."');
    expect(response.body).toContain('"# Listen «Ambulatorium»: hvem står på den');
    const filled = response.body.replaceAll(/;\r\n/g, ';12\r\n');
    const posted = await planner.post(address, { ...form, tabel: filled });
    expect((await planner.get(posted.location)).text).toContain('84 kvinder er set');
  });

  test('is read as a spreadsheet gives it back: small counts in words, the remarks above quoted, and a day is told as one', async () => {
    const planner = await web.as('planlaegger');
    const { response } = await planner.get(`${address}/skema.csv?lister=${encodeURIComponent('A;B')}`);
    const typed = (both: string): string => {
      const counts = ['40', '50', both];
      return response.body.replaceAll(/;\r\n/g, () => `;${counts.shift() ?? ''}\r\n`);
    };
    const posted = await planner.post(address, { ...form, tabel: typed('1 til 4') });
    expect((await planner.get(posted.location)).text).toContain('Mellem 91 og 94 kvinder er set');
    const day = await planner.post(address, { ...form, tabel: typed('01-apr') });
    expect([day.status, day.text.includes('Det ligner en dato, som regnearket har lavet af et spænd.')]).toEqual([422, true]);
  });

  test('refuses names that are no list', async () => {
    const planner = await web.as('planlaegger');
    for (const wrong of ['A', 'A;A', 'A;count', 'A;Antal', '#A;B', 'A;=B', 'a;b;c;d;e;f;g', '']) {
      const lister = encodeURIComponent(wrong);
      expect((await planner.get(`${address}/skema?lister=${lister}`)).status).toBe(422);
      expect((await planner.get(`${address}/skema.csv?lister=${lister}`)).status).toBe(422);
    }
  });
});

test('how the lists are defined comes back with the form, is kept with the analysis, and stands in its files; a civil number is refused', async () => {
  const planner = await web.as('planlaegger');
  const { response } = await planner.get(`${address}/skema.csv?lister=${encodeURIComponent('A;B')}`);
  const filled = response.body
    .replace(
      'Listen «A»: hvem står på den, hvilken periode og skæringsdag, hvem har trukket den og hvornår?',
      '$& SMDB 2025, trukket af kommunen 3. marts',
    )
    .split('\r\n')
    .map((line) => (/^[01];[01];$/.test(line) ? `${line}12` : line))
    .join('\r\n');
  const saved = await planner.upload(address, 'svar.csv', filled, { emne: 'Med definitioner', startnummer: '1' });
  expect(saved.status).toBe(303);
  const page = await planner.get(saved.location);
  expect(page.text).toContain('Sådan er listerne defineret');
  expect(page.text).toContain('SMDB 2025, trukket af kommunen 3. marts');
  // The rules of the form, and the list that nobody wrote of, are not repeated.
  expect(page.text).not.toContain('Skriv kun antal kvinder');
  expect(page.text).not.toContain('Listen «B»: hvem');
  expect((await planner.get(`${saved.location}/fil.csv`)).response.body).toContain('SMDB 2025, trukket af kommunen 3. marts');
  expect(((await planner.get(`${saved.location}/fil.json`)).response.json() as { readonly told: readonly string[] }).told.length).toBe(1);
  const refused = await planner.upload(address, 'svar.csv', `# om 010190-1234\r\n${filled}`, { emne: 'Med CPR', startnummer: '1' });
  expect([refused.status, refused.text.includes('Linje 1: Her står noget, der ligner et CPR-nummer')]).toEqual([422, true]);
});
