/** Her answer to the first place, as each meets it: herself, those who are to ask her, the one who confirms, and the house she comes to. */
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { criterionIds } from '../../domain/pathway/criteria.ts';
import { addDays, danishDay, type Day, type Moment, moment } from '../../domain/time.ts';
import { dayText, weekdayMomentText } from '../ui/format.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const alma = '/forloeb/alma';
const today = danishDay(now());
const leaves = addDays(today, 90);
const text = (day: Day): string => dayText(day, 'da');
const visitator = await web.as('visitator');
const koordinator = await web.as('koordinator');
const leder = await web.as('leder');
const kvinden = await web.as('kvinden');
const facts = await sql<{ last: number; state: string }>`select last_sequence as last, state::text from pathway where id = 'alma'`.execute(
  owner,
);
const { last, state } = facts.rows[0] ?? { last: 0, state: '' };
const theirsPerson =
  (await sql<{ person: string | null }>`select person from pathway where id = 'alma'`.execute(owner)).rows[0]?.person ?? null;

afterEach(async () => {
  await sql`delete from her_yes_reason where pathway = 'alma' and sequence > ${last}`.execute(owner);
  await sql`delete from pathway_fact where pathway = 'alma' and sequence > ${last}`.execute(owner);
  await sql`delete from overtaking where pathway = 'alma'`.execute(owner);
  await sql`delete from stay_event where stay in (select id from stay where pathway = 'alma')`.execute(owner);
  await sql`delete from stay where pathway = 'alma'`.execute(owner);
  await sql`delete from care_team_member where pathway = 'alma' and organisation = 'dt-fjordhuset'`.execute(owner);
  await sql`update pathway set person = ${theirsPerson}, last_sequence = ${last}, state = ${state}::jsonb where id = 'alma'`.execute(owner);
});

/** Sends the first such form as it stands, but for what differs. */
async function send(who: Visitor, page: Visit, selector: string, differs: Readonly<Record<string, string>> = {}): Promise<Visit> {
  const form = page.$(selector).first();
  const fields: Record<string, string[]> = {};
  for (const { name, value } of form.serializeArray()) fields[name] = [...(fields[name] ?? []), value];
  return who.post(form.attr('action') ?? '', { ...fields, ...differs });
}

/** A place in Strand is held for her, before she has been asked. */
async function isHeld(): Promise<string> {
  // She had said yes to residential care, and wants to think again.
  expect((await koordinator.post(`${alma}/svar`, { svar: 'considering', happened: today })).status).toBe(303);
  const card = '.unit-card:has(h3:contains("Fjordhuset (opdigtet), Strand"))';
  const page = await visitator.get(`${alma}/plads?soeg=ja&ankomst=${today}&laengde=naetter&naetter=90`);
  const why = { 'sagt-ja': 'not-yet', 'sagt-ja-grund': 'is-being-asked', 'sagt-ja-ord': 'Jeg ringer igen i aften' };
  expect((await send(visitator, page, `${card} form[action$="/hold"]`, { forbi: 'acute-danger', ...why })).status).toBe(303);
  const { rows } = await sql<{ id: string }>`select id from stay where pathway = 'alma'`.execute(owner);
  return rows[0]?.id ?? '';
}

const commitment = { hjemmel: 'BL-32-1-6', betaler: '0851', kontrolleret: 'ja' };
const yes = { 'svar-plads': 'yes', 'svar-plads-hvordan': 'telephone', 'svar-plads-af': 'Karen Holm' };
const no = { ...yes, 'svar-plads': 'no', 'svar-plads-grund': 'network', 'svar-plads-ord': 'Hun vil blive hos sin søster' };
const notYet = { 'svar-plads': 'not-yet', 'svar-plads-hvorfor': 'not-reached' };
const confirmForm = 'form[action$="/bekraeft"]';
const confirms = async (said: Readonly<Record<string, string>>): Promise<Visit> =>
  send(visitator, await visitator.get(`${alma}/plads`), confirmForm, { ...commitment, ...said });

