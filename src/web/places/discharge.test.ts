/** A discharge as the unit writes it: what follows is read before it is saved, and one that was a mistake is put right while her place is free. */
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { waitingWomen } from '../../demo/waiting-women.ts';
import { addDays, danishDay, type Day, moment } from '../../domain/time.ts';
import { importPathways } from '../../store/pathway-import.ts';
import { dayText } from '../ui/format.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const [leader, decider, olgas] = await Promise.all(['leder', 'visitator', 'kommune-odense'].map((user) => web.as(user)));
if (!leader || !decider || !olgas) throw new Error('three people log in');
const today = danishDay(now());
await importPathways(owner, waitingWomen(today));
const leaves = addDays(today, 40);
const text = (day: Day): string => dayText(day, 'da');
const unit = '/pladser/afdeling/fjordhuset-strand';
const hers = '/pladser/ophold/bor-alma';
const sent = { dag: today, hvortil: 'own-home', 'hvortil-ord': 'hos sin søster' };

async function stay(id: string, pathway: string, name: string, [arrival, departure]: [Day, Day], status: string): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, held_until, needs, legal_basis, paid_by, held_by, held_by_name,
      held_for, held_for_name, request_key)
      select ${id}, ${pathway}, ${name}, unit, ${arrival}::date, ${departure}::date, ${status},
        case when ${status} = 'held' then now() + interval '4 hours' end, '[]', 'SEL-107-2-2', '0851', 'u', 'U', 'o', 'O', ${id}
        from place where id = 'fjordhuset-strand-4'`.execute(tx);
    await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
      select id, unit, status, 'fjordhuset-strand-4', arrival, departure from stay where id = ${id}`.execute(tx);
  });
}

beforeEach(async () => {
  await stay('bor-alma', 'alma', 'Alma', [addDays(today, -5), leaves], 'admitted');
  await sql`insert into care_team_member select 'alma', id, 'Døgnbehandling', ${today}::date from organisation where facility = 'fjordhuset'
    on conflict do nothing`.execute(owner);
});

afterEach(async () => {
  await sql`delete from pathway_fact where data ->> 'stay' in ('bor-alma', 'en-anden')`.execute(owner);
  await sql`delete from pathway_fact where pathway = 'alma' and type in ('party-joined', 'party-left') and happened >= ${today}`.execute(
    owner,
  );
  await sql`delete from stay_leave where stay = 'bor-alma'`.execute(owner);
  await sql`delete from stay_event where stay in ('bor-alma', 'en-anden')`.execute(owner);
  await sql`delete from stay where id in ('bor-alma', 'en-anden')`.execute(owner);
  await sql`delete from closure where place = 'fjordhuset-strand-4b'`.execute(owner);
  await sql`delete from place where id = 'fjordhuset-strand-4b'`.execute(owner);
});

async function status(): Promise<string | undefined> {
  const { rows } = await sql<{ status: string }>`select status from stay where id = 'bor-alma'`.execute(owner);
  return rows[0]?.status;
}

const card = (page: Visit): string => page.$('#ophold-bor-alma').closest('article').text();

