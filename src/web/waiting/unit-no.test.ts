/** A unit's no to one who waits: asked for words where its reason says nothing, read before it is sent, and told to her team. */
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { waitingWomen } from '../../demo/waiting-women.ts';
import { addDays, danishDay } from '../../domain/time.ts';
import { databaseNow } from '../../store/database.ts';
import { importPathways } from '../../store/pathway-import.ts';

const web = await testWeb();
const { owner } = web.database;
const today = danishDay(await databaseNow(owner));
await importPathways(owner, waitingWomen(today));
const [visitator, koordinator, familie, leder] = [
  await web.as('visitator'),
  await web.as('koordinator'),
  await web.as('familieraadgiver'),
  await web.as('leder'),
];
const nadjas = '/forloeb/venter-nadja/venteliste';
const klit = '/venteliste/afdeling/fjordhuset-klit';
const words = 'Vandskade i køkkenet';

const wish = {
  soeg: 'ja',
  ankomst: addDays(today, 1),
  naetter: '60',
  behov: 'accepts-active-use',
  vej: '',
  'svar-liste': 'not-asked',
  'oenske-1': 'fjordhuset-klit',
};

/** Nadja is put on the list of these units. */
async function waitsFor(...units: readonly string[]): Promise<void> {
  const [first = '', second = ''] = units;
  expect((await visitator.post(nadjas, { ...wish, 'oenske-1': first, 'oenske-2': second })).status).toBe(303);
}

// Nothing is free in the units of Fjordhuset, so that nobody is offered a place there.
await sql`insert into closure (unit, from_day, reason) select id, '2020-01-01', 'vandskade' from unit where facility = 'fjordhuset'`.execute(
  owner,
);

beforeEach(async () => {
  await sql`truncate placement_offer, placement_request, placement_request_event cascade`.execute(owner);
});

/** The form of the no on the line of the only one who waits, filled in. */
async function noWith(said: {
  readonly grund?: string;
  readonly uddyb?: string;
}): Promise<{ readonly action: string; readonly sent: Record<string, string> }> {
  const form = (await leder.get(klit)).$('form[action$="/afvis"]').first();
  const mark = String(form.find('input[name=felt]').val());
  return {
    action: form.attr('action') ?? '',
    sent: { felt: mark, [`grund-${mark}`]: said.grund ?? '', [`uddyb-${mark}`]: said.uddyb ?? '' },
  };
}

/** Sends the form that a page of the second look holds. */
function sendOn(page: Visit): Promise<Visit> {
  const form = page.$('main form[action$="/afvis"]');
  return leder.post(form.attr('action') ?? '', Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value])));
}

const noes = async (): Promise<readonly { readonly reason: string | null }[]> =>
  owner.selectFrom('placement_request_event').select('reason').where('act', '=', 'refuse').execute();

const rowOf = async (who: Visitor, name: string): Promise<string> => {
  const { $ } = await who.get('/arbejde');
  return $('main tbody tr')
    .filter((_, row) => $(row).find('th').text().includes(name))
    .text()
    .replaceAll(/\s+/g, ' ');
};

test('«Andet» asks for words, keeps what was chosen, and says at the field what is missing', async () => {
  await waitsFor('fjordhuset-klit');
  const { action, sent } = await noWith({ grund: 'other' });
  const asked = await leder.post(action, sent);
  expect(asked.status).toBe(422);
  const field = asked.$('input[id^=uddyb-]');
  expect(asked.$(`#${field.attr('id')}-error`).text()).toContain('«Andet» alene siger ikke, hvad der mangler');
  expect(field.attr('aria-invalid')).toBe('true');
  expect(asked.$('#fejl a').attr('href')).toBe(`#${field.attr('id')}`);
  expect(asked.$('select').val()).toBe('other');
  // Nor does the step after it let it through, however the form is sent.
  expect((await leder.post(action, { ...sent, set: 'ja' })).status).toBe(422);
  expect(await noes()).toEqual([]);
});

test('the no is read before it is sent: what it means for her, whose it is, and that it stands', async () => {
  await waitsFor('fjordhuset-klit');
  const { action, sent } = await noWith({ grund: 'other', uddyb: words });
  const look = await leder.post(action, sent);
  expect(look.status).toBe(200);
  for (const said of [
    'Der er ikke sendt noget endnu.',
    'Hun er nu nr. 1 af 1 på jeres liste.',
    'I er den eneste afdeling, hun venter hos.',
    'Det er jeres nej og ikke hendes: hun beholder sin ventetid',
    'Det kan ikke gøres om',
    `I skriver: Andet: «${words}»`,
  ])
    expect(look.text).toContain(said);
  expect(look.$('main form button').text()).toBe('Sig nej til N., nr. 1');
  expect(look.$(`main form a[href="${klit}"]`).text()).toBe('Nej, lad hende blive på listen');
  expect(await noes()).toEqual([]);

  const done = await sendOn(look);
  expect([done.status, done.location]).toEqual([303, klit]);
  expect(await noes()).toEqual([{ reason: 'other' }]);
  // The same form again says that it was done, and counts nothing twice.
  expect((await sendOn(look)).status).toBe(303);
  expect((await leder.get(klit)).text).toContain('I har sagt nej til hende før.');
  expect(await noes()).toHaveLength(1);
});

