/** The woman's own page, in words to her: where things stand, who takes part, what she has answered, who has read it. */
import type { JSX } from 'react';
import { legalBases, legalBasisText } from '../../domain/legal-basis.ts';
import { inForce, type PathwayFact, type RecordedFact } from '../../domain/pathway/facts.ts';
import type { Pathway, PathwayStay } from '../../domain/pathway/state.ts';
import { movingOf } from '../../domain/pathway/transfer.ts';
import { danishDay, type Day, type Moment } from '../../domain/time.ts';
import type { ReadPathway } from '../../store/pathway.ts';
import type { PathwayReader } from '../../store/pathway-parties.ts';
import type { HerPagePlace } from '../../store/placement-her-page.ts';
import { loginTexts } from '../login/texts.ts';
import { Band } from '../ui/band.tsx';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Pairs, Sheet } from '../ui/pieces.tsx';
import { detailOf } from '../places/her-answer-words.ts';
import { coordinatorNumber } from './coordinator-line.ts';
import { askedOfHer, OwnAsked, whereText } from './own-asked.tsx';
import { OwnCriteria } from './own-criteria.tsx';
import { OwnMove } from './own-move.tsx';
import { isShut, OwnPlaces } from './own-places.tsx';
import { ownPlacesTexts } from './own-places-texts.ts';
import { type House, OwnReach } from './own-reach.tsx';
import { ownTexts } from './own-texts.ts';
import { pathwayTexts } from './texts.ts';
import { pregnancyText, weekText } from './top.tsx';
import { wordTexts } from './word-texts.ts';

export type OwnPathway = ReadPathway & {
  readonly readers: readonly PathwayReader[];
  readonly houses: readonly House[];
  readonly places: readonly HerPagePlace[];
  readonly departments: readonly string[];
};

type Props = { readonly own: readonly OwnPathway[]; readonly now: Moment; readonly language: Language };

export function OwnPathways({ own, now, language }: Props): JSX.Element {
  const say = ownTexts(language);
  if (own.length === 0) return <p>{say('none')}</p>;
  return (
    <>
      <p>{say('intro')}</p>
      {own.map(({ id, pathway, facts, readers, houses, places, departments }) => (
        <div key={id}>
          <Now pathway={pathway} facts={facts} houses={houses} places={places} now={now} language={language} />
          <OwnReach pathway={pathway} houses={houses} departments={departments} language={language} />
          <Card heading={say('who')}>
            <p>{pathway.coordinator ? say('coordinator', { name: coordinatorNumber(pathway.coordinator) }) : say('noCoordinator')}</p>
            <Pairs pairs={pathway.team.map(({ name, task }) => [name, task] as const)} />
          </Card>
          <OwnCriteria pathway={pathway} language={language} />
          <Told facts={facts} stays={pathway.stays} language={language} />
          <Rights pathway={pathway} language={language} />
          <Readers readers={readers} language={language} />
        </div>
      ))}
    </>
  );
}

function Now({
  pathway,
  facts,
  houses,
  places,
  now,
  language,
}: Pick<OwnPathway, 'pathway' | 'facts' | 'houses' | 'places'> & { readonly now: Moment; readonly language: Language }): JSX.Element {
  const [say, page] = [ownTexts(language), pathwayTexts(language)];
  const today = danishDay(now);
  const { dueDate, stay, phase } = pathway;
  // One who is to move lives where she lives until she has moved.
  const moving = movingOf(pathway);
  const shown = moving?.from ?? stay;
  // What she is asked about is said there; after her no nothing else says that the place is hers.
  const asked = askedOfHer(pathway, now);
  const isAskedFirst = asked !== null && asked.stay.status !== 'admitted' && asked.stay.id === shown?.id;
  // A place that is shut in her days is not told as if she could just come.
  const isComing = shown === null || shown.status !== 'confirmed' || !isShut(shown, places);
  const where = shown === null ? null : whereText(shown.unitName, houses, language);
  return (
    <Card heading={say('now')}>
      <p>{pregnancyText(pathway, today, language)}</p>
      {dueDate && (
        <Band
          dueDate={dueDate.dueDate}
          today={today}
          marks={[]}
          summary={weekText(pathway, today, language)}
          todayText={page('today')}
          size="large"
        />
      )}
      <OwnPlaces pathway={pathway} places={places} now={now} language={language} />
      {!isAskedFirst && isComing && (
        <p>
          <strong>{say(`phase.${moving?.to.status === 'confirmed' ? 'in-stay' : phase}`)}</strong>
        </p>
      )}
      {!isAskedFirst && isComing && shown && isHers(shown) && <p>{[placeText(shown, language), where].filter(Boolean).join(' ')}</p>}
      <OwnAsked
        own={{ pathway, facts }}
        houses={houses}
        isShut={asked !== null && isShut(asked.stay, places)}
        now={now}
        language={language}
      />
      <OwnMove pathway={pathway} language={language} />
    </Card>
  );
}

