/** Every sentence that she can meet on her own page is said to her: none of the team's words, and no law that is not explained before it is cited. */
import { load } from 'cheerio';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { admitted, confirmed, held, referral, start, stay, told, wholeWay } from '../../../test/told-pathway.ts';
import { asId } from '../../domain/id.ts';
import { legalBasisIds } from '../../domain/legal-basis.ts';
import { answerReasons, type PathwayFact, type RecordedFact } from '../../domain/pathway/facts.ts';
import { foldPathway } from '../../domain/pathway/fold.ts';
import { heldBeforeYesReasons } from '../../domain/pathway/her-yes.ts';
import { addDays, startOfDanishDay } from '../../domain/time.ts';
import { roles } from '../../domain/trail.ts';
import type { Language } from '../ui/language.ts';
import { formTexts } from './form-texts.ts';
import { OwnPathways } from './own.tsx';
import { ownRoleText, ownTaskText } from './own-words.ts';

const at = (days: number) => startOfDanishDay(addDays(start, days));

function herPage(facts: readonly RecordedFact[], days: number, language: Language): ReturnType<typeof load> {
  const rest = { readers: [], houses: [], places: [], departments: [], municipalityTelephone: null };
  const own = { id: asId<'pathway'>('maja'), facts, pathway: foldPathway(facts), ...rest };
  return load(renderToStaticMarkup(<OwnPathways own={[own]} now={at(days)} language={language} />));
}

/** What those who help her say among themselves. */
const ofTheTeam = {
  da: /\b(indsats\w*|visitat\w*|visitér\w*|hjem(mel|len)\w*|målgruppe\w*|henvis\w*|udskr[ei]v\w*|indskr[ei]v\w*|døgntilbud\b|trimester|kapacitet\w*|part(en|er|erne)?|En anden grund|Der skal handles nu|misbrug\w*|hun|hende|hendes)\b|\d\+\d/i,
  en: /\b(referr\w+|triage\w*|legal basis|target group|discharged|admitted|trimester|capacity|she|her|hers)\b|\d\+\d/i,
} as const;

const departs = { type: 'departure-changed', stay, from: addDays(start, 130), departure: addDays(start, 120), reason: '' } as const;
const due = { type: 'due-date-set', dueDate: addDays(start, 90), basis: 'ultrasound' } as const satisfies PathwayFact;
const says = (said: Extract<PathwayFact, { type: 'place-answered' }>['said']): PathwayFact => ({
  type: 'place-answered',
  stay,
  unitName: 'Fjordhuset',
  said,
});
const asked = { by: 'Kirsten', way: 'telephone' } as const;
const joined = (task: string): PathwayFact => ({
  type: 'party-joined',
  organisation: asId<'organisation'>(task),
  organisationName: 'Familieafdelingen',
  task,
});

/** Pathways that together show what she can be told: each step of the whole way, each reason, each law. */
const stories: readonly (readonly [name: string, facts: readonly RecordedFact[], days: number])[] = [
  ...wholeWay.map(
    (_, index) =>
      [
        `step ${index + 1}`,
        told(...wholeWay.slice(0, index + 1).map(({ fact }, before): [number, PathwayFact] => [before, fact])),
        41,
      ] as const,
  ),
  ...heldBeforeYesReasons.map(
    (why) =>
      [`held, ${why}`, told([0, referral], [1, due], [33, { ...held, herYes: { answer: 'not-yet', why, written: '' } }]), 34] as const,
  ),
  ...heldBeforeYesReasons.map(
    (why) => [`no answer, ${why}`, told([0, referral], [33, held], [34, says({ answer: 'not-yet', why, written: '' })]), 34] as const,
  ),
  ...answerReasons.map(
    (why) => [`no, ${why}`, told([0, referral], [33, held], [34, says({ answer: 'no', asked, why, written: '' })]), 34] as const,
  ),
  ...legalBasisIds.map(
    (legalBasis) =>
      [
        `law ${legalBasis}`,
        told(
          [0, referral],
          [9, { type: 'care-decided', level: 'residential', legalBasis, municipality: referral.municipality, reason: '' }],
          [10, { type: 'contract-offered', legalBasis, answer: 'declined' }],
        ),
        11,
      ] as const,
  ),
  ['a changed day', told([0, referral], [33, held], [34, confirmed], [40, admitted], [50, departs]), 60],
  [
    'the list',
    told(
      [0, referral],
      [1, { type: 'list-answered', answer: 'not-asked' }],
      [2, { type: 'list-answered', answer: 'no' }],
      [3, { type: 'list-left' }],
    ),
    5,
  ],
];

describe.each(['da', 'en'] as const)('her own page, %s', (language) => {
  test.each(stories)('has no word of the team: %s', (_, facts, days) => {
    // A house and a professional's own words are as they are written.
    const page = herPage(facts, days, language);
    expect(page.text()).not.toMatch(ofTheTeam[language]);
  });

  test.each(stories)('says what a law is about before it is cited: %s', (_, facts, days) => {
    const page = herPage(facts, days, language);
    page('.law').each((__, law) => {
      const before = page(law).parent().text().split(page(law).text())[0] ?? '';
      expect(before.trim()).toMatch(/[.!?]$/);
    });
    page('.law').remove();
    for (const line of page('p, li')
      .toArray()
      .map((one) => page(one).text())) {
      if (!line.includes('§')) continue;
      expect(line).toMatch(language === 'da' ? /handler om .+ \([^)]*§/ : /is about .+ \([^)]*§/);
    }
  });

  test('says of those who take part what they do for her, whichever language it was written in', () => {
    for (const own of ['family-clinic', 'substance-treatment', 'family-department', 'municipality', 'own'] as const) {
      const written = (['da', 'en'] as const).map((of) => formTexts(of)(`task.${own}`));
      const told1 = written.map((task) => ownTaskText(task, language));
      expect(new Set(told1).size).toBe(1);
      expect(written).not.toContain(told1[0]);
      expect(told1[0]).not.toMatch(ofTheTeam[language]);
      expect(herPage(told([0, referral], [1, joined(written[0] ?? '')]), 2, language).text()).toContain(told1[0]);
    }
    expect(ownTaskText('Følger hende hver uge', language)).toBe('Følger hende hver uge');
  });

  test.each(roles)('names a role plainly: %s', (role) => {
    expect(ownRoleText(role, language)).not.toMatch(/visitator|henviser|\bdrift\b|care decider|referrer|\boperations?\b/i);
  });
});