async function ownPage(): Promise<string> {
  await sql`update pathway set person = 'maja' where id = 'alma'`.execute(owner);
  return (await kvinden.get('/mit-forloeb')).text;
}

describe('a place that is held before she has answered', () => {
  test('is told on her own page: where, from when, until when she may answer, why, what a no means, and whom she tells', async () => {
    await isHeld();
    const own = await ownPage();
    expect(own).toContain('Hvad siger du til pladsen?');
    expect(own).toContain(`Der holdes en plads til dig i Fjordhuset (opdigtet), Strand, fra ${text(today)} til ${text(leaves)}.`);
    const { rows } = await sql<{ until: Moment }>`select held_until as until from stay where pathway = 'alma'`.execute(owner);
    const until = rows[0] ? weekdayMomentText(rows[0].until, 'da') : '';
    expect(own).toContain(`Pladsen holdes til ${until}. Den tid er til kommunen, som skal bekræfte pladsen inden da.`);
    expect(own).toContain(`gives pladsen fri af sig selv ${until}`);
    expect(own).toMatch(/Huset ligger i \S+\. Gaden står ikke her/);
    // Said once: what she is asked stands instead of the phase.
    expect(own).not.toContain('Vi holder en plads, som du kan få.');
    expect(own).toContain('mens du bliver spurgt. De skrev: «Jeg ringer igen i aften»');
    expect(own).toContain('Dit nej flytter dig aldrig på ventelisten');
    expect(own).toMatch(/Sig dit svar til /);
  });

  test('is told on the pathway page, and asked by those who can ask her, as their next step', async () => {
    await isHeld();
    const page = await koordinator.get(alma);
    expect(page.text).toContain(`Hun spørges nu. Pladsen i Fjordhuset (opdigtet), Strand holdes fra ${text(today)} til ${text(leaves)}.`);
    expect(page.text).toContain('Grunden, da pladsen blev holdt: Hun spørges nu. Jeg ringer igen i aften');
    expect(page.text).toContain('Hendes nej flytter hende aldrig på ventelisten.');
    expect(page.$('a.button-primary').first().attr('href')).toBe('/forloeb/alma/hendes-svar');
    const row = (await koordinator.get('/arbejde')).$('tr:contains("Alma")');
    expect(row.text()).toContain('Spørg hende om pladsen i Fjordhuset (opdigtet), Strand');
    // The one who confirms keeps her own next step.
    expect((await visitator.get(alma)).$('a.button-primary').first().text()).toBe('Bekræft pladsen');
  });

  test('takes her yes from whoever asked her, with who, how and when, and nobody asks more', async () => {
    const stay = await isHeld();
    const asks = await koordinator.get(`${alma}/hendes-svar`);
    const silent = await send(koordinator, asks, 'main form[action$="/hendes-svar"]');
    expect([silent.status, silent.$('#svar-plads-error').text()]).toEqual([422, 'Svar på, hvad hun siger til pladsen']);
    const half = await send(koordinator, asks, 'main form[action$="/hendes-svar"]', {
      'svar-plads': 'yes',
      'svar-plads-dag': addDays(today, 1),
    });
    expect([half.status, half.$('#svar-plads-hvordan-error').text(), half.$('#svar-plads-dag-error').text()]).toEqual([
      422,
      'Vælg, hvordan hun er spurgt',
      'Skriv dagen, hun er spurgt, i dag eller før',
    ]);
    expect((await send(koordinator, asks, 'main form[action$="/hendes-svar"]', yes)).status).toBe(303);
    const page = await koordinator.get(alma);
    expect(page.text).toContain('Hendes svar på pladsen i Fjordhuset (opdigtet), Strand: ja');
    expect(page.text).toContain('Spurgt af Karen Holm: I telefonen');
    expect(page.text).not.toContain('Hun spørges nu. Pladsen');
    const own = await ownPage();
    expect(own).toContain('Du har sagt ja til pladsen i Fjordhuset (opdigtet), Strand');
    expect(own).not.toContain('Hvad siger du til pladsen?');
    const form = (await visitator.get(`${alma}/plads`)).$(`form[action$="/${stay}/bekraeft"]`);
    expect(form.find('[name="svar-plads"]').length).toBe(0);
  });
});

