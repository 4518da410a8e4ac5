/** What speaks against a place for her: told where it is offered, and asked, each with a tick of its own, where it is confirmed. */
import type { JSX } from 'react';
import { homeOf } from '../../domain/geography/travel.ts';
import { isInTargetGroup } from '../../domain/pathway/state.ts';
import { type Doubt, doubtsOf, tooFarFor } from '../../domain/placement/doubts.ts';
import type { Birth } from '../../domain/placement/needs.ts';
import type { Candidate } from '../../domain/placement/search.ts';
import { hasRunOut, type Stay } from '../../domain/placement/stay.ts';
import type { Moment } from '../../domain/time.ts';
import { type HerReach, longestWayToStay } from '../../store/her-reach.ts';
import { herSituation } from '../../store/her-situation.ts';
import type { ReadPathway } from '../../store/pathway.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { troubleSentence } from '../supply/words.ts';
import { CheckboxGroup, type FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { doubtTexts } from './doubt-texts.ts';
import { needHint } from './told-needs.tsx';
import { needList } from './need-words.ts';
import { travelText } from './words.ts';

/**
 * A doubt with the sentences that say it: what is wrong, and why. `isGrave`: the place cannot be hers as it is: it does not stand, or has no room for the
 * child that is born; then another step than a yes is advised.
 */
export type SaidDoubt = { readonly kind: Doubt['kind']; readonly sentences: readonly string[]; readonly isGrave?: true };

/** What speaks against a stay as her pathway and the supply are known to the page. */
export function saidDoubts(
  stay: Stay & Birth,
  { facility, unit }: Pick<Candidate, 'facility' | 'unit'>,
  { her, reach }: { readonly her: ReadPathway; readonly reach: HerReach },
  now: Moment,
  language: Language,
): readonly SaidDoubt[] {
  const situation = herSituation(her);
  const say = doubtTexts(language);
  const longestWay = longestWayToStay(her.pathway, reach, stay.id);
  const tooFar = tooFarFor({ longestWay, municipality: her.pathway.municipality }, facility, homeOf);
  return doubtsOf(stay, unit, { inTargetGroup: isInTargetGroup(her.pathway), situation, tooFar }, now).map((doubt): SaidDoubt => {
    switch (doubt.kind) {
      case 'outside-target-group':
        return { kind: doubt.kind, sentences: [say(doubt.kind)] };
      case 'cannot-stand':
        return {
          kind: doubt.kind,
          sentences: [...new Set(doubt.troubles.map((trouble) => troubleSentence(trouble, language)))],
          isGrave: true,
        };
      case 'lacks-suggested':
        return {
          kind: doubt.kind,
          ...(situation.bornOn !== null && doubt.needs.some(({ property }) => property === 'mother-and-baby') ? { isGrave: true } : {}),
          sentences: [
            ...doubt.needs.map((need) =>
              say('lacks-suggested', { need: needList([need], stay.nights, language), why: needHint(need, situation.told, language) }),
            ),
            ...(unit.admission.mostChildren === 0 ? [say('noChildren')] : []),
          ],
        };
      case 'beyond-her-way':
        return {
          kind: doubt.kind,
          sentences: [say(doubt.kind, { way: travelText(doubt.minutes, language), longest: doubt.longest })],
        };
    }
  });
}

/** Whether what speaks against the place is said with the form about it: it is said there, and not above it too. */
export function asksOfDoubts(
  { status, heldUntil, legalBasis, isOffer }: Pick<StayWithName, 'status' | 'heldUntil' | 'legalBasis' | 'isOffer'>,
  mayConfirm: boolean,
  now: Moment,
): boolean {
  if (status === 'admitted') return mayConfirm && legalBasis === null;
  return status === 'held' && !hasRunOut({ status, heldUntil }, now) && (isOffer || mayConfirm);
}

/** Told before the offer is said yes to. Nothing when nothing speaks against it. */
export function OfferDoubts({
  doubts,
  language,
}: {
  readonly doubts: readonly SaidDoubt[];
  readonly language: Language;
}): JSX.Element | null {
  if (doubts.length === 0) return null;
  return (
    <Alert tone="attention" heading={doubtTexts(language)('headingOffer')}>
      <Sentences doubts={doubts} />
    </Alert>
  );
}

type FieldsProps = { readonly doubts: readonly SaidDoubt[]; readonly errors: FieldErrors; readonly language: Language };

export function DoubtFields({ doubts, errors, language }: FieldsProps): JSX.Element | null {
  const say = doubtTexts(language);
  if (doubts.length === 0) return null;
  return (
    <>
      <Alert tone="attention" heading={say('heading')}>
        <Sentences doubts={doubts} />
      </Alert>
      <CheckboxGroup
        name="forbehold"
        label={say('label')}
        errors={errors}
        options={doubts.map(({ kind }) => ({ value: kind, text: say(`tick.${kind}`) }))}
      />
    </>
  );
}

function Sentences({ doubts }: Pick<FieldsProps, 'doubts'>): JSX.Element {
  return (
    <ul>
      {doubts
        .flatMap(({ sentences }) => sentences)
        .map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
    </ul>
  );
}
