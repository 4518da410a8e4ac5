/** One page that a politician can read: the proposal, a sentence for each estimate of need, a table, two pictures, and what is assumed. */
import type { JSX } from 'react';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import type { RoomRule } from '../../domain/planning/proposals/room-rule.ts';
import { type PositionId, positionIds, positions } from '../../domain/planning/proposals/positions.ts';
import { ErrorSummary, type FieldErrors, SelectField, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Card, Pairs } from '../ui/pieces.tsx';
import {
  compareAddress,
  costsAddress,
  planAddress,
  publishedAddress,
  registerAddress,
  scenariosAddress,
  sitesAddress,
} from './addresses.ts';
import { AnswerFiles } from './answer-files.tsx';
import { UnknownChoice } from './unknown-choice.tsx';
import { placesAskedFor, type Weighed } from './answers.ts';
import { Assumptions } from './assumptions.tsx';
import { hingeSentences } from './hinges.ts';
import { answerParts, PlanAnswer } from './plan-answer.tsx';
import { PlanLead } from './plan-lead.tsx';
import { partAnchors, PlanContents } from './plan-part.tsx';
import type { ShownNeed } from './shown-need.ts';
import { answerTexts, costsTexts, labTexts, planTexts, registerTexts, scenarioTexts, sitesTexts } from './texts.ts';
import { Waiting } from './waiting.tsx';

/** `refused` where the number of places is none that can be worked with; `busy` where it is not yet in the queue. */
export type PlanAnswer =
  | { readonly state: 'refused' | 'working' | 'busy' }
  | {
      readonly state: 'worked';
      readonly places: number;
      readonly answers: readonly ShownNeed[];
      readonly weighed: readonly Weighed[];
      readonly scenario: Scenario;
    };

type Props = {
  readonly position: PositionId;
  readonly positionWords: Readonly<Record<PositionId, string>>;
  /** The number of places as it was written. */
  readonly written: string;
  /** What the address asks for and there is not; null where there is nothing to say. */
  readonly unknown: string | null;
  readonly answer: PlanAnswer;
  readonly isStill: boolean;
  readonly rule: RoomRule;
  readonly language: Language;
};

export function PlanPage({ position, positionWords, written, unknown, isStill, answer, rule, language }: Props): JSX.Element {
  const say = planTexts(language);
  const errors = answer.state !== 'refused' ? {} : { pladser: say('fault.places', placesAskedFor) };
  const hasUnits = positions[position].sites.length > 0;
  return (
    <div className="plan">
      <UnknownChoice asked={unknown} field={say('position')} shown={say(`name.${position}`)} language={language} />
      <ErrorSummary heading={say('errors')} errors={errors} nameOf={() => say('places')} />
      {(answer.state === 'working' || answer.state === 'busy') && (
        <Waiting
          address={`${planAddress}?loesning=${positionWords[position]}&pladser=${encodeURIComponent(written)}`}
          isStill={isStill}
          language={language}
        >
          <p>{answer.state === 'busy' ? answerTexts(language)('busy') : say('working')}</p>
        </Waiting>
      )}
      {answer.state === 'worked' && (
        <>
          <PlanLead
            answers={answer.answers}
            places={{ of: 'each', places: answer.places }}
            dispersion={null}
            rule={rule}
            hinges={hingeSentences({ ...answer, rule }, language)}
            language={language}
          />
          <AnswerFiles
            address={`${planAddress}/svar`}
            query={`?loesning=${positionWords[position]}&pladser=${answer.places}`}
            language={language}
          />
        </>
      )}
      <Choose {...{ position, positionWords, written, errors, language }} />
      {answer.state === 'worked' && hasUnits && (
        <PlanContents
          parts={[
            ...answerParts({ weighed: answer.weighed, language }),
            [partAnchors.decided, say('decided')],
            [partAnchors.assumptions, say('assumptions')],
          ]}
          language={language}
        />
      )}
      {answer.state === 'worked' && hasUnits && (
        <PlanAnswer
          answers={answer.answers}
          scenario={answer.scenario}
          weighed={answer.weighed}
          rule={rule}
          mayReadOn
          language={language}
        />
      )}
      <Card heading={say('decided')} id={partAnchors.decided}>
        <Pairs pairs={decidedPairs(position, language)} />
        <p className="quiet">{say('shown')}</p>
      </Card>
      {answer.state === 'worked' && hasUnits && (
        <Assumptions position={positions[position]} scenario={answer.scenario} places={answer.places} language={language} />
      )}
      <WorkOn word={positionWords[position]} language={language} />
    </div>
  );
}

/** Who would do it, and what the documents say of who pays and what is voluntary. */
export function decidedPairs(position: PositionId, language: Language): readonly (readonly [string, string])[] {
  const say = planTexts(language);
  return (['who', 'what', 'responsible', 'financed', 'voluntary'] as const).map((what) => [say(what), say(`${what}.${position}`)]);
}

type ChooseProps = Pick<Props, 'position' | 'positionWords' | 'written' | 'language'> & { readonly errors: FieldErrors };

function Choose({ position, positionWords, written, errors, language }: ChooseProps): JSX.Element {
  const say = planTexts(language);
  return (
    <form method="get" className="fields-in-line plan-form card no-print" aria-label={say('choose')}>
      <SelectField
        name="loesning"
        label={say('choose')}
        value={positionWords[position]}
        options={positionIds.map((id) => ({ value: positionWords[id], text: say(`name.${id}`) }))}
      />
      <TextField
        name="pladser"
        label={say('places')}
        hint={say('placesHint', placesAskedFor)}
        type="text"
        inputMode="numeric"
        longest={3}
        value={written}
        errors={errors}
      />
      <div className="actions">
        <button className="button button-primary" type="submit">
          {say('work')}
        </button>
      </div>
    </form>
  );
}

/** The way on for a planner; on paper there is none. */
function WorkOn({ word, language }: { readonly word: string; readonly language: Language }): JSX.Element {
  return (
    <nav className="no-print" aria-label={planTexts(language)('linksHeading')}>
      <h2>{planTexts(language)('linksHeading')}</h2>
      <p>{planTexts(language)('intro')}</p>
      <p className="number-links">
        <a href={compareAddress}>{labTexts(language)('compareTitle')}</a>
        <a href={`${compareAddress}/antagelser?forslag=${word}`}>{labTexts(language)('sensitivityTitle')}</a>
        <a href={sitesAddress}>{sitesTexts(language)('title')}</a>
        <a href={registerAddress}>{registerTexts(language)('title')}</a>
        <a href={costsAddress}>{costsTexts(language)('title')}</a>
        <a href={scenariosAddress}>{labTexts(language)('scenarios')}</a>
        <a href={publishedAddress}>{scenarioTexts(language)('published.title')}</a>
      </p>
    </nav>
  );
}
