/** The gap between two published numbers, split into reasons that the reader states, with what none of them explains. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { type Gap, type GapFactor, middleOf, splitGap } from '../../domain/numbers/gap.ts';
import { compareEstimates } from '../../domain/numbers/comparison.ts';
import type { PublishedEstimate } from '../../domain/numbers/published-estimate.ts';
import { publishedEstimate } from '../../domain/numbers/published-estimates.ts';
import { openOverlaps } from '../../domain/numbers/waterfall.ts';
import { danishDay } from '../../domain/time.ts';
import { readEstimates } from '../../store/published-documents.ts';
import type { WebContext } from '../context.ts';
import { type FieldErrors, SelectField, TextField } from '../ui/fields.tsx';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Sheet } from '../ui/pieces.tsx';
import { gapAddress, numbersAddress } from './addresses.ts';
import { estimateName } from './chosen-number.tsx';
import { Downloads, tableFiles } from './downloads.tsx';
import { gapFile } from './gap-file.ts';
import { readPercentRange } from './percent-range.ts';
import { AxisHead, BarPlot, plainAxis, type PlotAxis } from './plot.tsx';
import { disputeTexts, gridTexts, workTexts } from './texts.ts';

/** The reasons that can be stated, and how they are asked for in the address. */
const stated = [
  { id: 'answered', field: 'svarede' },
  { id: 'treated', field: 'behandling' },
  { id: 'period', field: 'periode' },
  { id: 'other', field: 'andet' },
] as const;

type Query = Partial<Record<(typeof stated)[number]['field'] | 'stort' | 'lille', string>>;

export const gapPage: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  app.get<{ Querystring: Query }>(gapAddress, { config: { permission: 'figure:read' } }, async (request, reply) => {
    const { language, query } = request;
    const estimates = await readEstimates(db, request.permit());
    const asked = readGap(query, estimates, language);
    return reply.page({
      title: workTexts(language)('gapTitle'),
      status: Object.keys(asked.errors).length === 0 ? 200 : 422,
      crumbs: [{ href: numbersAddress, text: disputeTexts(language)('title') }],
      content: <GapView {...{ ...asked, query, estimates, language }} />,
    });
  });
  tableFiles<Query>(app, { address: gapAddress, permission: 'figure:read', name: 'afstand' }, async (request) => {
    const { language, query } = request;
    const estimates = await readEstimates(db, request.permit());
    const { larger, smaller, gap } = readGap(query, estimates, language);
    if (gap?.outcome !== 'split') return null;
    return gapFile({ gap, larger, smaller, estimates, today: danishDay(request.permit().at), language });
  });
};

type AskedGap = {
  readonly larger: PublishedEstimate;
  readonly smaller: PublishedEstimate;
  /** Null while a field is wrong. */
  readonly gap: Gap | null;
  readonly documents: string | null;
  readonly written: Readonly<Record<(typeof stated)[number]['field'], string>>;
  readonly errors: FieldErrors;
};

function readGap(query: Query, estimates: readonly PublishedEstimate[], language: Language): AskedGap {
  const larger = estimates.find(({ id }) => id === query.stort) ?? publishedEstimate('family-stay-2020');
  const smaller = estimates.find(({ id }) => id === query.lille) ?? publishedEstimate('decided-residential-2019');
  const documents = documentedShare(larger);
  const written = writtenShares(query, documents);
  const read = stated.map(({ id, field }) => {
    const kind = id === 'treated' && written[field] === documents ? ('bounds' as const) : ('judged' as const);
    return { id, field, kind, range: readPercentRange(written[field]) };
  });
  const errors: FieldErrors = Object.fromEntries(
    read.flatMap(({ field, range }) => {
      const problem = range === null ? 'problem.not-numbers' : range[1] > 1 ? 'problem.over-100' : null;
      return problem === null ? [] : [[field, workTexts(language)(problem)]];
    }),
  );
  const factors = read.flatMap(({ id, kind, range }): readonly GapFactor[] => (range ? [{ id, kind, low: range[0], high: range[1] }] : []));
  const gap = Object.keys(errors).length === 0 ? splitGap(middleOf(larger), middleOf(smaller), factors) : null;
  return { larger, smaller, gap, documents, written, errors };
}

/** How many of a number the documents know to have been in treatment, in percent; null of all but the 83, of which alone it is known. */
function documentedShare(larger: PublishedEstimate): string | null {
  const treatment = openOverlaps().find(({ whole }) => whole.id === larger.id)?.either;
  const percent = (count: number): string => (Math.round((1000 * count) / larger.low) / 10).toString().replace('.', ',');
  return treatment && larger.id === 'family-stay-2020' ? `${percent(treatment.low)}-${percent(treatment.high)}` : null;
}

/** What the reader wrote, or what the documents say; 100 where neither says anything. */
function writtenShares(query: Query, documents: string | null): Readonly<Record<(typeof stated)[number]['field'], string>> {
  return {
    svarede: query.svarede ?? '100',
    behandling: query.behandling ?? documents ?? '100',
    periode: query.periode ?? '100',
    andet: query.andet ?? '100',
  };
}

type Props = AskedGap & { readonly query: Query; readonly estimates: readonly PublishedEstimate[]; readonly language: Language };

