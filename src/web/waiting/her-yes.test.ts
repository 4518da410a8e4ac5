import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { waitingWomen } from '../../demo/waiting-women.ts';
import { asId } from '../../domain/id.ts';
import { danishDay } from '../../domain/time.ts';
import { databaseNow } from '../../store/database.ts';
import { importPathways } from '../../store/pathway-import.ts';

const web = await testWeb();
const { owner } = web.database;
const today = danishDay(await databaseNow(owner));
const id = asId<'pathway'>('venter-olga');
// Olga as she was before she was offered a stay and said yes to it.
await importPathways(
  owner,
  waitingWomen(today)
    .filter((woman) => woman.id === id)
    .map(({ facts }) => ({ id, facts: facts.filter(({ fact }) => fact.type !== 'offered' && fact.type !== 'answered') })),
);

test('an offer is not said yes to before the form says whether she has, or why it is taken all the same', async () => {
  const odense = await web.as('kommune-odense');
  const page = `/forloeb/${id}/venteliste`;
  const wish = {
    soeg: 'ja',
    ankomst: today,
    naetter: '60',
    behov: 'accepts-active-use',
    'oenske-1': 'fjordhuset-klit',
    'svar-liste': 'not-asked',
  };
  expect((await odense.post(page, wish)).status).toBe(303);
  const { $ } = await odense.get(page);
  const hidden = Object.fromEntries(
    $('form[action$="/ja"] input[type=hidden]')
      .toArray()
      .map((input) => [$(input).attr('name') ?? '', $(input).attr('value') ?? '']),
  );
  expect($('form[action$="/ja"] button').hasClass('button-primary')).toBe(true);
  // Where the place cannot stand, the strong step is to let the offer go on.
  await sql`insert into closure (unit, place, from_day, to_day, reason) values ('fjordhuset-klit', null, ${today}::date, null, 'Maling')`.execute(
    owner,
  );
  const grave = await (await (await web.restarted()).as('kommune-odense')).get(page);
  expect(grave.$('form[action$="/ja"] button').hasClass('button-primary')).toBe(false);
  expect(grave.$('details[open] form[action$="/videre"] button').hasClass('button-primary')).toBe(true);
  await sql`delete from closure where reason = 'Maling'`.execute(owner);
  for (const [answer, field] of [
    ['not-yet', 'sagt-ja-grund'],
    ['', 'sagt-ja'],
  ] as const) {
    const half = await odense.post(`${page}/ja`, { ...hidden, 'sagt-ja': answer, 'sagt-ja-ord': 'Ringer i aften' });
    expect([half.status, half.$('main [role=alert] a').attr('href')]).toEqual([422, `#${field}`]);
    expect([half.$(`#${field}-error`).length, half.$('#sagt-ja-ord').val()]).toEqual([1, 'Ringer i aften']);
    expect(half.text).toContain('Hun har et tilbud om en plads');
  }
  const whole = { ...hidden, 'sagt-ja': 'not-yet', 'sagt-ja-grund': 'thinks-it-over', 'sagt-ja-ord': 'Ringer i aften', ringet: 'ja' };
  expect((await odense.post(`${page}/ja`, whole)).status).toBe(303);
  const read = (await (await (await web.restarted()).as('kommune-odense')).get(`/forloeb/${id}`)).text;
  expect(read).toContain('Hun havde ikke sagt ja endnu: hun vil tænke over det. Ringer i aften');
  // The unit is told that she had not said yes, and never why: what she thinks over is hers and her team's.
  const unit = (await (await (await web.restarted()).as('leder')).get('/pladser/afdeling/fjordhuset-klit')).text;
  expect(unit).toContain('Hun har ikke sagt ja til opholdet endnu.');
  expect(unit).not.toMatch(/tænke over det|Ringer i aften/);
});
