/** The search for one woman: what is asked on the left, the units that answer on the right, and a map of them. */
import type { JSX } from 'react';
import { type Municipality, municipality } from '../../domain/geography/municipalities.ts';
import { birthProperties, type Need, proposeNeeds } from '../../domain/placement/needs.ts';
import { partlyOn } from '../../domain/placement/need-nights.ts';
import { countNights } from '../../domain/placement/nights.ts';
import { placeProperties } from '../../domain/placement/provision.ts';
import type { RankedUnit } from '../../domain/placement/search.ts';
import { waitingHelpsAt } from '../../domain/placement/waiting-helps.ts';
import type { WhatWouldHelp } from '../../domain/placement/what-would-help.ts';
import type { CountryDrawing } from '../../domain/geography/projection.ts';
import type { KnownOfUnits, SearchMaterial } from '../../store/placement-search.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { CheckboxGroup, ErrorSummary, TextField } from '../ui/fields.tsx';
import { weekdayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { WaitingLink } from '../waiting/before-her.tsx';
import { findAddress } from './addresses.ts';
import { AskOfHer } from './ask-of-her.tsx';
import { askedTexts } from './asked-texts.ts';
import { EndsBeforeBirth } from './ends-before-birth.tsx';
import { FindMap } from './find-map.tsx';
import { everyNightField, fieldsToAsk, type FindQuery } from './find-query.ts';
import { HerNeedsNote } from './her-needs.tsx';
import { longestWayTo } from '../../domain/pathway/her-list-answer.ts';
import { herSituation } from '../../store/her-situation.ts';
import { needHint } from './told-needs.tsx';
import { HowRanked } from './how-ranked.tsx';
import { LengthAndParty } from './length-and-party.tsx';
import { presentStays } from './present-stays.ts';
import { ShownOfAll } from './shown-of-all.tsx';
import { placeTexts } from './texts.ts';
import { agreedDeparture, endText } from './transfer-words.ts';
import { UnitCard } from './unit-card.tsx';
import { WhatWouldHelpHer } from './what-would-help.tsx';
import { needNightsTexts } from './need-nights-texts.ts';
import { needLabel, needList, whenNeeded } from './need-words.ts';

/** The units that are shown, in the order they fit her, of so many; `able` of them can take her. */
export type SearchedUnits = KnownOfUnits & {
  readonly query: FindQuery;
  readonly ranked: readonly RankedUnit[];
  readonly able: number;
  readonly units: number;
  /** What would help her where nobody can take her; `null` where somebody can. */
  readonly help: WhatWouldHelp | null;
};

type SearchProps = {
  readonly material: SearchMaterial;
  readonly language: Language;
  readonly country: CountryDrawing | null;
  readonly mayHold: boolean;
  readonly requestKey: string;
  readonly searched: SearchedUnits;
  /** Where she lives, or the place that is hers; null where she has none. */
  readonly herStay: StayWithName | null;
};

export function Search(props: SearchProps): JSX.Element {
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
      longestWay={longestWayTo(her.pathway.onList, undefined, material.reach.onList)}
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
        <EndsBeforeBirth pathway={her.id} situation={herSituation(her)} query={query} language={language} />
        <HerNeedsNote
          pathway={her.id}
          written={material.needs}
          situation={herSituation(her)}
          query={query}
          born={material.born}
          mayKeep={props.mayHold}
          language={language}
        />
        <WhatWouldHelpHer pathway={her.id} query={query} help={searched.help} language={language} />
        <AskOfHer ranked={ranked} language={language} />
        <HowRanked language={language} />
        <WaitingLink
          pathway={her.id}
          waiting={searched.waiting}
          asked={fieldsToAsk(query, query.nights.arrival)}
          hasPlace={herStay !== null}
          helps={ranked.length < units || ranked.some((one) => waitingHelpsAt(one, query))}
          language={language}
        />
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

type SearchFormProps = Pick<SearchProps, 'material' | 'language'> & Pick<SearchedUnits, 'query'>;

function SearchForm({ material, query, language }: SearchFormProps): JSX.Element {
  const say = placeTexts(language);
  const situation = herSituation(material.her);
  const proposed = proposeNeeds(situation, query.nights);
  const options = placeProperties.map((property) => {
    const need = [...query.needs, ...proposed].find((one) => one.property === property);
    const text = say(`property.${property}`);
    if (need === undefined) return { value: property, text };
    return { value: property, text: needLabel(need, query.nights, text, language), hint: needHint(need, situation.told, language) };
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
          <EveryNight proposed={proposed} query={query} language={language} />
          <button className="button button-secondary">{say('search')}</button>
        </Card>
      </details>
    </form>
  );
}

/** What is needed for the birth is needed on the nights of it, unless it is said to be needed all through. */
function EveryNight({
  proposed,
  query: { nights, everyNight },
  language,
}: {
  readonly proposed: readonly Need[];
  readonly query: FindQuery;
  readonly language: Language;
}): JSX.Element | null {
  const say = needNightsTexts(language);
  const dated = proposed.filter((need) => birthProperties.includes(need.property) && partlyOn(need, nights) !== null);
  if (dated.length === 0) return null;
  return (
    <CheckboxGroup
      name={everyNightField}
      label={say('everyNightLabel')}
      values={everyNight}
      options={dated.map((need) => ({
        value: need.property,
        text: placeTexts(language)(`property.${need.property}`),
        hint: say('everyNightHint', { when: whenNeeded(need, nights, language) }),
      }))}
    />
  );
}

/** What is asked, in a line: the form is folded under it on a phone. */
function askedSentence({ nights, needs }: FindQuery, language: Language): string {
  const of = { day: weekdayText(nights.arrival, language), nights: countNights(nights) };
  return needs.length === 0
    ? askedTexts(language)('asked', of)
    : askedTexts(language)('askedNeeds', {
        ...of,
        needs: needList(needs, nights, language),
      });
}

function orderSentence(home: Municipality | null, language: Language): string {
  const say = placeTexts(language);
  return home ? say('resultsOrder', { municipality: home.name }) : say('resultsOrderPlain');
}