/** A place is hers once it is confirmed. Before that it is neither promised nor shown. */
function isHers({ status }: PathwayStay): boolean {
  return status === 'confirmed' || status === 'admitted';
}

/** «Dit ophold: Fjordhuset, Strand, fra 24. november 2026 til 1. marts 2027.» */
function placeText({ unitName, arrival: agreed, departure, admittedOn }: PathwayStay, language: Language): string {
  const say = ownTexts(language);
  // She can have come on another day than was agreed.
  const arrival = admittedOn ?? agreed;
  if (arrival === null || departure === null) return say('placeOnly', { unit: unitName });
  return say('place', { unit: unitName, from: dayText(arrival, language), to: dayText(departure, language) });
}

/** What was written to her and about her that this page shows, in the order it happened. */
function Told({
  facts,
  stays,
  language,
}: {
  readonly facts: readonly RecordedFact[];
  readonly stays: readonly PathwayStay[];
  readonly language: Language;
}): JSX.Element {
  const say = ownTexts(language);
  const told = inForce(facts).flatMap(({ sequence, happened, recorded, fact }) => {
    const line = toldToHer(fact, stays, language);
    return line === null ? [] : [{ sequence, happened, recorded, ...line }];
  });
  return (
    <Card heading={say('told')}>
      {told.length === 0 && <p>{say('toldNone')}</p>}
      <ul className="plain-list">
        {told.map(({ sequence, happened, recorded, what, text }) => (
          <li key={sequence}>
            <p>
              <strong>{what}</strong> {whenText(happened, recorded, language)}
            </p>
            {text && <p>{text}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The moment it was written; where it happened on another day, that day first: «24. november 2026, skrevet 26. november 2026 kl. 9.12». */
function whenText(happened: Day, recorded: Moment, language: Language): string {
  const written = momentText(recorded, language);
  return danishDay(recorded) === happened ? written : ownTexts(language)('written', { day: dayText(happened, language), when: written });
}

/** The longest way she accepts, as it was written; empty where she was not asked. */
function longestWayText(longestWay: number | null | undefined, language: Language): string {
  if (longestWay === undefined) return '';
  return longestWay === null ? ownTexts(language)('anyWay') : ownTexts(language)('longestWay', { minutes: longestWay });
}

/** The concern, the offers, her answers, what came instead, the decision and the contract. The assessment and events are not shown here. */
function toldToHer(
  fact: PathwayFact,
  stays: readonly PathwayStay[],
  language: Language,
): { readonly what: string; readonly text: string } | null {
  const [say, word, place] = [ownTexts(language), wordTexts(language), ownPlacesTexts(language)];
  switch (fact.type) {
    case 'referral-registered':
      return { what: say('toldConcern', { who: fact.referrer }), text: fact.concern };
    case 'offered':
      return { what: say('toldOffer', { level: word(`level.${fact.level}`) }), text: fact.what };
    case 'answered':
      return { what: say('toldAnswer', { answer: word(`answer.${fact.answer}`) }), text: fact.inHerWords && `«${fact.inHerWords}»` };
    case 'alternative-arranged':
      return { what: say('toldInstead', { level: word(`level.${fact.level}`) }), text: fact.what };
    case 'care-decided': {
      const basis = fact.legalBasis === null ? [] : [say('toldBasis', { basis: legalBasisText(fact.legalBasis) })];
      return { what: say('toldDecision', { level: word(`level.${fact.level}`) }), text: [fact.reason, ...basis].join(' · ') };
    }
    case 'contract-offered':
      return { what: say('toldContract'), text: say('toldAnswer', { answer: word(`answer.${fact.answer}`) }) };
    case 'place-answered':
      return { what: say(`toldPlace.${fact.said.answer}`, { unit: fact.unitName }), text: detailOf(fact.said, language) };
    case 'move-answered':
      return { what: say(fact.answer === 'yes' ? 'toldMoveYes' : 'toldMoveNotYet', { unit: fact.unitName }), text: '' };
    case 'place-confirmed': {
      const unit = unitOf(fact.stay, stays);
      if (fact.againstNo === undefined) return { what: place('toldConfirmed', { unit }), text: '' };
      return { what: say('toldAgainstNo', { unit }), text: `«${fact.againstNo}»` };
    }
    case 'hold-ended':
      return { what: place(`toldEnded.${fact.how}`, { unit: unitOf(fact.stay, stays) }), text: '' };
    case 'admitted':
      return { what: place('toldAdmitted', { unit: fact.unitName }), text: '' };
    case 'discharged':
      return { what: place('toldDischarged', { unit: unitOf(fact.stay, stays) }), text: '' };
    case 'list-answered':
      return { what: say(`toldList.${fact.answer}`), text: longestWayText(fact.longestWay, language) };
    case 'list-left':
      return { what: say('toldListLeft'), text: '' };
    case 'woman-identified':
      return { what: say('toldIdentified'), text: '' };
    case 'identity-withdrawn':
      return { what: say('toldUnidentified'), text: '' };
    case 'due-date-set':
    case 'concern-notified':
    case 'concern-assessed':
    case 'concern-acknowledged':
    case 'treatment-sought':
    case 'party-joined':
    case 'coordinator-named':
    case 'criteria-assessed':
    case 'target-group-judged':
    case 'need-assessed':
    case 'place-held':
    case 'place-changed':
    case 'departure-changed':
    case 'leave-begun':
    case 'leave-ended':
    case 'party-left':
    case 'event':
    case 'event-withdrawn':
    case 'discharge-withdrawn':
    case 'pathway-ended':
    case 'pathway-reopened':
      return null;
  }
}

function unitOf(stay: PathwayStay['id'], stays: readonly PathwayStay[]): string {
  return stays.find(({ id }) => id === stay)?.unitName ?? '';
}

/** Her rights, each with the law it stands in. Whom she complains to follows from the legal basis of the decision. */
function Rights({ pathway: { decision, bornOn }, language }: { readonly pathway: Pathway; readonly language: Language }): JSX.Element {
  const say = ownTexts(language);
  const basis = decision?.legalBasis ? legalBases[decision.legalBasis] : null;
  const contractConcernsHer = bornOn === null && basis?.contractMustBeOffered !== false;
  return (
    <Card heading={say('rights')}>
      <ul>
        <li>{say('voluntary')}</li>
        {contractConcernsHer && <li>{say('contract')}</li>}
        <li>{say(basis?.complaint === 'styrelsen-for-patientklager' ? 'complainHealth' : 'complain')}</li>
        <li>{say('companion')}</li>
        <li>{say('papers')}</li>
      </ul>
    </Card>
  );
}

function Readers({ readers, language }: { readonly readers: readonly PathwayReader[]; readonly language: Language }): JSX.Element {
  const [say, role] = [ownTexts(language), loginTexts(language)];
  if (readers.length === 0) {
    return (
      <Card heading={say('readers')}>
        <p>{say('readersNone')}</p>
      </Card>
    );
  }
  return (
    <Sheet caption={say('readers')}>
      <thead>
        <tr>
          <th scope="col">{say('reader')}</th>
          <th scope="col">{say('role')}</th>
          <th scope="col">{say('lastRead')}</th>
          <th scope="col" className="number">
            {say('times')}
          </th>
        </tr>
      </thead>
      <tbody>
        {readers.map((reader) => (
          <tr key={`${reader.name}${reader.role}`}>
            <th scope="row">{reader.name}</th>
            <td>
              {role(`role.${reader.role}`)}, {reader.organisationName}
            </td>
            <td>{momentText(reader.last, language)}</td>
            <td className="number">{reader.times}</td>
          </tr>
        ))}
      </tbody>
    </Sheet>
  );
}
