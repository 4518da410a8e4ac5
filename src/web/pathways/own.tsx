/** The woman's own page, in words to her: where things stand, who takes part, her rights, and who has read it. */
import type { JSX } from 'react';
import { legalBases } from '../../domain/legal-basis.ts';
import type { Pathway, PathwayStay } from '../../domain/pathway/state.ts';
import { movingOf } from '../../domain/pathway/transfer.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { ReadPathway } from '../../store/pathway.ts';
import type { PathwayReader } from '../../store/pathway-parties.ts';
import type { HerPagePlace } from '../../store/placement-her-page.ts';
import { Band } from '../ui/band.tsx';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Pairs, Sheet } from '../ui/pieces.tsx';
import { coordinatorNumber } from './coordinator-line.ts';
import { askedOfHer, OwnAsked, whereText } from './own-asked.tsx';
import { OwnCriteria } from './own-criteria.tsx';
import { departureNowText } from './own-departure.ts';
import { OwnMove } from './own-move.tsx';
import { isShut, OwnPlaces } from './own-places.tsx';
import { type House, OwnReach } from './own-reach.tsx';
import { ownTexts } from './own-texts.ts';
import { OwnTold } from './own-told.tsx';
import { pathwayTexts } from './texts.ts';
import { ownPregnancyText, ownRoleText, ownTaskText } from './own-words.ts';

export type OwnPathway = ReadPathway & {
  readonly readers: readonly PathwayReader[];
  readonly houses: readonly House[];
  readonly places: readonly HerPagePlace[];
  readonly departments: readonly string[];
  /** The number her municipality has written; `null` where it has written none. */
  readonly municipalityTelephone: string | null;
};

type Props = { readonly own: readonly OwnPathway[]; readonly now: Moment; readonly language: Language };

export function OwnPathways({ own, now, language }: Props): JSX.Element {
  const say = ownTexts(language);
  if (own.length === 0) return <p>{say('none')}</p>;
  return (
    <>
      <p>{say('intro')}</p>
      {own.map(({ id, pathway, facts, readers, houses, places, departments, municipalityTelephone }) => (
        <div key={id}>
          <Now pathway={pathway} facts={facts} houses={houses} places={places} now={now} language={language} />
          <OwnReach {...{ pathway, houses, departments, municipalityTelephone, language }} />
          <Card heading={say('who')}>
            <p>{pathway.coordinator ? say('coordinator', { name: coordinatorNumber(pathway.coordinator) }) : say('noCoordinator')}</p>
            <Pairs pairs={pathway.team.map(({ name, task }) => [name, ownTaskText(task, language)] as const)} />
          </Card>
          <OwnCriteria pathway={pathway} language={language} />
          <OwnTold facts={facts} stays={pathway.stays} language={language} />
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
  const isAway = places.some(({ stay: of, leaves }) => of === shown?.id && leaves.some(({ from, back }) => from <= today && today < back));
  const lives = moving !== null ? 'in-stay' : phase === 'following' && stay?.status === 'discharged' ? 'discharged' : phase;
  const where = shown === null ? null : whereText(shown.unitName, houses, language);
  const leaves = shown && isHers(shown) ? departureNowText(shown, { facts, stays: pathway.stays, language }) : null;
  return (
    <Card heading={say('now')}>
      <p>{ownPregnancyText(pathway, today, language)}</p>
      {dueDate && (
        <Band
          dueDate={dueDate.dueDate}
          today={today}
          marks={[]}
          summary={ownPregnancyText(pathway, today, language)}
          todayText={page('today')}
          size="large"
        />
      )}
      <OwnPlaces pathway={pathway} places={places} now={now} language={language} />
      {!isAskedFirst && isComing && !(isAway && lives === 'in-stay') && (
        <p>
          <strong>{say(`phase.${lives}`)}</strong>
        </p>
      )}
      {!isAskedFirst && isComing && shown && isHers(shown) && <p>{[placeText(shown, language), where].filter(Boolean).join(' ')}</p>}
      {!isAskedFirst && leaves !== null && <p>{leaves}</p>}
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

/** Her rights, each with the law it stands in. Whom she complains to follows from the legal basis of the decision. */
function Rights({ pathway: { decision, bornOn }, language }: { readonly pathway: Pathway; readonly language: Language }): JSX.Element {
  const say = ownTexts(language);
  const basis = decision?.legalBasis ? legalBases[decision.legalBasis] : null;
  const isHealth = basis?.complaint === 'styrelsen-for-patientklager';
  const contractConcernsHer = bornOn === null && basis?.contractMustBeOffered !== false;
  return (
    <Card heading={say('rights')}>
      <ul>
        <li>{say('voluntary')}</li>
        {contractConcernsHer && <Right right="contract" language={language} />}
        {isHealth ? <li>{say('complainHealth')}</li> : <Right right="complain" language={language} />}
        <Right right="companion" language={language} />
        <Right right="papers" language={language} />
      </ul>
      <p className="quiet">{say('lawsAre')}</p>
    </Card>
  );
}

/** A right in plain words, and after them where it stands, for whoever helps her. */
function Right({
  right,
  language,
}: {
  readonly right: 'contract' | 'complain' | 'companion' | 'papers';
  readonly language: Language;
}): JSX.Element {
  const say = ownTexts(language);
  return (
    <li>
      {say(right)} <span className="quiet law">{say('law', { law: say(`law.${right}`) })}</span>
    </li>
  );
}

function Readers({ readers, language }: { readonly readers: readonly PathwayReader[]; readonly language: Language }): JSX.Element {
  const say = ownTexts(language);
  if (readers.length === 0) {
    return (
      <Card heading={say('readers')}>
        <p>{say('readersNone')}</p>
      </Card>
    );
  }
  return (
    <div className="readers">
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
                {ownRoleText(reader.role, language)}, {reader.organisationName}
              </td>
              <td data-label={say('lastRead')}>{momentText(reader.last, language)}</td>
              <td data-label={say('times')} className="number">
                {reader.times}
              </td>
            </tr>
          ))}
        </tbody>
      </Sheet>
    </div>
  );
}
