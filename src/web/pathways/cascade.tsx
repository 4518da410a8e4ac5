/** The cascade as a list: each step with its day and reason, the days between two steps with their cause, and what came instead. */
import type { JSX } from 'react';
import { type Cascade, type CascadeStep, stepsOf } from '../../domain/pathway/cascade.ts';
import { legalBasisText } from '../../domain/legal-basis.ts';
import { isBrokenOff } from '../../domain/pathway/broken-off.ts';
import type { RecordedFact } from '../../domain/pathway/facts.ts';
import { placeOn, plannedAfter } from '../../domain/pathway/planned-places.ts';
import { endedBeforeArrival, type PathwayStay } from '../../domain/pathway/state.ts';
import type { Day } from '../../domain/time.ts';
import { dayText, shortDayText } from '../ui/format.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { describeFact } from './describe.ts';
import { levelTexts } from './level-texts.ts';
import { pathwayTexts } from './texts.ts';
import { wordTexts } from './word-texts.ts';

type Props = {
  readonly cascade: Cascade;
  readonly facts: readonly RecordedFact[];
  /** The stays of the pathway, and the one that holds. */
  readonly stays: readonly PathwayStay[];
  readonly stay: PathwayStay | null;
  readonly bornOn: Day | null;
  readonly today: Day;
  readonly language: Language;
};

export function CascadeList({ cascade, facts, stays, stay, bornOn, today, language }: Props): JSX.Element {
  const [say, word] = [pathwayTexts(language), wordTexts(language)];
  return (
    <>
      <h3>
        {isOfPlaceAlone(cascade) ? levelTexts(language)('undecidedPlace') : say('cascadeLevel', { level: word(`level.${cascade.level}`) })}
      </h3>
      <ol className="cascade">
        {shownSteps(cascade).map((step) => (
          <Step
            key={step}
            step={step}
            cascade={cascade}
            facts={facts}
            stays={stays}
            stay={stay}
            bornOn={bornOn}
            today={today}
            language={language}
          />
        ))}
      </ol>
      {cascade.level === 'residential' &&
        stays
          .filter((one) => one.id !== stay?.id || endedBeforeArrival(one))
          .map((one) => (
            <p key={one.id} className="quiet">
              {besideText(one, stay, today, language)}
            </p>
          ))}
      {cascade.instead.map(({ on, sequence, what }) => (
        <p key={sequence}>
          <strong>{say('instead', { day: dayText(on, language), what })}</strong>
        </p>
      ))}
    </>
  );
}

/** Whether nothing was said of the level, and only a place was held or confirmed: that decides no level. */
function isOfPlaceAlone({ entries }: Cascade): boolean {
  return entries.every(({ step }) => step === 'place-held' || step === 'place-confirmed');
}

/** The place beside the one that holds: where she lives until she moves, or one that she had or that came to nothing. */
function besideText(one: PathwayStay, stay: PathwayStay | null, today: Day, language: Language): string {
  const say = pathwayTexts(language);
  const place = stayText(one, today, language);
  if (one.status !== 'admitted') return say('earlierPlace', { place });
  const moves = stay?.status === 'confirmed' || stay?.status === 'held' ? stay.arrival : null;
  return moves === null
    ? livesTexts(language)('lives', { place })
    : livesTexts(language)('livesUntil', { place, day: dayText(moves, language) });
}

const livesTexts = catalogue(
  {
    nextPlace: '{before}, fra {day} {place}',
    lives: 'Her bor hun: {place}',
    livesUntil: 'Her bor hun, til hun flytter {day}: {place}',
    brokenOff: 'Afbrudt: hun rejste før den aftalte afrejse og før fødslen',
  },
  {
    lives: 'She lives here: {place}',
    livesUntil: 'She lives here until she moves on {day}: {place}',
    nextPlace: '{before}, from {day} {place}',
    brokenOff: 'Broken off: she left before the agreed departure and before the birth',
  },
);

/** After a no, the steps that were never reached are not held up as missing. */
function shownSteps({ level, entries, instead }: Cascade): readonly CascadeStep[] {
  const reached = entries.map(({ step }) => step);
  return stepsOf(level).filter((step) => instead.length === 0 || reached.includes(step));
}

/** «Plads 4, Fjordhuset, Strand · bekræftet 22. nov. · barnets lov § 32, stk. 1, nr. 6». */
export function stayText(stay: PathwayStay, today: Day, language: Language): string {
  const { unitName, status, since, legalBasis } = stay;
  const where = [placesOf(stay, today, language), unitName].filter(Boolean).join(', ');
  const how = `${wordTexts(language)(`stay.${status}`)} ${shortDayText(since, language)}`;
  return [where, how, ...(legalBasis === null ? [] : [legalBasisText(legalBasis)])].filter(Boolean).join(' · ');
}

