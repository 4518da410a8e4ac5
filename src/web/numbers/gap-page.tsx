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
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { gapAddress, numbersAddress } from './addresses.ts';
import { estimateName } from './chosen-number.tsx';
import { Downloads, tableFiles } from './downloads.tsx';
import { FormerNumber, missingNumber } from './former-number.tsx';
import { gapFile } from './gap-file.ts';
import { GapRelation } from './gap-relation.tsx';
import { SplitView } from './gap-view.tsx';
import { readPercentRange } from './percent-range.ts';
import { disputeTexts, workTexts } from './texts.ts';

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
    const missing = await Promise.all([query.stort, query.lille].map((id) => missingNumber(db, request.permit(), id, estimates)));
    return reply.page({
      title: workTexts(language)('gapTitle'),
      status: Object.keys(asked.errors).length === 0 ? 200 : 422,
      crumbs: [{ href: numbersAddress, text: disputeTexts(language)('title') }],
      content: (
        <>
          {missing.map((one, index) => (
            <FormerNumber
              key={index === 0 ? 'stort' : 'lille'}
              missing={one}
              shown={index === 0 ? asked.larger : asked.smaller}
              {...{ estimates, language }}
            />
          ))}
          <GapView {...{ ...asked, query, estimates, language }} />
        </>
      ),
    });
  });
  tableFiles<Query>(app, { address: gapAddress, permission: 'figure:read', name: 'afstand' }, async (request) => {
    const { language, query } = request;
    const estimates = await readEstimates(db, request.permit());
    const { larger, smaller, gap } = readGap(query, estimates, language);
    // No file of a number that is not there: it would have another under its name.
    const isThere = (asked: string | undefined): boolean => !asked || estimates.some(({ id }) => id === asked);
    if (gap?.outcome !== 'split' || !isThere(query.stort) || !isThere(query.lille)) return null;
    return gapFile({
      gap,
      compared: compareEstimates(larger, smaller),
      larger,
      smaller,
      estimates,
      today: danishDay(request.permit().at),
      language,
    });
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
  const options = estimates
    .filter(({ grid, kind }) => grid.unit !== 'child' && kind !== 'share')
    .map((estimate) => ({ value: estimate.id, text: estimateName(estimate, language) }));
  return (
    <>
      <GapRelation {...{ compared, larger, smaller, estimates, language }} />
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
          <SplitView {...{ compared, gap, larger, smaller, documents, language }} />
        </>
      ) : (
        <Alert tone="attention">{say(`problem.${gap.outcome}`)}</Alert>
      )}
    </>
  );
}