describe('the form that confirms the place', () => {
  test('asks all at once: her answer, the legal basis, who pays and what differs; what is missing is named together', async () => {
    const stay = await isHeld();
    const form = (await visitator.get(`${alma}/plads`)).$(confirmForm);
    expect(form.text()).toContain('Hvad siger hun til pladsen i Fjordhuset (opdigtet), Strand?');
    expect(form.find('[name="kontrolleret"]').length).toBe(1);
    const unsaid = await confirms({});
    expect(unsaid.status).toBe(409);
    expect(unsaid.$('.error-summary, [role=alert]').text()).toContain('Svar på, hvad hun siger til pladsen');
    const one = await confirms(notYet);
    expect(one.status).toBe(303);
    expect((await sql<{ status: string }>`select status from stay where id = ${stay}`.execute(owner)).rows).toEqual([
      { status: 'confirmed' },
    ]);
    const page = await visitator.get(alma);
    expect(page.$('.strip').text()).toMatch(/Mangler:.*hendes ja/s);
    expect(page.text).toContain('hun har ikke svaret på, om hun vil have den');
    expect(await ownPage()).toContain('Kommunen har bekræftet en plads til dig i Fjordhuset (opdigtet), Strand');
  });

  test('writes her no and confirms nothing, until it is written to her why it is confirmed all the same', async () => {
    const stay = await isHeld();
    const status = async () => (await sql<{ status: string }>`select status from stay where id = ${stay}`.execute(owner)).rows[0]?.status;
    const refused = await confirms(no);
    expect([refused.status, await status()]).toEqual([303, 'held']);
    // It is saved: a receipt and no fault, and letting the place go is the next step.
    const written = await visitator.get(refused.location);
    expect(written.$('.alert.notice').text()).toContain('Hendes nej er skrevet. Pladsen er ikke bekræftet.');
    expect(written.text).not.toContain('Det kan ikke lade sig gøre');
    expect(written.$('form[action$="/slip"] button').hasClass('button-primary')).toBe(true);
    expect(written.$('main .button-primary').length).toBe(1);
    expect((await koordinator.get(alma)).text).toContain('Hun har sagt nej til pladsen. Et ophold er frivilligt');
    expect(await ownPage()).toContain('Dit nej flytter dig ikke på ventelisten.');
    const again = await send(visitator, await visitator.get(`${alma}/plads`), confirmForm, commitment);
    expect([again.status, await status()]).toEqual([409, 'held']);
    expect(again.$('#imod-nej-error').text()).toContain('Hun har sagt nej.');
    // Her no is said once on the page, and asked about in one field.
    expect(again.text.split('Hun har sagt nej til pladsen.').length - 1).toBe(1);
    expect(again.$(`${confirmForm} textarea[name="imod-nej"]`).length).toBe(1);
    const why = 'Vi mener, at du og barnet har brug for ro nu.';
    const blank = await send(visitator, await visitator.get(`${alma}/plads`), confirmForm, { ...commitment, 'imod-nej': ' ' });
    expect([blank.status, await status()]).toEqual([409, 'held']);
    const against = await send(visitator, await visitator.get(`${alma}/plads`), confirmForm, { ...commitment, 'imod-nej': why });
    expect([against.status, await status()]).toEqual([303, 'confirmed']);
    expect((await koordinator.get(alma)).text).toContain(why);
    const team = await koordinator.get(alma);
    expect(team.text).toContain('Døgn tilbudt · hun siger nej til pladsen');
    expect(team.text).not.toMatch(/hun overvejer|hun siger ja/);
    const own = await ownPage();
    expect(own).toContain('Kommunen har bekræftet pladsen i Fjordhuset (opdigtet), Strand, selv om du har sagt nej');
    expect(own).toContain(`«${why}»`);
    expect(own).toContain('Du behøver ikke tage derhen.');
    expect(own).not.toContain('Din plads er bekræftet.');
    expect((await koordinator.get(alma)).text).toContain('Bekræftet, selv om hun har sagt nej til pladsen.');
    // The house reads the answer, and not her reason.
    const card = (await leder.get('/pladser/afdeling/fjordhuset-strand')).$(`#ophold-${stay}`).closest('article').text();
    expect(card).toContain('Hun har sagt nej til pladsen. Ring til hendes koordinator.');
    expect(card).not.toContain('søster');
    expect(card).not.toContain(why);
  });
});

