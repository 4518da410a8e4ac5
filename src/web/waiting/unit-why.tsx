/** The units of her wish, each with why it is asked for her or not: her wishes stay in sight also where none can be asked. */
import { Fragment, type JSX } from 'react';
import { inDanishOrder } from '../../domain/danish-order.ts';
import { homeOf } from '../../domain/geography/travel.ts';
import { endsWithTime } from '../../domain/placement/blocker-end.ts';
import { stepsForAPage } from '../../domain/placement/feasibility.ts';
import { stepsUpTo } from '../../domain/placement/puzzle.ts';
import type { Candidate } from '../../domain/placement/search.ts';
import { unitForWaiting, type UnitForWaiting } from '../../domain/placement/waiting-why.ts';
import type { HerRequest, HerWaitingMaterial } from '../../store/placement-waiting-read.ts';
import { unitAddress } from '../places/addresses.ts';
import { reasonSentences, reasonsHeading } from '../places/answer-words.ts';
import { travelText, unitTitle } from '../places/words.ts';
import type { Language } from '../ui/language.ts';
import { lengthTexts } from './length-texts.ts';
import { unitWhyTexts } from './unit-why-texts.ts';
import { closedText } from './words.ts';

type Props = { readonly material: HerWaitingMaterial; readonly request: HerRequest; readonly language: Language };

/** A country of no more units than these is gone through unit by unit, as in a search; of a larger one the rest are counted. Our own choice. */
const mostExplained = 40;

/** What a unit is to her while she waits; while an offer stands no other unit is asked. */
type Why = UnitForWaiting | { readonly outcome: 'offered-now' | 'asked-after-offer' };

/** A unit with what it is to her, and the number of her wish for it. */
type Answered = { readonly candidate: Candidate; readonly why: Why; readonly wish: number | null };

export function UnitsWhy({ material, request, language }: Props): JSX.Element {
  const say = unitWhyTexts(language);
  const { units } = request;
  const wished = units.flatMap((unit) => material.candidates.filter((one) => one.unit.id === unit));
  const inTurn = inDanishOrder(material.candidates, unitTitle);
  const named = (units.length > 0 ? wished : inTurn.slice(0, mostExplained)).map((candidate, index): Answered => ({
    candidate,
    why: whyOf(candidate, material, request),
    wish: units.length > 0 ? index + 1 : null,
  }));
  // Her own wishes stand in their order, whatever they answer; of the others those that are not asked stand together.
  const leftOut = named.filter(({ why, wish }) => wish === null && isLeftOut(why));
  const others = units.length > 0 ? inTurn.filter((one) => !wished.includes(one)) : [];
  const uncounted = units.length > 0 ? 0 : inTurn.length - named.length;
  return (
    <section aria-labelledby="hvorfor" className="card">
      <h2 id="hvorfor">{say(units.length > 0 ? 'heading' : 'headingAny')}</h2>
      {units.length > 0 && <p className="quiet">{say('intro')}</p>}
      <UnitList
        answered={named.filter((one) => !leftOut.includes(one))}
        empty={units.length > 0 ? '' : say('noneAsked')}
        language={language}
      />
      {leftOut.length > 0 && (
        <section aria-labelledby="udeladt" className="left-out">
          <h3 id="udeladt">{say('leftOut', { count: leftOut.length })}</h3>
          <UnitList answered={leftOut} empty="" language={language} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="udeladt" className="left-out">
          <h3 id="udeladt">{say('leftOut', { count: others.length })}</h3>
          <p>
            {say('notWished')}{' '}
            {others.slice(0, mostExplained).map((one, index) => (
              <Fragment key={one.unit.id}>
                {index > 0 && '; '}
                <a href={unitAddress(one.unit.id)}>{unitTitle(one)}</a>
              </Fragment>
            ))}
            {others.length > mostExplained ? ` ${say('andMore', { count: others.length - mostExplained })}` : '.'}
          </p>
        </section>
      )}
      {uncounted > 0 && <p>{say('andMore', { count: uncounted })}</p>}
    </section>
  );
}

