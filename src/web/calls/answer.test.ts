import { describe, expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';

const web = await testWeb();
const call = '/udmeldinger/2019-gravide';
const odense = `${call}/svar/0461`;

type Fields = Readonly<Record<string, string>>;

/** What stands in the form, as a browser would send it. */
function typedIn({ $ }: Visit): Fields {
  return Object.fromEntries(
    $('form[action*="/svar/"] input')
      .toArray()
      .map((input) => [$(input).attr('name') ?? '', $(input).attr('value') ?? '']),
  );
}

async function opened(visitor: Visitor, address = odense): Promise<Fields> {
  return typedIn(await visitor.get(address));
}

async function stored(): Promise<unknown> {
  return web.database.owner
    .selectFrom('call_answer')
    .select(['any_counts', 'residential_counts', 'version', 'answered_by'])
    .where('municipality', '=', '0461' as never)
    .executeTakeFirst();
}

describe('the form of an answer', () => {
  test('stands with what was answered, and the name of the one who answers now', async () => {
    expect(await opened(await web.as('kommune-odense'))).toEqual({
      version: '1',
      'any-2017': '4',
      'any-2018': '3',
      'any-2019': '3',
      'any-total': '10',
      'residential-2017': '1',
      'residential-2018': '1',
      'residential-2019': '1',
      'residential-total': '3',
      'besvaret-af': 'Ulla Thorsager',
    });
  });

  test.each([
    ['any-2017', '', 'Behandling i alt, 2017: tallet mangler. Skriv 0, hvis der ingen var.'],
    ['any-2018', 'tre', 'Behandling i alt, 2018: «tre» er ikke et tal. Skriv et helt tal, fx 0 eller 2.'],
    ['any-2019', '2,5', 'Behandling i alt, 2019: «2,5» er ikke et helt tal. Kvinder tælles i hele tal.'],
    ['residential-2017', '-1', 'Heraf døgnbehandling, 2017: «-1» er mindre end 0. Skriv 0, hvis der ingen var.'],
    ['any-2017', '4000', 'Behandling i alt, 2017: 4000 er flere, end kommunen kan have haft.'],
    ['any-total', '11', 'Behandling i alt, i alt for årene: 4 + 3 + 3 er 10, men der står 11.'],
    ['residential-total', '', 'Heraf døgnbehandling, i alt for årene: tallet mangler.'],
    ['besvaret-af', '   ', 'Besvaret af: skriv, hvem der svarer for kommunen.'],
  ])('with %s as «%s» says what is wrong, leads to the field, keeps what was typed and saves nothing', async (name, typed, sentence) => {
    const visitor = await web.as('kommune-odense');
    const [before, form] = [await stored(), await opened(visitor)];

    const answered = await visitor.post(odense, { ...form, [name]: typed });

    expect(answered.status).toBe(422);
    const link = answered.$(`#fejl a[href="#${name}"]`);
    expect(link.text()).toContain(sentence);
    expect(answered.$('#fejl').attr('role')).toBe('alert');
    const field = answered.$(`input#${name}`);
    expect(field.attr('aria-invalid')).toBe('true');
    expect(answered.$(`#${(field.attr('aria-describedby') ?? '').split(' ').at(-1) ?? ''}`).text()).toContain(sentence);
    expect(typedIn(answered)).toEqual({ ...form, [name]: typed.trim() });
    expect(await stored()).toEqual(before);
  });

  test('with more women in residential treatment than in all says so at the year', async () => {
    const visitor = await web.as('kommune-odense');
    const form = await opened(visitor);
    const { status, $ } = await visitor.post(odense, { ...form, 'residential-2018': '4', 'residential-total': '6' });
    expect([status, $('#fejl a').attr('href')]).toEqual([422, '#residential-2018']);
    expect($('#fejl').text()).toContain('der står 4 til døgnbehandling, men kun 3 til behandling i alt');
  });

  test('says everything that is wrong at once, also where nothing was sent at all', async () => {
    const { status, $ } = await (await web.as('kommune-odense')).post(odense, {});
    expect([status, $('#fejl li').length]).toEqual([422, 9]);
  });

  test('is for the municipality and its secretariat: not for another municipality, and not for whoever only reads', async () => {
    const form = await opened(await web.as('kommune-odense'));
    const before = await stored();
    for (const user of ['visitator', 'sekretaer-nord']) {
      const visitor = await web.as(user);
      expect((await visitor.get(odense)).status).toBe(403);
      expect((await visitor.post(odense, form)).status).toBe(403);
    }
    for (const user of ['planlaegger', 'styrelse', 'behandler']) expect((await (await web.as(user)).post(odense, form)).status).toBe(403);
    expect(await stored()).toEqual(before);
    expect((await (await web.as('sekretaer')).get(odense)).status).toBe(200);
  });

  test.each([`${call}/svar/0000`, '/udmeldinger/2018/svar/0461'])('is not found where nothing is asked: %s', async (address) => {
    const visitor = await web.as('kommune-odense');
    expect([(await visitor.get(address)).status, (await visitor.post(address, {})).status]).toEqual([404, 404]);
  });
});

describe('a changed answer', () => {
  test('is saved, said to be saved, and stands in the secretariat’s report, also after a restart', async () => {
    const visitor = await web.as('kommune-odense');
    const saved = await visitor.post(odense, { ...(await opened(visitor)), 'any-2017': '5', 'any-total': '11' });
    expect([saved.status, saved.location]).toEqual([303, call]);
    expect((await visitor.get(call)).response.body).toContain('Svaret fra Odense er gemt.');

    const again = await web.restarted();
    const report = await (await again.as('sekretaer')).get(`${call}/rapport/syddanmark?udgave=intern`);

    const cells = (head: string): readonly string[] => {
      const row = report
        .$('tbody tr')
        .filter((_, one) => report.$(one).find('th').text() === head)
        .first();
      return row
        .find('td')
        .toArray()
        .map((cell) => report.$(cell).text());
    };
    expect(cells('Kvinder, der er visiteret til en behandlingsindsats (døgn eller ambulant)')).toEqual(['11', '8', '8']);
    expect(cells('Odense').slice(0, 3)).toEqual(['5', '3', '3']);
    expect(cells('Behandling i alt, hele landet')).toEqual(['38', '45', '58']);
    await again.app.close();
  });

  test('does not take the place of one that was given meanwhile: the newest is shown, and can then be changed', async () => {
    const [mine, theirs] = [await web.as('kommune-odense'), await web.as('sekretaer')];
    const form = await opened(mine);
    await theirs.post(odense, { ...(await opened(theirs)), 'any-2018': '4', 'any-total': '12', 'besvaret-af': 'Mette Lindeskov' });
    const before = await stored();

    const answered = await mine.post(odense, { ...form, 'any-2018': '2', 'any-total': '10' });

    expect(answered.status).toBe(409);
    expect(answered.text).toContain('en anden har svaret for kommunen, siden du åbnede siden');
    expect(typedIn(answered)).toMatchObject({ version: '3', 'any-2018': '4', 'any-total': '12' });
    expect(await stored()).toEqual(before);

    const corrected = await mine.post(odense, { ...typedIn(answered), 'any-2018': '2', 'any-total': '10' });
    expect(corrected.status).toBe(303);
    expect(await stored()).toMatchObject({ version: 4, any_counts: [5, 2, 3], answered_by: 'Ulla Thorsager' });
  });

  test('is not taken when the call is closed for answers; what was typed is kept', async () => {
    const visitor = await web.as('kommune-odense');
    const [before, form] = [await stored(), await opened(visitor)];
    await (await web.as('styrelse')).post(`${call}/status`, { til: 'validated' });

    const answered = await visitor.post(odense, { ...form, 'any-2019': '4', 'any-total': '11' });

    expect(answered.status).toBe(409);
    expect(answered.text).toContain('udmeldingen tager ikke længere imod svar');
    expect(answered.$('main form').length).toBe(0);
    expect(answered.$('caption').text()).toBe('Det, du skrev, og som ikke er gemt');
    const cells = answered.$('tbody tr').first().find('td').toArray();
    expect(cells.map((cell) => answered.$(cell).text()).slice(-2)).toEqual(['4', '11']);
    expect(await stored()).toEqual(before);
  });

  test('is only read once the call is closed for answers and once it is reported, with the reason why', async () => {
    const visitor = await web.as('kommune-odense');
    const agency = await web.as('styrelse');
    for (const [status, reason] of [
      ['validated', 'lukket udmeldingen for svar, mens svarene gennemgås'],
      ['reported', 'udmeldingen er afrapporteret'],
    ] as const) {
      await agency.post(`${call}/status`, { til: status });
      const page = await visitor.get(odense);
      expect([page.status, page.$('main form').length, page.$('main input').length]).toEqual([200, 0, 0]);
      expect(page.text).toContain(reason);
      expect(page.$('tbody tr').length).toBe(2);
      const own = await visitor.get(call);
      expect(own.$(`.strip a[href="${odense}"]`).text()).toBe('Se svaret');
    }
  });
});