function GapView({ larger, smaller, gap, documents, written, errors, query, estimates, language }: Props): JSX.Element {
  const say = workTexts(language);
  const compared = compareEstimates(larger, smaller);
  const differs = compared.outcome === 'not-comparable' ? compared.differs : [];
  const columns = new Intl.ListFormat(language, { type: 'conjunction' }).format(
    differs.map((column) => `«${gridTexts(language)(`column.${column}`)}»`),
  );
  const options = estimates
    .filter(({ grid, kind }) => grid.unit !== 'child' && kind !== 'share')
    .map((estimate) => ({ value: estimate.id, text: estimateName(estimate, language) }));
  return (
    <>
      {differs.length > 0 && (
        <Alert tone="attention">
          <p>{say('notAlike', { columns })}</p>
        </Alert>
      )}
      <p>{say('gapIntro')}</p>
      <form method="get" className="figure-query gap-query card no-print">
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
      {gap === null ? (
        <Alert tone="attention">{say('wrongField')}</Alert>
      ) : gap.outcome === 'split' ? (
        <>
          <Downloads address={gapAddress} query={query} language={language} />
          <SplitView {...{ isAlike: differs.length === 0, gap, larger, smaller, documents, language }} />
        </>
      ) : (
        <Alert tone="attention">{say(`problem.${gap.outcome}`)}</Alert>
      )}
    </>
  );
}

type Split = Extract<Gap, { readonly outcome: 'split' }>;
type SplitProps = {
  /** Whether the two numbers may be compared at all. */
  readonly isAlike: boolean;
  readonly gap: Split;
  readonly larger: PublishedEstimate;
  readonly smaller: PublishedEstimate;
  readonly documents: string | null;
  readonly language: Language;
};

/** From the larger number to the smaller, reason by reason, in women. */
function SplitView({ isAlike, gap, larger, smaller, documents, language }: SplitProps): JSX.Element {
  const say = workTexts(language);
  const [first, second] = [middleOf(larger), middleOf(smaller)];
  const axis = plainAxis(Math.ceil(Math.max(first, ...gap.steps.map(({ high }) => high))));
  const shown = gap.steps.filter((_, index) => gap.parts[index]?.low !== 1 || gap.parts[index]?.high !== 1);
  const left = shown.at(-1) ?? { low: first, high: first };
  const [least, most] = [left.low - second, left.high - second];
  return (
    <>
      <section className="picture one-table">
        <h2 id="afstanden">{say('caption')}</h2>
        <p>{say('captionSays')}</p>
        <Sheet caption={say('caption')}>
          <thead>
            <tr>
              <th scope="col">{say('factor')}</th>
              <th scope="col" className="number">
                {say('leftOver')}
              </th>
              <th scope="col">
                <AxisHead axis={axis} unit={say('axisWomen')} language={language} />
              </th>
            </tr>
          </thead>
          <tbody>
            <Step label={estimateName(larger, language)} low={first} high={first} axis={axis} language={language} />
            {shown.map(({ id, low, high }) => (
              <Step key={id} label={say(`factor.${id}` as 'factor.other')} low={low} high={high} axis={axis} language={language}>
                <span className="quiet where">
                  {gap.parts.find((part) => part.id === id)?.kind === 'bounds'
                    ? say('kind.bounds')
                    : id === 'treated' && documents !== null
                      ? say('kind.changed', { documents: documents.replace('-', '–') })
                      : say('kind.judged')}
                </span>
              </Step>
            ))}
            <Step label={estimateName(smaller, language)} low={second} high={second} axis={axis} language={language} />
            {most >= 1 && (
              <tr className="sum">
                <th scope="row">{say('left')}</th>
                <td className="number">{rangeText(Math.max(0, least), most, language)}</td>
                <td>
                  <BarPlot axis={axis} from={second} to={Math.max(second, left.low)} atMost={left.high} tone="unexplained" />
                </td>
              </tr>
            )}
          </tbody>
        </Sheet>
      </section>
      <Card>
        <p className="say">
          <strong>
            {shown.length === 0
              ? say('noReasons', { left: rangeText(Math.max(0, least), most, language) })
              : most < 1
                ? say('over')
                : say('answer', {
                    explained: rangeText(left.low, left.high, language),
                    left: rangeText(Math.max(0, least), most, language),
                  })}
          </strong>
        </p>
        {most >= 1 && !isAlike && <p>{say('leftIsNot')}</p>}
        {most >= 1 && <p>{say('leftWhy')}</p>}
        <Logarithms gap={gap} language={language} />
      </Card>
    </>
  );
}

type StepProps = {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly axis: PlotAxis;
  readonly language: Language;
  readonly children?: JSX.Element;
};

function Step({ label, low, high, axis, language, children }: StepProps): JSX.Element {
  return (
    <tr>
      <th scope="row">
        {label}
        {children}
      </th>
      <td className="number">{rangeText(low, high, language)}</td>
      <td>
        <BarPlot axis={axis} to={low} atMost={high} tone={low === high ? 'known' : 'least'} />
      </td>
    </tr>
  );
}

/** How large each reason is beside the others, for one who wants the parts to add up. */
function Logarithms({ gap, language }: { readonly gap: Split; readonly language: Language }): JSX.Element {
  const say = workTexts(language);
  const percent = (value: number): string => numberText(Math.round(1000 * value) / 10, language);
  const { middle, bounds } = gap.unexplained;
  return (
    <details className="fold">
      <summary>{say('logarithms')}</summary>
      <p>{say('times', { times: numberText(Math.round(10 * gap.times) / 10, language) })}</p>
      <p>{say('logarithmsSay')}</p>
      <ul>
        {gap.parts.map(({ id, partOfGap }) => (
          <li key={id}>
            {say(`factor.${id}` as 'factor.other')}: {percent(partOfGap)} %
          </li>
        ))}
        <li>
          {say('left')}: {percent(gap.partUnexplained)} %
        </li>
      </ul>
      <p>{say('leftText', { middle: percent(middle), low: percent(bounds[0]), high: percent(bounds[1]) })}</p>
    </details>
  );
}

function rangeText(low: number, high: number, language: Language): string {
  const [from, to] = [Math.round(low), Math.round(high)];
  return from === to ? numberText(from, language) : `${numberText(from, language)}–${numberText(to, language)}`;
}
