/** The cascade as a list: each step with its day and reason, the days between two steps with their cause, and what came instead. */
import type { JSX } from 'react';
import { type Cascade, type CascadeStep, stepsOf } from '../../domain/pathway/cascade.ts';
import { legalBasisText } from '../../domain/legal-basis.ts';
import type { RecordedFact } from '../../domain/pathway/facts.ts';
import { endedBeforeArrival, type PathwayStay } from '../../domain/pathway/state.ts';
import type { Day } from '../../domain/time.ts';
import { dayText, shortDayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { describeFact } from './describe.ts';
import { pathwayTexts } from './texts.ts';
import { wordTexts } from './word-texts.ts';

type Props = {
  readonly cascade: Cascade;
  readonly facts: readonly RecordedFact[];
  /** The stays of the pathway, and the one that holds. */
  readonly stays: readonly PathwayStay[];
  readonly stay: PathwayStay | null;
  readonly language: Language;
};

export function CascadeList({ cascade, facts, stays, stay, language }: Props): JSX.Element {
  const [say, word] = [pathwayTexts(language), wordTexts(language)];
  return (
    <>
      <h3>{say('cascadeLevel', { level: word(`level.${cascade.level}`) })}</h3>
      <ol className="cascade">
        {shownSteps(cascade).map((step) => (
          <Step key={step} step={step} cascade={cascade} facts={facts} stays={stays} stay={stay} language={language} />
        ))}
      </ol>
      {cascade.level === 'residential' &&
        stays
          .filter((one) => one.id !== stay?.id || endedBeforeArrival(one))
          .map((one) => (
            <p key={one.id} className="quiet">
              {say('earlierPlace', { place: stayText(one, language) })}
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

/** After a no, the steps that were never reached are not held up as missing. */
function shownSteps({ level, entries, instead }: Cascade): readonly CascadeStep[] {
  const reached = entries.map(({ step }) => step);
  return stepsOf(level).filter((step) => instead.length === 0 || reached.includes(step));
}

/** «Plads 4, Fjordhuset, Strand · bekræftet 22. nov. · barnets lov § 32, stk. 1, nr. 6». */
export function stayText({ placeName, unitName, status, since, legalBasis }: PathwayStay, language: Language): string {
  const where = [placeName, unitName].filter(Boolean).join(', ');
  const how = `${wordTexts(language)(`stay.${status}`)} ${shortDayText(since, language)}`;
  return [where, how, ...(legalBasis === null ? [] : [legalBasisText(legalBasis)])].filter(Boolean).join(' · ');
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
  language,
}: {
  readonly step: CascadeStep;
  readonly first: Day;
  readonly on: Day | null;
  readonly stay: PathwayStay | null;
  readonly language: Language;
}): JSX.Element {
  const [say, word] = [pathwayTexts(language), wordTexts(language)];
  return (
    <>
      <p>
        <strong>{word(`step.${step}`)}</strong> {on === null ? say('notYet') : dayText(on, language)}
        {on !== first && <span className="quiet"> · {say('firstTime', { day: dayText(first, language) })}</span>}
      </p>
      {stay && step === latestStepOf(stay) && <p>{stayText(stay, language)}</p>}
    </>
  );
}

/** Where the line about the place stands: at the last step it reached. */
function latestStepOf({ dischargedOn, admittedOn, confirmedOn }: PathwayStay): CascadeStep {
  if (dischargedOn !== null) return 'completed';
  if (admittedOn !== null) return 'admitted';
  return confirmedOn === null ? 'place-held' : 'place-confirmed';
}

function Step({ step, cascade, facts, stay, language }: Props & { readonly step: CascadeStep }): JSX.Element {
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
        <PlaceStep step={step} first={entry.first} on={on} stay={holding} language={language} />
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