describe('her no, in the form that confirms the place', () => {
  const toldTo = async (stay: string) =>
    (
      await sql`select data -> 'said' ->> 'answer' as said from pathway_fact where pathway = 'alma' and type = 'place-answered'
      and data ->> 'stay' = ${stay} order by sequence`.execute(owner)
    ).rows;
  const status = async (stay: string) =>
    (await sql<{ status: string }>`select status from stay where id = ${stay}`.execute(owner)).rows[0]?.status;

  test('is not passed by with «not answered yet»: that she was not reached since is no yes', async () => {
    const stay = await isHeld();
    await confirms(no);
    const unreached = await confirms(notYet);
    expect([unreached.status, await status(stay), unreached.$('#imod-nej-error').text()]).toEqual([
      409,
      'held',
      expect.stringContaining('Hun har sagt nej.'),
    ]);
    expect(unreached.$(`${confirmForm} [name="svar-plads"]:checked`).val()).toBe('not-yet');
    const against = await send(visitator, unreached, confirmForm, { kontrolleret: 'ja', 'imod-nej': 'Der er fare.' });
    expect([against.status, await status(stay)]).toEqual([303, 'confirmed']);
    const page = await koordinator.get(alma);
    expect(page.text).toContain('Bekræftet, selv om hun har sagt nej til pladsen.');
    expect(page.text).toContain('Hun har sagt nej til pladsen. Et ophold er frivilligt');
  });

  test('is the reason why the place came to nothing: the receipt and her page of places say it', async () => {
    const stay = await isHeld();
    await confirms(no);
    const released = await send(visitator, await visitator.get(`${alma}/plads`), `form[action$="/${stay}/slip"]`, {});
    const after = await visitator.get(released.location);
    expect(after.$('.alert.notice').text()).toMatch(/Hun sagde nej til Fjordhuset \(opdigtet\), Strand: .+\. Pladsen er givet fri/);
    expect(after.$('section:contains("Pladser, der ikke blev til noget") li').text()).toContain(
      'Hun sagde nej til Fjordhuset (opdigtet), Strand: ',
    );
  });

  test('is written once, also from the page that is shown then with her no in it', async () => {
    const stay = await isHeld();
    const page = await visitator.get(`${alma}/plads`);
    const [first, again] = [
      await send(visitator, page, confirmForm, { ...commitment, ...no }),
      await send(visitator, page, confirmForm, { ...commitment, ...no }),
    ];
    expect([first.status, again.status]).toEqual([303, 303]);
    expect(await toldTo(stay)).toEqual([{ said: 'no' }]);
    expect(
      (
        await send(visitator, await visitator.get(`${alma}/plads`), confirmForm, {
          ...commitment,
          kontrolleret: 'ja',
          'imod-nej': 'Der er fare.',
        })
      ).status,
    ).toBe(303);
    expect([await status(stay), await toldTo(stay)]).toEqual(['confirmed', [{ said: 'no' }]]);
  });

  test('and her yes are read by the unit as they stand on her pathway, whichever form they were written in', async () => {
    const stay = await isHeld();
    const card = async () => (await leder.get('/pladser/afdeling/fjordhuset-strand')).$(`#ophold-${stay}`).closest('article').text();
    expect(await card()).toContain('Hun har ikke sagt ja til opholdet endnu.');
    const answers = (svar: string) => koordinator.post(`${alma}/svar`, { svar, grund: 'home', happened: today });
    expect((await answers('declined')).status).toBe(303);
    expect(await card()).toContain('Hun har sagt nej til pladsen. Ring til hendes koordinator.');
    expect((await answers('accepted')).status).toBe(303);
    expect(await card()).not.toMatch(/Hun har (ikke sagt ja|sagt nej)/);
  });

  test('that is missing to the very place, though she said yes before, is marked on both overviews of the house', async () => {
    expect((await koordinator.post(`${alma}/svar`, { svar: 'accepted', grund: '', happened: today })).status).toBe(303);
    const stay = await isHeld();
    await sql`update stay set status = 'confirmed', held_until = null, legal_basis = 'SEL-107-2-2', paid_by = '0851' where id = ${stay}`.execute(
      owner,
    );
    for (const address of ['/pladser', '/arbejde']) {
      const row = (await leder.get(address)).$(`a[href$="#ophold-${stay}"]`).closest('tr, li');
      expect(row.text()).toContain('Hendes svar mangler');
    }
  });

  test('is not the house’s to write before she lives there', async () => {
    const stay = await isHeld();
    const early = await leder.post(`${alma}/hendes-svar`, { ...no, ophold: stay });
    expect([early.status, await toldTo(stay)]).toEqual([404, []]);
  });
});

