/** One page that a politician can read: the proposal, a sentence for each estimate of need, a table, two pictures, and what is assumed. */
import type { JSX } from 'react';
import type { EstimateAnswer } from '../../domain/planning/proposals/answer.ts';
import { carryingOf } from '../../domain/planning/proposals/carried-units.ts';
import { roomOf, type RoomRule } from '../../domain/planning/proposals/room-rule.ts';
import { type PositionId, positionIds, positions } from '../../domain/planning/proposals/positions.ts';
import { ErrorSummary, type FieldErrors, SelectField, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Pairs, Sheet, Tag } from '../ui/pieces.tsx';
import { compareAddress, costsAddress, registerAddress, scenariosAddress, sitesAddress } from './addresses.ts';
import { demandAddress } from '../numbers/addresses.ts';
import { AdmissionsPicture } from './admissions-picture.tsx';
import { placesAskedFor } from './answers.ts';
import { Assumptions } from './assumptions.tsx';
import { LostPicture } from './lost-picture.tsx';
import { estimateSentence, PlanLead } from './plan-lead.tsx';
import { estimateText, minutesText, percentText, spanText, widest } from './plan-words.ts';
import { costsTexts, labTexts, planTexts, registerTexts, sitesTexts } from './texts.ts';

/** `refused` where the number of places is none that can be worked with. */
export type PlanAnswer =
  | { readonly state: 'refused' | 'working' }
  | { readonly state: 'worked'; readonly places: number; readonly answers: readonly EstimateAnswer[] };

type Props = {
  readonly position: PositionId;
  readonly positionWords: Readonly<Record<PositionId, string>>;
  /** The number of places as it was written. */
  readonly written: string;
  readonly answer: PlanAnswer;
  readonly rule: RoomRule;
  readonly language: Language;
};

export function PlanPage({ position, positionWords, written, answer, rule, language }: Props): JSX.Element {
  const say = planTexts(language);
  const errors = answer.state !== 'refused' ? {} : { pladser: say('fault.places', placesAskedFor) };
  const hasUnits = positions[position].sites.length > 0;
  return (
    <div className="plan">
      <ErrorSummary heading={say('errors')} errors={errors} nameOf={() => say('places')} />
      {answer.state === 'working' && <Alert tone="attention">{say('working')}</Alert>}
      {answer.state === 'worked' && <PlanLead answers={answer.answers} places={answer.places} rule={rule} language={language} />}
      <Choose {...{ position, positionWords, written, errors, language }} />
      {answer.state === 'worked' && hasUnits && (
        <>
          <h2>{say('answer')}</h2>
          <div className="plan-estimates">
            {answer.answers.map((one) => (
              <Estimate key={one.estimate} answer={one} rule={rule} language={language} />
            ))}
          </div>
          <div className="plan-numbers">
            <Numbers answers={answer.answers} language={language} />
          </div>
          <p className="quiet">
            {say('elsewhere')} <a href={demandAddress}>{say('elsewhereLink')}</a>
          </p>
          <div className="plan-pictures">
            <AdmissionsPicture answers={answer.answers} position={positions[position]} language={language} />
            <LostPicture answers={answer.answers} language={language} />
          </div>
        </>
      )}
      <Card heading={say('decided')}>
        <Pairs
          pairs={[
            [say('who'), say(`who.${position}`)],
            [say('what'), say(`what.${position}`)],
            [say('responsible'), say(`responsible.${position}`)],
            [say('financed'), say(`financed.${position}`)],
            [say('voluntary'), say(`voluntary.${position}`)],
          ]}
        />
        <p className="quiet">{say('shown')}</p>
      </Card>
      {answer.state === 'worked' && hasUnits && <Assumptions position={positions[position]} places={answer.places} language={language} />}
      <WorkOn word={positionWords[position]} language={language} />
    </div>
  );
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
      </p>
    </nav>
  );
}

/** A colour that only repeats the word. */
const tones = { whole: 'done', upper: 'attention', no: 'stop' } as const;

type EstimateProps = { readonly answer: EstimateAnswer; readonly rule: RoomRule; readonly language: Language };

function Estimate({ answer, rule, language }: EstimateProps): JSX.Element {
  const say = planTexts(language);
  const carrying = carryingOf(answer.units.length, answer.sustained);
  const isShort = carrying === 'whole' && roomOf(answer, rule) === 'short';
  return (
    <Card heading={say('women', { women: estimateText(answer.estimate, language) })}>
      {carrying !== 'nothing' && (
        <p>
          <Tag tone={isShort ? 'attention' : tones[carrying]}>{say(isShort ? 'carrying.short' : `carrying.${carrying}`)}</Tag>
        </p>
      )}
      <p>{estimateSentence(answer, language)}</p>
      <p className="quiet">{say(`source.${answer.estimate}`)}</p>
    </Card>
  );
}

/** A column for each estimate, so that it is read on a telephone without being pushed sideways. */
function Numbers({ answers, language }: { readonly answers: readonly EstimateAnswer[]; readonly language: Language }): JSX.Element {
  const say = planTexts(language);
  const rows: readonly (readonly [PlanMeasure, (answer: EstimateAnswer) => string])[] = [
    ['carries', ({ sustained }) => spanText(sustained, 0, language)],
    ['mean', ({ units }) => spanText(widest(units.map(({ mean }) => mean)), 1, language)],
    ['withThree', ({ units }) => percentText(widest(units.map(({ withThree }) => withThree)), language)],
    ['equalShare', ({ equalShareWithThree }) => percentText(equalShareWithThree, language)],
    ['never', ({ neverAdmitted }) => percentText(neverAdmitted, language)],
    ['weeks', ({ weeksLost }) => spanText(weeksLost, 1, language)],
    ['occupancy', ({ occupancy }) => percentText(occupancy, language)],
    ['minutes', ({ minutes }) => minutesText(minutes, language)],
  ];
  return (
    <Sheet caption={say('tableCaption')}>
      <thead>
        <tr>
          <th scope="col">{say('estimate')}</th>
          {answers.map(({ estimate }) => (
            <th key={estimate} scope="col" className="number">
              {say('under', { women: estimateText(estimate, language) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([measure, text]) => (
          <tr key={measure}>
            <th scope="row">{say(measure)}</th>
            {answers.map((answer) => (
              <td key={answer.estimate} className="number">
                {text(answer)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Sheet>
  );
}

type PlanMeasure = 'carries' | 'mean' | 'withThree' | 'equalShare' | 'never' | 'weeks' | 'occupancy' | 'minutes';
