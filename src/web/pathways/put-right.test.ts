/** What was written wrongly, or out of order, as those who take part read it: kept, said plainly, and taken back where it was wrong. */
import { expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { actions } from '../../domain/pathway/actions.ts';
import { criterionIds } from '../../domain/pathway/criteria.ts';
import { withdrawableTypes } from '../../domain/pathway/facts.ts';
import { rebuildFigures } from '../../store/figure-rebuild.ts';
import { pathwayForms } from './forms.ts';
import { withdrawPermissions } from './withdraw-form.tsx';

const web = await testWeb();
const clinic = await web.as('jordemoder');
const coordinator = await web.as('koordinator');
const decider = await web.as('visitator');
const maja = await web.as('kvinden');

/** A pathway of its own for a test, opened on 22 November 2026. */
async function opened(kaldenavn: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const referral = {
    kaldenavn: `${kaldenavn} (opdigtet)`,
    kommune: '0851',
    bekymring: 'Har brug for støtte',
    parter: ['municipality', 'family-department'],
    'deles-fordi': 'notice-of-concern',
    ...more,
  };
  const { status, location } = await clinic.post('/forloeb/ny', referral);
  expect(status).toBe(303);
  return location;
}

const level = { niveau: 'residential', grund: 'Skærmning', happened: '2026-11-22' };

test('an answer before any offer leaves the level that was assessed', async () => {
  const pathway = await opened('Signe');
  await clinic.post(`${pathway}/indsatsniveau`, level);
  const before = (await clinic.get(pathway)).$('.pathway-top').text();
  expect(before).toContain('Niveau: ');

  for (const svar of ['accepted', 'considering', 'declined']) {
    await coordinator.post(`${pathway}/svar`, { svar, grund: 'home', happened: '2026-11-22' });
    const { $ } = await clinic.get(pathway);
    expect($('.pathway-top').text()).toBe(before);
    expect($('.alert.attention').text()).toContain('Et svar, uden at der var givet et tilbud.');
  }
});

test('a day before the referral’s is called that where a referral was written first', async () => {
  const pathway = await opened('Pia');
  await clinic.post(`${pathway}/indsatsniveau`, { ...level, happened: '2026-11-20' });

  const { $ } = await clinic.get(pathway);
  expect($('.alert.attention').text()).toContain('Dagen ligger før henvisningens dag.');
  expect($('.alert.attention').text()).not.toContain('Skrevet uden en henvisning først.');
  const takesBack = $('.alert.attention a[href*="traek-tilbage"]').attr('href') ?? '';
  expect((await clinic.get(takesBack)).$('select[name="haendelse"] option[selected]').text()).toContain('Behov vurderet: Døgn');
});

/** What the form offers to take back: the number and the words of each. */
function offeredIn({ $ }: Visit): readonly (readonly [string, string])[] {
  return $('select[name="haendelse"] option')
    .toArray()
    .map((one) => [$(one).attr('value') ?? '', $(one).text()] as const)
    .filter(([value]) => value !== '');
}

/** Takes back what is offered under these words. */
async function takeBack(who: typeof clinic, pathway: string, words: string): Promise<void> {
  const offered = offeredIn(await who.get(`${pathway}/traek-tilbage`)).find(([, text]) => text.includes(words));
  expect(offered, words).toBeDefined();
  const sent = await who.post(`${pathway}/traek-tilbage`, { haendelse: offered?.[0] ?? '', grund: `Forkert: ${words}` });
  expect([words, sent.status]).toEqual([words, 303]);
}

const criteria = Object.fromEntries(
  criterionIds.flatMap((id) => [
    [`svar-${id}`, id === 'profits-from-outpatient' ? 'not-met' : 'met'],
    [`grund-${id}`, `Fordi ${id}`],
  ]),
);

test('what was assessed, offered, answered and decided is taken back one by one, and the state and the figures follow', async () => {
  const pathway = await opened('Hedda');
  const day = { happened: '2026-11-22' };
  await clinic.post(`${pathway}/kriterier`, { ...criteria, ...day });
  await clinic.post(`${pathway}/indsatsniveau`, level);
  await coordinator.post(`${pathway}/tilbud`, { niveau: 'residential', hvad: 'Døgntilbud', ...day });
  await coordinator.post(`${pathway}/svar`, { svar: 'accepted', ord: 'Ja tak', ...day });
  await decider.post(`${pathway}/afgoerelse`, { niveau: 'residential', hjemmel: 'SEL-107-2-2', grund: 'Ro', ...day });
  const next = async (): Promise<string> => (await clinic.get(pathway)).$('.strip p').first().text();
  const rows = async (): Promise<readonly string[]> =>
    (
      await web.database.owner
        .selectFrom('counted_fact')
        .select('kind')
        .where('case_id', '=', pathway.replace('/forloeb/', '') as never)
        .where('withdrawn', 'is', null)
        .execute()
    )
      .map(({ kind }): string => kind)
      .toSorted();
  expect(await next()).toBe('Næste: Find og hold en plads');
  expect(await rows()).toEqual(['answered', 'contact', 'decided', 'need', 'offered']);

  // Who may not decide may not take a decision back either.
  expect(offeredIn(await clinic.get(`${pathway}/traek-tilbage`)).map(([, text]) => text.split(' · ')[1])).toEqual([
    'Hendes svar: Ja',
    'Døgn tilbudt',
    'Behov vurderet: Døgn',
    expect.stringContaining('Målgruppens kriterier'),
  ]);
  const decision = offeredIn(await decider.get(`${pathway}/traek-tilbage`))[0]?.[0] ?? '';
  expect((await clinic.post(`${pathway}/traek-tilbage`, { haendelse: decision, grund: 'x' })).status).toBe(422);

  const search = async (): Promise<string> =>
    (await decider.get(`${pathway}/plads?soeg=ja&ankomst=2026-11-23&laengde=naetter&naetter=60`)).text;
  expect(await search()).toContain('«Ja tak»');

  await takeBack(decider, pathway, 'Afgørelse: Døgn');
  expect(await next()).toBe('Næste: Træf afgørelse om indsats');
  await takeBack(clinic, pathway, 'Hendes svar: Ja');
  expect(await next()).toBe('Næste: Spørg hende, og notér hendes svar');
  expect(await search()).not.toContain('«Ja tak»');
  await takeBack(clinic, pathway, 'Døgn tilbudt');
  expect(await next()).toBe('Næste: Giv tilbud');
  await takeBack(clinic, pathway, 'Behov vurderet: Døgn');
  expect(await next()).toBe('Næste: Vurder indsatsniveau');
  await takeBack(clinic, pathway, 'Målgruppens kriterier');
  expect(await next()).toBe('Næste: Besvar målgruppens kriterier');

  const { $ } = await clinic.get(pathway);
  expect($('.pathway-top').text()).toContain('Niveau: ikke vurderet endnu.');
  const struck = $('.timeline s').text();
  for (const words of ['Afgørelse: Døgn', 'Hendes svar: Ja', 'Døgn tilbudt', 'Behov vurderet: Døgn', 'Målgruppens kriterier'])
    expect(struck).toContain(words);
  expect($('.timeline').text()).toContain('Forkert: Behov vurderet: Døgn');
  expect(await rows()).toEqual(['contact']);
  expect((await rebuildFigures(web.database.owner)).differences).toEqual([]);
});

test('her own page says that what she has read was wrong, without its words', async () => {
  const day = { happened: '2026-11-22' };
  await coordinator.post('/forloeb/maja/tilbud', { niveau: 'residential', hvad: 'Et tilbud til en anden', ...day });
  await coordinator.post('/forloeb/maja/svar', { svar: 'declined', grund: 'home', ord: 'Ord fra en anden', ...day });
  expect((await maja.get('/mit-forloeb')).text).toContain('Et tilbud til en anden');

  await takeBack(coordinator, '/forloeb/maja', 'Hendes svar: Nej');
  await takeBack(coordinator, '/forloeb/maja', 'Døgn tilbudt');

  const { $, text } = await maja.get('/mit-forloeb');
  expect($('s').length).toBe(2);
  expect($('s').text()).toContain('Tilbud til dig');
  expect($('s').text()).toContain('Dit svar');
  expect(text.split('Det var skrevet forkert og gælder ikke. Det blev trukket tilbage 22. november 2026').length - 1).toBe(2);
  expect(text).not.toContain('en anden');
  expect(text).not.toContain('Forkert:');
});

test('where nothing can be taken back the page says so and leads back, and a decision is nothing to one who may not take it back', async () => {
  const pathway = await opened('Runa');
  const asked = await clinic.get(`${pathway}/traek-tilbage`);
  expect(asked.text).toContain('Der er intet, du kan trække tilbage her');
  expect(asked.$('main select, main button').length).toBe(0);
  expect(asked.$(`main a[href="${pathway}"]`).length).toBeGreaterThan(0);

  await decider.post(`${pathway}/afgoerelse`, { niveau: 'outpatient', hjemmel: 'ingen', grund: 'Ro', happened: '2026-11-22' });
  expect((await clinic.get(`${pathway}/traek-tilbage`)).text).toContain('Der er intet, du kan trække tilbage her');
  expect(offeredIn(await decider.get(`${pathway}/traek-tilbage`))).toHaveLength(1);
});

test('what writing asks for, taking back asks for too; of a notice of concern the municipality says that it was wrong', () => {
  for (const type of withdrawableTypes) {
    const asked = pathwayForms.filter(({ action }) => actions[action].records === type).map(({ permission }) => permission);
    expect([type, asked]).toEqual([type, [type === 'concern-notified' ? 'pathway:record' : withdrawPermissions[type]]]);
  }
  expect(withdrawPermissions['concern-notified']).toBe('concern:assess');
});

test('a birth that does not fit the due date is asked about, kept where the day is right, and remarked on', async () => {
  // On 1 August 2026 she is 11+3 by this due date.
  const pathway = await opened('Birgit', { termin: '2027-02-17' });
  const birth = { slags: 'birth', tekst: 'Født', happened: '2026-08-01' };
  const send = (more: Readonly<Record<string, string>> = {}): Promise<Visit> => clinic.post(`${pathway}/haendelse`, { ...birth, ...more });
  const question = 'Efter terminen er hun 11 uger og 3 dage henne den dag: er dagen rigtig?';

  const asked = await send();
  expect(asked.status).toBe(422);
  expect(asked.$('.alert.error li').text()).toBe(question);
  expect(asked.$('input[name="dag-rigtig"]').attr('value')).toBe('2026-08-01');
  expect((await clinic.get(pathway)).text).not.toContain('barnet er født');
  // A yes to one day is none to another.
  const other = await send({ happened: '2026-08-02', 'dag-rigtig': '2026-08-01' });
  expect([other.status, other.$('input[name="dag-rigtig"]').attr('checked')]).toEqual([422, undefined]);

  expect((await send({ 'dag-rigtig': '2026-08-01' })).status).toBe(303);
  const kept = await clinic.get(pathway);
  expect(kept.$('.pathway-top').text()).toContain('barnet er født 1. august 2026');
  expect(kept.$('.alert.attention').text()).toContain('Fødslens dag passer ikke med terminen.');
  await takeBack(clinic, pathway, 'Fødsel');
  expect((await clinic.get(pathway)).text).not.toContain('Fødslens dag passer ikke med terminen.');

  // From 22 full weeks nothing is asked: 22+0 is 14 October 2026.
  expect((await send({ happened: '2026-10-13' })).status).toBe(422);
  expect((await send({ happened: '2026-10-14' })).status).toBe(303);
  expect((await clinic.get(pathway)).$('.alert.attention').text()).not.toContain('Fødslens dag');
});