describe('a discharge before it is saved', () => {
  test('says from which night the place is free, what ends, and that nothing is saved', async () => {
    const leave = { fra: addDays(today, 3), tilbage: addDays(today, 5), grund: 'home', ord: '' };
    expect((await leader.post(`${hers}/orlov`, leave)).status).toBe(303);
    const page = await leader.post(`${hers}/udskriv/se`, sent);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Alma er udskrevet fra');
    expect(page.text).toContain('eget hjem, hos sin søster');
    expect(page.text).toContain(`er ledig til andre fra ${text(today)}: natten til ${text(addDays(today, 1))} er den første.`);
    expect(page.text).toContain(`De sidste 40 aftalte nætter til ${text(leaves)} falder væk.`);
    expect(page.text).toContain(`Orloven (hjemme) fra ${text(leave.fra)} til ${text(leave.tilbage)} bortfalder.`);
    expect(page.text).toContain('kan den rettes her i 72 timer');
    expect(page.text).toContain('Intet er gemt endnu.');
    expect(await status()).toBe('admitted');
  });

  test('asks again for what is missing, and the way on is to see it first', async () => {
    const page = await leader.post(`${hers}/udskriv/se`, { ...sent, hvortil: '' });
    expect(page.status).toBe(422);
    expect(page.$('form[action$="/udskriv/se"] [name="hvortil-ord"]').val()).toBe('hos sin søster');
    const shown = (await leader.get(unit)).$('#ophold-bor-alma').closest('article').find('form[action$="/udskriv/se"]');
    expect(shown.length).toBe(1);
    // One word for the act, on the card, on the button and as her next step.
    expect(shown.closest('details').find('summary').text()).toBe('Udskriv hende');
    expect((await leader.get('/forloeb/alma')).text).not.toContain('fraflytning');
  });
});

