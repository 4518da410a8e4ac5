/** Next year's demand under each published number, and whether the judgements can be put together. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import type { StatedEstimate } from '../../domain/planning/simulation/scenario.ts';
import { type Day, danishDay } from '../../domain/time.ts';
import { may } from '../../access/decide.ts';
import { placesEnough } from '../../domain/estimation/demand.ts';
import type { BeliefAnswer } from '../../domain/estimation/registration-belief.ts';
import type { Synthesis } from '../../domain/estimation/evidence-synthesis.ts';
import { type PublishedEstimate, writtenRange } from '../../domain/numbers/published-estimate.ts';
import { publishedEstimate } from '../../domain/numbers/published-estimates.ts';
import type { WebContext } from '../context.ts';
import { type FieldErrors, TextField } from '../ui/fields.tsx';
import { dayText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { planAddress } from '../plan/addresses.ts';
import { carriedAddress } from '../plan/carried-estimate.ts';
import { emptyWord } from '../plan/proposals.ts';
import { registerTexts } from '../plan/texts.ts';
import { demandAddress, numbersAddress } from './addresses.ts';
import { registrationSentence } from './belief-fault-words.ts';
import { BeliefTable } from './belief-table.tsx';
import { demandFile } from './demand-file.ts';
import {
  beliefsOf,
  type Line,
  linesOf,
  placesText,
  registrationAsked,
  stayAsked,
  synthesis,
  usualRegistration,
  withoutRangeText,
} from './demand-lines.ts';
import { Downloads, tableFiles } from './downloads.tsx';
import { AxisHead, BarPlot, LegendBar, plainAxis } from './plot.tsx';
import { disputeTexts, workTexts } from './texts.ts';

type Query = { Querystring: { registreret?: string; ophold?: string } };

export const demandPage: FastifyPluginAsync<WebContext> = async (app) => {
  app.get<Query>(demandAddress, { config: { permission: 'figure:read' } }, async (request, reply) => {
    const { language, query, actor } = request;
    const carryDay = actor !== null && may(actor, 'plan:make') ? danishDay(request.permit().at) : null;
    const written = query.registreret ?? usualRegistration;
    const asked = registrationAsked(written);
    const registration = typeof asked === 'string' ? null : asked;
    const stay = stayAsked(query.ophold ?? '');
    const stayWeeks = stay === 'no-weeks' ? null : stay;
    const errors: FieldErrors = {
      ...(typeof asked === 'string' ? { registreret: registrationSentence(asked, language) } : {}),
      ...(stay === 'no-weeks' ? { ophold: workTexts(language)('problem.stay', { most: placesEnough.longestWeeks }) } : {}),
    };
    return reply.page({
      title: workTexts(language)('demandTitle'),
      status: Object.keys(errors).length === 0 ? 200 : 422,
      crumbs: [{ href: numbersAddress, text: disputeTexts(language)('title') }],
      content: (
        <Demand
          lines={linesOf(registration, query.registreret === undefined, stayWeeks, language)}
          stayWeeks={stayWeeks}
          stay={query.ophold ?? ''}
          isExample={query.registreret === undefined}
          beliefs={registration && beliefsOf(registration)}
          synthesis={synthesis()}
          written={written}
          errors={errors}
          carryDay={carryDay}
          readsPlan={actor !== null && may(actor, 'plan:read')}
          language={language}
        />
      ),
    });
  });
  tableFiles<Query['Querystring']>(app, { address: demandAddress, permission: 'figure:read', name: 'naeste-aar' }, async (request) => {
    const { language, query } = request;
    const asked = registrationAsked(query.registreret ?? usualRegistration);
    const stayWeeks = stayAsked(query.ophold ?? '');
    return typeof asked === 'string' || stayWeeks === 'no-weeks'
      ? null
      : demandFile(
          linesOf(asked, query.registreret === undefined, stayWeeks, language),
          stayWeeks,
          danishDay(request.permit().at),
          language,
        );
  });
};

type Props = {
  readonly lines: readonly Line[];
  /** Null while the share that is written is none. */
  readonly beliefs: readonly BeliefAnswer[] | null;
  readonly synthesis: Synthesis;
  readonly written: string;
  /** The mean stay as it was written, and in weeks; null where none can be used. */
  readonly stay: string;
  readonly stayWeeks: number | null;
  /** Nobody has written the share. */
  readonly isExample: boolean;
  readonly errors: FieldErrors;
  /** The day that an estimate is taken on; null for one who makes no scenarios. */
  readonly carryDay: Day | null;
  readonly readsPlan: boolean;
  readonly language: Language;
};

