import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { fictitiousCpr, formatCpr } from '../../domain/person/cpr.ts';
import { asId, type Id } from '../../domain/id.ts';
import { day, moment, type Moment } from '../../domain/time.ts';

const now = moment('2026-11-22T09:00:00Z');
const web = await testWeb(() => now);
const [clinic, crisisCentre, coordinator, leader] = await Promise.all(
  ['jordemoder', 'krisecenter', 'koordinator', 'leder'].map((user) => web.as(user)),
);
if (!clinic || !crisisCentre || !coordinator || !leader) throw new Error('the demo lacks a persona');

const form = {
  kommune: '0851',
  bekymring: 'Har brug for støtte',
  'deles-fordi': 'her-consent',
  'sagde-ja': '2026-11-20',
  parter: ['substance-treatment'],
  // Names that begin alike are of different women here.
  'en-anden': 'ja',
};
const heading = 'Den samme kvinde har også et forløb et andet sted';

async function opens(who: Visitor, kaldenavn: string): Promise<string> {
  const { status, location } = await who.post('/forloeb/ny', { ...form, kaldenavn });
  expect(status).toBe(303);
  return location;
}

/** Fills in the form and says yes where the number is read back. */
async function identify(who: Visitor, pathway: string, number: string, more: Readonly<Record<string, string>> = {}): Promise<Visit> {
  const asked = await who.post(`${pathway}/personnummer`, {
    noegle: randomUUID(),
    personnummer: number,
    'sagde-ja': '2026-11-21',
    ...more,
  });
  const fields = asked
    .$('input[type=hidden]')
    .get()
    .map((field): [string, string] => [field.attribs['name'] ?? '', field.attribs['value'] ?? '']);
  return fields.some(([name]) => name === 'stemmer') ? who.post(`${pathway}/personnummer`, Object.fromEntries(fields)) : asked;
}

/** How many women the parts of the register that speak of these two pathways tell apart. */
async function womenIn(pathways: readonly string[], at: Moment): Promise<number> {
  const ids = pathways.map((address): Id<'pathway'> => asId(address.slice('/forloeb/'.length)));
  const rows = await web.database.owner
    .selectFrom('counted_fact')
    .select('subject')
    .distinct()
    .where('pathway', 'in', ids)
    .where('recorded', '<=', at)
    .where((where) => where.or([where('withdrawn', 'is', null), where('withdrawn', '>', at)]))
    .execute();
  return rows.length;
}

