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

  test('leads those who may find a place to it before anything is decided, and nobody else', async () => {
    const linkOf = async (who: typeof clinic): Promise<string> =>
      (await who.get('/forloeb/maja')).$('a[href="/forloeb/maja/plads"]').text();
    expect(await linkOf(clinic)).toBe('Find og hold en plads');
    expect((await clinic.get('/forloeb/maja/plads')).status).toBe(200);
    expect((await clinic.get('/forloeb/alma')).$('.actions a[href="/forloeb/alma/plads"]').text()).toBe('Plads og ophold');
    expect(await linkOf(referrer)).toBe('');
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

  test('cuts nothing off: a name or a concern that is too long comes back whole, with a sentence', async () => {
    const [name, concern] = ['R'.repeat(101), 'b'.repeat(5001)];
    const refused = await referrer.post('/forloeb/ny', { ...good, kaldenavn: name, bekymring: concern });

    expect(refused.status).toBe(422);
    expect(errorsOf(refused)).toEqual([expect.stringContaining('længere end 100 tegn'), expect.stringContaining('længere end 5.000 tegn')]);
    expect(refused.$('#kaldenavn').attr('value')).toBe(name);
    expect(refused.$('#bekymring').text().trim()).toBe(concern);
    expect(refused.$('#kaldenavn').attr('maxlength')).toBe('100');
  });

  test('keeps a name whole that looks like the page’s own markup', async () => {
    const kaldenavn = '<!--indhold--> $& {indhold}';
    const { location } = await referrer.post('/forloeb/ny', { ...good, kaldenavn });

    const { $, text } = await referrer.get(location);

    expect($('h1').text()).toBe(kaldenavn);
    expect(text).toContain('Har brug for støtte');
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
      'Næste: Spørg hende, og notér hendes svar',
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
    for (const never of ['2026-02-30', '0000-06-01', '0900-06-01', '2926-06-01'])
      expect(await on(never)).toEqual(['Skriv en dag, som findes.']);
  });

  test('cuts nothing off: a text that is too long comes back whole, with a sentence', async () => {
    const tekst = 'x'.repeat(5001);
    const refused = await clinic.post('/forloeb/maja/haendelse', { slags: 'note', tekst, happened: '2026-11-21' });

    expect(refused.status).toBe(422);
    expect(errorsOf(refused)).toEqual([expect.stringContaining('længere end 5.000 tegn')]);
    expect(refused.$('#tekst').text().trim()).toBe(tekst);
  });

  test('takes no key but one of its own: a long one is not kept', async () => {
    const fields = { slags: 'note', tekst: 'x', happened: '2026-11-21', noegle: 'a'.repeat(4800) };
    expect((await clinic.post('/forloeb/maja/haendelse', fields)).status).toBe(303);
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
    const { text, $ } = await maja.get('/mit-forloeb');

    // Each number carries the name of its column, which is what is read where the table is stacked.
    expect($('.readers td[data-label="Hvor mange dage"]').length).toBeGreaterThan(0);
    expect(text).toContain('Dine fagpersoner er ved at finde ud af, hvilken hjælp der passer til dig.');
    expect(text).toContain('Din koordinator er Kirsten Vangsø, 00 00 02 ');
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
