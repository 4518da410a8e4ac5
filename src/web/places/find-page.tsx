/** The page where a place is found for one woman: her place on top when she has one, what came to nothing, and the search. */
import { Fragment, type JSX } from 'react';
import type { Deviation } from '../../domain/placement/confirm.ts';
import { asksOfPlace, type YesStanding, yesStanding } from '../../domain/pathway/her-answer.ts';
import { isInTargetGroup, type Pathway } from '../../domain/pathway/state.ts';
import type { HerYes } from '../../domain/pathway/her-yes.ts';
import { followBirth, type FollowsBirth } from '../../domain/placement/follow-birth.ts';
import { type PutBack, putBack } from '../../domain/placement/transfer.ts';
import type { Place } from '../../domain/placement/provision.ts';
import type { Candidate } from '../../domain/placement/search.ts';
import type { SearchMaterial } from '../../store/placement-search.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import type { Fields } from '../form.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import type { CountryDrawing } from '../../domain/geography/projection.ts';
import { MarkedStay } from '../supply/must-move.tsx';
import { otherUnitsAddress, stayCardAddress } from './addresses.ts';
import { AsBefore } from './as-before.tsx';
import type { FollowSent } from './agree-by-birth.tsx';
import type { FixedDaySent } from './agree-fixed-day.tsx';
import type { DepartureSent } from './departure-form.tsx';
import { asksOfDoubts, saidDoubts } from './doubts.tsx';
import { doubtTexts } from './doubt-texts.ts';
import { Search, type SearchedUnits } from './find-search.tsx';
import { HerPlace } from './her-place.tsx';
import { missingYesText, saidYesText } from './her-yes.tsx';
import { wordsWithYesText } from './words-with-yes.ts';
import { PassedClocks } from './passed-clocks.tsx';
import { presentStays } from './present-stays.ts';
import { stayTexts } from './stay-texts.ts';
import { placesText } from './stay-words.ts';
import type { SaidWithWay } from './taken.ts';
import { herNoText } from './her-no.ts';
import { placeTexts } from './texts.ts';
import { becauseText } from './words.ts';

export type FindPageProps = {
  readonly material: SearchMaterial;
  /** What the other units answer; `null` where she has a place and nothing else is asked for: then nobody is asked. */
  readonly searched: SearchedUnits | null;
  readonly language: Language;
  readonly country: CountryDrawing | null;
  readonly mayHold: boolean;
  readonly mayConfirm: boolean;
  /** May read what a unit wrote in its own words to its no. */
  readonly readsRefusal: boolean;
  /** What the form that confirms her place says of her yes to moving. */
  readonly saysToMove: HerYes['answer'] | null;
  /** What the form that confirms her place says of her answer to it, and who fills it in. */
  readonly herAnswer: Fields;
  readonly asker: string;
  /** A new key for each time the page is made. */
  readonly requestKey: string;
  /** Why what was asked could not be done: sentences. */
  readonly fault: readonly SaidWithWay[];
  readonly confirmation: { readonly legalBasis: string; readonly paidBy: string } | null;
  /** What is wrong in the form about her place: the confirmation, or the reason for withdrawing it. */
  readonly stayErrors: FieldErrors;
  /** How the confirmation differs from what was decided: asked about before it is saved. */
  readonly deviations: readonly Deviation[];
  /** A place that was let go, whose search this one repeats; null where it repeats none. */
  readonly repeats: StayWithName | null;
  readonly departure: { readonly sent: DepartureSent; readonly instead: readonly Place[] } | null;
  /** That a stay follows the birth, as it was sent and refused: of which stay. */
  readonly followSent: FollowSent | null;
  /** The same of one that is said to be to a fixed day. */
  readonly fixedDaySent: FixedDaySent | null;
};