describe('she comes without having answered', () => {
  const admitForm = 'form[action$="/indskriv"]';

  test('and is asked by the house, which nothing stops; it stays said after she has come, until it is answered', async () => {
    const stay = await isHeld();
    expect((await confirms(notYet)).status).toBe(303);
    expect((await leder.get('/pladser/afdeling/fjordhuset-strand')).text).toContain('Hun har ikke svaret på pladsen endnu.');
    const asked = await leder.post(`/pladser/ophold/${stay}/indskriv`, { dag: today });
    expect(asked.status).toBe(409);
    expect(asked.text).toContain('Hvad siger hun til pladsen i Fjordhuset (opdigtet), Strand?');
    const half = await send(leder, asked, admitForm, { 'svar-plads': 'yes' });
    expect([half.status, half.$('#svar-plads-hvordan-error').text()]).toEqual([422, 'Vælg, hvordan hun er spurgt']);
    expect((await send(leder, asked, admitForm)).status).toBe(303);

    const again = await web.restarted();
    const coordinator = await again.as('koordinator');
    const page = await coordinator.get(alma);
    expect(page.text).toContain('Indskrevet, uden at det var skrevet, at hun sagde ja til opholdet.');
    expect(page.text).toContain('Hun bor i Fjordhuset (opdigtet), Strand, og det er ikke skrevet, at hun har sagt ja til det.');
    expect(page.$('.strip').text()).toMatch(/Mangler:.*hendes ja/s);
    expect((await coordinator.get('/arbejde')).$('tr:contains("Alma")').text()).toContain('Spørg hende om pladsen');
    expect((await (await again.as('leder')).get('/arbejde')).$('tr:contains("Alma")').text()).toContain('Spørg hende om pladsen');
    expect((await visitator.get(`${alma}/plads`)).text).toContain('det er ikke skrevet, at hun har sagt ja til det');
    await again.app.close();

    const explain = { 'svar-plads': 'not-possible', 'svar-plads-ord': '' };
    const asks = await koordinator.get(`${alma}/hendes-svar`);
    const bare = await send(koordinator, asks, 'main form[action$="/hendes-svar"]', explain);
    expect([bare.status, bare.$('#svar-plads-ord-error').text()]).toEqual([422, 'Skriv, hvorfor hun ikke kan spørges']);
    expect((await send(leder, await leder.get(`${alma}/hendes-svar`), 'main form[action$="/hendes-svar"]', yes)).status).toBe(303);
    const settled = await koordinator.get(alma);
    expect(settled.$('.strip').text()).not.toContain('hendes ja');
    expect(settled.$('.alert.attention').text()).not.toContain('Indskrevet, uden at det var skrevet');
  });

  test('and says yes at the door', async () => {
    const stay = await isHeld();
    await confirms(notYet);
    const asked = await leder.post(`/pladser/ophold/${stay}/indskriv`, { dag: today });
    expect((await send(leder, asked, admitForm, yes)).status).toBe(303);
    expect((await koordinator.get(alma)).text).not.toContain('uden at det var skrevet, at hun sagde ja');
  });
});

