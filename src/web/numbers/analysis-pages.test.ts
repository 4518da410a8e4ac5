import { describe, expect, test } from 'vitest';
import { closedGates } from '../../../test/closed-gates.ts';
import { pageCount } from '../../../test/pdf.ts';
import { testWeb, type Visitor } from '../../../test/web.ts';
import { wordTexts } from '../../../test/word.ts';
import { analysisFileTypes } from './analysis-download.ts';
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
const form = { emne: 'Hepatitis', tabel: hepatitis, startnummer: '7' };

/** Runs an analysis and waits until it is kept: on a busy machine that takes longer than the page itself waits. */
async function analysed(visitor: Visitor, fields: typeof form): Promise<{ readonly location: string }> {
  const { location } = await visitor.post(address, fields);
  for (let round = 0; round < 40; round += 1) {
    const { status, $ } = await visitor.get(location);
    if (status === 200 && $('.say').length > 0) return { location };
  }
  throw new Error(`${location} shows no answer`);
}

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

describe('an analysis of the hidden number', () => {
  test('is run, kept, shown as a range with a picture and its table, and gives the same digits again after a restart', async () => {
    const planner = await web.as('planlaegger');
    const posted = await analysed(planner, form);
    const { $, text } = await planner.get(posted.location);
    expect(text).toContain('Listerne kan ikke afgøre det: fra 271 til 3.031 passer.');
    expect(text).toContain('P + Q; P + E; Q + E');
    expect($('.methods tbody tr').length).toBe(15);
    expect($('.methods tbody tr').first().text()).toContain('271–3.031');
    expect($('.methods svg rect').length).toBeGreaterThan(20);
    // Each method is told in a sentence of its own before its name, and what differs from the answer is explained.
    const firstLines = $('.methods tbody tr:not(.answer) th')
      .toArray()
      .map((head) => $(head).contents().first().text());
    for (const line of firstLines) expect(line).toMatch(/^\p{Lu}.*\.$/u);
    expect(new Set(firstLines).size).toBe(firstLines.length);
    expect(firstLines.join(' ')).not.toMatch(/AIC|BIC|Det samme|linjen før/);
    expect(text).toContain('Hvorfor er der flere tal?');
    expect(text).toContain('Svarets mindste tal, 271, kommer fra: «');
    expect(text).toMatch(/giver samme skøn \(\d+\), men ikke samme usikkerhed/);
    expect(text).not.toContain('Chaos');
    // The law that gives least is a lower bound here.
    expect($('th').filter((_, head) => $(head).text() === 'Nedre grænse').length).toBe(1);
    expect(text).not.toContain('som her ikke er en nedre grænse');
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
    const { location } = await analysed(planner, { ...form, emne: 'Tynd', tabel });
    expect((await planner.get(location)).text).toContain('Listerne kan ikke afgøre det: fra 129 til 2.837 passer.');
  });

  test('says so when the numbers are not the same again', async () => {
    const planner = await web.as('planlaegger');
    const { location } = await analysed(planner, { ...form, emne: 'Ændret' });
    expect(await runAgain(planner, location)).toContain('de samme til sidste ciffer');
    await web.database.owner.updateTable('analysis').set({ seed: 8 }).where('title', '=', 'Ændret').execute();
    expect(await runAgain(planner, location)).toContain('tallene er ikke de samme');
  });

  test('is run again beside the server, by nobody else, and what was never begun is not found', async () => {
    const planner = await web.as('planlaegger');
    const { location } = await analysed(planner, { ...form, emne: 'Ved siden af' });
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
    const none = await analysed(agency, { ...form, tabel: 'A,B,count\n1,0,40\n0,1,50\n1,1,0\n' });
    const { text } = await agency.get(none.location);
    expect(text).toContain('Kan ikke afgøres ud fra disse lister.');
    expect(text).not.toContain('Et sted mellem');
    const few = await analysed(agency, { ...form, tabel: 'A;B;count\n1;0;40\n0;1;50\n1;1;1-4\n' });
    expect((await agency.get(few.location)).status).toBe(200);
  });

  test.each(closedGates.filter(({ onPage }) => onPage).map((closed) => [closed.gate, closed] as const))(
    'says in words which gate closed: %s',
    async (gate, { status, table }) => {
      const planner = await web.as('planlaegger');
      const { location } = await analysed(planner, { ...form, emne: `Port ${gate}`, tabel: table });
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

  test('tells one who does not know the methods the answer, what it can and cannot be used for, and folds the methods', async () => {
    const secretary = await web.as('sekretaer');
    const made = async (emne: string, tabel: string) =>
      (await secretary.get((await analysed(secretary, { ...form, emne, tabel })).location)).$;
    const uses = ($: Awaited<ReturnType<typeof made>>) =>
      $('.answer-uses .card')
        .toArray()
        .map((card) => $(card).text());
    const rows = ($: Awaited<ReturnType<typeof made>>) =>
      $('.answer-picture tbody tr')
        .toArray()
        .map((row) => [$(row).find('th').text(), $(row).find('td.number').text(), $(row).find('rect').length]);

    const decided = await made('Afgjort', 'A;B;C;antal\n1;0;0;43\n0;1;0;34\n0;0;1;71\n1;1;0;58\n1;0;1;20\n0;1;1;65\n1;1;1;247\n');
    expect(uses(decided)[0]).toContain('At prøve en plan med begge ender: hvad nu, hvis der er 538, og hvad nu, hvis der er 1.8');
    expect(uses(decided)[1]).toContain('At sige ét tal, hverken en af enderne');
    expect(rows(decided).map(([head]) => head)).toEqual(['Talt på mindst én liste', 'Svaret']);
    expect(rows(decided)[1]?.[1]).toMatch(/^538–1\.8\d\d$/);
    // The methods are there for the analyst, folded away, after what everybody reads.
    const fold = decided('details.fold');
    expect([fold.length, fold.attr('open'), fold.find('.methods').length, decided('.methods').length]).toEqual([1, undefined, 1, 1]);
    expect(fold.text()).toContain('Svaret rummer dem alle.');
    expect(decided('main').text().indexOf('Det kan svaret bruges til')).toBeLessThan(decided('main').text().indexOf('For analytikeren'));

    const undecided = await made('Uafgjort', 'A,B,C,count\n1,0,0,50\n0,1,0,30\n0,0,1,20\n1,1,0,4\n1,0,1,3\n0,1,1,2\n1,1,1,1\n');
    expect(uses(undecided)[0]).toContain('At sige, at mindst 110 kvinder er kendt.');
    expect(uses(undecided)[1]).toMatch(/At sige, at der er 129, eller at der er 2\.837: ingen af dem er et skøn\..*hvor mange pladser/);

    // Two lists cannot show whether they depend on each other: page, table of methods and files say so before any span.
    const { location: atTwo } = await analysed(secretary, { ...form, emne: 'To', tabel: 'A,B,count\n1,0,40\n0,1,30\n1,1,12\n' });
    const two = (await secretary.get(atTwo)).$;
    expect(two('.say').text()).toMatch(/^To lister kan ikke afgøre det: .* Fra 82 til 592 kan kun siges, hvis det at stå på den ene liste/);
    expect(rows(two)[1]?.[1]).toBe('kan ikke afgøres; 82–592 kun på betingelse');
    expect(two('.methods tr.answer td.number').text()).toBe('kan ikke afgøres; 82–592 kun på betingelse');
    expect(two('main').text()).toContain('Ganges oddsene med 8, er der 882, også her uden den usikkerhed');
    expect(uses(two)[0]).not.toContain('mellem 82 og 592');
    expect(uses(two)[1]).toContain('At sige, at der er 82, eller at der er 592: ingen af dem er et skøn.');
    const [csv, json, docx] = await Promise.all(['csv', 'json', 'docx'].map((type) => secretary.get(`${atTwo}/fil.${type}`)));
    expect(csv?.response.body).toContain(two('.say').text());
    expect(json?.response.json<EstimateReport>().conclusion.range?.undecided).toBe(true);
    expect(json?.response.json<EstimateReport>().conclusion.text).toMatch(/^Two lists cannot decide it/);
    expect(wordTexts(docx?.response.rawPayload ?? Buffer.alloc(0))).toContain(two('.say').text());

    // 45 are seen; what methods call a lower bound lies above, and the page says why the answer is not that.
    const few = await made('Få', 'A;B;C;antal\n1;0;0;18\n0;1;0;14\n0;0;1;9\n1;1;0;2\n1;0;1;1\n0;1;1;1\n1;1;1;0\n');
    expect(few('main').text()).toContain('mindst 45.');
    expect(few('main').text()).toContain(
      'De 45 er talt og derfor sikre. De nedre grænser, som metoderne giver (154 til 255), er regnet ud',
    );
    expect(few('main').text()).not.toContain('Svaret rummer dem alle');
    expect(uses(few)[1]).toContain('At sige, hvor mange der er ud over dem, der er set.');
    expect(rows(few)[1]?.[1]).toBe('mindst 45');

    const none = await made('Intet', 'A,B,count\n1,0,40\n0,1,50\n1,1,0\n');
    expect(rows(none)[1]).toEqual(['Svaret', 'kan ikke afgøres', 0]);
    expect(uses(none)[0]).toContain('At vise, at listerne ikke rækker, og bede om bedre');
    expect(none('main').text()).not.toContain('er talt og derfor sikre');
  });

  test('is sent as Word and PDF with the answer and its uses before the methods', async () => {
    const secretary = await web.as('sekretaer');
    const { location } = await analysed(secretary, { ...form, emne: 'Dokument' });
    const word = wordTexts((await secretary.get(`${location}/fil.docx`)).response.rawPayload);
    const at = (begins: string): number => word.findIndex((text) => text.includes(begins));
    expect(word[at('Listerne kan ikke afgøre det')]).toBe('Listerne kan ikke afgøre det: fra 271 til 3.031 passer.');
    const order = [
      at('Listerne kan ikke afgøre det'),
      at('Det kan svaret bruges til'),
      at('Det kan svaret ikke bruges til'),
      at('For analytikeren'),
    ];
    expect(order).not.toContain(-1);
    expect(order.toSorted((one, other) => one - other)).toEqual(order);
    expect(at('Regner med, at det at stå på én liste intet siger om de andre.')).toBeGreaterThan(at('For analytikeren'));
    const pdf = (await secretary.get(`${location}/fil.pdf`)).response.rawPayload;
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pageCount(pdf)).toBeGreaterThan(0);
    expect((await (await web.as('planlaegger')).get(`${location}/fil.docx`)).status).toBe(404);
  });

  test('is downloaded with its table, its seed and what it may be used for', async () => {
    const planner = await web.as('planlaegger');
    const { location } = await analysed(planner, { ...form, emne: '=Hepatitis; A' });
    const csv = await planner.get(`${location}/fil.csv`);
    expect(csv.response.headers['content-type']).toContain('text/csv');
    const lines = csv.response.body.split('\r\n');
    expect(lines[0]).toBe('\uFEFF"# analyse: =Hepatitis; A"');
    expect(lines[1]).toMatch(/^# intern: Analysen og dens filer rummer listernes egne antal, også små/);
    // Each end is told with the method and the lists that its model lets depend on each other.
    expect(lines[2]).toContain('271 kommer fra metoden «Vægtet over grafer».');
    expect(lines[2]).toMatch(/3\.031 kommer fra metoden «Model valgt med AIC» \(lister, der hænger sammen: P \+ Q, P \+ E, Q \+ E\)/);
    expect(lines[2]).toMatch(/^# svar: Listerne kan ikke afgøre det: fra 271 til 3\.031 passer/);
    expect(lines).toContain('# kan ikke bruges til: At bestemme, hvor mange pladser der er brug for.');
    expect(lines).toContain('# set på mindst én liste: 271');
    expect(lines).toContain(`# metodernes udgave: ${methodEdition}`);
    const at = lines.indexOf('metode;hvad metoden gør;lister, der hænger sammen;model;skøn;nedre;øvre;niveau;AIC;BIC;status;bemærkninger');
    expect(lines[at + 1]).toMatch(/^Listerne er uafhængige;Regner med, at [^;]*\.;;\[1,2,3\];388,48\d+;.*;0,95;.*;har et skøn;/);
    const file = (await planner.get(`${location}/fil.json`)).response;
    expect(file.headers['content-disposition']).toMatch(/-intern\.json"$/);
    const json = file.json<Record<string, Record<string, unknown>>>();
    expect([json['internal'], json['mayRead']?.['da']]).toEqual([true, expect.stringContaining('må ikke offentliggøres')]);
    for (const type of analysisFileTypes) expect((await planner.get(`${location}/fil.${type}?udgave=offentlig`)).status, type).toBe(403);
    expect((await planner.get(location)).text).toContain('De må kun læses af den organisation, der har lavet analysen');
    expect(json['about']).toMatchObject({ title: '=Hepatitis; A', seed: 7, methodEdition });
    expect(json['conclusion']).toMatchObject({ status: 'estimate', range: { low: 271, undecided: true } });
    expect((await planner.get(`${location}/fil.xlsx`)).response.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await (await web.as('sekretaer')).get(`${location}/fil.json`)).status).toBe(404);
  });

  test('kept by an earlier edition is shown in the reader’s language, and what no edition says now in the words of its own', async () => {
    const planner = await web.as('planlaegger');
    const { location } = await analysed(planner, { ...form, emne: 'Tidligere' });
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
    const { location } = await analysed(await web.as('styrelse'), { ...form, emne: 'Styrelsens' });
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
    [{ tabel: 'A;B;antal\n1;0;1.200\n' }, 'Linje 2, felt 3: Der står «1.200». Skriv tallet uden punktum eller mellemrum: 1200.'],
    [
      { tabel: 'A;B;antal\n1;0;1,200\n' },
      'Linje 2, felt 3: Der står «1,200». Mener I tusinder, så skriv tallet uden komma: 1200. Et antal kvinder har ingen decimaler.',
    ],
    [{ tabel: 'A,B,count\n1,0,1,200\n' }, '«1,200» læses som flere felter. Mener I tusinder, så skriv tallet uden komma: 1200.'],
    [{ tabel: 'A;B;antal\n1;0;<5\n' }, '«0 til 4», eller «1 til 4», hvis I ved, at der er mindst én.'],
    [{ tabel: 'a,b,c,d,e,f,g,h,i,j,count\n' }, 'Linje 1, felt 11: Der er 10 lister. Der kan højst være 9.'],
  ])('says what is wrong: %j', async (wrong, sentence) => {
    const { status, text } = await (await web.as('planlaegger')).post(address, { ...form, ...wrong });
    expect([status, text.includes(sentence)]).toEqual([422, true]);
  });

  test('says all that is wrong with a table line by line, the first of it at the field', async () => {
    const planner = await web.as('planlaegger');
    const tabel = 'A;B;antal\n1;0;1.200\n0;2;<5\n1;1;mange\n';
    const { $, status } = await planner.post(address, { ...form, tabel });
    const rows = $('#fejl-i-tabellen tr')
      .toArray()
      .map((row) =>
        $(row)
          .children()
          .toArray()
          .map((cell) => $(cell).text()),
      );
    expect([status, rows.map(([line, field]) => `${line}:${field}`)]).toEqual([422, ['2:3', '3:2', '3:3', '4:3']]);
    expect(rows.map(([, , sentence]) => sentence)).toEqual([
      expect.stringContaining('uden punktum'),
      expect.stringContaining('«2»'),
      expect.stringContaining('«0 til 4»'),
      expect.stringContaining('«mange»'),
    ]);
    // The field names the first and how many more there are, and not all of them in one paragraph.
    expect($('#tabel-error').text()).toContain('Linje 2, felt 3: Der står «1.200».');
    expect($('#tabel-error').text()).not.toContain('mange');
    expect($('main').text()).not.toContain('Der kan være flere');
    const wrong = Array.from({ length: 12 }, (_, at) => `1;0;x${at}\n`).join('');
    const many = await planner.post(address, { ...form, tabel: `A;B;antal\n${wrong}` });
    expect(many.$('#fejl-i-tabellen tr').length).toBe(10);
    expect(many.$('main').text()).toContain('Her står de første 10. Der kan være flere.');
    // One alone stands at its field.
    expect((await planner.post(address, { ...form, tabel: 'A;B;antal\n1;0;x\n' })).$('#fejl-i-tabellen').length).toBe(0);
  });
});
