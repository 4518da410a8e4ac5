/** Demand from the register's shielded figures: what is printed, what next year may be, and the way of it into a scenario. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import { summarise } from '../../domain/estimation/demand.ts';
import { figureDefinitions } from '../../domain/numbers/definitions.ts';
import type { FigureDefinition } from '../../domain/numbers/figure-definition.ts';
import { type ProtectedDemand, protectedDemand } from '../../domain/planning/demand/protected-demand.ts';
import { statedRange } from '../../domain/planning/demand/stated-demand.ts';
import { positionIds } from '../../domain/planning/proposals/positions.ts';
import { day } from '../../domain/time.ts';
import { type PrintedFigure, readRegisterFigures } from '../../store/register-assumptions.ts';
import { type OccupancyYears, readProtectedOccupancy } from '../../store/protected-occupancy.ts';
import { readRegisterCounts, type RegisterCounts } from '../../store/register-demand.ts';
import { readScenarios, type ScenarioVersion } from '../../store/planning.ts';
import type { WebContext } from '../context.ts';
import { type Option, SelectField } from '../ui/fields.tsx';
import { dayText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Pairs, Sheet } from '../ui/pieces.tsx';
import { planAddress, positionWords, registerAddress, scenariosAddress } from './addresses.ts';
import { UnknownChoice, unknownAsked } from './unknown-choice.tsx';
import { carriedText } from './carried-estimate.ts';
import { emptyWord } from './proposals.ts';
import { percentText, spanText } from './plan-words.ts';
import { RegisterAssumptions } from './register-assumptions.tsx';
import { yearsAsked, yearsBack, yearsOver } from './register-years.ts';
import { planTexts, registerTexts, scenarioTexts } from './texts.ts';

type Query = { Querystring: { tal?: unknown; aar?: unknown } };
type Predicted = Extract<ProtectedDemand, { outcome: 'predicted' }>;

/** Whole counts of women in the whole country: what has a protected form and is a demand. */
const offered = ['decided-residential', 'cascade-need', 'cascade-admitted'];
const definitions = offered.flatMap((id) => figureDefinitions.filter((one) => one.id === id));

export const registerPage: FastifyPluginAsync<WebContext> = async (app, { db }) => {
  app.get<Query>(registerAddress, { config: { permission: 'plan:read' } }, async (request, reply) => {
    const { language, query, actor } = request;
    const permit = request.permit();
    const definition = definitions.find(({ id }) => id === query.tal) ?? definitions[0];
    if (!definition) return reply.callNotFound();
    const back = yearsAsked(query.aar);
    const span = yearsOver(back, permit.at);
    const [, lastYear] = span;
    const counts = await readRegisterCounts(db, permit, definition, span);
    const printed = await readRegisterFigures(db, permit, span);
    const occupancy = await readProtectedOccupancy(db, permit, back);
    const maySave = actor !== null && may(actor, 'plan:make');
    const saved = maySave ? await readScenarios(db, permit) : [];
    const optionOf = ({ scenario, title }: ScenarioVersion): Option => ({ value: scenario, text: title });
    // Nobody but its owner saves a version.
    const own = saved.filter(({ organisationName }) => organisationName === permit.actor.organisation.name).map(optionOf);
    const proposals: readonly Option[] = [
      { value: emptyWord, text: scenarioTexts(language)('empty') },
      ...positionIds.map((id) => ({ value: positionWords[id], text: planTexts(language)(`name.${id}`) })),
      ...saved.map(optionOf),
    ];
    return reply.page({
      title: registerTexts(language)('title'),
      crumbs: [{ href: planAddress, text: planTexts(language)('title') }],
      content: (
        <>
          <UnknownChoice
            asked={unknownAsked(query.tal, offered)}
            field={registerTexts(language)('definition')}
            shown={definition.title}
            language={language}
          />
          <UnknownChoice
            asked={unknownAsked(query.aar, yearsBack.map(String))}
            field={registerTexts(language)('years')}
            shown={String(back)}
            language={language}
          />
          <RegisterDemand
            {...{ definition, back, counts, printed, occupancy, lastYear, begin: maySave ? { proposals, own } : null, language }}
          />
        </>
      ),
    });
  });
};

type Props = {
  readonly definition: FigureDefinition;
  readonly back: number;
  readonly counts: RegisterCounts;
  readonly printed: readonly PrintedFigure[];
  readonly occupancy: OccupancyYears;
  /** The last year that is over. */
  readonly lastYear: number;
  /** What an estimate can be put into, and the scenarios of one's own that can be run again; null for one who saves none. */
  readonly begin: { readonly proposals: readonly Option[]; readonly own: readonly Option[] } | null;
  readonly language: Language;
};