describe('a woman who two parties have registered', () => {
  const number = formatCpr(fictitiousCpr(day('1996-04-12'), 31));

  test('is seen by both once each has joined its pathway to her number, is counted once from then on, and is one pathway again', async () => {
    const first = await opens(clinic, 'Freja (opdigtet)');
    const second = await opens(crisisCentre, 'F. (opdigtet)');

    expect((await clinic.get(first)).text).toContain('Knyt forløbet til hendes personnummer');
    const alone = await identify(clinic, first, number);
    expect(alone.status).toBe(303);
    expect((await clinic.get(first)).text).toContain('Hun har ikke andre forløb i gang');
    expect((await clinic.get(first)).text).not.toContain(heading);
    expect(await womenIn([first, second], now)).toBe(2);

    // Written without the hyphen it is the same number.
    expect((await identify(crisisCentre, second, number.replace('-', ''))).status).toBe(303);
    expect(await womenIn([first, second], now)).toBe(1);

    const after = await web.restarted();
    const [clinicAfter, centreAfter, others] = await Promise.all(['jordemoder', 'krisecenter', 'visitator'].map((user) => after.as(user)));
    for (const [who, address, party] of [
      [clinicAfter, first, 'Krisecentret'],
      [centreAfter, second, 'Familieambulatoriet'],
    ] as const) {
      const seen = await who?.get(address);
      expect(seen?.text).toContain(heading);
      expect(seen?.$('.alert').text()).toContain(party);
      expect(seen?.$('.alert').text()).not.toContain('Har brug for støtte');
      expect((await who?.get('/arbejde'))?.text).toContain(heading);
    }
    // Who was told stands in the trace of what she or he was told of, in both directions.
    for (const [address, told] of [
      [first, 'krisecenter'],
      [second, 'jordemoder'],
    ] as const) {
      const lines = await web.database.owner
        .selectFrom('trace')
        .select('permission')
        .where('subject', '=', address.slice('/forloeb/'.length))
        .where('app_user', '=', asId<'user'>(told))
        .execute();
      expect(lines.map(({ permission }) => permission)).toContain('pathway:read');
    }
    // What they write there is not opened by it, and nobody else is told.
    expect((await centreAfter?.get(first))?.status).toBe(404);
    expect((await others?.get('/arbejde'))?.text).not.toContain(heading);

    // The crisis centre ends its own, for the reason that is written there, and then nothing more is said of it.
    const end = (await centreAfter?.get(second))?.$('a[href*="/afslut?grund="]').attr('href') ?? '';
    const prefilled = await centreAfter?.get(end);
    const reason = prefilled?.$('#grund').text().trim() ?? '';
    expect(reason).toMatch(/^Samme kvinde: forløbet fortsætter hos .+\.$/);
    const ended = await centreAfter?.post(`${second}/afslut`, { noegle: randomUUID(), grund: reason, happened: '2026-11-22' });
    expect(ended?.status).toBe(303);
    expect((await clinicAfter?.get(first))?.text).not.toContain(heading);
  });

  test('leads the party of the other pathway into this one', async () => {
    const first = await opens(clinic, 'Ida (opdigtet)');
    const second = await opens(crisisCentre, 'I. (opdigtet)');
    const hers = formatCpr(fictitiousCpr(day('1992-01-05'), 7));
    await identify(clinic, first, hers);
    await identify(crisisCentre, second, hers);

    const invite = (await clinic.get(first)).$('a[href*="/part?part="]').attr('href') ?? '';
    const chosen = (await clinic.get(invite)).$('#part option[selected]');
    expect(chosen.text()).toContain('Krisecentret');
    const joined = await clinic.post(`${first}/part`, {
      noegle: randomUUID(),
      part: chosen.attr('value') ?? '',
      opgave: 'Ophold og støtte',
      'deles-fordi': 'her-consent',
      'sagde-ja': '2026-11-21',
      happened: '2026-11-22',
    });
    expect(joined.status).toBe(303);
    expect((await crisisCentre.get(first)).status).toBe(200);
    expect((await crisisCentre.get(second)).$('.alert a').text()).toContain('Se det andet forløb');
  });
});