/** «Plads 2, fra 5. dec. Plads 3» while a move within the unit is planned; of a stay that is over the place she left. */
function placesOf(stay: PathwayStay, today: Day, language: Language): string | null {
  const day = stay.dischargedOn ?? (endedBeforeArrival(stay) ? stay.since : today);
  const now = placeOn(stay, day);
  if (now === null) return null;
  return plannedAfter(stay, day).reduce(
    (before, { placeName: place, from }) => livesTexts(language)('nextPlace', { before, day: shortDayText(from, language), place }),
    now,
  );
}

/** The day on which the stay that holds reached a step of its own; undefined for the steps before a place is sought. */
function dayOfStay(step: CascadeStep, stay: PathwayStay | null): Day | null | undefined {
  switch (step) {
    case 'place-held':
      return stay?.heldOn ?? null;
    case 'place-confirmed':
      return stay?.confirmedOn ?? null;
    case 'admitted':
      return stay?.admittedOn ?? null;
    case 'completed':
      return stay?.dischargedOn ?? null;
    case 'need-assessed':
    case 'offered':
    case 'answered':
    case 'decided':
      return undefined;
  }
}

/** A step of the place: the days of the place that holds, and where it was reached before with another one. */
function PlaceStep({
  step,
  first,
  on,
  stay,
  bornOn,
  today,
  language,
}: {
  readonly step: CascadeStep;
  readonly first: Day;
  readonly on: Day | null;
  readonly stay: PathwayStay | null;
  readonly bornOn: Day | null;
  readonly today: Day;
  readonly language: Language;
}): JSX.Element {
  const [say, word] = [pathwayTexts(language), wordTexts(language)];
  const isBroken = step === 'completed' && stay !== null && isBrokenOff(stay, bornOn);
  return (
    <>
      <p>
        <strong>{isBroken ? livesTexts(language)('brokenOff') : word(`step.${step}`)}</strong>{' '}
        {on === null ? say('notYet') : dayText(on, language)}
        {on !== first && <span className="quiet"> · {say('firstTime', { day: dayText(first, language) })}</span>}
      </p>
      {stay && step === latestStepOf(stay) && <p>{stayText(stay, today, language)}</p>}
    </>
  );
}

/** Where the line about the place stands: at the last step it reached. */
function latestStepOf({ dischargedOn, admittedOn, confirmedOn }: PathwayStay): CascadeStep {
  if (dischargedOn !== null) return 'completed';
  if (admittedOn !== null) return 'admitted';
  return confirmedOn === null ? 'place-held' : 'place-confirmed';
}

function Step({ step, cascade, facts, stay, bornOn, today, language }: Props & { readonly step: CascadeStep }): JSX.Element {
  const [say, word] = [pathwayTexts(language), wordTexts(language)];
  const entry = cascade.entries.find((one) => one.step === step);
  if (!entry) {
    return (
      <li className="not-yet">
        <p>
          {word(`step.${step}`)}: {say('notYet')}
        </p>
      </li>
    );
  }
  const gap = cascade.gaps.find(({ to }) => to === step);
  const holding = stay && !endedBeforeArrival(stay) ? stay : null;
  const on = dayOfStay(step, holding);
  if (on !== undefined) {
    return (
      <li className={on === null ? 'not-yet' : undefined}>
        {gap && on !== null && <p className="quiet">{say('gap', { days: gap.days, cause: word(`cause.${gap.cause}`) })}</p>}
        <PlaceStep step={step} first={entry.first} on={on} stay={holding} bornOn={bornOn} today={today} language={language} />
      </li>
    );
  }
  const ids = step === 'answered' ? cascade.answers.map(({ sequence }) => sequence) : [entry.sequence];
  return (
    <li>
      {gap && <p className="quiet">{say('gap', { days: gap.days, cause: word(`cause.${gap.cause}`) })}</p>}
      <p>
        <strong>{word(`step.${step}`)}</strong> {dayText(entry.first, language)}
      </p>
      {ids.map((id) => (
        <StepDetail key={id} recorded={facts.find(({ sequence }) => sequence === id)} step={step} language={language} />
      ))}
    </li>
  );
}

function StepDetail({
  recorded,
  step,
  language,
}: {
  readonly recorded: RecordedFact | undefined;
  readonly step: CascadeStep;
  readonly language: Language;
}): JSX.Element | null {
  if (!recorded) return null;
  const { what, detail } = describeFact(recorded.fact, language);
  const text = step === 'answered' ? [what, detail].filter(Boolean).join(' · ') : detail;
  return text ? <p>{text}</p> : null;
}