function Demand({
  lines,
  beliefs,
  synthesis: found,
  written,
  stay,
  stayWeeks,
  isExample,
  errors,
  carryDay,
  readsPlan,
  language,
}: Props): JSX.Element {
  const say = workTexts(language);
  const axis = plainAxis(Math.max(...lines.map(({ summary }) => summary.q95)));
  return (
    <>
      <p>{say('demandIntro')}</p>
      <form method="get" className="figure-query card no-print">
        <TextField name="registreret" label={say('registration')} hint={say('registrationHint')} value={written} errors={errors} />
        <TextField name="ophold" label={say('stay')} hint={say('stayHint')} value={stay} errors={errors} inputMode="numeric" />
        <button type="submit" className="button button-primary">
          {say('show')}
        </button>
      </form>
      <Downloads
        address={demandAddress}
        query={{ ...(isExample ? {} : { registreret: written }), ...(stayWeeks === null ? {} : { ophold: `${stayWeeks}` }) }}
        language={language}
      />
      <section className="picture one-table">
        <h2 id="naeste-aar">{say('demandCaption')}</h2>
        <p>
          {say('demandPicture')} {say('demandSays')}
        </p>
        <ul className="legend bare" aria-label={disputeTexts(language)('signs')}>
          <li>
            <LegendBar tone="least" />
            {say('barRange')}
          </li>
          <li>
            <LegendBar tone="middle" />
            {say('barMiddle')}
          </li>
        </ul>
        <Sheet caption={say('demandCaption')}>
          <thead>
            <tr>
              <th scope="col">{say('basis')}</th>
              <th scope="col" className="number">
                {say('range')}
              </th>
              <th scope="col">
                <AxisHead axis={axis} unit={say('axisNextYear')} language={language} />
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ basis, range, units, places, isPooled, isExample: isOfNobody, summary: { q05, q50, q80, q95 } }) => (
              <tr key={basis}>
                <th scope="row">
                  {basis}
                  <span className="quiet where">
                    {say('lineSays', { middle: q50, plan: q80 })} {say('carries', { units })} {placesText(places, stayWeeks, language)}
                  </span>
                  {isPooled && <span className="quiet where">{withoutRangeText(language)}</span>}
                  {isPooled && found.outcome === 'in-conflict' && <strong className="where">{say('pooledAgainst')}</strong>}
                  {carryDay !== null && !isOfNobody && !(isPooled && found.outcome === 'in-conflict') && (
                    <a className="no-print" href={carriedAddress(estimateOf(basis, range, carryDay), emptyWord)}>
                      {registerTexts(language)('carry')}
                    </a>
                  )}
                </th>
                <td className="number">
                  {q05}–{q95}
                </td>
                <td>
                  <BarPlot axis={axis} from={q05} to={q95} middle={q50} tone="least" />
                </td>
              </tr>
            ))}
          </tbody>
        </Sheet>
      </section>
      {errors['registreret'] !== undefined && (
        <p>
          <strong>{say('noBelief', { why: errors['registreret'] })}</strong>
        </p>
      )}
      {beliefs && <BeliefTable answers={beliefs} isExample={isExample} language={language} />}
      <p>{say('none')}</p>
      {readsPlan && (
        <p>
          <a href={planAddress}>{say('toPlan')}</a>
        </p>
      )}
      <details className="fold">
        <summary>{say('howRanges')}</summary>
        <ul>
          <li>{say('how.chance')}</li>
          <li>{say('how.registration')}</li>
          <li>{say('how.experts')}</li>
          <li>{say('how.units')}</li>
          <li>{say('how.places')}</li>
          <li className="quiet">
            {say('fileMethod')}: {say('method')}
          </li>
        </ul>
      </details>
      <SynthesisCard synthesis={found} language={language} />
    </>
  );
}

function estimateOf(basis: string, range: Line['range'], taken: Day): StatedEstimate {
  return { name: basis.slice(0, 200), ...range, source: registerTexts('da')('carry.source', { basis, day: dayText(taken, 'da') }) };
}

function SynthesisCard({ synthesis: found, language }: { readonly synthesis: Synthesis; readonly language: Language }): JSX.Element {
  const say = workTexts(language);
  if (found.outcome === 'too-few') return <Card heading={say('synthesis')}>{say('synthesis.too-few')}</Card>;
  const whole = (value: number): string => numberText(Math.round(value), language);
  return (
    <Card heading={say('synthesis')}>
      <p>
        <strong>
          {found.outcome === 'pooled'
            ? say('synthesis.pooled', { median: whole(found.median), low: whole(found.interval[0]), high: whole(found.interval[1]) })
            : say('synthesis.in-conflict')}
        </strong>
      </p>
      <ul>
        {found.conflicts.map(({ id, p }) => (
          <li key={id}>{againstText(publishedEstimate(id), p, language)}</li>
        ))}
      </ul>
      <p>{say('unexplained', { share: whole(100 * found.unexplained) })}</p>
    </Card>
  );
}

function againstText(estimate: PublishedEstimate, p: number, language: Language): string {
  return workTexts(language)('against', {
    range: writtenRange(estimate),
    year: estimate.year,
    p: p < 0.001 ? `< ${numberText(0.1, language)}` : numberText(Math.round(1000 * p) / 10, language),
  });
}
