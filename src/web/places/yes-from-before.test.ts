/** She said yes to residential care before a place was found: what is made of her words, and what she is asked where she comes. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { danishDay, moment } from '../../domain/time.ts';

const now = () => moment(new Date().toISOString());
const alma = '/forloeb/alma';
const strand = '/pladser/afdeling/fjordhuset-strand';
const commitment = { hjemmel: 'BL-32-1-6', betaler: '0851', kontrolleret: 'ja' };
const yes = { 'svar-plads': 'yes', 'svar-plads-hvordan': 'telephone', 'svar-plads-af': 'Karen Holm' };
const notYet = { 'svar-plads': 'not-yet', 'svar-plads-hvorfor': 'not-reached' };
const arrives = 'form[action$="/indskriv"]';

/** Sends the first such form as it stands, but for what differs. */
async function send(who: Visitor, page: Visit, selector: string, differs: Readonly<Record<string, string>> = {}): Promise<Visit> {
  const form = page.$(selector).first();
  const fields: Record<string, string[]> = {};
  for (const { name, value } of form.serializeArray()) fields[name] = [...(fields[name] ?? []), value];
  return who.post(form.attr('action') ?? '', { ...fields, ...differs });
}

/** A place in Strand is held for Alma, who said yes to residential care before, and is confirmed with what is said in the form. */
async function confirmed(said: Readonly<Record<string, string>>) {
  const web = await testWeb(now);
  const { owner } = web.database;
  const [decider, leader, woman] = [await web.as('visitator'), await web.as('leder'), await web.as('kvinden')];
  const today = danishDay(now());
  const page = await decider.get(`${alma}/plads?soeg=ja&ankomst=${today}&laengde=naetter&naetter=90`);
  const card = '.unit-card:has(h3:contains("Fjordhuset (opdigtet), Strand"))';
  expect((await send(decider, page, `${card} form[action$="/hold"]`, { forbi: 'acute-danger' })).status).toBe(303);
  const form = await decider.get(`${alma}/plads`);
  expect(form.$('[name="betingelse"]').val()).toBe('');
  expect((await send(decider, form, 'form[action$="/bekraeft"]', { ...commitment, ...said })).status).toBe(303);
  const { rows } = await sql<{ id: string }>`select id from stay where pathway = 'alma'`.execute(owner);
  const ownPage = async (): Promise<string> => {
    await sql`update pathway set person = 'maja' where id = 'alma'`.execute(owner);
    return (await woman.get('/mit-forloeb')).text;
  };
  return { owner, decider, leader, ownPage, today, stay: rows[0]?.id ?? '' };
}

test('it is told as what it is, and her answer to the place is asked for where she is written as come', async () => {
  const { decider, leader, stay, today } = await confirmed(notYet);
  const place = await decider.get(`${alma}/plads`);
  expect(place.text).toContain('Hun har sagt ja til et døgnophold, men ikke svaret på denne plads');
  expect(place.text).not.toContain('Hun havde ikke sagt ja endnu');

  const asked = await leader.post(`/pladser/ophold/${stay}/indskriv`, { dag: today });
  expect(asked.status).toBe(409);
  expect(asked.text).toContain('Det er ikke skrevet, at hun har sagt ja til pladsen.');
  // Half an answer is asked for again by the same sentence, and nothing is written.
  const half = await send(leader, asked, arrives, { 'svar-plads': 'yes' });
  expect([half.status, half.text.includes('Det er ikke skrevet, at hun har sagt ja til pladsen.')]).toEqual([422, true]);
  const came = await send(leader, half, arrives, yes);
  expect(came.status, came.text).toBe(303);
  expect((await leader.get(came.location)).text).not.toContain('spørg hende, når hun er kommet');
  expect((await decider.get(alma)).text).toContain('Hendes svar på pladsen i Fjordhuset (opdigtet), Strand: ja');
});

test('nobody is stopped at the door who answers nothing: it is said, and written beside her arrival', async () => {
  const { owner, leader, ownPage, stay, today } = await confirmed({ ...notYet, betingelse: 'Et værelse mod gården' });
  const came = await send(leader, await leader.post(`/pladser/ophold/${stay}/indskriv`, { dag: today }), arrives);
  expect(came.status).toBe(303);
  expect((await leader.get(came.location)).text).toContain('Det er ikke skrevet, at hun har sagt ja til denne plads');
  const { rows } = await sql<{ remarks: readonly string[] }>`select data -> 'remarks' as remarks from stay_event
    where stay = ${stay} and act = 'admit'`.execute(owner);
  expect(rows[0]?.remarks).toContain('place-not-answered');
  // A condition belongs to her yes.
  expect(await ownPage()).not.toContain('på en betingelse');
});

test('her condition is what was written as one, which she reads on her own page, and nothing else of what she said', async () => {
  const { leader, ownPage } = await confirmed({ ...yes, betingelse: 'Et værelse mod gården' });
  expect(await ownPage()).toContain('Du sagde ja på en betingelse. Huset læser: «Et værelse mod gården».');
  expect((await leader.get(strand)).text).toContain('på en betingelse: «Et værelse mod gården»');
});
