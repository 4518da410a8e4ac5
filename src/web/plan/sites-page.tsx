/** Where units should be: the question, which is worked out when it is first asked and kept. */
import type { FastifyPluginAsync } from 'fastify';
import { compareSitesBeside } from '../../compute/site-choice.ts';
import { documentedEstimates } from '../../domain/planning/lab/position-scenarios.ts';
import { mostOpen, type SiteComparison, usualOpen } from '../../domain/planning/lab/site-question.ts';
import type { WebContext } from '../context.ts';
import { within } from '../soon.ts';
import { SelectField } from '../ui/fields.tsx';
import { planAddress, sitesAddress } from './addresses.ts';
import { UnknownChoice, unknownAsked } from './unknown-choice.tsx';
import { planTexts, sitesTexts } from './texts.ts';
import { isHeldStill, Waiting } from './waiting.tsx';
import { Sites } from './sites-view.tsx';

const shortWait = 1_500;

type Query = { Querystring: { steder?: unknown } };

export const sitesPage: FastifyPluginAsync<WebContext> = async (app) => {
  // As many questions as there are numbers of sites, each with one answer: worked out when it is first asked for, one after the other, and kept.
  const kept = new Map<number, Promise<SiteComparison>>();
  let turn: Promise<unknown> = Promise.resolve();
  const answer = (open: number): Promise<SiteComparison> => {
    const there = kept.get(open);
    if (there) return there;
    const compared = turn.then(() => compareSitesBeside({ estimates: documentedEstimates, open }));
    turn = compared.catch(() => undefined);
    kept.set(open, compared);
    // What failed is tried again by the next who asks.
    compared.catch(() => kept.delete(open));
    return compared;
  };
  app.get<Query>(sitesAddress, { config: { permission: 'plan:read' } }, async ({ language, query }, reply) => {
    const open = openings.find((count) => String(count) === query.steder) ?? usualOpen;
    const compared = await within(answer(open), shortWait);
    const say = sitesTexts(language);
    const ask = (
      <form method="get" className="fields-in-line plan-form no-print" aria-label={say('ask')}>
        <SelectField
          name="steder"
          label={say('upTo')}
          hint={say('upToHint', { most: mostOpen })}
          value={String(open)}
          options={openings.map((count) => ({ value: String(count), text: say('openCount', { count }) }))}
        />
        <div className="actions">
          <button className="button button-primary" type="submit">
            {say('show')}
          </button>
        </div>
      </form>
    );
    return reply.page({
      title: say('title'),
      crumbs: [{ href: planAddress, text: planTexts(language)('title') }],
      content: (
        <>
          <UnknownChoice
            asked={unknownAsked(query.steder, openings.map(String))}
            field={say('upTo')}
            shown={say('openCount', { count: open })}
            language={language}
          />
          {compared ? (
            <Sites compared={compared} open={open} ask={ask} language={language} />
          ) : (
            <Waiting address={`${sitesAddress}?steder=${open}`} isStill={isHeldStill(query)} language={language}>
              <p>{say('working')}</p>
            </Waiting>
          )}
          {!compared && ask}
        </>
      ),
    });
  });
};

const openings = Array.from({ length: mostOpen }, (_, index) => index + 1);
