/** The page where a place is found for one woman: her needs on the left, the units on the right, her place on top when she has one. */
import { Fragment, type JSX } from 'react';
import { type Municipality, municipality } from '../../domain/geography/municipalities.ts';
import type { Deviation } from '../../domain/placement/confirm.ts';
import { type Place, placeProperties } from '../../domain/placement/provision.ts';
import { proposeNeeds } from '../../domain/placement/needs.ts';
import { countNights } from '../../domain/placement/nights.ts';
import type { Candidate, RankedUnit } from '../../domain/placement/search.ts';
import { hasRunOut } from '../../domain/placement/stay.ts';
import type { KnownOfUnits, SearchMaterial } from '../../store/placement-search.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { CheckboxGroup, ErrorSummary, type FieldErrors, TextField } from '../ui/fields.tsx';
import { weekdayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import type { CountryDrawing } from '../../domain/geography/projection.ts';
import { WaitingLink } from '../waiting/before-her.tsx';
import { MarkedStay } from '../supply/must-move.tsx';
import { findAddress, otherUnitsAddress, stayCardAddress } from './addresses.ts';
import { askedTexts } from './asked-texts.ts';
import { AsBefore } from './as-before.tsx';
import { AskOfHer } from './ask-of-her.tsx';
import { FindMap } from './find-map.tsx';
import type { DepartureSent } from './departure-form.tsx';
import type { FindQuery } from './find-query.ts';
import { HerPlace } from './her-place.tsx';
import { missingYesText, saidYesText } from './her-yes.tsx';
import { HerNeedsNote } from './her-needs.tsx';
import { herSituation } from './her-situation.ts';
import { LengthAndParty } from './length-and-party.tsx';
import { HowRanked } from './how-ranked.tsx';
import { ShownOfAll } from './shown-of-all.tsx';
import { stayTexts } from './stay-texts.ts';
import { placesText } from './stay-words.ts';
import type { SaidWithWay } from './taken.ts';
import { placeTexts } from './texts.ts';
import { agreedDeparture, endText } from './transfer-words.ts';
import { UnitCard } from './unit-card.tsx';
import { becauseText, propertyList } from './words.ts';

/** The units that are shown, in the order they fit her, of so many; `able` of them can take her. */
export type SearchedUnits = KnownOfUnits & {
  readonly query: FindQuery;
  readonly ranked: readonly RankedUnit[];
  readonly able: number;
  readonly units: number;
};

export type FindPageProps = {
  readonly material: SearchMaterial;
  /** What the other units answer; `null` where she has a place and nothing else is asked for: then nobody is asked. */
  readonly searched: SearchedUnits | null;
  readonly language: Language;
  readonly country: CountryDrawing | null;
  readonly mayHold: boolean;
  readonly mayConfirm: boolean;
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
};

/** The stays that she has now: held and not run out, confirmed, or admitted. Two when she is to move to another unit, where she is first. */
export function presentStays({ stays, now }: Pick<SearchMaterial, 'stays' | 'now'>): readonly StayWithName[] {
  const present = stays.filter((stay) => ['held', 'confirmed', 'admitted'].includes(stay.status) && !hasRunOut(stay, now));
  return present.toSorted((one, other) => Number(other.status === 'admitted') - Number(one.status === 'admitted'));
}

export function FindPage(props: FindPageProps): JSX.Element {
  const { material, language, fault, confirmation, searched } = props;
  const say = placeTexts(language);
  const { her, now } = material;
  const present = presentStays(material);
  const stay = present[0] ?? null;
  const isTransfer = present.length === 1 && stay?.status === 'admitted' && props.mayHold;
  const said = saidYesText(her, language);
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
      {present.map((one) => (
        <Fragment key={one.id}>
          <MarkedStay stay={one} units={unitOf(one, material)} now={now} language={language} />
          <HerPlace
            {...props}
            stay={one}
            livesUntil={one.transferFrom !== null && stay?.id === one.transferFrom ? agreedDeparture(stay) : null}
            now={now}
            commitment={confirmation ?? decided}
            missingYes={missingYesText(her.pathway, one, language)}
            errors={props.stayErrors}
          />
        </Fragment>
      ))}
      <Ended stays={material.stays} language={language} />
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

/** The unit of a stay as the country knows it; none where it is no more. */
function unitOf({ unit }: StayWithName, { index }: SearchMaterial): readonly Candidate[] {
  const found = index.units.get(unit);
  return found ? [found.candidate] : [];
}

type SearchProps = Omit<FindPageProps, 'searched'> & { readonly searched: SearchedUnits; readonly herStay: StayWithName | null };

function Search(props: SearchProps): JSX.Element {
  const { material, language, herStay, searched } = props;
  const say = placeTexts(language);
  const { her, now } = material;
  const home = her.pathway.municipality === null ? null : municipality(her.pathway.municipality);
  const { query, ranked, able, units, qualifications, before } = searched;
  // Those where waiting does not help stand last in the order: folded, so that the answer is not buried under them.
  const never = ranked.filter(({ position }) => position.facts.comes === 'never');
  const others = ranked.filter((one) => !never.includes(one));
  const card = (one: RankedUnit): JSX.Element => (
    <UnitCard
      key={one.unit.id}
      ranked={one}
      qualification={qualifications.get(one.unit.id) ?? null}
      pathway={her.id}
      asked={query}
      now={now}
      language={language}
      canHold={props.mayHold && (herStay === null || (herStay.status === 'admitted' && presentStays(material).length === 1))}
      requestKey={props.requestKey}
      before={before.get(one.unit.id) ?? 0}
    />
  );
  // Nothing is answered to what was not asked: the results wait until the form is right.
  if (Object.keys(query.errors).length > 0) return <SearchForm material={material} query={query} language={language} />;
  return (
    <div className="find with-map">
      <SearchForm material={material} query={query} language={language} />
      <section aria-labelledby="afdelinger">
        <h2 id="afdelinger">{say('results')}</h2>
        <p>
          <strong>{say('resultsCount', { count: able, day: weekdayText(query.nights.arrival, language) })}</strong>{' '}
          {orderSentence(home, language)}
        </p>
        {herStay?.status === 'admitted' && <p>{endText(agreedDeparture(herStay), query.nights.departure, language)}</p>}
        <HerNeedsNote
          pathway={her.id}
          written={material.needs}
          situation={herSituation(her)}
          query={query}
          mayKeep={props.mayHold}
          language={language}
        />
        <AskOfHer ranked={ranked} language={language} />
        <HowRanked language={language} />
        <WaitingLink pathway={her.id} language={language} />
        <ol className="units">{others.map(card)}</ol>
        {never.length > 0 && (
          <details className="never">
            <summary>{say('neverHere', { count: never.length })}</summary>
            <ol className="units">{never.map(card)}</ol>
          </details>
        )}
        <ShownOfAll pathway={her.id} query={query} shown={ranked.length} units={units} language={language} />
      </section>
      <FindMap
        ranked={ranked}
        index={material.index}
        home={home}
        arrival={query.nights.arrival}
        country={props.country}
        language={language}
      />
    </div>
  );
}

/** Places she does not get, and why: those who seek on must know it. */
function Ended({ stays, language }: { readonly stays: readonly StayWithName[]; readonly language: Language }): JSX.Element | null {
  const say = placeTexts(language);
  const ended = stays.flatMap((stay) => (stay.endedBecause === null ? [] : [{ ...stay, endedBecause: stay.endedBecause }]));
  if (ended.length === 0) return null;
  return (
    <Card heading={say('endedHeading')}>
      <ul className="plain-list">
        {ended.map(({ id, status, parts, unitName, endedBecause }) => (
          <li key={id}>
            {placesText(parts, language)}, {unitName}: {say(`status.${status}`).toLocaleLowerCase(language)} (
            {becauseText(endedBecause, language)})
          </li>
        ))}
      </ul>
    </Card>
  );
}

type SearchFormProps = Pick<FindPageProps, 'material' | 'language'> & Pick<SearchedUnits, 'query'>;

function SearchForm({ material, query, language }: SearchFormProps): JSX.Element {
  const say = placeTexts(language);
  const situation = herSituation(material.her);
  const proposed = proposeNeeds(situation, query.nights);
  const options = placeProperties.map((property) => {
    const why = [...query.needs, ...proposed].find((need) => need.property === property)?.why;
    const text = say(`property.${property}`);
    return why === undefined ? { value: property, text } : { value: property, text, hint: say(`why.${why}`) };
  });
  return (
    <form method="get" action={findAddress(material.her.id)}>
      <details className="asked" open={Object.keys(query.errors).length > 0}>
        <summary>{askedSentence(query, language)}</summary>
        <Card>
          <ErrorSummary heading={say('errorHeading')} errors={query.errors} />
          <input type="hidden" name="soeg" value="ja" />
          <TextField name="ankomst" type="date" label={say('arrival')} value={query.arrivalText} errors={query.errors} />
          <LengthAndParty material={material} query={query} language={language} />
          <CheckboxGroup
            name="behov"
            label={say('needs')}
            hint={say('needsHint')}
            values={query.needs.map(({ property }) => property)}
            options={options}
          />
          <button className="button button-secondary">{say('search')}</button>
        </Card>
      </details>
    </form>
  );
}

/** What is asked, in a line: the form is folded under it on a phone. */
function askedSentence({ nights, needs }: FindQuery, language: Language): string {
  const of = { day: weekdayText(nights.arrival, language), nights: countNights(nights) };
  return needs.length === 0
    ? askedTexts(language)('asked', of)
    : askedTexts(language)('askedNeeds', {
        ...of,
        needs: propertyList(
          needs.map(({ property }) => property),
          language,
        ),
      });
}

function orderSentence(home: Municipality | null, language: Language): string {
  const say = placeTexts(language);
  return home ? say('resultsOrder', { municipality: home.name }) : say('resultsOrderPlain');
}
