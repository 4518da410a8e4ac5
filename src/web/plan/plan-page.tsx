/** One page that a politician can read: the proposal, a sentence for each estimate of need, a table, two pictures, and what is assumed. */
import type { JSX } from 'react';
import { type EstimateAnswer, meanForThree } from '../../domain/planning/proposals/answer.ts';
import { type PositionId, positionIds, positions } from '../../domain/planning/proposals/positions.ts';
import { ErrorSummary, SelectField, TextField } from '../ui/fields.tsx';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Pairs, Sheet } from '../ui/pieces.tsx';
import { compareAddress, costsAddress, registerAddress, scenariosAddress, sitesAddress } from './addresses.ts';
import { AdmissionsPicture } from './admissions-picture.tsx';
import { placesAskedFor } from './answers.ts';
import { Assumptions } from './assumptions.tsx';
import { LostPicture } from './lost-picture.tsx';
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
  readonly language: Language;
};

export function PlanPage({ position, positionWords, written, answer, language }: Props): JSX.Element {
  const say = planTexts(language);
  const errors = answer.state !== 'refused' ? {} : { pladser: say('fault.places', placesAskedFor) };
  return (
    <div className="plan">
      <ErrorSummary heading={say('errors')} errors={errors} />
      <p>{say('intro')}</p>
      <p className="number-links no-print">
        <a href={compareAddress}>{labTexts(language)('compareTitle')}</a>
        <a href={`${compareAddress}/antagelser?forslag=${positionWords[position]}`}>{labTexts(language)('sensitivityTitle')}</a>
        <a href={sitesAddress}>{sitesTexts(language)('title')}</a>
        <a href={registerAddress}>{registerTexts(language)('title')}</a>
        <a href={costsAddress}>{costsTexts(language)('title')}</a>
        <a href={scenariosAddress}>{labTexts(language)('scenarios')}</a>
      </p>
      <form method="get" className="fields-in-line plan-form">
        <SelectField
          name="loesning"
          label={say('position')}
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
      <Card heading={say('proposal')}>
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
      {answer.state === 'working' && <Alert tone="attention">{say('working')}</Alert>}
      {answer.state === 'worked' && (
        <>
          <h2>{say('answer')}</h2>
          {answer.answers.map((one) => (
            <Sentences key={one.estimate} answer={one} language={language} />
          ))}
          <Numbers answers={answer.answers} language={language} />
          <AdmissionsPicture answers={answer.answers} position={positions[position]} language={language} />
          <LostPicture answers={answer.answers} language={language} />
          <Assumptions position={positions[position]} places={answer.places} language={language} />
        </>
      )}
    </div>
  );
}

function Sentences({ answer, language }: { readonly answer: EstimateAnswer; readonly language: Language }): JSX.Element {
  const say = planTexts(language);
  const { estimate, units, neverAdmitted, weeksLost, equalShareWithThree, sustained } = answer;
  const count = units.length;
  return (
    <Card heading={say('women', { women: estimateText(estimate, language) })}>
      <p className="quiet">{say(`source.${estimate}`)}</p>
      <p>
        {count === 0
          ? say('sentenceNone')
          : say('sentence', {
              units: count,
              mean: spanText(widest(units.map(({ mean }) => mean)), 1, language),
              three: percentText(widest(units.map(({ withThree }) => withThree)), language),
              never: percentText(neverAdmitted, language),
              weeks: spanText(weeksLost, 1, language),
            })}{' '}
        {count > 0 && say('exact', { units: count, equal: percentText(equalShareWithThree, language) })}
      </p>
      <p>
        {say('sustained', {
          sustained: spanText(sustained, 0, language),
          mean: numberText(Number(meanForThree().toFixed(1)), language),
        })}
      </p>
    </Card>
  );
}

function Numbers({ answers, language }: { readonly answers: readonly EstimateAnswer[]; readonly language: Language }): JSX.Element {
  const say = planTexts(language);
  const heads = ['mean', 'withThree', 'equalShare', 'carries', 'never', 'weeks', 'occupancy', 'minutes'] as const;
  return (
    <Sheet caption={say('tableCaption')}>
      <thead>
        <tr>
          <th scope="col">{say('estimate')}</th>
          {heads.map((head) => (
            <th key={head} scope="col" className="number">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answers.map(({ estimate, units, equalShareWithThree, sustained, neverAdmitted, weeksLost, occupancy, minutes }) => (
          <tr key={estimate}>
            <th scope="row">{say('women', { women: estimateText(estimate, language) })}</th>
            <td className="number">{spanText(widest(units.map(({ mean }) => mean)), 1, language)}</td>
            <td className="number">{percentText(widest(units.map(({ withThree }) => withThree)), language)}</td>
            <td className="number">{percentText(equalShareWithThree, language)}</td>
            <td className="number">{spanText(sustained, 0, language)}</td>
            <td className="number">{percentText(neverAdmitted, language)}</td>
            <td className="number">{spanText(weeksLost, 1, language)}</td>
            <td className="number">{percentText(occupancy, language)}</td>
            <td className="number">{minutesText(minutes, language)}</td>
          </tr>
        ))}
      </tbody>
    </Sheet>
  );
}
