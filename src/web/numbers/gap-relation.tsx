/** What two numbers have to do with each other, said before their gap is split: that they count differently, or that both are of the same women. */
import type { JSX } from 'react';
import type { EstimateComparison } from '../../domain/numbers/comparison.ts';
import type { PublishedEstimate } from '../../domain/numbers/published-estimate.ts';
import { isGroupBesideDecisions } from '../../domain/numbers/gap-remainder.ts';
import { openOverlaps } from '../../domain/numbers/waterfall.ts';
import { numberText } from '../ui/format.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { estimateName } from './chosen-number.tsx';
import { groupText } from './remainder-words.ts';
import { gridTexts, workTexts } from './texts.ts';

const texts = catalogue(
  {
    overlap:
      'De to tal modsiger ikke hinanden. Begge er en del af «{whole}», men de tæller hver sit: «{first}» og «{second}». En kvinde kan være med i begge, og ingen har sagt, hvor mange der er det. Forskellen på {gap} er derfor ikke et antal kvinder.',
    either: 'Tilsammen er det {either} kvinder, der er med i mindst ét af dem.',
    'part-of':
      'De to tal modsiger ikke hinanden: «{part}» er en del af «{whole}». Forskellen på {gap} er dem, der er med i det store tal og ikke i det lille. Det er ikke kvinder, der mangler.',
    'left.overlap': 'Forskel, men ikke et antal kvinder',
    'left.part-of': 'Med i det store tal og ikke i det lille',
  },
  {
    overlap:
      'The two numbers do not contradict each other. Both are a part of “{whole}”, but each counts its own: “{first}” and “{second}”. A woman may be in both, and nobody has said how many are. So the difference of {gap} is not a number of women.',
    either: 'Together {either} women are in at least one of them.',
    'part-of':
      'The two numbers do not contradict each other: “{part}” is a part of “{whole}”. The difference of {gap} is those who are in the larger number and not in the smaller. They are not women who are missing.',
    'left.overlap': 'Difference, but not a number of women',
    'left.part-of': 'In the larger number and not in the smaller',
  },
);

type Props = {
  readonly compared: EstimateComparison;
  readonly larger: PublishedEstimate;
  readonly smaller: PublishedEstimate;
  readonly estimates: readonly PublishedEstimate[];
  readonly language: Language;
};

/** Nothing is said of two that count the same. */
export function GapRelation({ compared, larger, smaller, estimates, language }: Props): JSX.Element | null {
  const nameOf = (id: string): string => {
    const found = estimates.find((one) => one.id === id);
    return found ? estimateName(found, language) : id;
  };
  const gap = numberText(Math.abs(larger.low - smaller.high), language);
  switch (compared.outcome) {
    case 'same-definition':
      return null;
    case 'not-comparable': {
      const columns = new Intl.ListFormat(language, { type: 'conjunction' }).format(
        compared.differs.map((column) => `«${gridTexts(language)(`column.${column}`)}»`),
      );
      return (
        <Alert tone="attention">
          <p>{workTexts(language)('notAlike', { columns })}</p>
          {isGroupBesideDecisions(larger, smaller) && <p>{groupText(language)}</p>}
        </Alert>
      );
    }
    case 'part-of':
      return (
        <Alert tone="notice">
          <p>{texts(language)('part-of', { part: nameOf(compared.part), whole: nameOf(compared.whole), gap })}</p>
        </Alert>
      );
    case 'overlap': {
      const [first, second] = [nameOf(larger.id), nameOf(smaller.id)];
      const either = openOverlaps().find(({ parts }) =>
        [larger.id, smaller.id].every((id) => parts.some((part) => part.id === id)),
      )?.either;
      return (
        <Alert tone="notice">
          <p>
            {texts(language)('overlap', { whole: nameOf(compared.whole), first, second, gap })}
            {either &&
              ` ${texts(language)('either', { either: `${numberText(either.low, language)}–${numberText(either.high, language)}` })}`}
          </p>
        </Alert>
      );
    }
  }
}

/** What the last line of the picture is called, where the two are of the same women: that is no unexplained rest. `null` where it is one. */
export function leftLabel({ outcome }: EstimateComparison, language: Language): string | null {
  return outcome === 'overlap' || outcome === 'part-of' ? texts(language)(`left.${outcome}`) : null;
}
