/** Planning: what a proposal of the documents would give under each estimate of need. */
import type { FastifyPluginAsync } from 'fastify';
import { assumed } from '../../domain/planning/proposals/positions.ts';
import type { WebContext } from '../context.ts';
import { within } from '../soon.ts';
import { planAddress, positionNamed, positionWords } from './addresses.ts';
import { keptAnswers, placesAskedFor } from './answers.ts';
import { costPages } from './costs.tsx';
import { PlanPage } from './plan-page.tsx';
import { registerPage } from './register.tsx';
import { scenarioPages } from './scenarios.tsx';
import { sitesPage } from './sites-page.tsx';
import { studyPages } from './studies.tsx';
import { refreshSeconds } from './study-view.tsx';
import { roomRuleOn } from '../../domain/planning/proposals/room-rule.ts';
import { danishDay } from '../../domain/time.ts';
import { planTexts } from './texts.ts';

type Query = { readonly loesning?: unknown; readonly pladser?: unknown };

/** The page waits so long for the numbers; then it says that they are being worked out, and asks again by itself. */
const shortWait = 1_500;

export const planPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  await app.register(scenarioPages, context);
  await app.register(studyPages, context);
  await app.register(sitesPage, context);
  await app.register(costPages, context);
  await app.register(registerPage, context);
  const answers = keptAnswers();

  app.get<{ Querystring: Query }>(planAddress, { config: { permission: 'plan:read' } }, async (request, reply) => {
    const { language, query } = request;
    const position = positionNamed(String(query.loesning)) ?? 'agency-2024';
    const written = typeof query.pladser === 'string' ? query.pladser.trim() : String(assumed.placesOfUnit);
    const places = /^\d{1,3}$/.test(written) ? Number(written) : NaN;
    const isAllowed = places >= placesAskedFor.least && places <= placesAskedFor.most;
    const worked = isAllowed ? await within(answers(position, places), shortWait) : null;
    if (isAllowed && worked === null) void reply.header('refresh', String(refreshSeconds));
    return reply.page({
      title: planTexts(language)('titleOf', { name: planTexts(language)(`name.${position}`) }),
      status: isAllowed ? 200 : 422,
      content: (
        <PlanPage
          position={position}
          positionWords={positionWords}
          written={written}
          rule={roomRuleOn(danishDay(context.now()))}
          answer={!isAllowed ? { state: 'refused' } : worked === null ? { state: 'working' } : { state: 'worked', places, answers: worked }}
          language={language}
        />
      ),
    });
  });
};
