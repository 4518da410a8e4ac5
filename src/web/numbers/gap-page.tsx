/** The gap between two published numbers, split into reasons that the reader states, with what none of them explains. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { type Gap, type GapFactor, splitGap } from '../../domain/numbers/gap.ts';
import { type PublishedEstimate, writtenRange } from '../../domain/numbers/published-estimate.ts';
import { publishedEstimate, publishedEstimates } from '../../domain/numbers/published-estimates.ts';
import { openOverlaps } from '../../domain/numbers/waterfall.ts';
import type { WebContext } from '../context.ts';
import { type FieldErrors, SelectField, TextField } from '../ui/fields.tsx';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Sheet } from '../ui/pieces.tsx';
import { gapAddress, numbersAddress } from './addresses.ts';
import { readPercentRange } from './percent-range.ts';
import { disputeTexts, gridTexts, workTexts } from './texts.ts';

/** The reasons that can be stated, and how they are asked for in the address. */
const stated = [
  { id: 'answered', field: 'svarede', kind: 'bounds' },
  { id: 'treated', field: 'behandling', kind: 'bounds' },
  { id: 'period', field: 'periode', kind: 'judged' },
  { id: 'other', field: 'andet', kind: 'judged' },
] as const;

type Query = Partial<Record<(typeof stated)[number]['field'] | 'stort' | 'lille', string>>;

export const gapPage: FastifyPluginAsync<WebContext> = async (app) => {
  app.get<{ Querystring: Query }>(gapAddress, { config: { permission: 'figure:read' } }, async ({ language, query }, reply) => {
    const larger = publishedEstimates.find(({ id }) => id === query.stort) ?? publishedEstimate('family-stay-2020');
    const smaller = publishedEstimates.find(({ id }) => id === query.lille) ?? publishedEstimate('decided-residential-2019');
    const written = writtenShares(query, larger);
    const read = stated.map(({ id, field, kind }) => ({ id, field, kind, range: readPercentRange(written[field]) }));
    const errors: FieldErrors = Object.fromEntries(
      read.flatMap(({ field, range }) => (range ? [] : [[field, workTexts(language)('problem.not-numbers')]])),
    );
    const factors = read.flatMap(({ id, kind, range }): readonly GapFactor[] =>
      range ? [{ id, kind, low: range[0], high: range[1] }] : [],
    );
    const gap = splitGap(middleOf(larger), middleOf(smaller), factors);
    return reply.page({
      title: workTexts(language)('gapTitle'),
      status: Object.keys(errors).length === 0 ? 200 : 422,
      crumbs: [{ href: numbersAddress, text: disputeTexts(language)('title') }],
      content: <GapView {...{ larger, smaller, gap, written, errors, language }} />,
    });
  });
};

/** What the reader wrote, or what the documents say: only of the 83 is it known how many were in treatment. */
function writtenShares(query: Query, larger: PublishedEstimate): Readonly<Record<(typeof stated)[number]['field'], string>> {
  const treatment = openOverlaps().find(({ whole }) => whole.id === larger.id)?.either;
  const percent = (count: number): string => (Math.round((1000 * count) / larger.low) / 10).toString().replace('.', ',');
  const usual = treatment && larger.id === 'family-stay-2020' ? `${percent(treatment.low)}-${percent(treatment.high)}` : '100';
  return {
    svarede: query.svarede ?? '100',
    behandling: query.behandling ?? usual,
    periode: query.periode ?? '100',
    andet: query.andet ?? '100',
  };
}

/** The geometric middle of a range; a range of counts is read so too. */
function middleOf({ low, high }: PublishedEstimate): number {
  return Math.sqrt(low * high);
}

type Props = {
  readonly larger: PublishedEstimate;
  readonly smaller: PublishedEstimate;
  readonly gap: Gap;
  readonly written: Readonly<Record<(typeof stated)[number]['field'], string>>;
  readonly errors: FieldErrors;
  readonly language: Language;
};