describe('the form', () => {
  test('names everything that is wrong at once, keeps no number that could be someone’s, and asks for her yes', async () => {
    const pathway = await opens(clinic, 'Sara (opdigtet)');
    const errors = async (number: string, more: Readonly<Record<string, string>> = {}): Promise<readonly string[]> => {
      const refused = await identify(clinic, pathway, number, more);
      expect(refused.status).toBe(422);
      return refused
        .$('.alert.error li')
        .map((_, item) => refused.$(item).text())
        .get();
    };
    expect(await errors('12', { 'sagde-ja': '' })).toEqual([
      'Et personnummer har ti cifre.',
      'Skriv dagen, hvor hun sagde ja. Uden hendes ja knyttes forløbet ikke til hende.',
    ]);
    expect(await errors('120496-4002')).toEqual([expect.stringContaining('kan være en virkelig persons')]);
    expect(await errors('729996-4002')).toEqual([expect.stringContaining('ikke en dag')]);
    expect(await errors('720496-4002', { 'sagde-ja': '2026-11-23' })).toEqual([expect.stringContaining('kan ikke ligge efter i dag')]);
    const kept = await web.database.owner.selectFrom('person').select('id').where('cpr', '=', '7204964002').execute();
    expect(kept).toEqual([]);
  });

  test('wants a reason for another number than before, keeps none until it is given, and tells her own page', async () => {
    const pathway = await opens(clinic, 'Nanna (opdigtet)');
    const [wrong, right] = [formatCpr(fictitiousCpr(day('1990-06-01'), 12)), formatCpr(fictitiousCpr(day('1990-06-11'), 12))];
    await identify(clinic, pathway, wrong);
    const asked = await identify(clinic, pathway, right);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Skriv, hvorfor det skal være dette.');
    const made = () => web.database.owner.selectFrom('person').select('id').where('cpr', '=', right.replace('-', '')).execute();
    expect(await made()).toEqual([]);
    expect((await identify(clinic, pathway, right, { grund: 'Et ciffer var byttet om.' })).status).toBe(303);
    expect(await made()).toHaveLength(1);
    expect((await clinic.get(pathway)).$('.timeline').text()).toContain('Et ciffer var byttet om.');
    expect((await identify(clinic, pathway, right)).status).toBe(303);
    expect(
      (await clinic.get(pathway))
        .$('.timeline')
        .text()
        .match(/Knyttet til hendes personnummer/g),
    ).toHaveLength(2);
  });

  test('reads the number back with its day of birth, and saves nothing before it is said to be hers', async () => {
    const pathway = await opens(clinic, 'Runa (opdigtet)');
    const number = formatCpr(fictitiousCpr(day('1991-03-08'), 2));
    const form = { noegle: randomUUID(), personnummer: number, 'sagde-ja': '2026-11-21' };
    const asked = await clinic.post(`${pathway}/personnummer`, form);
    expect(asked.status).toBe(200);
    expect(asked.text).toContain(`Nummeret er ${number}: født 8. marts 1991.`);
    expect((await clinic.get(pathway)).text).toContain('Ikke oplyst.');
    const another = await clinic.post(`${pathway}/personnummer`, { ...form, stemmer: '6803914000' });
    expect(another.text).toContain('Er det hende?');
    expect((await clinic.get(pathway)).text).toContain('Ikke oplyst.');
    const inReason = await clinic.post(`${pathway}/personnummer`, { ...form, grund: 'Før stod der 680391-4002' });
    expect(inReason.status).toBe(422);
    expect(inReason.$('#grund').attr('aria-invalid') ?? inReason.text).toContain('ligner et CPR-nummer');
  });

  test('takes the number off again when she takes her yes back, with a reason, and then nobody elsewhere is told', async () => {
    const [first, second] = [await opens(clinic, 'Tea (opdigtet)'), await opens(crisisCentre, 'T. (opdigtet)')];
    const number = formatCpr(fictitiousCpr(day('1993-07-09'), 5));
    await identify(clinic, first, number);
    await identify(crisisCentre, second, number);
    expect((await crisisCentre.get(second)).text).toContain(heading);
    const remove = (hvorfor: string) => clinic.post(`${first}/personnummer/fjern`, { noegle: randomUUID(), hvorfor });
    expect((await remove('')).status).toBe(422);
    expect((await remove('Hun har taget sit ja tilbage.')).status).toBe(303);
    expect((await clinic.get(first)).text).toContain('Ikke oplyst.');
    expect((await crisisCentre.get(second)).text).not.toContain(heading);
    expect(await womenIn([first, second], now)).toBe(2);
  });

  test('is not for the one who takes no part, nor for the leader of a unit', async () => {
    const pathway = await opens(clinic, 'Liv (opdigtet)');
    expect((await crisisCentre.get(`${pathway}/personnummer`)).status).toBe(404);
    expect((await identify(crisisCentre, pathway, '610695-4002')).status).toBe(404);
    expect((await leader.get(`${pathway}/personnummer`)).status).toBe(403);
  });
});
