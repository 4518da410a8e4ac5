/** What was written and decided, on her own page: fact by fact, in words to her. */
import type { JSX } from 'react';
import { inOrder, type PathwayFact, type RecordedFact, withdrawalOf } from '../../domain/pathway/facts.ts';
import type { PathwayStay } from '../../domain/pathway/state.ts';
import { danishDay, type Day, type Moment } from '../../domain/time.ts';
import { dayText, momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { toldDeparture } from './own-departure.ts';
import { ownPlacesTexts } from './own-places-texts.ts';
import { ownReasonTexts, toldAnswerText } from './own-reasons.ts';
import { ownTexts } from './own-texts.ts';
import { ownBasisText } from './own-words.ts';

/** What was written to her and about her that this page shows, in the order it happened. */
export function OwnTold({
  facts,
  stays,
  language,
}: {
  readonly facts: readonly RecordedFact[];
  readonly stays: readonly PathwayStay[];
  readonly language: Language;
}): JSX.Element {
  const say = ownTexts(language);
  const told = inOrder(facts).flatMap((one) => {
    const { sequence, happened, recorded, fact } = one;
    const line =
      fact.type === 'departure-changed' ? toldDeparture(fact, one, { facts, stays, language }) : toldToHer(fact, stays, language);
    const takenBack = withdrawalOf(facts, one);
    // An arrival or a discharge that was put right is told by what put it right.
    if (line === null || (takenBack !== null && takenBack.fact.type !== 'event-withdrawn')) return [];
    // She has read what was wrong, so it is said that it was; its words may have been meant for another, and stand here no more.
    const text = takenBack === null ? line.text : say('toldWrong', { when: momentText(takenBack.recorded, language) });
    return [{ sequence, when: whenText(happened, recorded, fact, language), isWrong: takenBack !== null, ...line, text }];
  });
  return (
    <Card heading={say('told')}>
      {told.length === 0 && <p>{say('toldNone')}</p>}
      <ul className="plain-list">
        {told.map(({ sequence, when, isWrong, what, text }) => (
          <li key={sequence}>
            <p>
              <strong>{isWrong ? <s>{what}</s> : what}</strong> {when}
            </p>
            {text && <p>{text}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The moment it was written, or the day alone where no hour was said; where it happened on another day, that day first: «24. november 2026, skrevet 26. november 2026 kl. 9.12». */
function whenText(happened: Day, recorded: Moment, fact: PathwayFact, language: Language): string {
  // Of when she came and left the day alone was said: the hour is that of who wrote it.
  const isDayAlone = fact.type === 'admitted' || fact.type === 'discharged';
  const written = isDayAlone ? dayText(danishDay(recorded), language) : momentText(recorded, language);
  return danishDay(recorded) === happened ? written : ownTexts(language)('written', { day: dayText(happened, language), when: written });
}

/** The longest way she accepts, as it was written; empty where she was not asked. */
function longestWayText(longestWay: number | null | undefined, language: Language): string {
  if (longestWay === undefined) return '';
  return longestWay === null ? ownTexts(language)('anyWay') : ownTexts(language)('longestWay', { minutes: longestWay });
}

/** The concern, the offers, her answers, what came instead, the decision and the contract. The assessment and events are not shown here. */
function toldToHer(
  fact: Exclude<PathwayFact, { readonly type: 'departure-changed' }>,
  stays: readonly PathwayStay[],
  language: Language,
): { readonly what: string; readonly text: string } | null {
  const [say, hers, place] = [ownTexts(language), ownReasonTexts(language), ownPlacesTexts(language)];
  switch (fact.type) {
    case 'referral-registered':
      return { what: say('toldConcern', { who: fact.referrer }), text: fact.concern };
    case 'offered':
      return { what: say('toldOffer', { level: hers(`level.${fact.level}`) }), text: fact.what };
    case 'answered':
      return { what: say('toldAnswer', { answer: hers(`answer.${fact.answer}`) }), text: fact.inHerWords && `«${fact.inHerWords}»` };
    case 'alternative-arranged':
      return { what: say('toldInstead', { level: hers(`level.${fact.level}`) }), text: fact.what };
    case 'care-decided': {
      const basis = fact.legalBasis === null ? [] : [ownBasisText(fact.legalBasis, language)];
      return {
        what: say('toldDecision', { level: hers(`level.${fact.level}`) }),
        text: [sentence(fact.reason), ...basis].filter((part) => part !== '').join(' '),
      };
    }
    case 'contract-offered':
      return { what: say('toldContract'), text: `${say('contractIs')} ${say('toldAnswer', { answer: hers(`answer.${fact.answer}`) })}.` };
    case 'place-answered':
      return { what: say(`toldPlace.${fact.said.answer}`, { unit: fact.unitName }), text: toldAnswerText(fact.said, language) };
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
    case 'discharge-withdrawn':
      return { what: place('toldNotDischarged', { unit: unitOf(fact.stay, stays) }), text: '' };
    case 'admission-withdrawn':
      return { what: place('toldNotAdmitted', { unit: fact.unitName }), text: '' };
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
    case 'leave-begun':
    case 'leave-ended':
    case 'party-left':
    case 'event':
    case 'event-withdrawn':
    case 'pathway-ended':
    case 'pathway-reopened':
      return null;
  }
}

/** Words that somebody wrote, ended so that another sentence can follow. */
function sentence(words: string): string {
  return words === '' || /[.!?]$/.test(words) ? words : `${words}.`;
}

function unitOf(stay: PathwayStay['id'], stays: readonly PathwayStay[]): string {
  return stays.find(({ id }) => id === stay)?.unitName ?? '';
}