export function FindPage(props: FindPageProps): JSX.Element {
  const { material, language, fault, confirmation, searched } = props;
  const say = placeTexts(language);
  const { her, now } = material;
  const present = presentStays(material);
  const stay = present[0] ?? null;
  const isTransfer = present.length === 1 && stay?.status === 'admitted' && props.mayHold;
  const said = saidYesText(her, language);
  const words = wordsWithYesText(her, language);
  // What the form about a place says is not said above it too.
  const inForm = present.filter((one) => asksOfDoubts(one, props.mayConfirm, now));
  const decision = her.pathway.decision;
  const decided = { legalBasis: decision?.legalBasis ?? '', paidBy: decision?.municipality ?? her.pathway.municipality ?? '' };
  return (
    <>
      {fault.length > 0 && (
        <Alert tone="error" heading={say('faultHeading')}>
          {fault.map((said) =>
            typeof said === 'string' ? (
              <p key={said}>{said}</p>
            ) : (
              <p key={said.text}>
                <a href={said.href}>{said.text}</a>
              </p>
            ),
          )}
        </Alert>
      )}
      {inForm.length === 0 && isInTargetGroup(her.pathway) === false && (
        <Alert tone="attention">
          <p>{doubtTexts(language)('outside-target-group')}</p>
        </Alert>
      )}
      <PassedClocks id={her.id} clocks={her.pathway.clocks} now={now} language={language} />
      {inForm.every(({ isOffer }) => isOffer) && words !== null && <p>{words}</p>}
      {present.map((one) => (
        <Fragment key={one.id}>
          {!inForm.includes(one) && <MarkedStay stay={one} units={unitOf(one, material)} now={now} language={language} />}
          <HerPlace
            {...props}
            stay={one}
            movesFrom={one.transferFrom !== null && stay?.id === one.transferFrom ? stay : null}
            putBack={putBackIn(one, material)}
            follows={followsIn(one, material)}
            now={now}
            commitment={confirmation ?? decided}
            hasDecision={decided.legalBasis !== ''}
            isAsDecided={
              confirmation === null || (confirmation.legalBasis === decided.legalBasis && confirmation.paidBy === decided.paidBy)
            }
            standing={standingOf(one, her.pathway)}
            doubts={unitOf(one, material).flatMap((where) => saidDoubts(one, where, material, now, language))}
            herWords={words}
            unit={unitOf(one, material)[0]?.unit ?? null}
            asks={asksIn(one, her.pathway)}
            missingYes={missingYesText(her.pathway, one, language)}
            errors={props.stayErrors}
          />
        </Fragment>
      ))}
      <Ended stays={material.stays} facts={material.her.facts} readsRefusal={props.readsRefusal} language={language} />
      {stay === null && <AsBefore pathway={her.id} stays={material.stays} repeats={props.repeats} now={now} language={language} />}
      {stay === null ? (
        searched && <Search {...props} searched={searched} herStay={null} />
      ) : searched === null ? (
        <p className="other-units" id="andre">
          <a href={otherUnitsAddress(her.id)}>{isTransfer ? stayTexts(language)('transferHeading') : say('otherUnits')}</a>
        </p>
      ) : (
        <details className="other-units" id="andre" open>
          <summary>{isTransfer ? stayTexts(language)('transferHeading') : say('otherUnits')}</summary>
          {isTransfer && <p>{stayTexts(language)('transferIntro')}</p>}
          {isTransfer && said !== null && <p>{said}</p>}
          {stay.status === 'admitted' && (
            <p>
              {stayTexts(language)('withinHouse', { unit: stay.unitName })}{' '}
              <a href={stayCardAddress(stay)}>{stayTexts(language)('withinHouseLink')}</a>.
            </p>
          )}
          <Search {...props} searched={searched} herStay={stay} />
        </details>
      )}
    </>
  );
}

/** How her yes to a stay stands on her pathway. */
function standingOf({ id }: StayWithName, { stays }: Pathway): YesStanding | null {
  const hers = stays.find((one) => one.id === id);
  return hers ? yesStanding(hers) : null;
}

/** Whether she is to be asked about the place of a stay where it is confirmed. */
function asksIn({ id }: StayWithName, { stays }: Pathway): boolean {
  return stays.some((one) => one.id === id && asksOfPlace(one));
}

/** The unit of a stay as the country knows it; none where it is no more. */
function unitOf({ unit }: StayWithName, { index }: SearchMaterial): readonly Candidate[] {
  const found = index.units.get(unit);
  return found ? [found.candidate] : [];
}

/** Where a move of hers fell away: whether her departure can be put back as the country is known, or what stands in the way. */
function putBackIn(stay: StayWithName, { index, now }: SearchMaterial): PutBack | null {
  const found = index.units.get(stay.unit)?.candidate;
  return found ? putBack(stay, found.unit, found.occupations, now) : null;
}

/** Whether her departure would move by what was agreed of the birth, as the country is known. */
function followsIn(stay: StayWithName, { index, now }: SearchMaterial): FollowsBirth | null {
  const found = index.units.get(stay.unit)?.candidate;
  return found ? followBirth(stay, found.unit, found.occupations, now) : null;
}

/** Places she does not get, and why: those who seek on must know it. */
function Ended({
  stays,
  facts,
  readsRefusal,
  language,
}: Pick<FindPageProps, 'readsRefusal' | 'language'> & {
  readonly stays: readonly StayWithName[];
  readonly facts: FindPageProps['material']['her']['facts'];
}): JSX.Element | null {
  const say = placeTexts(language);
  const ended = stays.flatMap((stay) => (stay.endedBecause === null ? [] : [{ ...stay, endedBecause: stay.endedBecause }]));
  // A place that was let go after her no has no other reason than hers.
  const declined = stays.flatMap((stay) => {
    const no = stay.endedBecause === null && stay.status === 'released' ? herNoText(facts, stay, language) : null;
    return no === null ? [] : [{ id: stay.id, parts: stay.parts, no }];
  });
  if (ended.length === 0 && declined.length === 0) return null;
  return (
    <Card heading={say('endedHeading')}>
      <ul className="plain-list">
        {ended.map(({ id, status, parts, unitName, endedBecause }) => (
          <li key={id}>
            {placesText(parts, language)}, {unitName}: {say(`status.${status}`).toLocaleLowerCase(language)} (
            {becauseText(endedBecause, readsRefusal, language)})
          </li>
        ))}
        {declined.map(({ id, parts, no }) => (
          <li key={id}>
            {placesText(parts, language)}: {no}
          </li>
        ))}
      </ul>
    </Card>
  );
}
