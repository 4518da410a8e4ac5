/** What the pages of a pathway ask, show and keep to themselves. */
import { describe, expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { criterionIds } from '../../domain/pathway/criteria.ts';

const web = await testWeb();
const [clinic, coordinator, decider, maja] = await Promise.all(
  ['jordemoder', 'koordinator', 'visitator', 'kvinden'].map((user) => web.as(user)),
);
if (!clinic || !coordinator || !decider || !maja) throw new Error('the demo lacks a persona');

const allMet = Object.fromEntries(
  criterionIds.flatMap((id) => [
    [`svar-${id}`, id === 'profits-from-outpatient' ? 'not-met' : 'met'],
    [`grund-${id}`, `Fordi ${id}`],
  ]),
);

const errorsOf = ({ $ }: Visit): readonly string[] =>
  $('.alert.error li')
    .map((_, item) => $(item).text())
    .get();

/** Opens a pathway of her own for a test, with the parties in Aalborg. */
const opened = async (kaldenavn: string): Promise<string> => {
  const { location } = await decider.post('/forloeb/ny', {
    kaldenavn,
    kommune: '0851',
    bekymring: 'Har brug for støtte',
    parter: ['family-clinic', 'family-department'],
    'deles-fordi': 'her-consent',
    'sagde-ja': '2026-11-20',
  });
  return location;
};

const today = { happened: '2026-11-22' };

describe('information about her', () => {
  test('is shared on a stated basis, which stands at the party and in the timeline', async () => {
    const { $ } = await decider.get(await opened('Ragna (opdigtet)'));

    expect($('.pairs').text()).toContain('Graviditetsomsorg · deles, fordi: Hun har sagt ja 20. november 2026');
    expect($('.timeline').text()).toContain('Deles, fordi: Hun har sagt ja 20. november 2026');
  });

  test('is not shared on her yes without the day she gave it, nor on another basis without its name', async () => {
    const location = await opened('Svea (opdigtet)');
    const asked = async (fields: Record<string, string>): Promise<readonly string[]> =>
      errorsOf(await decider.post(`${location}/part`, { part: 'kc-0851', opgave: 'Ophold', ...today, ...fields }));

    expect(await asked({})).toEqual(['Vælg, hvad der giver lov til at dele oplysninger om hende.']);
    expect(await asked({ 'deles-fordi': 'her-consent' })).toEqual(['Skriv den dag, hun sagde ja.']);
    expect(await asked({ 'deles-fordi': 'her-consent', 'sagde-ja': '2026-11-23' })).toEqual(['Dagen kan ikke ligge efter i dag.']);
    expect(await asked({ 'deles-fordi': 'other' })).toEqual(['Skriv, hvilket grundlag det er.']);
    expect(await asked({ 'deles-fordi': 'other', 'andet-grundlag': 'forvaltningsloven § 28' })).toEqual([]);
  });
});

describe('a notice of concern', () => {
  const received = { 'underretter-er': 'citizen', modtaget: '2026-11-22', klokken: '8.00' };

  test('hides the name from the other parties unless it may be shown; the municipality that answers it sees it', async () => {
    const location = await opened('Tora (opdigtet)');
    await decider.post(`${location}/underretning`, { ...received, 'navn-vises': 'nej', underretter: 'Naboen Pippi' });

    const { text } = await clinic.get(location);
    expect(text).toContain('Underretning fra en borger');
    expect(text).not.toContain('Pippi');
    expect((await decider.get(`${location}/underretning-vurderet`)).text).toContain('Naboen Pippi');

    await decider.post(`${location}/underretning`, { ...received, 'navn-vises': 'ja', underretter: 'Skolen' });
    expect((await clinic.get(location)).text).toContain('Underretning fra Skolen');
  });

  test('given anonymously keeps no name, and there is nobody to acknowledge it to', async () => {
    const location = await opened('Una (opdigtet)');
    await decider.post(`${location}/underretning`, { ...received, 'navn-vises': 'anonym', underretter: 'Naboen Pippi' });

    const { text } = await decider.get(location);
    expect(text).toContain('Anonym underretning');
    expect(text).not.toContain('Pippi');
    expect(text).toContain('Underretningen vurderes inden for 24 timer');
    expect(text).not.toContain('inden for 6 hverdage');
  });

  test('is acknowledged within 6 hverdage: from a Sunday to the Saturday after it', async () => {
    const location = await opened('Ulrikke (opdigtet)');
    await decider.post(`${location}/underretning`, { ...received, 'navn-vises': 'nej', underretter: 'Naboen' });
    const assessed = { akut: 'nej', grund: 'Der er tid til en undersøgelse', vurderet: '2026-11-22', klokken: '8.30' };
    await decider.post(`${location}/underretning-vurderet`, assessed);

    const { $ } = await decider.get(location);
    const clock = $('li').filter((_, item) => $(item).text().includes('Underretningen bekræftes inden for 6 hverdage'));
    expect(clock.text()).toContain('28. november 2026');
  });

  test('is assessed by the municipality and by nobody else', async () => {
    expect((await clinic.get('/forloeb/maja/underretning-vurderet')).status).toBe(403);
    expect((await coordinator.post('/forloeb/maja/underretning-vurderet', { akut: 'nej', grund: 'x' })).status).toBe(403);
    expect((await decider.get('/forloeb/maja/underretning-vurderet')).status).toBe(200);

    const location = await opened('Vilma (opdigtet)');
    await decider.post(`${location}/underretning`, { ...received, 'navn-vises': 'nej', underretter: 'Naboen' });
    const { $, text } = await clinic.get(location);
    expect(text).toContain('Kommunen vurderer underretningen.');
    expect($('a[href$="/underretning-vurderet"]').length).toBe(0);
  });
});

describe('the criteria left open', () => {
  test('show the one who judges what was unclear and why, and the judgement stands on the card', async () => {
    const location = await opened('Yrsa (opdigtet)');
    await clinic.post(`${location}/kriterier`, { ...allMet, 'svar-needs-residential': 'unclear', ...today });

    expect((await clinic.get(location)).$('.strip').text()).toContain('en fagpersons vurdering af målgruppen');
    const { text } = await clinic.get(`${location}/vurdering`);
    expect(text).toContain('Har hun brug for et døgnophold');
    expect(text).toContain('Fordi needs-residential');
    expect(text).not.toContain('Fordi social-problems');

    await clinic.post(`${location}/vurdering`, { 'i-maalgruppen': 'nej', grund: 'Har støtte nok', ...today });
    const { $ } = await clinic.get(location);
    expect($('.tag').text()).toContain('Vurderet uden for målgruppen');
    expect($('.tag').text()).not.toContain('En fagperson vurderer');
  });
});

describe('a remark', () => {
  test('is said when the form is saved, and is settled by what puts it right', async () => {
    const location = await opened('Asta (opdigtet)');
    await coordinator.post(`${location}/svar`, { svar: 'accepted', ord: 'Ja', ...today });

    const saved = await coordinator.get(location);
    expect(saved.$('.alert.notice').text()).toContain('Men bemærk: Et svar, uden at der var givet et tilbud.');
    expect(saved.$('.alert.attention').text()).toContain('Et svar, uden at der var givet et tilbud.');
    expect(saved.$(`.alert.attention a[href="${location}/tilbud"]`).length).toBe(1);

    await coordinator.post(`${location}/indsatsniveau`, { niveau: 'outpatient', grund: 'Nok', ...today });
    await coordinator.post(`${location}/tilbud`, { niveau: 'outpatient', hvad: 'Samtaler', ...today });
    await coordinator.post(`${location}/svar`, { svar: 'accepted', ord: 'Ja', ...today });
    const after = await coordinator.get(location);
    expect(after.$('.alert.attention').text()).not.toContain('Et svar, uden at der var givet et tilbud.');
    expect(after.$('.timeline').text()).toContain('Bragt i orden siden: Et svar, uden at der var givet et tilbud.');
  });

  test('asks whether she has sought treatment, until somebody has written it', async () => {
    const location = await opened('Bera (opdigtet)');
    await coordinator.post(`${location}/svar`, { svar: 'accepted', ord: 'Ja', ...today });
    expect((await coordinator.get(location)).text).toContain('14-dages fristen er ikke sat');

    await coordinator.post(`${location}/oensker-behandling`, { behandling: 'drugs', ...today });
    expect((await coordinator.get(location)).text).not.toContain('14-dages fristen er ikke sat');
  });
});

describe('an event', () => {
  test('of relapse asks at once whether the coordinator knows and a notice of concern is needed', async () => {
    const location = await opened('Dagny (opdigtet)');
    const { location: next } = await coordinator.post(`${location}/haendelse`, { slags: 'relapse', tekst: 'Fortæller det selv', ...today });

    const { $, text } = await coordinator.get(next);
    expect(text).toContain('Er koordinatoren orienteret?');
    expect($(`a[href="${location}/underretning"]`).length).toBeGreaterThan(0);
    expect((await coordinator.get(location)).text).not.toContain('Er koordinatoren orienteret?');
  });

  test('that was wrong is withdrawn with a reason, stays struck through and counts no more', async () => {
    const location = await opened('Ebba (opdigtet)');
    await coordinator.post(`${location}/haendelse`, { slags: 'birth', tekst: 'Forvekslet', ...today });
    const born = await coordinator.get(location);
    expect(born.$('.pathway-top').text()).toContain('barnet er født');
    const withdraw = born.$('.timeline a[href*="traek-tilbage"]').attr('href') ?? '';
    const event = new URL(withdraw, 'http://x').searchParams.get('haendelse') ?? '';

    await coordinator.post(`${location}/traek-tilbage`, { haendelse: event, grund: 'Det var en anden' });

    const { $ } = await coordinator.get(location);
    expect($('.pathway-top').text()).not.toContain('barnet er født');
    expect($('.timeline s').text()).toContain('Forvekslet');
    expect($('.timeline').text()).toContain('Det var en anden');
    const again = await coordinator.post(`${location}/traek-tilbage`, { haendelse: event, grund: 'igen' });
    expect(again.status).toBe(422);
    expect(again.text).toContain('Der er intet, du kan trække tilbage her');
  });
});

describe('the end of a pathway', () => {
  test('stops its clocks, and it can be opened again', async () => {
    const location = await opened('Gerda (opdigtet)');
    await coordinator.post(`${location}/oensker-behandling`, { behandling: 'drugs', ...today });
    await coordinator.post(`${location}/afslut`, { grund: 'Flyttet til udlandet', ...today });

    const ended = await coordinator.get(location);
    expect(ended.text).toContain('Bortfaldet');
    expect(ended.$(`a[href="${location}/genaabn"]`).length).toBeGreaterThan(0);

    await coordinator.post(`${location}/genaabn`, { grund: 'Kom tilbage', ...today });
    const reopened = await coordinator.get(location);
    expect(reopened.text).not.toContain('Bortfaldet');
    expect(reopened.$('.strip').text()).toContain('Næste:');
  });
});

describe('the coordinator', () => {
  test('comes from a party of the pathway and can be called', async () => {
    const location = await opened('Hedda (opdigtet)');
    const refused = await coordinator.post(`${location}/koordinator`, { koordinator: 'Kirsten Vangsø', ...today });
    expect(errorsOf(refused)).toEqual(['Vælg en mulighed.', 'Skriv et telefonnummer.']);

    const { $ } = await coordinator.get(`${location}/koordinator`);
    const party = $('#koordinators-part option').eq(1).attr('value') ?? '';
    await coordinator.post(`${location}/koordinator`, {
      'koordinators-part': party,
      koordinator: 'Kirsten Vangsø',
      telefon: '00 00 00 00',
      ...today,
    });
    expect((await coordinator.get(location)).$('.pairs').text()).toContain(`Kirsten Vangsø, ${party}, 00 00 00 00`);
  });
});

describe('what she sees', () => {
  test('is the concern as written, the offer, her answer and the decision with its legal basis and reason', async () => {
    await coordinator.post('/forloeb/maja/tilbud', { niveau: 'residential', hvad: 'Et roligt sted ved fjorden', ...today });
    await coordinator.post('/forloeb/maja/svar', { svar: 'declined', grund: 'unsaid', ord: 'Ikke nu', ...today });
    await decider.post('/forloeb/maja/afgoerelse', {
      niveau: 'residential',
      hjemmel: 'SUL-141',
      grund: 'Behandling døgnet rundt',
      ...today,
    });
    await coordinator.post('/forloeb/maja/haendelse', { slags: 'relapse', tekst: 'Står ikke på hendes side', ...today });

    const { $, text } = await maja.get('/mit-forloeb');

    for (const told of [
      'Bruger stoffer og alkohol, har ikke fast bolig',
      'Et roligt sted ved fjorden',
      'Dit svar: nej',
      'Tilbud til dig: et døgnophold, hvor du bor og får hjælp samme sted',
      '«Ikke nu»',
      'Behandling døgnet rundt. Den lov, kommunen har brugt, handler om behandling for alkohol (sundhedsloven § 141).',
      'kan du klage til Styrelsen for Patientklager',
      'bisidder',
      'aktindsigt',
      'Du bestemmer selv, om du skriver under',
    ])
      expect(text).toContain(told);
    expect(text).not.toContain('Står ikke på hendes side');
    expect($('nav.sections').text()).not.toContain('Pladser');
    expect($('header.top').text()).not.toMatch(/Samløb\s*Samløb/);
  });

  test('counts a reader once a day', async () => {
    for (const path of ['tilbud', 'svar', 'haendelse']) await coordinator.get(`/forloeb/maja/${path}`);
    const { $ } = await maja.get('/mit-forloeb');
    const row = $('tbody tr').filter((_, one) => $(one).text().includes('Kirsten Vangsø'));
    expect(row.find('td.number').text()).toBe('1');
  });
});
