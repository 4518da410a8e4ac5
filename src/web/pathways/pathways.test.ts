import { describe, expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { criterionIds } from '../../domain/pathway/criteria.ts';
import { eventKinds } from '../../domain/pathway/facts.ts';

const web = await testWeb();
const [clinic, coordinator, decider, referrer, elsewhere, maja] = await Promise.all(
  ['jordemoder', 'koordinator', 'visitator', 'laege', 'kommune-odense', 'kvinden'].map((user) => web.as(user)),
);
if (!clinic || !coordinator || !decider || !referrer || !elsewhere || !maja) throw new Error('the demo lacks a persona');

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

describe('the list of pathways', () => {
  test('holds what the organisation takes part in, each with its next step, and counts its rows', async () => {
    const { $, text } = await clinic.get('/forloeb');
    const rows = $('tbody tr').length;

    expect(rows).toBeGreaterThan(5);
    expect($('caption').text()).toBe(`${rows} forløb`);
    expect(text).toContain('Besvar målgruppens kriterier');
  });

  test('shows another municipality none of it', async () => {
    const { $ } = await elsewhere.get('/forloeb');
    const shown = $('tbody th a')
      .map((_, link) => $(link).text())
      .get();
    for (const name of ['Maja (opdigtet)', 'Tanja', 'Alma (opdigtet)', 'Ukendt (opdigtet)']) expect(shown).not.toContain(name);
  });
});

describe('the page of a pathway', () => {
  test('says on top how far she is, the next thing, by when, and what is missing', async () => {
    const { $ } = await clinic.get('/forloeb/maja');

    expect($('h1').text()).toBe('Maja (opdigtet)');
    expect($('.pathway-top').text()).toContain('uge 28+2 · 3. trimester · termin 12. februar 2027');
    expect($('.strip').text()).toContain('Besvar målgruppens kriterier');
    expect($('.strip').text()).toContain('koordinatorens stedfortræder');
  });

  test('draws the band with a sentence and a table that say the same', async () => {
    const { $ } = await clinic.get('/forloeb/tanja');
    const marks = $('svg.band.large .mark').length;

    expect($('svg.band.large').attr('aria-label')).toContain(`${marks} begivenheder er markeret`);
    expect($('details table.sheet tbody tr').length).toBe(marks);
  });

  test('keeps what exposes her off the top and the band, and on the timeline for those who take part', async () => {
    const { $ } = await clinic.get('/forloeb/mille');
    const top = $('.pathway-top, .strip, svg.band, .band-table').text() + $('details table').text();

    expect(top).not.toContain('Tilbagefald');
    expect($('.timeline').text()).toContain('Tilbagefald');
  });

  test('keeps the cascade of residential care: offered, her no with its reason, and what came instead', async () => {
    const { text } = await clinic.get('/forloeb/karen');

    expect(text).toContain(
      'Hendes svar: Nej · Hendes grund: vil være nær sit barn · «Jeg vil ikke gå fra mit barn, og min mand arbejder meget.»',
    );
    expect(text).toContain('Den ambulante indsats fortsætter uændret');
  });

  test('names the law behind a clock, with the text it stands in', async () => {
    const { $ } = await decider.get('/forloeb/alma');
    const clock = $('a[href="https://www.retsinformation.dk/eli/lta/2017/972"]').text();

    expect(clock).toContain('lov om tilbageholdelse af stofmisbrugere i behandling § 1, stk. 1');
    expect($('a[href="/forloeb/alma/plads"]').length).toBeGreaterThan(0);
  });

  test('says whom a step waits for when it is somebody else’s', async () => {
    const { text } = await clinic.get('/forloeb/alma');
    expect(text).toContain('Venter på: Koordinator, Kommunens visitator');
  });

  test('is not there for one who does not take part, nor where there is none', async () => {
    for (const path of ['/forloeb/maja', '/forloeb/maja/haendelse', '/forloeb/findes-ikke'])
      expect((await elsewhere.get(path)).status).toBe(404);
    expect((await elsewhere.post('/forloeb/maja/afslut', { grund: 'x', happened: '2026-11-22' })).status).toBe(404);
  });

  test('carries no script', async () => {
    expect((await clinic.get('/forloeb/tanja')).$('script').length).toBe(0);
  });
});

describe('a new referral', () => {
  const good = {
    kaldenavn: 'Rosa (opdigtet)',
    kommune: '0851',
    bekymring: 'Har brug for støtte',
    parter: ['family-clinic', 'family-department'],
    'deles-fordi': 'notice-of-concern',
  };

  test('is refused with a sentence for each thing that is missing, and keeps what was written', async () => {
    const refused = await referrer.post('/forloeb/ny', { kaldenavn: 'Rosa', kommune: '', bekymring: '', termin: '31-31-2026' });

    expect(refused.status).toBe(422);
    expect(errorsOf(refused)).toEqual([
      'Vælg en kommune.',
      'Skriv, hvad bekymringen er.',
      'Skriv en dag, som findes.',
      'Vælg mindst én part.',
      'Vælg, hvad der giver lov til at dele oplysninger om hende.',
    ]);
    expect(refused.$('#kaldenavn').attr('value')).toBe('Rosa');
    expect(refused.$('#kommune').attr('aria-invalid')).toBe('true');
  });

  test('opens a pathway that the asked parties can see, with her wish as the start of the 14 days', async () => {
    const { status, location } = await referrer.post('/forloeb/ny', { ...good, behandling: 'drugs', termin: '2027-04-01' });
    expect(status).toBe(303);

    const { $, text } = await clinic.get(location);

    expect($('h1').text()).toBe('Rosa (opdigtet)');
    expect(text).toContain('Social stofbehandling begynder inden for 14 dage');
    expect(text).toContain('serviceloven § 101, stk. 4');
    expect((await decider.get(location)).status).toBe(404);
  });

  test('asks first whether it is one of those already known by that name, and opens a new one when it is not', async () => {
    await referrer.post('/forloeb/ny', { ...good, kaldenavn: 'Vera' });

    const asked = await referrer.post('/forloeb/ny', { ...good, kaldenavn: 'vera' });
    expect(asked.status).toBe(200);
    expect(asked.text).toContain('Er det en af disse?');

    expect((await referrer.post('/forloeb/ny', { ...good, kaldenavn: 'vera', 'en-anden': 'ja' })).status).toBe(303);
  });

  test('that is sent twice opens one pathway', async () => {
    const { $ } = await referrer.get('/forloeb/ny');
    const fields = { ...good, kaldenavn: 'Olga', forloeb: $('input[name="forloeb"]').attr('value') ?? '' };

    const [first, second] = [await referrer.post('/forloeb/ny', fields), await referrer.post('/forloeb/ny', fields)];

    expect(second.location).toBe(first.location);
    expect((await referrer.get('/forloeb')).$('tbody th a').filter((_, link) => $(link).attr('href') === first.location).length).toBe(1);
  });
});

describe('the way to a decision', () => {
  test('is walked form by form, and each step leads to the next', async () => {
    const { location } = await clinic.post('/forloeb/ny', {
      kaldenavn: 'Frida (opdigtet)',
      kommune: '0851',
      bekymring: 'b',
      parter: ['municipality', 'family-department'],
      'deles-fordi': 'notice-of-concern',
      behandling: 'drugs',
    });
    const day = { happened: '2026-11-22' };
    const steps: readonly (readonly [typeof clinic, string, Record<string, string>])[] = [
      [clinic, 'kriterier', { ...allMet, 'svar-needs-residential': 'unclear' }],
      [clinic, 'vurdering', { 'i-maalgruppen': 'ja', grund: 'Har brug for ro' }],
      [clinic, 'indsatsniveau', { niveau: 'residential', grund: 'Skærmning' }],
      [coordinator, 'tilbud', { niveau: 'residential', hvad: 'Døgntilbud' }],
      [coordinator, 'svar', { svar: 'accepted', ord: 'Ja tak' }],
      [decider, 'afgoerelse', { niveau: 'residential', hjemmel: 'SEL-107-2-2', grund: 'Særlige sociale problemer' }],
    ];

    const next: string[] = [];
    for (const [visitor, path, fields] of steps) {
      const sent = await visitor.post(`${location}/${path}`, { ...fields, ...day });
      expect([path, sent.status, sent.location]).toEqual([path, 303, location]);
      next.push((await visitor.get(location)).$('.strip p').first().text());
    }

    expect(next).toEqual([
      'Næste: Vurder, om hun er i målgruppen',
      'Næste: Vurder indsatsniveau',
      'Næste: Giv tilbud',
      'Næste: Notér hendes svar',
      'Næste: Træf afgørelse om indsats',
      'Næste: Find og hold en plads',
    ]);
    const { $ } = await decider.get(location);
    expect($('.alert.attention').length).toBe(0);
    expect(
      $('.cascade > li:not(.not-yet) strong')
        .map((_, step) => $(step).text())
        .get(),
    ).toEqual(['Behov vurderet', 'Tilbudt', 'Hendes svar', 'Besluttet']);
  });

  test('out of order is recorded and remarked on, never blocked', async () => {
    const { location } = await decider.post('/forloeb/ny', {
      kaldenavn: 'Liv (opdigtet)',
      kommune: '0851',
      bekymring: 'b',
      parter: ['family-clinic'],
      'deles-fordi': 'other',
      'andet-grundlag': 'serviceloven § 1',
    });

    const sent = await decider.post(`${location}/afgoerelse`, {
      niveau: 'residential',
      hjemmel: 'ingen',
      grund: 'Akut',
      happened: '2026-11-20',
    });

    expect(sent.status).toBe(303);
    const { $ } = await decider.get(location);
    expect($('.alert.attention').text()).toContain('Døgnbehandling besluttet uden hjemmel.');
    expect($('.alert.attention').text()).toContain('Besluttet uden hendes ja til dette tilbud.');
    expect($('.timeline').text()).toContain('skrevet 22. november 2026');
  });
});

describe('a form', () => {
  test('of the criteria asks for every answer and every reason', async () => {
    const refused = await clinic.post('/forloeb/ida/kriterier', { happened: '2026-11-22', 'svar-social-problems': 'met' });

    expect(refused.status).toBe(422);
    expect(errorsOf(refused)).toHaveLength(9);
    expect(errorsOf(refused)[0]).toBe('Kriterium 1: vælg et svar.');
    expect(refused.$('input[name="svar-social-problems"][value="met"]').attr('checked')).toBeDefined();
    expect(refused.text).toContain('Central udmelding for udsatte gravide kvinder');
  });

  test('does not take a no without her reason', async () => {
    expect(errorsOf(await coordinator.post('/forloeb/freja/svar', { svar: 'declined', happened: '2026-11-22' }))).toEqual([
      'Vælg hendes grund, når svaret er nej.',
    ]);
  });

  test('does not take a day after today or a day that does not exist', async () => {
    const on = async (happened: string): Promise<readonly string[]> =>
      errorsOf(await clinic.post('/forloeb/maja/haendelse', { slags: 'note', tekst: 'x', happened }));

    expect(await on('2026-11-23')).toEqual(['Dagen kan ikke ligge efter i dag.']);
    expect(await on('2026-02-30')).toEqual(['Skriv en dag, som findes.']);
  });

  test('sent twice is written once', async () => {
    const { $ } = await clinic.get('/forloeb/ida/haendelse');
    const fields = {
      slags: 'note',
      tekst: 'Skrevet én gang',
      happened: '2026-11-21',
      noegle: $('input[name="noegle"]').attr('value') ?? '',
    };

    await clinic.post('/forloeb/ida/haendelse', fields);
    await clinic.post('/forloeb/ida/haendelse', fields);

    const { text } = await clinic.get('/forloeb/ida');
    expect(text).toContain('Formularen var gemt i forvejen');
    expect(text.split('Skrevet én gang').length - 1).toBe(1);
  });

  test('of an event takes every kind there is', async () => {
    for (const kind of eventKinds)
      expect((await clinic.post('/forloeb/freja/haendelse', { slags: kind, tekst: kind, happened: '2026-11-22' })).status).toBe(303);
  });

  test('of a due date counts 280 days from the last menstruation', async () => {
    await clinic.post('/forloeb/ida/termin', { grundlag: 'last-menstruation', dato: '2026-08-01', happened: '2026-11-22' });
    expect((await clinic.get('/forloeb/ida')).text).toContain('termin 8. maj 2027');
  });

  test('of a notice is answered within its clocks: assessed, then acknowledged', async () => {
    const department = await web.as('familieraadgiver');
    expect((await department.get('/forloeb/ukendt')).$('.strip').text()).toContain('barnets lov § 136, stk. 2');

    await department.post('/forloeb/ukendt/underretning-vurderet', {
      akut: 'nej',
      grund: 'Parterne er i gang',
      vurderet: '2026-11-22',
      klokken: '9.30',
    });
    expect((await department.get('/forloeb/ukendt')).text).toContain('Overholdt');

    await department.post('/forloeb/ukendt/underretning-bekraeftet', { happened: '2026-11-22' });
    const again = await department.post('/forloeb/ukendt/underretning-bekraeftet', { happened: '2026-11-22' });
    expect(errorsOf(again)).toEqual(['Der er ingen underretning at svare på.']);
  });

  test('opens on every address for one who may send it, and is refused to one who may not', async () => {
    for (const path of [
      'kriterier',
      'vurdering',
      'indsatsniveau',
      'tilbud',
      'svar',
      'alternativ',
      'kontrakt',
      'koordinator',
      'part',
      'oensker-behandling',
      'underretning',
      'afslut',
    ])
      expect([path, (await coordinator.get(`/forloeb/maja/${path}`)).status]).toEqual([path, 200]);
    expect((await clinic.get('/forloeb/maja/afgoerelse')).status).toBe(403);
    expect((await referrer.get('/forloeb/maja/haendelse')).status).toBe(403);
  });
});

describe('the woman’s own page', () => {
  test('says in plain words where things stand, who takes part and who has read it', async () => {
    await coordinator.get('/forloeb/maja');
    const { text } = await maja.get('/mit-forloeb');

    expect(text).toContain('Dine fagpersoner er ved at finde ud af, hvilken hjælp der passer til dig.');
    expect(text).toContain('Din koordinator er Kirsten Vangsø.');
    expect(text).toContain('Hvem har læst dit forløb');
    expect(text).toContain('Kirsten Vangsø');
    expect(text).toContain('Behandling er frivillig');
  });

  test('is hers alone, and leads to no pathway of others', async () => {
    expect((await coordinator.get('/mit-forloeb')).status).toBe(403);
    expect((await maja.get('/forloeb/tanja')).status).toBe(403);
  });

  test('speaks English when asked', async () => {
    const visitor = await web.as('kvinden');
    await visitor.get('/sprog/en?til=/mit-forloeb');
    expect((await visitor.get('/mit-forloeb')).text).toContain('Your professionals are finding out which help suits you.');
  });
});

/** Opens a pathway of her own for a test, with the parties in Aalborg. */
async function opened(kaldenavn: string): Promise<string> {
  const { location } = await decider.post('/forloeb/ny', {
    kaldenavn,
    kommune: '0851',
    bekymring: 'Har brug for støtte',
    parter: ['family-clinic', 'family-department'],
    'deles-fordi': 'her-consent',
    'sagde-ja': '2026-11-20',
  });
  return location;
}

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
    expect(errorsOf(again)).toEqual(['Vælg den hændelse, der skal trækkes tilbage.']);
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
      'Dit svar: Nej',
      '«Ikke nu»',
      'Behandling døgnet rundt · Efter sundhedsloven § 141',
      'du kan klage til Styrelsen for Patientklager',
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