describe('her own page', () => {
  test('says whom she can ring, as far as a number is known, and invents none', async () => {
    await isHeld();
    await sql`delete from facility_telephone where facility = 'fjordhuset'`.execute(owner);
    const without = await ownPage();
    expect(without).toContain('Sådan får du fat i nogen');
    expect(without).toMatch(/Fjordhuset \(opdigtet\), Strand\. Her står ikke noget nummer: bed .+ om det\./);
    expect(without).toContain('Her står ikke, hvornår telefonen bliver taget.');
    await sql`insert into facility_telephone (facility, sequence, telephone, by_user, by_name, capacity, organisation, organisation_name)
      values ('fjordhuset', 90, '00 00 01 02', 'leder', 'N', 'unit-leader', 'dt-fjordhuset', 'F')`.execute(owner);
    await ownPage();
    const page = await kvinden.get('/mit-forloeb');
    expect(page.$('a[href="tel:+4500000102"]').text()).toBe('00 00 01 02');
    const { rows } = await sql<{ telephone: string | null }>`select state -> 'coordinator' ->> 'telephone' as telephone
      from pathway where id = 'alma'`.execute(owner);
    const number = rows[0]?.telephone ?? null;
    expect(number === null || page.$(`a[href="tel:+45${number.replaceAll(' ', '')}"]`).length > 0).toBe(true);
  });

  test('sends her to the municipality for its own departments alone: a hospital’s clinic has another number', async () => {
    const way = async (organisation: string) => {
      const { rows } = await sql<{ name: string }>`select name from organisation where id = ${organisation}`.execute(owner);
      const named = rows[0]?.name ?? '';
      await koordinator.post(`${alma}/part`, {
        part: organisation,
        opgave: 'Følger hende',
        'deles-fordi': 'notice-of-concern',
        happened: today,
      });
      const coordinator = { koordinator: 'Karen Holm', 'koordinators-part': named, telefon: '00 00 01 02', happened: today };
      expect((await koordinator.post(`${alma}/koordinator`, coordinator)).status).toBe(303);
      await ownPage();
      // She has another pathway beside this one: each has a card of its own.
      return (await kvinden.get('/mit-forloeb')).$('.card:contains("Sådan får du fat i nogen"):contains("Karen Holm")').text();
    };
    expect(await way('fam-0851')).toMatch(/00 00 03 \d\d\. Bed om Familieafdelingen, Aalborg Kommune/);
    expect(await way('fa-AAL')).toMatch(/00 00 03 \d\d\. Sig, at det handler om dit forløb\./);
  });

  test('says at what time each thing was written, and the reason of each criterion', async () => {
    const page = await kvinden.get('/mit-forloeb');
    const lines = page.$('h2:contains("Det, der er skrevet og besluttet")').closest('.card').find('li');
    expect(lines.length).toBeGreaterThan(0);
    lines.each((_, line) => expect(page.$(line).text()).toMatch(/kl\. \d+\.\d+/));
    const reasons = Object.fromEntries(criterionIds.map((id, index) => [`grund-${id}`, `Begrundelse nummer ${index}`]));
    const answers = Object.fromEntries(criterionIds.map((id) => [`svar-${id}`, 'met']));
    const form = await koordinator.get(`${alma}/kriterier`);
    expect((await send(koordinator, form, 'main form[action$="/kriterier"]', { ...answers, ...reasons })).status).toBe(303);
    const told = await ownPage();
    expect(told).toContain('Om tilbuddet er for dig');
    for (const reason of Object.values(reasons)) expect(told).toContain(`Begrundelse: ${reason}`);
    // In words to her.
    expect(told).toContain('Har du brug for et ophold');
    expect(told).not.toMatch(/(Er|Har) hun/);
  });
});
