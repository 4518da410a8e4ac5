/** Planning: what a proposal of the documents would give under each estimate of need. */
import type { FastifyPluginAsync } from 'fastify';
import { assumed, type PositionId, positions } from '../../domain/planning/proposals/positions.ts';
import type { PlanDocument } from '../../reports/plan-document.ts';
import type { Language } from '../ui/language.ts';
import type { WebContext } from '../context.ts';
import { planAddress, positionNamed, positionWords } from './addresses.ts';
import { answerFileTypes, sendAnswer } from './answer-files.tsx';
import { keptAnswers, placesAskedFor, soonWorked, type WorkedPlan } from './answers.ts';
import { unknownAsked } from './unknown-choice.tsx';
import { assumptionLines } from './assumptions.tsx';
import { costRemovalPages } from './cost-removal.tsx';
import { costPages } from './costs.tsx';
import { documentWords } from './document-words.ts';
import { planDocument } from './plan-document.ts';
import { decidedPairs, PlanPage } from './plan-page.tsx';
import { registerPage } from './register.tsx';
import { scenarioPages } from './scenarios.tsx';
import { sitesPage } from './sites-page.tsx';
import { studyPages } from './studies.tsx';
import { roomRuleOn } from '../../domain/planning/proposals/room-rule.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import { needsOfPosition } from './shown-need.ts';
import { planTexts } from './texts.ts';
import { isHeldStill } from './waiting.tsx';

type Query = { readonly loesning?: unknown; readonly pladser?: unknown };

export const planPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  const answers = keptAnswers();
  await app.register(scenarioPages, { ...context, answers });
  await app.register(studyPages, context);
  await app.register(sitesPage, context);
  await app.register(costPages, context);
  await app.register(costRemovalPages, context);
  await app.register(registerPage, context);
  /** In the file's language, which is Danish: the same position is the same question, whoever asks. */
  const ask = (position: PositionId, places: number): Promise<WorkedPlan | 'working' | 'busy'> =>
    soonWorked(answers.position(position, places, planTexts('da')(`name.${position}`)));

  app.get<{ Querystring: Query }>(planAddress, { config: { permission: 'plan:read' } }, async (request, reply) => {
    const { language, query } = request;
    const { position, written, places } = askedIn(query);
    const worked = places === null ? null : await ask(position, places);
    return reply.page({
      title: planTexts(language)('titleOf', { name: planTexts(language)(`name.${position}`) }),
      status: places === null ? 422 : 200,
      content: (
        <PlanPage
          position={position}
          positionWords={positionWords}
          written={written}
          unknown={unknownAsked(query.loesning, Object.values(positionWords))}
          isStill={isHeldStill(query)}
          rule={roomRuleOn(danishDay(context.now()))}
          answer={
            places === null || worked === null
              ? { state: 'refused' }
              : worked === 'working' || worked === 'busy'
                ? { state: worked }
                : {
                    state: 'worked',
                    places,
                    answers: needsOfPosition(worked.answers, worked.estimates, language),
                    weighed: worked.weighed,
                    scenario: worked.scenario,
                  }
          }
          language={language}
        />
      ),
    });
  });

  for (const type of answerFileTypes)
    app.get<{ Querystring: Query }>(`${planAddress}/svar.${type}`, { config: { permission: 'plan:read' } }, async (request, reply) => {
      const { position, places } = askedIn(request.query);
      if (places === null) return reply.callNotFound();
      const worked = await ask(position, places);
      // The page says that it waits, and has the document when it is there.
      if (worked === 'working' || worked === 'busy')
        return reply.redirect(`${planAddress}?loesning=${positionWords[position]}&pladser=${places}`, 303);
      const document = positionDocument(position, places, worked, request.permit().at, request.language);
      return sendAnswer(reply, type, `svar-${positionWords[position]}`, document);
    });
};

/** `places` is null where what is written is no number that can be asked for. */
function askedIn({ loesning, pladser }: Query): {
  readonly position: PositionId;
  readonly written: string;
  readonly places: number | null;
} {
  const written = typeof pladser === 'string' ? pladser.trim() : String(assumed.placesOfUnit);
  const places = /^\d{1,3}$/.test(written) ? Number(written) : NaN;
  return {
    position: positionNamed(String(loesning)) ?? 'agency-2024',
    written,
    places: places >= placesAskedFor.least && places <= placesAskedFor.most ? places : null,
  };
}

function positionDocument(position: PositionId, places: number, worked: WorkedPlan, at: Moment, language: Language): PlanDocument {
  const say = planTexts(language);
  const hasUnits = worked.scenario.sites.length > 0;
  return planDocument({
    title: say('titleOf', { name: say(`name.${position}`) }),
    worked,
    answers: needsOfPosition(worked.answers, worked.estimates, language),
    places: { of: 'each', places },
    rule: roomRuleOn(danishDay(at)),
    at,
    language,
    facts: [],
    observed: [],
    notDecided: documentWords(language)('shown'),
    decided: [
      { type: 'heading', text: say('decided') },
      { type: 'terms', rows: decidedPairs(position, language).map(([term, text]) => ({ term, text })) },
    ],
    assumptions: hasUnits
      ? [
          { type: 'heading', text: say('assumptions') },
          {
            type: 'list',
            items: assumptionLines({ position: positions[position], scenario: worked.scenario, places, language }).map(
              ([kind, text, source]) => documentWords(language)('line', { text, from: source ?? say(kind) }),
            ),
          },
        ]
      : [],
  });
}