describe('a discharge that was written by mistake', () => {
  test('is named by its receipt, which stands where it is put right, on top of the stays; an older one is not there', async () => {
    const done = await leader.post(`${hers}/udskriv`, sent);
    expect(done.location).toMatch(/#kvittering$/);
    const page = await leader.get(unit);
    const line = page.$('#udskrevet-bor-alma');
    expect(line.find('#kvittering').text()).toContain(
      `Alma er udskrevet fra Plads 4 ${text(today)}. Er det en fejl, kan det rettes lige her til`,
    );
    expect(line.find('a[href$="/udskriv/ret"]').length).toBe(1);
    const html = page.$('main').html() ?? '';
    expect(html.indexOf('udskrevet-bor-alma')).toBeLessThan(html.indexOf('<article'));
    await sql`update stay_event set recorded = recorded - interval '73 hours' where stay = 'bor-alma' and act = 'discharge'`.execute(owner);
    expect((await leader.get(unit)).$('#udskrevet-bor-alma').length).toBe(0);
  });

  test('is put right on the unit’s page, and her municipality reads it, also after a restart', async () => {
    expect((await leader.post(`${hers}/udskriv`, sent)).status).toBe(303);
    const link = (await leader.get(unit)).$('#ophold-bor-alma').closest('article').find('a[href$="/udskriv/ret"]');
    expect(link.text()).toContain('Ret udskrivningen (senest ');
    const page = await leader.get(String(link.attr('href')));
    expect(page.text).toContain(`Alma er indskrevet igen på`);
    expect(page.text).toContain(`til ${text(leaves)}`);
    expect((await leader.post(`${hers}/udskriv/ret`, { hvorfor: '' })).status).toBe(422);
    expect(await status()).toBe('discharged');
    expect((await leader.post(`${hers}/udskriv/ret`, { hvorfor: 'Det var naboen, der rejste' })).status).toBe(303);

    const again = await web.restarted();
    const [other, theirs] = await Promise.all([again.as('visitator'), again.as('leder')]);
    expect(card(await theirs.get(unit))).toContain('rettet: Det var naboen, der rejste');
    const timeline = (await other.get('/forloeb/alma')).$('.timeline');
    expect(timeline.text()).toContain('Udskrivning rettet: hun er stadig i');
    expect(timeline.find('s').text()).toContain('Udskrevet til');
    expect(await status()).toBe('admitted');
    await again.app.close();
  });

  test('is answered with who has the place from when and what can be done, where it is another’s since', async () => {
    await leader.post(`${hers}/udskriv`, sent);
    await stay('en-anden', 'freja', 'Freja', [addDays(today, 2), addDays(today, 20)], 'confirmed');
    const page = await leader.get(`${hers}/udskriv/ret`);
    expect(page.status).toBe(409);
    expect(page.text).toMatch(new RegExp(`En anden har .+ fra ${text(addDays(today, 2))}\\. Hun kan ikke få den tilbage\\.`));
    expect(page.text).not.toContain('Freja');
    // No other place of the unit is free: which search is to be started, and by whom.
    expect(page.$('select[name=plads] option').length).toBe(0);
    const from = text(addDays(today, 2));
    expect(page.text).toContain(`Ingen anden plads i afdelingen er fri alle nætterne fra ${from} til ${text(leaves)}.`);
    expect(page.text).toContain(
      `Bed hendes kommune om at søge plads i andre afdelinger på hendes forløb: ankomst ${from}, 38 nætter, uden særlige behov.`,
    );
    expect(page.$('main a[href="/pladser"]:contains("ledig plads i nat")').length).toBe(1);
    expect((await leader.post(`${hers}/udskriv/ret`, { hvorfor: 'fejl' })).status).toBe(409);
    expect(await status()).toBe('discharged');
  });

  test('is not promised while the place is offered to one who has not answered: her card says until when, and the way is back once that is over', async () => {
    await leader.post(`${hers}/udskriv`, sent);
    await stay('en-anden', 'freja', 'Freja', [today, addDays(today, 20)], 'held');
    const runsOut = (time: string) => sql`update stay set held_until = now() + ${time}::interval where id = 'en-anden'`.execute(owner);
    const way = async () => (await leader.get(unit)).$('#ophold-bor-alma').closest('article');
    await runsOut('4 hours');
    const promised = await way();
    expect(promised.text()).toContain('Plads 4 er tilbudt eller holdt til en anden, som har til ');
    expect(promised.text()).toContain('Bliver den fri igen, kan udskrivningen rettes her, senest ');
    expect(promised.text()).not.toContain('Ret udskrivningen (senest ');
    expect(promised.text()).not.toContain('Freja');
    expect(promised.find('a[href$="/udskriv/ret"]').text()).toBe('Se, hvad der kan gøres i stedet');
    const page = await leader.get(`${hers}/udskriv/ret`);
    expect(page.status).toBe(409);
    expect(page.text).toContain('Bed hendes kommune om at søge plads i andre afdelinger');
    expect(page.text).toContain('Plads 4 er tilbudt eller holdt til en anden, som har til ');
    expect(page.text).not.toContain('Hun kan ikke få den tilbage.');
    expect((await leader.post(`${hers}/udskriv/ret`, { hvorfor: 'fejl' })).status).toBe(409);

    await runsOut('100 hours');
    expect((await way()).text()).toContain('den når ikke at blive rettet på pladsen, medmindre der svares nej inden');

    await runsOut('-1 minute');
    expect((await way()).find('a[href$="/udskriv/ret"]').text()).toContain('Ret udskrivningen (senest ');
    expect((await leader.post(`${hers}/udskriv/ret`, { hvorfor: 'fejl' })).status).toBe(303);
    expect(await status()).toBe('admitted');
  });

  describe('where the unit has another place for her', () => {
    const another = 'fjordhuset-strand-4b';
    beforeEach(async () => {
      await sql`insert into place (id, room, unit, name) select ${another}, room, unit, 'Plads 4b' from place where id = 'fjordhuset-strand-4'`.execute(
        owner,
      );
    });

    test('says which, and where it is free for some of the nights alone, until when, with the search that is to be started', async () => {
      await leader.post(`${hers}/udskriv`, sent);
      await stay('en-anden', 'freja', 'Freja', [addDays(today, 2), addDays(today, 20)], 'confirmed');
      const seen = (): Promise<Visit> => leader.get(`${hers}/udskriv/ret`);
      const days = `fra ${text(addDays(today, 2))} til ${text(leaves)}`;
      const free = await seen();
      expect(free.text).toMatch(new RegExp(`Fri i afdelingen ${days}: Plads 4b`));
      expect(free.text).not.toContain('Bed hendes kommune om at søge');
      await sql`insert into closure (unit, place, from_day, to_day, cause, reason)
        values ('fjordhuset-strand', ${another}, ${addDays(today, 12)}::date, null, 'maintenance', 'nyt gulv')`.execute(owner);
      const partly = await seen();
      expect(partly.text).toContain(`Ingen anden plads i afdelingen er fri alle nætterne ${days}.`);
      expect(partly.text).toMatch(new RegExp(`Fri en del af tiden: Plads 4b.* til ${text(addDays(today, 12))}[;.]`));
      expect(partly.text).toContain('Bed hendes kommune om at søge plads i andre afdelinger');
      expect(partly.$('form[action$="/udskriv/ret"]').length).toBe(0);
    });

    test('with no reason given keeps the place that was chosen, and says where she is from when', async () => {
      await leader.post(`${hers}/udskriv`, sent);
      await stay('en-anden', 'freja', 'Freja', [addDays(today, 2), addDays(today, 20)], 'confirmed');
      expect((await leader.get(`${hers}/udskriv/ret`)).$(`select[name=plads] option[value=${another}]`).length).toBe(1);
      const page = await leader.post(`${hers}/udskriv/ret`, { hvorfor: '', plads: another });
      expect(page.status).toBe(422);
      const from = text(addDays(today, 2));
      expect(page.text).toContain(`Alma er indskrevet igen på Plads 4, Plads 4b (fra ${from}), til ${text(leaves)}.`);
      expect(page.text).toContain(`Fra ${from} har en anden Plads 4, så hun flytter til Plads 4b den dag.`);
      const form = page.$('form[action$="/udskriv/ret"]').serializeArray();
      const again = Object.fromEntries(form.map(({ name, value }) => [name, value]));
      expect((await leader.post(`${hers}/udskriv/ret`, { ...again, hvorfor: 'Det var naboen' })).status).toBe(303);
      const { rows } = await sql<{ place: string }>`select place from stay_part where stay = 'bor-alma' order by arrival`.execute(owner);
      expect(rows.map(({ place }) => place)).toEqual(['fjordhuset-strand-4', another]);
    });

    test('names every place of the nights that were cut off', async () => {
      const moves = addDays(today, 10);
      await owner.transaction().execute(async (tx) => {
        await sql`update stay_part set departure = ${moves}::date where stay = 'bor-alma'`.execute(tx);
        await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
          values ('bor-alma', 'fjordhuset-strand', 'admitted', ${another}, ${moves}::date, ${leaves}::date)`.execute(tx);
      });
      await leader.post(`${hers}/udskriv`, sent);
      const page = await leader.get(`${hers}/udskriv/ret`);
      expect(page.text).toContain(`Alma er indskrevet igen på Plads 4, Plads 4b (fra ${text(moves)}), til ${text(leaves)}.`);
    });
  });

  test('is no form for her municipality', async () => {
    await leader.post(`${hers}/udskriv`, sent);
    expect((await decider.get(`${hers}/udskriv/ret`)).status).toBe(403);
    expect((await decider.post(`${hers}/udskriv/ret`, { hvorfor: 'fejl' })).status).toBe(403);
  });
});

// Last: from now on a place that is let go is offered to her who waits.
test('a discharge before it is saved says who on the waiting list can use the place, by number and initials alone', async () => {
  const place = await sql<{ property: string }>`select property from place_property where place = 'fjordhuset-strand-4'`.execute(owner);
  await olgas.post('/forloeb/venter-olga/venteliste', {
    soeg: 'ja',
    ankomst: today,
    laengde: 'naetter',
    naetter: '30',
    behov: place.rows.map(({ property }) => property),
    'oenske-1': 'fjordhuset-strand',
    'svar-liste': 'not-asked',
  });
  const page = await leader.post(`${hers}/udskriv/se`, sent);
  expect(page.text).toMatch(/På ventelisten kan pladsen bruges af:\s*nr\. 1 \(O.*\): får tilbuddet med det samme\./);
  expect(page.text).not.toContain('Olga');
});
