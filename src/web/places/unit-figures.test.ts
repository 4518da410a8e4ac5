/** A unit's own figures: they move with what happens, agree with a count of the stays and facts themselves, and are read by its leader alone. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { arrivalQuestions } from '../../domain/placement/arrival.ts';
import { danishDay, type Day, daysBetween, day, moment, yearOf } from '../../domain/time.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const today = danishDay(now());
const [visitator, leader] = await Promise.all(['visitator', 'leder'].map((user) => web.as(user)));
if (!visitator || !leader) throw new Error('two people log in');
const address = '/pladser/afdeling/fjordhuset-strand/tal';
const alma = '/forloeb/alma';

async function send(who: Visitor, page: Visit, selector: string, differs: Readonly<Record<string, string>> = {}): Promise<Visit> {
  const form = page.$(selector).first();
  const fields: Record<string, string[]> = {};
  for (const { name, value } of form.serializeArray()) fields[name] = [...(fields[name] ?? []), value];
  return who.post(form.attr('action') ?? '', { ...fields, ...differs });
}

/** Holds a place for Alma in the unit from today. */
async function holds(): Promise<string> {
  const card = '.unit-card:has(h3:contains("Fjordhuset (opdigtet), Strand"))';
  const page = await visitator?.get(`${alma}/plads?soeg=ja&ankomst=${today}&laengde=naetter&naetter=20`);
  if (!visitator || !page) throw new Error('she is searched for');
  expect((await send(visitator, page, `${card} form[action$="/hold"]`, { forbi: 'acute-danger' })).status).toBe(303);
  const { rows } = await sql<{ id: string }>`select id from stay where pathway = 'alma' and status = 'held'`.execute(owner);
  return rows[0]?.id ?? '';
}

/** What a row of the page says of this year, as text and as the number it begins with. */
async function shown(of: TestedServer = web): Promise<(figure: string) => { readonly text: string; readonly number: number }> {
  const page = await (await of.as('leder')).get(address);
  expect(page.status).toBe(200);
  expect(page.$('main thead th').eq(1).text()).toBe(`${yearOf(today)}`);
  return (figure) => {
    const text = page.$(`tr[data-figure="${figure}"] td.number`).first().text().replaceAll(/\s+/g, ' ').trim();
    return { text, number: text === '' ? 0 : Number(text.replaceAll('.', '').replace(',', '.')) };
  };
}
type TestedServer = Pick<typeof web, 'as'>;

type Stay = { readonly pathway: string; readonly arrival: Day; readonly departure: Day; readonly status: string };

/** The same counted from the stays of the unit and the facts of the pathways, without any of what figures are made of. */
async function recounted(): Promise<
  Readonly<Record<'nights' | 'admissions' | 'refusals', number>> & { readonly waits: readonly number[] }
> {
  const [first, next] = [day(`${yearOf(today)}-01-01`), day(`${yearOf(today) + 1}-01-01`)];
  const { rows: stays } = await sql<Stay>`select pathway, arrival, departure, status from stay
    where unit = 'fjordhuset-strand' and status in ('admitted', 'discharged')`.execute(owner);
  const nights = stays.reduce((sum, { arrival, departure, status }) => {
    const end = status === 'admitted' ? today : departure;
    const [from, to] = [arrival > first ? arrival : first, end < next ? end : next];
    return sum + Math.max(0, daysBetween(from, to));
  }, 0);
  const { rows: facts } = await sql<{
    pathway: string;
    type: string;
    happened: Day;
    how: string | null;
    level: string | null;
    here: boolean;
  }>`
    select fact.pathway, fact.type, fact.happened, fact.data ->> 'how' as how, fact.data ->> 'level' as level,
           coalesce(stay.unit = 'fjordhuset-strand', false) as here
      from pathway_fact as fact left join stay on stay.id = fact.data ->> 'stay'
     where fact.type in ('admitted', 'hold-ended', 'need-assessed')`.execute(owner);
  const thisYear = facts.filter(({ happened }) => yearOf(happened) === yearOf(today));
  const cameHere = new Set(facts.filter(({ type, here }) => type === 'admitted' && here).map(({ pathway }) => pathway));
  const waits = [...cameHere].flatMap((pathway) => {
    const ofHers = thisYear.filter((fact) => fact.pathway === pathway && fact.type === 'need-assessed' && fact.level === 'residential');
    const [need] = ofHers.map(({ happened }) => happened).toSorted();
    const came = facts.filter((fact) => fact.pathway === pathway && fact.type === 'admitted').map(({ happened }) => happened);
    const [arrival] = came.filter((one) => need !== undefined && one >= need).toSorted();
    return need === undefined || arrival === undefined ? [] : [daysBetween(need, arrival)];
  });
  return {
    nights,
    admissions: thisYear.filter(({ type, here }) => type === 'admitted' && here).length,
    refusals: thisYear.filter(({ type, here, how }) => type === 'hold-ended' && here && how === 'refused').length,
    waits: waits.toSorted((one, other) => one - other),
  };
}