type ListProps = { readonly answered: readonly Answered[]; readonly empty: string; readonly language: Language };

function UnitList({ answered, empty, language }: ListProps): JSX.Element {
  const say = unitWhyTexts(language);
  if (answered.length === 0) return <p>{empty}</p>;
  return (
    <ul className="plain-list units-why">
      {answered.map(({ candidate, why, wish }) => (
        <li key={candidate.unit.id}>
          <a href={unitAddress(candidate.unit.id)}>
            {wish === null ? unitTitle(candidate) : say('wish', { number: wish, unit: unitTitle(candidate) })}
          </a>
          {': '}
          <WhySaid why={why} candidate={candidate} language={language} />
        </li>
      ))}
    </ul>
  );
}

/** Whether a unit is not asked for her and will not be by waiting. */
function isLeftOut(why: Why): boolean {
  switch (why.outcome) {
    case 'offered-now':
    case 'asked-after-offer':
    case 'can-be-offered':
    case 'with-moves':
      return false;
    case 'closed':
    case 'out-of-reach':
    case 'over':
      return true;
    case 'not-now':
      return !helpsToWait(why);
  }
}

/** Whether she stands on its list, and can come with time. */
function helpsToWait({ isOnList, comes, explanation }: Extract<UnitForWaiting, { readonly outcome: 'not-now' }>): boolean {
  return isOnList && (explanation.outcome !== 'explained' || comes);
}

function whyOf(candidate: Candidate, { now }: Pick<HerWaitingMaterial, 'now'>, request: HerRequest): Why {
  // The place that is offered is held for her: it is no other's, and nothing stands in her way to it.
  if (request.status === 'offered' && request.herStay?.unit === candidate.unit.id) return { outcome: 'offered-now' };
  const why = unitForWaiting(request, candidate, homeOf, now, stepsUpTo(stepsForAPage));
  return why.outcome === 'can-be-offered' && request.status === 'offered' ? { outcome: 'asked-after-offer' } : why;
}

type WhyProps = { readonly why: Why; readonly candidate: Candidate; readonly language: Language };

function WhySaid({ why, candidate, language }: WhyProps): JSX.Element {
  const sentences = whySentences(why, candidate, language);
  const [first, ...rest] = sentences;
  return (
    <>
      {first}
      {rest.length > 0 && (
        <ul className="reasons">
          {rest.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What is said of a unit for one who waits: a sentence, and after it the things that stand in the way as a search says them. */
function whySentences(why: Why, { unit }: Candidate, language: Language): readonly string[] {
  const say = unitWhyTexts(language);
  switch (why.outcome) {
    case 'offered-now':
    case 'asked-after-offer':
    case 'can-be-offered':
    case 'with-moves':
      return [say(why.outcome)];
    case 'closed':
      return [say('closed', { why: closedText(why.closed, language) })];
    case 'over':
      return [lengthTexts(language)('overThere')];
    case 'out-of-reach':
      return [say('out-of-reach', { way: travelText(why.minutes, language), reach: why.reach })];
    case 'not-now': {
      const { explanation, comes } = why;
      if (explanation.outcome !== 'explained') return [say('undecided')];
      // Where none of what is named ends, it is another place that becomes hers.
      const isElsewhere = explanation.blockers.every((blocker) => !endsWithTime(blocker, unit, comes));
      const when = helpsToWait(why) ? (isElsewhere ? 'otherPlace' : 'later') : 'never';
      return [`${say(when)} ${reasonsHeading(explanation, unit, comes, language)}`, ...reasonSentences(explanation, unit, comes, language)];
    }
  }
}

/** Her first wish with why it is not asked, in one sentence, for a receipt; `null` where she named no unit. */
export function firstWishText(material: HerWaitingMaterial, request: HerRequest, language: Language): string | null {
  const candidate = material.candidates.find((one) => one.unit.id === request.units[0]);
  if (!candidate) return null;
  const why = whySentences(whyOf(candidate, material, request), candidate, language).join(' ');
  return unitWhyTexts(language)('firstWish', { unit: unitTitle(candidate), why });
}