function RegisterDemand({ definition, back, counts, printed, occupancy, lastYear, begin, language }: Props): JSX.Element {
  const say = registerTexts(language);
  const demand = protectedDemand(counts.years);
  return (
    <>
      <p>{say('intro')}</p>
      <form method="get" className="fields-in-line plan-form no-print">
        <SelectField
          name="tal"
          label={say('definition')}
          value={definition.id}
          options={definitions.map(({ id, title }) => ({ value: id, text: title }))}
        />
        <SelectField
          name="aar"
          label={say('years')}
          value={String(back)}
          options={yearsBack.map((years) => ({ value: String(years), text: String(years) }))}
        />
        <div className="actions">
          <button className="button button-primary" type="submit">
            {say('show')}
          </button>
        </div>
      </form>
      {counts.unusable.length > 0 && <Alert tone="attention">{say('unusable', { years: counts.unusable.join(', ') })}</Alert>}
      {demand.outcome === 'no-figures' ? (
        <Alert tone="notice">{say('none')}</Alert>
      ) : (
        <>
          <Counts counts={counts} definition={definition} language={language} />
          <NextYear demand={demand} language={language} />
          {begin && <Carry {...{ definition, counts, demand, ...begin, language }} />}
        </>
      )}
      <RegisterAssumptions figures={printed} back={back} occupancy={occupancy} proposals={begin?.proposals ?? null} language={language} />
      <p className="quiet">{say('comes', { year: String(lastYear + 1), day: dayText(day(`${lastYear + 2}-01-01`), language) })}</p>
    </>
  );
}

function Counts({ counts, definition, language }: Pick<Props, 'counts' | 'definition' | 'language'>): JSX.Element {
  const say = registerTexts(language);
  const { source, asOf, edition, years } = counts;
  return (
    <>
      <Sheet caption={say('caption')}>
        <thead>
          <tr>
            <th scope="col">{say('year')}</th>
            <th scope="col" className="number">
              {say('count')}
            </th>
            <th scope="col">{say('can')}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, shown, least, most }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td className="number">{shown === null ? say('hidden') : numberText(shown, language)}</td>
              <td>{shown === null ? say('hiddenRange', { least, most }) : say('exact')}</td>
            </tr>
          ))}
        </tbody>
      </Sheet>
      <Pairs
        pairs={[
          [
            say('edition'),
            <span key="text" lang="da">
              {definition.text} ({edition})
            </span>,
          ],
          [
            say('source'),
            <span key="source" lang="da">
              {source}
            </span>,
          ],
          ...(asOf ? [[say('asOf'), dayText(asOf, language)] as const] : []),
        ]}
      />
    </>
  );
}

function NextYear({ demand: { next }, language }: { readonly demand: Predicted; readonly language: Language }): JSX.Element {
  const say = registerTexts(language);
  const { q05, q50, q95 } = summarise(next);
  const sum = (from: number, to: number): number => next.probabilities.slice(from, to).reduce((all, chance) => all + chance, 0);
  const percent = (chance: number): string => percentText({ from: chance, to: chance }, language);
  // At most some twenty rows: where the counts are large, several stand in one.
  const step = Math.max(1, Math.ceil((q95 - q05 + 1) / 20));
  const rows = Array.from({ length: Math.ceil((q95 - q05 + 1) / step) }, (_, index) => q05 + index * step);
  const end = q05 + rows.length * step;
  const most = Math.max(...rows.map((from) => sum(from, from + step)), 1e-9);
  const row = (name: string, chance: number) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td className="number">
        {percent(chance)}
        <svg className="chance-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect className="plan-bar" x={0} y={1} width={Math.min(100, (100 * chance) / most)} height={8} />
        </svg>
      </td>
    </tr>
  );
  return (
    <Card heading={say('next')}>
      <p className="say">{say('nextSentence', { low: q05, high: q95, middle: q50 })}</p>
      <Sheet caption={say('chance')}>
        <thead>
          <tr>
            <th scope="col">{say('women')}</th>
            <th scope="col" className="number">
              {say('probability')}
            </th>
          </tr>
        </thead>
        <tbody>
          {q05 > 0 && row(say('orFewer', { count: q05 - 1 }), sum(0, q05))}
          {rows.map((from) => row(spanText({ from, to: from + step - 1 }, 0, language), sum(from, from + step)))}
          {row(say('orMore', { count: end }), sum(end, next.probabilities.length))}
        </tbody>
      </Sheet>
    </Card>
  );
}

type CarryProps = Pick<Props, 'definition' | 'counts' | 'language'> & NonNullable<Props['begin']> & { readonly demand: Predicted };

function Carry({ definition, counts, demand, proposals, own, language }: CarryProps): JSX.Element {
  const say = registerTexts(language);
  // A file is in Danish, whoever makes it.
  const written = registerTexts('da');
  const range = statedRange(demand.next);
  const [from, to] = [counts.years[0]?.year ?? 0, counts.years.at(-1)?.year ?? 0].map(String);
  const estimate = {
    ...range,
    name: written('estimate.name', { title: definition.title }),
    source: written('estimate.source', {
      title: definition.title,
      from: from ?? '',
      to: to ?? '',
      source: counts.source,
      asOf: counts.asOf ? dayText(counts.asOf, 'da') : '',
      edition: counts.edition,
    }),
  };
  const carried = Object.entries(carriedText(estimate)).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
  return (
    <Card heading={say('use')}>
      <p>{say('useText', { range: spanText(range, 1, language) })}</p>
      <form method="get" action={`${scenariosAddress}/nyt`}>
        {carried}
        <SelectField name="fra" label={say('proposal')} options={proposals} />
        <button className="button button-primary" type="submit">
          {say('open')}
        </button>
      </form>
      {own.length > 0 && (
        <>
          <h3>{say('again')}</h3>
          <p>{say('againText')}</p>
          <form method="get" action={`${scenariosAddress}/ny-version`}>
            {carried}
            <SelectField name="scenarie" label={say('againWhich')} options={own} />
            <button className="button button-secondary" type="submit">
              {say('againOpen')}
            </button>
          </form>
        </>
      )}
    </Card>
  );
}