async function agrees(page: Awaited<ReturnType<typeof shown>>): Promise<void> {
  const own = await recounted();
  expect(page('nights-by-unit').number).toBe(own.nights);
  expect(page('admissions-by-unit').number).toBe(own.admissions);
  expect(page('refusals-by-reason').number).toBe(own.refusals);
  const { waits } = own;
  const middle = ((waits[Math.floor((waits.length - 1) / 2)] ?? 0) + (waits[Math.floor(waits.length / 2)] ?? 0)) / 2;
  const { text } = page('median-need-to-admission');
  if (waits.length === 0) expect(text).toBe('–');
  else {
    const [, weeks = '0', days = '0'] = /^(?:(\d+) uger? og )?(\d+) dage?\s*af /.exec(text) ?? [];
    expect(Number(weeks) * 7 + Number(days), text).toBe(Math.round(middle));
    expect(text).toMatch(new RegExp(`af ${waits.length}$`));
  }
}

describe('the figures of a unit', () => {
  test('move when a refusal is given and when a woman is admitted, on a restarted server too, and are what the facts themselves say', async () => {
    const before = await shown();
    await agrees(before);

    const refused = await holds();
    const no = await leader.post(`/pladser/ophold/${refused}/afvis`, { grund: 'staffing', uddyb: 'To er syge', set: 'ja' });
    expect(no.status, no.text).toBe(303);
    const afterRefusal = await shown(await web.restarted());
    for (const figure of ['refusals-by-reason', 'refusals-by-reason/staffing', 'holds-ended', 'holds-ended/refused'])
      expect(afterRefusal(figure).number, figure).toBe(before(figure).number + 1);
    expect(afterRefusal('admissions-by-unit').number).toBe(before('admissions-by-unit').number);
    await agrees(afterRefusal);

    const stay = await holds();
    const yes = { 'svar-plads': 'yes', 'svar-plads-hvordan': 'telephone', 'svar-plads-af': 'Karen Holm' };
    const sent = { hjemmel: 'BL-32-1-6', betaler: '0851', kontrolleret: 'ja', ...yes };
    const confirmed = await send(visitator, await visitator.get(`${alma}/plads`), 'form[action$="/bekraeft"]', sent);
    expect(confirmed.status, confirmed.$('[role=alert]').text()).toBe(303);
    const came = await leader.post(`/pladser/ophold/${stay}/indskriv`, { dag: today, svaret: arrivalQuestions });
    expect(came.status, came.text).toBe(303);
    const after = await shown(await web.restarted());
    expect(after('admissions-by-unit').number).toBe(before('admissions-by-unit').number + 1);
    expect(after('women').number).toBe(before('women').number + 1);
    await agrees(after);
    // The night that begins has not been: the nights move tomorrow.
    expect(after('nights-by-unit').number).toBe(before('nights-by-unit').number);
  });

  test('lay the nights beside the nights of places, with definition, edition, source and day, and say that they are not for release', async () => {
    const page = await leader.get(address);
    const row = (figure: string): readonly string[] =>
      page
        .$(`tr[data-figure="${figure}"] td.number`)
        .toArray()
        .map((cell) => page.$(cell).text().replaceAll('.', '').replace(',', '.'));
    const [nights, places] = [row('nights-by-unit').map(Number), row('place-nights-by-unit').map(Number)];
    expect(Math.max(...nights)).toBeGreaterThan(0);
    for (const [index, share] of row('occupancy-by-unit').entries()) {
      const [used, open] = [nights[index] ?? 0, places[index] ?? 0];
      // On the first day of a year no night of it has been.
      if (open === 0) expect(share).toBe('–');
      else expect(Number(share)).toBeCloseTo((100 * used) / open, 1);
    }
    const { text } = page;
    expect(text).toContain('Arbejdstal, ikke til udgivelse');
    expect(text).toMatch(/Opgjort \d+\. \S+ \d{4} kl\./);
    expect(text).toMatch(/Udgave afdeling\/\S+ Kilde: Forløb registreret i Samløb/);
    expect(text).toMatch(/spørger til mindst 3 kvinder om året/);
    expect((await leader.get('/pladser/afdeling/fjordhuset-strand')).$(`a[href="${address}"]`).text()).toBe('Tal for afdelingen');
  });

  test('come as a file for a Danish spreadsheet, with the same numbers', async () => {
    const page = await shown();
    const { response } = await leader.get(`${address}.csv`);
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain('Arbejdstal, ikke til udgivelse');
    const row = response.body.split('\r\n').find((line) => line.startsWith(`admissions-by-unit/`) && line.includes(`/${yearOf(today)}/`));
    expect(row?.split(';')[2]).toBe(`${page('admissions-by-unit').number}`);
  });

  test('are read by the leader of the house alone', async () => {
    const other = await leader.get('/pladser/afdeling/lyngborg-lyng/tal');
    expect(other.status).toBe(403);
    expect(other.text).toContain('Du leder et andet');
    expect((await leader.get('/pladser/afdeling/lyngborg-lyng/tal.csv')).status).toBe(403);
    for (const who of ['styrelse', 'sekretaer', 'visitator', 'kvinden'])
      expect((await (await web.as(who)).get(address)).status, who).toBe(403);
    expect((await leader.get('/pladser/afdeling/ingen/tal')).status).toBe(404);
    // The trace has a line where figures were read, and none where they were not.
    const { rows } = await sql<{ subject: string }>`select distinct subject from trace where subject_kind = 'unit'
      and permission = 'unit:figures' and outcome = 'seen'`.execute(owner);
    expect(rows).toEqual([{ subject: 'fjordhuset-strand' }]);
  });
});
