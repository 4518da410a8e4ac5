import { describe, expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const leader = await web.as('leder');
const { id } = await web.database.owner
  .selectFrom('stay')
  .select('id')
  .where('unit', '=', asId<'unit'>('fjordhuset-strand'))
  .where('status', '=', 'admitted')
  .limit(1)
  .executeTakeFirstOrThrow();

test('a leave without a reason is asked for again beside the field, and what was written is kept', async () => {
  const sent = {
    fra: '2026-12-24',
    tilbage: '2026-12-27',
    grund: '',
    ord: 'jul hos sin mor',
    noegle: '00000000-0000-4000-8000-000000000009',
  };
  const { status, $ } = await leader.post(`/pladser/ophold/${id}/orlov`, sent);

  expect(status).toBe(422);
  expect($('#grund-error').text()).toContain('Vælg en årsag');
  expect(['fra', 'tilbage', 'ord'].map((name) => $(`#${name}`).val())).toEqual([sent.fra, sent.tilbage, sent.ord]);
  expect($('input[name=noegle]').val()).toBe(sent.noegle);
  expect($('#fra-error').length).toBe(0);
});

test('so is a move without a place, with the day that was written', async () => {
  const { status, $ } = await leader.post(`/pladser/ophold/${id}/flyt`, { plads: '', dag: '2026-12-24' });

  expect(status).toBe(422);
  expect($('#plads-error').length).toBe(1);
  expect($('#plads option').length).toBeGreaterThan(1);
  expect($('#dag').val()).toBe('2026-12-24');
});

describe('a refusal of the domain shows the form again with what was written, the sentence beside the field and what is possible', () => {
  const today = danishDay(now());
  const post = (path: string, fields: Readonly<Record<string, string>>) => leader.post(`/pladser/ophold/${id}/${path}`, fields);
  /** The sentence beside a field, and what the form still holds. */
  const shown = ({ $, status }: Visit, field: string) => ({
    status,
    beside: $(`#${field}-error`).text(),
    kept: $(`#${field}`).val(),
    form: $('main form[method=post]').length,
    instead: $('.alert.attention li').length,
  });

  test('leave', async () => {
    const late = addDays(today, 900);
    const seen = shown(await post('orlov', { fra: today, tilbage: late, grund: 'home', ord: 'x' }), 'tilbage');
    expect(seen).toMatchObject({ status: 409, kept: late, form: 1, instead: 1 });
    expect(seen.beside).toContain('Hun skal efter aftalen rejse');
    expect(shown(await post('orlov', { fra: '2020-01-01', tilbage: '2020-01-02', grund: 'home' }), 'fra')).toMatchObject({
      status: 409,
      beside: 'Orloven begynder, før hun kom',
      kept: '2020-01-01',
    });
  });

  test('a return', async () => {
    expect(shown(await post('tilbage', { dag: today }), 'dag')).toMatchObject({
      status: 409,
      beside: 'Hun er ikke på orlov den dag',
      kept: today,
    });
  });

  test('a move', async () => {
    const taken = await web.database.owner
      .selectFrom('stay_part')
      .select('place')
      .where('unit', '=', asId<'unit'>('fjordhuset-strand'))
      .where('status', '=', 'admitted')
      .where('stay', '!=', id)
      .executeTakeFirstOrThrow();
    const seen = shown(await post('flyt', { plads: taken.place, dag: today }), 'plads');
    expect(seen).toMatchObject({ status: 409, kept: taken.place, form: 1 });
    expect(seen.beside).toContain('ikke fri alle nætterne');
    expect(seen.instead).toBeGreaterThan(0);
  });

  test('a discharge', async () => {
    const day = addDays(today, 3);
    const seen = shown(await post('udskriv', { dag: day, hvortil: 'own-home', 'hvortil-ord': 'hos sin søster' }), 'dag');
    expect(seen).toMatchObject({ status: 409, kept: day, form: 1, instead: 1 });
    const { $, status } = await post('udskriv', { dag: today, hvortil: '', 'hvortil-ord': 'hos sin søster' });
    expect([status, $('#hvortil-error').length, $('#hvortil-ord').val()]).toEqual([422, 1, 'hos sin søster']);
  });

  test('a change of places', async () => {
    const { $, status } = await post('byt', { med: '', dag: '2026-12-24' });
    expect([status, $('#med-error').length, $('#dag').val()]).toEqual([422, 1, '2026-12-24']);
    expect(shown(await post('byt', { med: 'ingen', dag: today }), 'med')).toMatchObject({ status: 409, form: 1 });
  });
});

test('a leave is written, corrected and withdrawn from her card, and the history says what stood before, also after a restart', async () => {
  const [from, back] = [addDays(danishDay(now()), 1), addDays(danishDay(now()), 3)];
  expect((await leader.post(`/pladser/ophold/${id}/orlov`, { fra: from, tilbage: back, grund: 'family', ord: '' })).status).toBe(303);
  const old = { 'var-fra': from, 'var-tilbage': back };
  const unsaid = await leader.post(`/pladser/ophold/${id}/orlov/ret`, { ...old, fra: from, tilbage: back, grund: 'home', hvorfor: '' });
  expect([unsaid.status, unsaid.$('#hvorfor-error').length, unsaid.$('input[name=var-fra]').val()]).toEqual([422, 1, from]);
  const corrected = { ...old, fra: from, tilbage: addDays(back, 1), grund: 'home', ord: '', hvorfor: 'hun ringede' };
  expect((await leader.post(`/pladser/ophold/${id}/orlov/ret`, corrected)).status).toBe(303);
  expect((await leader.post(`/pladser/ophold/${id}/orlov/ret`, corrected)).status).toBe(409);
  const gone = { 'var-fra': from, 'var-tilbage': addDays(back, 1), hvorfor: 'blev ikke til noget' };
  expect((await leader.post(`/pladser/ophold/${id}/orlov/slet`, gone)).status).toBe(303);

  const again = await (await web.restarted()).as('leder');
  const card = (await again.get('/pladser/afdeling/fjordhuset-strand')).$(`article[aria-labelledby="ophold-${id}"]`).text();
  expect(card).toMatch(/familie rettet til Orlov .*hjemme: hun ringede/s);
  expect(card).toMatch(/trukket tilbage: blev ikke til noget/);
});

test('the key of a page one goes back to deletes the leave that is meant, and says so of no other', async () => {
  const noegle = '00000000-0000-4000-8000-000000000019';
  const leaves = [
    [addDays(danishDay(now()), 1), addDays(danishDay(now()), 2)],
    [addDays(danishDay(now()), 4), addDays(danishDay(now()), 5)],
  ] as const;
  for (const [fra, tilbage] of leaves)
    expect((await leader.post(`/pladser/ophold/${id}/orlov`, { fra, tilbage, grund: 'family', ord: '', noegle })).status).toBe(303);
  const standing = async (): Promise<number> =>
    (await web.database.owner.selectFrom('stay_leave').select('stay').where('stay', '=', id).execute()).length;
  expect(await standing()).toBe(2);
  for (const [index, [from, back]] of leaves.entries()) {
    const gone = { 'var-fra': from, 'var-tilbage': back, hvorfor: 'blev ikke til noget', noegle };
    expect((await leader.post(`/pladser/ophold/${id}/orlov/slet`, gone)).status).toBe(303);
    expect(await standing()).toBe(1 - index);
  }
});

test('two who were to change places are both put back from the card of one, also after a restart', async () => {
  const { owner } = web.database;
  const dag = addDays(danishDay(now()), 2);
  const placesOf = () =>
    owner.selectFrom('stay_part').select(['stay', 'place', 'arrival', 'departure']).orderBy('stay').orderBy('arrival').execute();
  const before = await placesOf();
  const others = await owner
    .selectFrom('stay')
    .select('id')
    .where('unit', '=', asId<'unit'>('fjordhuset-strand'))
    .where('status', '=', 'admitted')
    .where('id', '!=', id)
    .where('departure', '>', dag)
    .orderBy('id')
    .execute();
  let changed: string | undefined;
  for (const { id: med } of others)
    if (changed === undefined && (await leader.post(`/pladser/ophold/${id}/byt`, { med, dag })).status === 303) changed = med;
  expect(changed).toBeDefined();
  expect(await placesOf()).not.toEqual(before);

  const later = await (await web.restarted()).as('leder');
  const { $ } = await later.get('/pladser/afdeling/fjordhuset-strand');
  const forms = $('form[action$="/byt/fortryd"]').toArray();
  expect(new Set(forms.map((form) => $(form).attr('action')))).toEqual(
    new Set([id, changed].map((stay) => `/pladser/ophold/${stay}/byt/fortryd`)),
  );
  expect($('form[action$="/flyt/fortryd"]').length).toBe(0);
  const undo = `/pladser/ophold/${id}/byt/fortryd`;
  const unsaid = await later.post(undo, { dag, hvorfor: '' });
  expect([unsaid.status, unsaid.$('#hvorfor-error').length, unsaid.$('input[name=dag]').val()]).toEqual([422, 1, dag]);
  expect((await later.post(undo, { dag, hvorfor: 'de blev enige' })).status).toBe(303);
  expect(await placesOf()).toEqual(before);
  const again = await later.post(undo, { dag, hvorfor: 'igen' });
  expect([again.status, again.text.includes('Byttet findes ikke mere')]).toEqual([409, true]);
  const unit = await (await (await web.restarted()).as('leder')).get('/pladser/afdeling/fjordhuset-strand');
  expect(unit.$(`article[aria-labelledby="ophold-${id}"]`).text()).toContain('fortrudt: de blev enige');
  expect(unit.$(`article[aria-labelledby="ophold-${changed}"]`).text()).not.toContain('de blev enige');
});

const unit = '/pladser/afdeling/fjordhuset-strand';
const partsOfHers = () =>
  web.database.owner.selectFrom('stay_part').select(['place', 'arrival', 'departure']).where('stay', '=', id).orderBy('arrival').execute();

/** Moves her on a day to the first place that the form offers and that is free then. */
async function movedOn(dag: string, noegle: string): Promise<string> {
  const { $ } = await leader.post(`/pladser/ophold/${id}/flyt`, { plads: '', dag });
  const offered = $('#plads option')
    .toArray()
    .map((option) => $(option).attr('value') ?? '')
    .filter((value) => value !== '');
  for (const plads of offered) if ((await leader.post(`/pladser/ophold/${id}/flyt`, { plads, dag, noegle })).status === 303) return plads;
  throw new Error(`there is no place to move her to on ${dag}`);
}

test('a planned move is undone from her card with its reason, once, and without a reason is asked for again with the day it is about', async () => {
  const dag = addDays(danishDay(now()), 3);
  const before = await partsOfHers();
  const to = await movedOn(dag, '00000000-0000-4000-8000-000000000031');
  expect((await partsOfHers()).map(({ place }) => place)).toEqual([before[0]?.place, to]);

  const later = await (await web.restarted()).as('leder');
  const undo = `/pladser/ophold/${id}/flyt/fortryd`;
  expect((await later.get(unit)).$(`form[action="${undo}"]`)).toHaveLength(1);
  const unsaid = await later.post(undo, { dag, hvorfor: '' });
  expect([unsaid.status, unsaid.$('#hvorfor-error').length, unsaid.$('input[name=dag]').val()]).toEqual([422, 1, dag]);
  const noegle = '00000000-0000-4000-8000-000000000032';
  expect((await later.post(undo, { dag, hvorfor: 'hun vil blive', noegle })).status).toBe(303);
  expect(await partsOfHers()).toEqual(before);

  // The same form again is answered alike; another under the same key is told that there is nothing to undo, with its words kept.
  expect((await later.post(undo, { dag, hvorfor: 'hun vil blive', noegle })).status).toBe(303);
  const other = await later.post(undo, { dag, hvorfor: 'noget andet', noegle });
  expect([other.status, other.text.includes('Den flytning findes ikke mere'), other.$('#hvorfor').val()]).toEqual([
    409,
    true,
    'noget andet',
  ]);
  const card = (await (await (await web.restarted()).as('leder')).get(unit)).$(`article[aria-labelledby="ophold-${id}"]`).text();
  expect(card).toContain('hun vil blive');
});

test('another day under the key of a move is another move, and one that cannot be is told so and not answered as done', async () => {
  const noegle = '00000000-0000-4000-8000-000000000033';
  const [first, second] = [addDays(danishDay(now()), 3), addDays(danishDay(now()), 900)];
  const back = (await partsOfHers())[0]?.place ?? '';
  const plads = await movedOn(first, noegle);
  const parts = await partsOfHers();
  expect((await leader.post(`/pladser/ophold/${id}/flyt`, { plads, dag: first, noegle })).status).toBe(303);
  const late = await leader.post(`/pladser/ophold/${id}/flyt`, { plads: back, dag: second, noegle });
  expect([late.status, late.$('#dag-error').length, late.$('#dag').val(), late.$('#plads').val()]).toEqual([409, 1, second, back]);
  expect(await partsOfHers()).toEqual(parts);
  expect((await leader.post(`/pladser/ophold/${id}/flyt/fortryd`, { dag: first, hvorfor: 'igen' })).status).toBe(303);
});

describe('before she comes', () => {
  const expected = () =>
    web.database.owner
      .selectFrom('stay')
      .innerJoin('unit', 'unit.id', 'stay.unit')
      .select('stay.id')
      .where('unit.facility', '=', asId<'facility'>('fjordhuset'))
      .where('status', '=', 'confirmed')
      .where('arrival', '>', danishDay(now()))
      .limit(1)
      .executeTakeFirstOrThrow();

  test('an admission without a day, and one on a day to come, are asked for again with what was written', async () => {
    const { id: hers } = await expected();
    const noegle = '00000000-0000-4000-8000-000000000034';
    const admit = (dag: string) => leader.post(`/pladser/ophold/${hers}/indskriv`, { dag, noegle });
    const unsaid = await admit('');
    expect([unsaid.status, unsaid.$('#dag-error').length, unsaid.$('input[name=noegle]').val()]).toEqual([422, 1, noegle]);
    const wrong = await admit('den 5.');
    expect([wrong.status, wrong.$('#dag-error').length, wrong.$('#dag').val()]).toEqual([422, 1, 'den 5.']);
    const early = addDays(danishDay(now()), 5);
    const soon = await admit(early);
    expect([soon.status, soon.$('#dag-error').length, soon.$('#dag').val()]).toEqual([409, 1, early]);
  });

  test('a unit that says no without a reason is asked for it, and keeps its words', async () => {
    const { id: hers } = await expected();
    const refused = await leader.post(`/pladser/ophold/${hers}/afvis`, { grund: '', uddyb: 'Vi ringer i morgen' });
    expect([refused.status, refused.$('#grund-error').length, refused.$('#uddyb').val()]).toEqual([422, 1, 'Vi ringer i morgen']);
    const { status } = await web.database.owner.selectFrom('stay').select('status').where('id', '=', hers).executeTakeFirstOrThrow();
    expect(status).toBe('confirmed');
  });

  test('a return without a day, and a leave that is withdrawn without a reason, are asked for again', async () => {
    const unsaid = await leader.post(`/pladser/ophold/${id}/tilbage`, { dag: '' });
    expect([unsaid.status, unsaid.$('#dag-error').length]).toEqual([422, 1]);
    const old = { 'var-fra': '2026-12-24', 'var-tilbage': '2026-12-27' };
    const kept = await leader.post(`/pladser/ophold/${id}/orlov/slet`, { ...old, hvorfor: '' });
    expect([kept.status, kept.$('#hvorfor-error').length, kept.$('input[name=var-fra]').val()]).toEqual([422, 1, old['var-fra']]);
  });
});