test('one who waits elsewhere too is said to, before and after; a list that has changed meanwhile is said, and nothing is written', async () => {
  await waitsFor('fjordhuset-klit', 'fjordhuset-strand');
  const { action, sent } = await noWith({ grund: 'staffing' });
  const look = await leder.post(action, sent);
  expect(look.text).toContain('Hun venter stadig hos en anden afdeling, hun ønsker.');
  expect(look.text).not.toContain('den eneste afdeling');
  expect(look.text).toContain('I skriver: Bemandingen rækker ikke.');
  await sql`update placement_request set status = 'offered', stay = (select id from stay limit 1) where pathway = 'venter-nadja'`.execute(
    owner,
  );
  for (const answer of [await sendOn(look), await leder.post(action, sent)]) {
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Det er ændret i mellemtiden');
  }
  expect(await noes()).toEqual([]);
});

test.each([
  ['who has said no to the unit herself', `closed = '[{"unit": "fjordhuset-klit", "why": "declined", "until": null}]'`],
  ['whom no place of the unit suits any more', `needs = '[{"property": "mother-and-baby"}, {"property": "wheelchair-access"}]'`],
])('one %s is refused by no form that was open, whether it was read or not', async (_, change) => {
  await waitsFor('fjordhuset-klit', 'fjordhuset-strand');
  const { action, sent } = await noWith({ grund: 'staffing' });
  const look = await leder.post(action, sent);
  await sql`update placement_request set ${sql.raw(change)} where pathway = 'venter-nadja'`.execute(owner);
  for (const answer of [await leder.post(action, sent), await sendOn(look)]) {
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Det er ændret i mellemtiden');
  }
  expect(await noes()).toEqual([]);
});

test('her team reads on its work list whose no it was and what comes next, until it has acted on it; the words are for those who confirm', async () => {
  await waitsFor('fjordhuset-klit', 'fjordhuset-strand');
  expect(await rowOf(visitator, 'Nadja')).not.toContain('sagde nej');
  const { action, sent } = await noWith({ grund: 'other', uddyb: words });
  await sendOn(await leder.post(action, sent));

  const hers = await rowOf(visitator, 'Nadja');
  expect(hers).toMatch(/Fjordhuset \(opdigtet\), Klit sagde nej til hende .*: andet: «Vandskade i køkkenet»/);
  expect(hers).toContain('Det er afdelingens nej, ikke hendes');
  expect(hers).toContain('Hun venter stadig hos de andre afdelinger, hun har ønsket.');
  expect(hers).not.toContain('Hun sagde');
  expect((await visitator.get('/forloeb/venter-nadja')).text).toContain('Klit sagde nej til hende');
  expect(await rowOf(familie, 'Nadja')).toContain('Det er afdelingens nej');

  await leder.get('/venteliste/afdeling/fjordhuset-strand');
  const strand = (await leder.get('/venteliste/afdeling/fjordhuset-strand')).$('form[action$="/afvis"]').first();
  const mark = String(strand.find('input[name=felt]').val());
  await sendOn(await leder.post(strand.attr('action') ?? '', { felt: mark, [`grund-${mark}`]: 'staffing' }));
  const nowhere = await rowOf(visitator, 'Nadja');
  expect(nowhere).toMatch(/Klit sagde nej.*Strand sagde nej.*: bemanding\./);
  expect(nowhere).toContain('Det er afdelingernes nej, ikke hendes');
  expect(nowhere).toContain('Ingen afdeling spørges for hende nu');
  expect(nowhere).not.toContain('venter stadig');

  const change = await visitator.post(`${nadjas}/ret`, { ...wish, naetter: '61', 'oenske-2': 'fjordhuset-strand' });
  expect(change.status).toBe(303);
  expect(await rowOf(visitator, 'Nadja')).not.toContain('sagde nej');
});

test('the words of a no are not on the list of those who do not confirm places', async () => {
  await waitsFor('fjordhuset-klit');
  const { action, sent } = await noWith({ grund: 'other', uddyb: words });
  await sendOn(await leder.post(action, sent));
  const hers = await rowOf(koordinator, 'Nadja');
  expect(hers).toMatch(/Klit sagde nej til hende .*: andet\./);
  expect(hers).not.toContain(words);
});
