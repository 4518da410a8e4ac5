import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation } from '../../test/pathways.ts';
import { figureDefinition } from '../domain/numbers/definitions.ts';
import { readLists as readLines } from '../domain/numbers/list-file.ts';
import { womenOn } from '../domain/numbers/list-import.ts';
import { addDays, danishDay, day, type Day, moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { databaseNow } from './database.ts';
import { drawWhenNew, rebuildFigures } from './figure-rebuild.ts';
import { readFigures } from './figures.ts';
import { decideListPair } from './list-decide.ts';
import { deleteList, type ListToTake, takeList } from './list-take.ts';
import { readLists } from './lists.ts';

const { db, owner } = await testDatabase();
const ours = testPermit(testActor('secretariat'), 'list:take');
const theirs = testPermit(
  { ...testActor('agency'), organisation: { ...testActor('agency').organisation, id: 'andre' as never } },
  'list:take',
);
const operator = testPermit(testActor('operator'), 'figure:read');
for (const { actor } of [ours, theirs, operator]) await addOrganisation(owner, actor.organisation);
await drawWhenNew(owner);

const head = 'liste;nøgle;født;initialer;kommune;termin';
function list(id: string, rows: readonly string[], more: Partial<ListToTake> = {}): ListToTake {
  const text = [head, ...rows].join('\n');
  const read = readLines(text);
  if (read.outcome === 'problems') throw new Error(read.problems[0].problem);
  return { id, title: id, source: 'opdigtet', year: '2025', keep: '90', text, lines: read.lines, ...more };
}
const definition = figureDefinition('women-on-lists');
if (!definition) throw new Error('the definition is gone');
const women = async (asOf: string | null = null, at = '2026-11-22T10:00:00Z'): Promise<readonly (readonly [string, unknown])[]> =>
  (
    await readFigures(
      db,
      { ...operator, at: moment(at) },
      { definition, years: [2025, 2025], by: 'municipality', asOf: asOf === null ? null : day(asOf) },
    )
  )
    .filter(({ value }) => value !== 0)
    .map(({ place, value }) => [place, value]);
const at = (permit: Permit, moment_: string): Permit => ({ ...permit, at: moment(moment_) });

describe('a list that is taken in', () => {
  test('is counted, its repeats found within it and between lists, and nothing readable is kept', async () => {
    const first = list('smdb', ['SMDB;k1;1994-03-02;MK;Aalborg;2026-01-10', 'SMDB;;1990-01-01;AB;Odense;', 'SMDB;;1990-01-01;AC;Odense;']);
    expect(await takeList(db, at(ours, '2026-11-20T09:00:00Z'), first)).toEqual({ outcome: 'kept', year: 2025, forgetOn: '2027-02-18' });
    // The same form sent twice is one list, and the same list under another name is refused.
    expect((await takeList(db, ours, first)).outcome).toBe('kept');
    expect(await takeList(db, ours, { ...first, id: 'igen' })).toEqual({ outcome: 'already-there', title: 'smdb' });
    const second = list('ambulatorium', ['Ambulatorium;k1;;;Aalborg;', 'Ambulatorium;;1990-01-01;AB;Odense;2026-05-01']);
    expect((await takeList(db, at(ours, '2026-11-21T09:00:00Z'), second)).outcome).toBe('kept');
    const { pairs, imports, lines } = await readLists(db, ours);
    expect(imports.map(({ title, lines: count, rule }) => [title, count, rule])).toEqual([
      ['ambulatorium', 2, 'gengangere/2026-2'],
      ['smdb', 3, 'gengangere/2026-2'],
    ]);
    // By the key; by day, initials and municipality; and two that only a person can decide.
    expect(pairs.map(({ outcome }) => outcome).toSorted()).toEqual(['perhaps', 'perhaps', 'same', 'same']);
    expect(womenOn(lines, pairs)).toMatchObject({ women: 3, least: 2, contradicted: [] });
    expect(await women()).toEqual([
      ['0461', 2],
      ['0851', 1],
    ]);
    // A list of one line cannot be guessed from its fingerprint: that is made with the key of this database.
    expect(imports.map(({ digest }) => digest)).not.toContain(createHash('sha256').update(first.text).digest('hex'));
    const kept = await owner.selectFrom('list_line').selectAll().execute();
    for (const said of ['1994-03-02', '1990-01-01', 'k1', 'MK']) expect(JSON.stringify(kept)).not.toContain(`"${said}"`);
  });

  test('is counted otherwise when a person decides, and as before for an earlier day', async () => {
    const pair = (await readLists(db, ours)).pairs.find(({ one, other }) => one.import === 'smdb' && other.import === 'smdb');
    if (!pair) throw new Error('there is no pair');
    const { one, other } = pair;
    const say = (answer: string, because = 'slået op') =>
      decideListPair(db, at(ours, '2026-11-22T09:00:00Z'), { one, other, answer, because });
    expect(await say('same', '')).toEqual({ outcome: 'no-reason' });
    expect(await say('same')).toEqual({ outcome: 'decided', same: true });
    expect(await say('same')).toEqual({ outcome: 'as-before' });
    expect(await women()).toEqual([
      ['0461', 1],
      ['0851', 1],
    ]);
    expect(await women('2026-11-21')).toEqual([
      ['0461', 2],
      ['0851', 1],
    ]);
    expect(await women('2026-11-20')).toEqual([
      ['0461', 2],
      ['0851', 1],
    ]);
    expect(await say('not-same')).toEqual({ outcome: 'decided', same: false });
    expect(await women()).toEqual([
      ['0461', 2],
      ['0851', 1],
    ]);
    expect((await readLists(db, ours)).pairs.find((known) => known.decided === false)).toMatchObject({ because: 'slået op' });
    expect((await rebuildFigures(owner)).differences).toEqual([]);
  });

  test('is another organisation’s own: they see and decide nothing of it, and count it in theirs', async () => {
    expect(await readLists(db, theirs)).toEqual({ imports: [], lines: [], pairs: [] });
    const pair = (await readLists(db, ours)).pairs[0];
    if (!pair) throw new Error('there is no pair');
    expect(await decideListPair(db, theirs, { ...pair, answer: 'same', because: 'x' })).toEqual({ outcome: 'no-such-pair' });
    expect(await deleteList(db, theirs, 'smdb', 'x')).toBe('not-there');
    const officer = testPermit(testActor('data-protection'), 'list:read');
    const seen = await readLists(db, officer);
    expect(seen.imports.length).toBe(2);
    expect([seen.lines, seen.pairs]).toEqual([[], []]);
  });

  test('forgets on its day what could tell who is who, and is counted as before', async () => {
    const before = await women();
    const identifying = async (): Promise<number> =>
      (await owner.selectFrom('list_line').selectAll().where('import', '=', 'smdb').execute()).filter(
        ({ pseudonym, born, initials, municipality_said, due_date }) => pseudonym ?? born ?? initials ?? municipality_said ?? due_date,
      ).length;
    const today = danishDay(await databaseNow(db));
    const lookOn = async (forgetOn: Day): Promise<number> => {
      await owner.updateTable('list_import').set({ forget_on: forgetOn }).where('id', '=', 'smdb').execute();
      await readLists(db, { ...ours, at: await databaseNow(db) });
      return identifying();
    };
    expect(await lookOn(addDays(today, 1))).toBe(3);
    expect(await lookOn(today)).toBe(0);
    expect((await readLists(db, ours)).pairs.length).toBe(4);
    expect(await women()).toEqual(before);
    expect((await rebuildFigures(owner)).differences).toEqual([]);
  });

  test('is deleted with a reason: its lines and pairs are gone, what they counted too, and that it was there is kept', async () => {
    expect(await deleteList(db, ours, 'smdb', ' ')).toBe('no-reason');
    expect(await deleteList(db, ours, 'smdb', 'hun, 010190-1234, bad om det')).toBe('cpr-in-reason');
    expect(await deleteList(db, at(ours, '2026-11-23T09:00:00Z'), 'smdb', 'på anmodning')).toBe('deleted');
    // The form that took it in, sent once more.
    expect(await takeList(db, ours, list('smdb', ['SMDB;k1;;;;']))).toEqual({ outcome: 'was-deleted', title: 'smdb' });
    // What the page says is left of its lines, and no more.
    const left = await owner.selectFrom('counted_fact').selectAll().where('case_id', '=', 'list smdb').execute();
    const said = left.map((row) => Object.entries(row).flatMap(([column, value]) => (value === null ? [] : [column])));
    const columns = ['case_id', 'detail', 'happened', 'kind', 'municipality', 'number', 'reason', 'recorded', 'subject', 'withdrawn'];
    expect(new Set(said.map((names) => names.toSorted().join()))).toEqual(new Set([columns.join()]));
    expect(await deleteList(db, ours, 'smdb', 'igen')).toBe('not-there');
    const { imports, lines, pairs } = await readLists(db, ours);
    expect(imports.find(({ id }) => id === 'smdb')?.deleted).toMatchObject({ because: 'på anmodning' });
    expect(lines.map((one) => one.import)).toEqual(['ambulatorium', 'ambulatorium']);
    expect(pairs).toEqual([]);
    expect(await women(null, '2026-11-23T10:00:00Z')).toEqual([
      ['0461', 1],
      ['0851', 1],
    ]);
    expect(await women('2026-11-21', '2026-11-23T10:00:00Z')).toEqual([
      ['0461', 2],
      ['0851', 1],
    ]);
    expect((await rebuildFigures(owner)).differences).toEqual([]);
    // What is deleted may come again.
    const again = list('smdb igen', [
      'SMDB;k1;1994-03-02;MK;Aalborg;2026-01-10',
      'SMDB;;1990-01-01;AB;Odense;',
      'SMDB;;1990-01-01;AC;Odense;',
    ]);
    expect((await takeList(db, ours, again)).outcome).toBe('kept');
  });

  test('that is counted otherwise behind its lines is found and mended', async () => {
    const before = await women(null, '2099-01-01T10:00:00Z');
    expect(before.length).toBeGreaterThan(0);
    await owner
      .updateTable('counted_fact')
      .set({ withdrawn: moment('2026-11-24T09:30:00Z') })
      .where('case_id', '=', 'list ambulatorium')
      .execute();
    const { differences } = await rebuildFigures(owner);
    expect(differences.find(({ id }) => id === 'list ambulatorium')).toMatchObject({ kind: 'rows', stored: 0, computed: 2 });
    await rebuildFigures(owner, { repair: true });
    expect((await rebuildFigures(owner)).differences).toEqual([]);
    // What is mended is known from the day it was mended.
    expect(await women(null, '2099-01-01T10:00:00Z')).toEqual(before);
  });
});

describe('a list of little about each woman', () => {
  const keyed = (count: number) => Array.from({ length: count }, () => 'SMDB;samme;;;;');
  test('is taken in with all its pairs, more than one statement can hold, and counted as the one woman it is', async () => {
    expect((await takeList(db, theirs, list('mange', keyed(141)))).outcome).toBe('kept');
    const { pairs, lines } = await readLists(db, theirs);
    expect([pairs.length, womenOn(lines, pairs).women]).toEqual([9870, 1]);
    // All its rows are withdrawn at once.
    expect(await deleteList(db, theirs, 'mange', 'prøve')).toBe('deleted');
    const rows = await owner.selectFrom('counted_fact').select('withdrawn').where('case_id', '=', 'list mange').execute();
    expect(rows.filter(({ withdrawn }) => withdrawn !== null)).toHaveLength(141);
  });

  test('is refused, and nothing of it kept, when it makes more pairs than anybody can look at', async () => {
    const before = await readLists(db, theirs);
    const initials = Array.from({ length: 64 }, () => 'SMDB;;;AB;;');
    expect(await takeList(db, theirs, list('for mange', initials))).toEqual({ outcome: 'too-many-pairs' });
    expect(await readLists(db, theirs)).toEqual(before);
  });
});
