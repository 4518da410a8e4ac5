import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { wordTexts } from '../../test/word.ts';
import { loadCall } from '../demo/load-call.ts';
import { call2019 } from '../domain/call/packages/2019-gravide.ts';
import { moment } from '../domain/time.ts';
import type { ReportJson } from '../reports/json.ts';
import { compileEdition } from '../store/call-report.ts';
import type { Database } from '../store/database.ts';
import { report } from './report.ts';

const { db, owner } = await testDatabase();
await loadCall(owner);
const folder = mkdtempSync(join(tmpdir(), 'samlob-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const places = ['hovedstaden', 'sjaelland', 'syddanmark', 'midtjylland', 'nordjylland', 'danmark'] as const;

/** What is said of a report before the call is reported. */
const draft = 'This is a draft: the call is not reported yet, and its answers can still change. Do not publish it.';

type Run = { readonly code: number; readonly output: Buffer; readonly said: readonly string[] };

async function run(words: readonly string[], database: Database | null = db): Promise<Run> {
  const written: Buffer[] = [];
  const said: string[] = [];
  const code = await report(words, {
    project: process.cwd(),
    now: () => moment('2026-11-22T09:00:00Z'),
    database: () => Promise.resolve(database),
    maintenance: () => Promise.resolve(null),
    write: (answer) => void written.push(Buffer.from(answer)),
    say: (sentence) => void said.push(sentence),
  });
  return { code, output: Buffer.concat(written), said };
}

function asked(region: string, ...more: readonly string[]): readonly string[] {
  return ['--call', '2019-gravide', '--region', region, ...more];
}

async function jsonOf(region: string, edition: 'internal' | 'public'): Promise<ReportJson> {
  return JSON.parse((await run(asked(region, '--edition', edition))).output.toString()) as ReportJson;
}

/** A place's counts, year by year, as the figures hold them. */
function counts({ figures }: ReportJson, place: string): { readonly any: unknown[]; readonly residential: unknown[] } {
  const of = (question: string): unknown[] =>
    [2017, 2018, 2019].map((year) => figures.find(({ id }) => id === `2019-gravide/${question}/${year}/${place}`)?.value);
  return { any: of('any'), residential: of('residential') };
}

/** A sentence that gives a number of women, or of municipalities with women, from 1 to 4. */
const smallCount = /\b([1-4]|én|et|to|tre|fire) (kvinder?|borgere?|gravide?|kommuner? (har|med))\b|\b[1-4]-\d+ (kvinder|borgere)\b/;

describe('the report in each edition', () => {
  test('holds inside the counts that the documents give', async () => {
    const [south, north] = [await jsonOf('syddanmark', 'internal'), await jsonOf('nordjylland', 'internal')];

    expect(counts(south, 'syddanmark')).toEqual({ any: [10, 8, 8], residential: [2, 2, 2] });
    expect(counts(north, 'nordjylland')).toEqual({ any: [4, 5, 5], residential: [0, 0, 0] });
    expect(counts(south, 'danmark')).toEqual({ any: [37, 45, 58], residential: [6, 6, 8] });
    expect(counts(await jsonOf('danmark', 'internal'), 'danmark')).toEqual(counts(north, 'danmark'));
  });

  test.each(places)('of %s holds outside no count of women from 1 to 4: in no figure, no cell, no sentence', async (place) => {
    const { figures, tables } = await jsonOf(place, 'public');

    expect(figures.length).toBeGreaterThanOrEqual(12);
    for (const { id, value } of figures) {
      if (typeof value === 'number') expect(value, id).toBeGreaterThanOrEqual(5);
      else expect(value).toEqual({ suppressed: true });
    }
    const cells = tables.flatMap(({ rows }) => rows.flatMap(([, ...row]) => row));
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.filter((cell) => cell !== 'skjult' && !(Number(cell) >= 5))).toEqual([]);
    const sentences = [
      ...tables.flatMap(({ caption, notes }) => [caption, ...notes]),
      ...figures.flatMap(({ definition, source }) => [definition, source]),
    ];
    expect(sentences.filter((sentence) => smallCount.test(sentence))).toEqual([]);
  });

  test.each(['nordjylland', 'danmark'])('of %s holds outside no such count in its Word document either', async (place) => {
    const sentences = wordTexts((await run(asked(place, '--format', 'docx'))).output);
    expect(sentences.length).toBeGreaterThan(50);
    expect(sentences.filter((sentence) => smallCount.test(sentence) || /^[0-4]$/.test(sentence))).toEqual([]);
  });

  test('says outside how many municipalities had any woman where its rule prints all counts of the place, and nowhere once that opens a count', async () => {
    const ofNone = /\d+ af \d+ kommuner har ikke visiteret en kvinde i målgruppen til \w+/g;
    const permit = testPermit(testActor('agency', { municipality: null, region: null }), 'report:internal');
    const byRule = async (place: (typeof places)[number]): Promise<readonly string[]> => {
      const made = await compileEdition(db, permit, { call: call2019, place: place, edition: 'public' });
      return JSON.stringify(made).match(ofNone) ?? [];
    };
    expect(await Promise.all(places.map(byRule))).toEqual([
      [],
      ['11 af 17 kommuner har ikke visiteret en kvinde i målgruppen til behandling'],
      ['15 af 22 kommuner har ikke visiteret en kvinde i målgruppen til behandling'],
      ['13 af 19 kommuner har ikke visiteret en kvinde i målgruppen til behandling'],
      [],
      [],
    ]);
    // With them and a document that all can read, a hidden count of 2017 is worked out: the command tries its draft, and leaves them out.
    const sentences = wordTexts((await run(asked('syddanmark', '--format', 'docx'))).output);
    expect(sentences.length).toBeGreaterThan(50);
    expect(sentences.join('\n').match(ofNone)).toBe(null);
  });

  test('is told to hold a small count where it does: the search for them finds those of the internal edition', async () => {
    const { output } = await run(asked('syddanmark', '--edition', 'internal', '--format', 'docx'));
    expect(wordTexts(output).filter((sentence) => smallCount.test(sentence)).length).toBeGreaterThan(2);
  });

  test('is the public one in JSON unless another is asked for, and each figure says what it is', async () => {
    const { code, output, said } = await run(asked('nordjylland'));
    const { report: of, figures } = JSON.parse(output.toString()) as ReportJson;

    expect([code, said]).toEqual([0, [draft]]);
    expect(of).toMatchObject({ call: '2019-gravide', region: 'nordjylland', edition: 'public', asOf: '2026-11-22' });
    expect(Object.keys(figures[0] ?? {})).toEqual(['id', 'value', 'definition', 'edition', 'source', 'period', 'asOf', 'place']);
    expect((await run(asked('nordjylland', '--json'))).output.equals(output)).toBe(true);
    expect((await run(asked('nordjylland', '--format', 'json', '--json'))).output.equals(output)).toBe(true);
  });

  test('leaves a line in the trace that names the operator, the edition’s permission and the report', async () => {
    await run(asked('syddanmark', '--edition', 'internal'));
    const line = await owner.selectFrom('trace').selectAll().orderBy('number', 'desc').executeTakeFirstOrThrow();
    expect(line).toMatchObject({ role: 'operator', permission: 'report:internal', subject: '2019-gravide/syddanmark' });
  });
});

describe('a file', () => {
  test.each([
    ['docx', 'public', 'PK'],
    ['docx', 'internal', 'PK'],
    ['pdf', 'public', '%PDF-1.7'],
    ['pdf', 'internal', '%PDF-1.7'],
    ['json', 'internal', '{\n  "report"'],
  ])('of %s in the %s edition goes to standard output, or whole to the file that is named', async (format, edition, start) => {
    const words = asked('nordjylland', '--format', format, '--edition', edition);
    const out = join(folder, `rapport-${edition}.${format}`);

    const printed = await run(words);
    const filed = await run([...words, '--out', out]);

    expect([printed.code, filed.code, filed.said, filed.output.length]).toEqual([0, 0, [draft, `Wrote ${out}.`], 0]);
    expect(printed.output.toString('latin1').startsWith(start)).toBe(true);
    expect(readFileSync(out, 'latin1').startsWith(start)).toBe(true);
  });

  test('that cannot be written gives a sentence, and nothing is left half-written', async () => {
    const place = mkdtempSync(join(folder, 'fejl-'));
    writeFileSync(join(place, 'fil'), 'stod her før');

    const missing = await run(asked('syddanmark', '--out', join(place, 'findes-ikke', 'rapport.json')));
    const inFile = await run(asked('syddanmark', '--out', join(place, 'fil', 'rapport.json')));
    const onFolder = await run(asked('syddanmark', '--out', place));

    for (const { code, said, output } of [missing, inFile, onFolder]) {
      expect([code, said.length, output.length]).toEqual([1, 2, 0]);
      expect(said[1]).toContain('could not be written');
    }
    expect(readdirSync(place)).toEqual(['fil']);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('what is asked for wrongly', () => {
  test.each([
    [['--call', '2018', '--region', 'syddanmark'], 'There is no call “2018”. Known: 2019-gravide.'],
    [
      asked('oestdanmark'),
      'There is no region “oestdanmark”. Known: hovedstaden, sjaelland, syddanmark, midtjylland, nordjylland, danmark.',
    ],
    [asked('syddanmark', '--format', 'xlsx'), 'There is no format “xlsx”. Known: docx, pdf, json.'],
    [asked('syddanmark', '--edition', 'intern'), 'There is no edition “intern”. Known: internal, public.'],
  ])('is answered with what is known: %j', async (words, sentence) => {
    const { code, said, output } = await run(words);
    expect([code, said, output.length]).toEqual([1, [sentence], 0]);
  });

  test.each([
    [[]],
    [['--region', 'syddanmark']],
    [['--call', '2019-gravide']],
    [asked('syddanmark', '--colour', 'red')],
    [asked('syddanmark', 'more')],
    [asked('syddanmark', '--out', '')],
    [asked('syddanmark', '--json', '--format', 'pdf')],
  ])('is answered with how it is written: %j', async (words) => {
    const { code, said, output } = await run(words);
    expect([code, output.length]).toEqual([2, 0]);
    expect(said.join('\n')).toContain('samlob report --call ID --region ID');
  });

  test('needs no database to be refused, and nothing else can be done without one', async () => {
    expect((await run(asked('findes-ikke'), null)).code).toBe(1);
    expect((await run(asked('syddanmark'), null)).code).toBe(4);
  });
});

describe('a public edition that is not released', () => {
  test('exits with 3 and its reasons in words, while the internal one is written and says who is missing', async () => {
    const north = ['0773', '0787', '0810', '0813', '0820', '0825', '0840'];
    await owner
      .deleteFrom('call_answer')
      .where('call', '=', call2019.id)
      .where('municipality', 'in', north as never[])
      .execute();

    const { code, said, output } = await run(asked('syddanmark', '--format', 'pdf'));
    expect([code, output.length]).toEqual([3, 0]);
    expect(said).toEqual([
      'The public edition of 2019-gravide is not released.',
      'Too few municipalities have answered in Region Nordjylland.',
    ]);

    const inside = await run(asked('nordjylland', '--edition', 'internal', '--format', 'docx'));
    expect(wordTexts(inside.output)).toContain('4 af 11 kommuner har svaret. Tallene er derfor ufuldstændige.');
  });

  test('is bad input where the database does not hold the call', async () => {
    await owner.deleteFrom('call_fact').execute();
    await owner.deleteFrom('call_answer').execute();
    await owner.deleteFrom('call').execute();
    const { code, said } = await run(asked('syddanmark'));
    expect([code, said]).toEqual([1, ['The database holds no call 2019-gravide.']]);
  });
});
