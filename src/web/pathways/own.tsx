/** The woman's own page, in words to her: where things stand, who takes part, what she has answered, who has read it. */
import type { JSX } from 'react';
import { legalBases, legalBasisText } from '../../domain/legal-basis.ts';
import { inForce, type PathwayFact, type RecordedFact } from '../../domain/pathway/facts.ts';
import type { Pathway, PathwayStay } from '../../domain/pathway/state.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { ReadPathway } from '../../store/pathway.ts';
import type { PathwayReader } from '../../store/pathway-parties.ts';
import { loginTexts } from '../login/texts.ts';
import { Band } from '../ui/band.tsx';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Pairs, Sheet } from '../ui/pieces.tsx';
import { ownTexts } from './own-texts.ts';
import { pathwayTexts } from './texts.ts';
import { pregnancyText, weekText } from './top.tsx';
import { wordTexts } from './word-texts.ts';

export type OwnPathway = ReadPathway & { readonly readers: readonly PathwayReader[] };

type Props = { readonly own: readonly OwnPathway[]; readonly now: Moment; readonly language: Language };

export function OwnPathways({ own, now, language }: Props): JSX.Element {
  const say = ownTexts(language);
  if (own.length === 0) return <p>{say('none')}</p>;
  return (
    <>
      <p>{say('intro')}</p>
      {own.map(({ id, pathway, facts, readers }) => (
        <div key={id}>
          <Now pathway={pathway} now={now} language={language} />
          <Card heading={say('who')}>
            <p>
              {pathway.coordinator
                ? say('coordinator', { name: [pathway.coordinator.name, pathway.coordinator.telephone].filter(Boolean).join(', ') })
                : say('noCoordinator')}
            </p>
            <Pairs pairs={pathway.team.map(({ name, task }) => [name, task] as const)} />
          </Card>
          <Told facts={facts} language={language} />
          <Rights pathway={pathway} language={language} />
          <Readers readers={readers} language={language} />
        </div>
      ))}
    </>
  );
}

function Now({ pathway, now, language }: { readonly pathway: Pathway; readonly now: Moment; readonly language: Language }): JSX.Element {
  const [say, page] = [ownTexts(language), pathwayTexts(language)];
  const today = danishDay(now);
  const { dueDate, stay, phase } = pathway;
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
      <p>
        <strong>{say(`phase.${phase}`)}</strong>
      </p>
      {stay && isHers(stay) && <p>{placeText(stay, language)}</p>}
    </Card>
  );
}

/** A place is hers once it is confirmed. Before that it is neither promised nor shown. */
function isHers({ status }: PathwayStay): boolean {
  return status === 'confirmed' || status === 'admitted';
}

/** «Dit ophold: Fjordhuset, Strand, fra 24. november 2026 til 1. marts 2027.» */
function placeText({ unitName, arrival, departure }: PathwayStay, language: Language): string {
  const say = ownTexts(language);
  if (arrival === null || departure === null) return say('placeOnly', { unit: unitName });
  return say('place', { unit: unitName, from: dayText(arrival, language), to: dayText(departure, language) });
}

/** What was written to her and about her that this page shows, in the order it happened. */
function Told({ facts, language }: { readonly facts: readonly RecordedFact[]; readonly language: Language }): JSX.Element {
  const say = ownTexts(language);
  const told = inForce(facts).flatMap(({ sequence, happened, fact }) => {
    const line = toldToHer(fact, language);
    return line === null ? [] : [{ sequence, happened, ...line }];
  });
  return (
    <Card heading={say('told')}>
      {told.length === 0 && <p>{say('toldNone')}</p>}
      <ul className="plain-list">
        {told.map(({ sequence, happened, what, text }) => (
          <li key={sequence}>
            <p>
              <strong>{what}</strong> {dayText(happened, language)}
            </p>
            {text && <p>{text}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The concern, the offers, her answers, what came instead, the decision and the contract. The assessment and events are not shown here. */
function toldToHer(fact: PathwayFact, language: Language): { readonly what: string; readonly text: string } | null {
  const [say, word] = [ownTexts(language), wordTexts(language)];
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
    case 'hold-ended':
    case 'place-changed':
    case 'departure-changed':
    case 'leave-begun':
    case 'leave-ended':
    case 'party-left':
    case 'place-confirmed':
    case 'admitted':
    case 'discharged':
    case 'event':
    case 'event-withdrawn':
    case 'discharge-withdrawn':
    case 'pathway-ended':
    case 'pathway-reopened':
      return null;
  }
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