function GapView({ larger, smaller, gap, written, errors, language }: Props): JSX.Element {
  const say = workTexts(language);
  const options = publishedEstimates
    .filter(({ grid, kind }) => grid.unit !== 'child' && kind !== 'share')
    .map((estimate) => ({ value: estimate.id, text: nameOf(estimate, language) }));
  return (
    <>
      <p>{say('gapIntro')}</p>
      <form method="get" className="figure-query card no-print">
        <SelectField name="stort" label={say('larger')} value={larger.id} options={options} />
        <SelectField name="lille" label={say('smaller')} value={smaller.id} options={options} />
        {stated.map(({ id, field }) => (
          <TextField
            key={id}
            name={field}
            label={`${say(`factor.${id}`)}. ${say('share')}`}
            hint={say('shareHint')}
            value={written[field]}
            errors={errors}
          />
        ))}
        <button type="submit" className="button button-primary">
          {say('show')}
        </button>
      </form>
      {gap.outcome === 'split' ? <Split gap={gap} language={language} /> : <Alert tone="attention">{say(`problem.${gap.outcome}`)}</Alert>}
    </>
  );
}

function nameOf(estimate: PublishedEstimate, language: Language): string {
  const word = gridTexts(language);
  const year = estimate.year === '' ? '' : ` (${estimate.year})`;
  return `${writtenRange(estimate)}${year}: ${word(`event.${estimate.grid.event}`)}, ${word(`geography.${estimate.grid.geography}`)}`;
}

function Split({ gap, language }: { readonly gap: Extract<Gap, { readonly outcome: 'split' }>; readonly language: Language }): JSX.Element {
  const say = workTexts(language);
  const percent = (value: number): string => numberText(Math.round(1000 * value) / 10, language);
  const { middle, bounds } = gap.unexplained;
  return (
    <>
      <div className="picture">
        <Sheet caption={say('caption')}>
          <thead>
            <tr>
              <th scope="col">{say('factor')}</th>
              <th scope="col" className="number">
                {say('share')}
              </th>
              <th scope="col" className="number">
                {say('partOf')}
              </th>
              <th scope="col">
                <span className="out-of-sight">{say('partOf')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {gap.parts.map(({ id, kind, low, high, partOfGap }) => (
              <tr key={id}>
                <th scope="row">
                  {say(`factor.${id}` as 'factor.other')} <span className="quiet where">{say(`kind.${kind}`)}</span>
                </th>
                <td className="number">{low === high ? percent(low) : `${percent(low)}–${percent(high)}`}</td>
                <td className="number">{percent(partOfGap)} %</td>
                <td>
                  <Bar part={partOfGap} name={`${percent(partOfGap)} %`} known />
                </td>
              </tr>
            ))}
            <tr className="sum">
              <th scope="row">{say('left')}</th>
              <td className="number">
                {percent(bounds[0])}–{percent(bounds[1])}
              </td>
              <td className="number">{percent(gap.partUnexplained)} %</td>
              <td>
                <Bar part={gap.partUnexplained} name={`${percent(gap.partUnexplained)} %`} known={false} />
              </td>
            </tr>
          </tbody>
        </Sheet>
      </div>
      <Card>
        <p className="say">
          <strong>{say('times', { times: numberText(Math.round(10 * gap.times) / 10, language) })}</strong>
        </p>
        <p>{say('leftText', { middle: percent(middle), low: percent(bounds[0]), high: percent(bounds[1]) })}</p>
        <p>{gap.partUnexplained < 0 ? say('over') : say('leftWhy')}</p>
      </Card>
    </>
  );
}

function Bar({ part, name, known }: { readonly part: number; readonly name: string; readonly known: boolean }): JSX.Element {
  return (
    <svg viewBox="0 0 400 22" role="img" aria-label={name}>
      <rect
        className={known ? 'bar-known' : 'bar-possible'}
        x="0"
        y="4"
        height="14"
        width={Math.max(1, 400 * Math.min(1, Math.max(0, part)))}
      />
    </svg>
  );
}
