/** The sentences of a number: what it is, and what it may be compared with. */
import { comparabilityOf } from '../../domain/numbers/comparison.ts';
import { type PublishedEstimate, writtenRange } from '../../domain/numbers/published-estimate.ts';
import type { Language } from '../ui/language.ts';
import { joined, namedBeside } from '../../reports/number-names.ts';
import { disputeTexts, gridTexts } from './texts.ts';

/** The first sentence says what the number is; the others what may and may not be done with it. */
export function statementsOf(estimate: PublishedEstimate, all: readonly PublishedEstimate[], language: Language): readonly string[] {
  const say = disputeTexts(language);
  const word = gridTexts(language);
  const { grid } = estimate;
  const { same, partOf, hasParts, overlaps, not } = comparabilityOf(estimate, all);
  const list = (some: readonly PublishedEstimate[]): string =>
    joined(
      some.map((one) => namedBeside(one, estimate, language)),
      language,
    );
  return [
    say('sentence.is', {
      range: writtenRange(estimate),
      unit: word(`unit.${grid.unit}`),
      year: estimate.year === '' ? '' : say('sentence.inYear', { year: estimate.year }),
      event: word(`event.${grid.event}`),
      period: word(`period.${grid.period}`),
      ascertainment: word(`ascertainment.${grid.ascertainment}`),
    }),
    same.length === 0 ? say('sentence.alone') : say('sentence.same', { list: list(same) }),
    ...(partOf.length === 0 ? [] : [say('sentence.partOf', { list: list(partOf) })]),
    ...(hasParts.length === 0 ? [] : [say('sentence.hasParts', { list: list(hasParts) })]),
    ...(overlaps.length === 0 ? [] : [say('sentence.overlaps', { list: list(overlaps) })]),
    ...nearest(not).map(({ estimates, differs }) =>
      say('sentence.not', {
        list: list(estimates),
        columns: joined(
          differs.map((column) => word(`differs.${column}`)),
          language,
        ),
      }),
    ),
  ];
}

type NotComparable = ReturnType<typeof comparabilityOf>['not'];

/** The numbers that the dispute sets against each other, with the same differences said once. */
const disputed: readonly string[] = ['registered-2020', 'family-stay-2020', 'decided-residential-2019', 'needs-2019', 'needs-2024'];

function nearest(
  not: NotComparable,
): readonly { readonly estimates: readonly PublishedEstimate[]; readonly differs: NotComparable[number]['differs'] }[] {
  const groups = new Map<string, { estimates: PublishedEstimate[]; differs: NotComparable[number]['differs'] }>();
  for (const { estimate, differs } of not.filter((one) => disputed.includes(one.estimate.id))) {
    const key = differs.join();
    const group = groups.get(key) ?? { estimates: [], differs };
    groups.set(key, { ...group, estimates: [...group.estimates, estimate] });
  }
  return [...groups.values()];
}
