/** The definitions of waits and of the time in residential care, in days and in weeks of pregnancy. They are Samløb's own. */
import { definition, later, residentialDecision, residentialNeed } from './define.ts';
import type { FigureDefinition } from './figure-definition.ts';

export const waitDefinitions: readonly FigureDefinition[] = [
  definition({
    id: 'wait-need-to-admission',
    theme: 'waits',
    title: 'Dage fra behov til indskrivning',
    text: 'Middeltal af dage fra behovet for døgn blev vurderet til hun kom. De, der ikke er kommet, er ikke med. Året er behovets.',
    counts: 'pathway',
    event: residentialNeed,
    measure: { kind: 'mean-days-to', match: { kind: 'admitted' }, same: 'case' },
  }),
  definition({
    id: 'wait-decision-to-admission',
    theme: 'waits',
    title: 'Dage fra afgørelse til indskrivning',
    text: 'Middeltal af dage fra afgørelsen om døgn til hun kom. De, der ikke er kommet, er ikke med. Året er afgørelsens.',
    counts: 'pathway',
    event: residentialDecision,
    measure: { kind: 'mean-days-to', match: { kind: 'admitted' }, same: 'case' },
  }),
  ...(
    [
      [
        'contact-to-need',
        'fra første henvisning til behovet for døgn blev vurderet',
        { kind: 'contact' },
        residentialNeed,
        'henvisningens',
      ],
      ['need-to-admission', 'fra behovet for døgn blev vurderet til hun kom', residentialNeed, { kind: 'admitted' }, 'behovets'],
      ['decision-to-admission', 'fra afgørelsen om døgn til hun kom', residentialDecision, { kind: 'admitted' }, 'afgørelsens'],
    ] as const
  ).map(([id, way, event, match, year]) =>
    definition({
      id: `median-${id}`,
      from: later,
      theme: 'waits',
      title: `Graviditetsuger ${way}, median`,
      text: `Den midterste af ventetiderne ${way}, i graviditetsuger (dage delt med 7). De, der ikke er nået dertil, er ikke med. Året er ${year}.`,
      counts: 'pathway',
      event,
      measure: { kind: 'median-days-to', match, same: 'case', divideBy: 7 },
    }),
  ),
  ...(
    [
      ['contact', 'ved første henvisning', 'da forløbet blev åbnet', { kind: 'contact' }],
      ['admission', 'ved indskrivning', 'da hun kom til døgntilbuddet', { kind: 'admitted' }],
    ] as const
  ).map(([id, at, when, event]) =>
    definition({
      id: `median-gestation-at-${id}`,
      from: later,
      theme: 'waits',
      title: `Graviditetsuge ${at}, median`,
      text: `Den midterste graviditetsuge, ${when}, efter den termin der gælder. Uden termin er hun ikke med.`,
      counts: 'pathway',
      event,
      measure: { kind: 'median', of: 'gestation', divideBy: 7 },
    }),
  ),
  ...(
    [
      ['gestation-at-contact', 'Graviditetsuge ved første henvisning', 'da forløbet blev åbnet', { kind: 'contact' }],
      ['gestation-at-need', 'Graviditetsuge ved vurderet behov for døgn', 'da behovet for døgn blev vurderet', residentialNeed],
      ['gestation-at-decision', 'Graviditetsuge ved afgørelse om døgn', 'da der blev truffet afgørelse om døgn', residentialDecision],
      ['gestation-at-admission', 'Graviditetsuge ved indskrivning', 'da hun kom til døgntilbuddet', { kind: 'admitted' }],
    ] as const
  ).map(([id, title, when, event]) =>
    definition({
      id,
      theme: 'waits',
      title,
      text: `Middeltal af hele graviditetsuger og dele af dem, ${when}, efter den termin der gælder. Uden termin er hun ikke med.`,
      counts: 'pathway',
      event,
      measure: { kind: 'mean', of: 'gestation', divideBy: 7 },
    }),
  ),
  definition({
    id: 'median-stay-before-birth',
    from: later,
    theme: 'waits',
    title: 'Uger i døgn før fødslen, median',
    text: 'Den midterste tid fra hun kom til døgntilbuddet, til hun fødte, i uger (dage delt med 7). De, der kom efter fødslen eller ikke har født, er ikke med. Året er det, hun kom i.',
    counts: 'pathway',
    event: { kind: 'admitted' },
    measure: { kind: 'median-days-to', match: { kind: 'birth' }, same: 'case', divideBy: 7 },
  }),
  definition({
    id: 'median-stay-after-birth',
    from: later,
    theme: 'waits',
    title: 'Uger i døgn efter fødslen, median',
    text: 'Den midterste tid fra hun fødte under et døgnophold, til hun blev udskrevet, i uger (dage delt med 7). Ophold, der ikke er slut, er ikke med, og en flytning til et andet døgntilbud er ingen udskrivning. Året er fødslens.',
    counts: 'pathway',
    event: { kind: 'birth' },
    withAny: [{ match: { kind: 'admitted' }, same: 'case', from: null, to: { of: 'happened', plusDays: 0 } }],
    without: [{ match: { kind: 'completed' }, same: 'case', from: null, to: { of: 'happened', plusDays: -1 } }],
    measure: { kind: 'median-days-to', match: { kind: 'completed' }, same: 'case', divideBy: 7 },
  }),
];
