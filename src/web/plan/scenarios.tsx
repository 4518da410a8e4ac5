/** Scenarios: the saved ones to read, with their answers, and files in and out. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../access/decide.ts';
import { roomRuleOn } from '../../domain/planning/proposals/room-rule.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import { danishDay } from '../../domain/time.ts';
import { readJsonText } from '../../schema/json-text.ts';
import { publishedScenarioSchema, readScenario } from '../../schema/scenario.ts';
import { readScenarioHistory, readScenarios, saveScenario } from '../../store/planning.ts';
import { readScenarioOwned } from '../../store/planning-sight.ts';
import type { WebContext } from '../context.ts';
import { acceptUploads, fileIn } from '../upload.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { planAddress, scenariosAddress } from './addresses.ts';
import { answerFileTypes, sendAnswer } from './answer-files.tsx';
import type { PlanAnswers } from './answers.ts';
import { UnknownChoice, unknownAsked } from './unknown-choice.tsx';
import { faultText, jsonProblemText } from './fault-words.ts';
import { proposalOf, savedAs } from './proposals.ts';
import { ScenarioList } from './scenario-list.tsx';
import { scenarioAnswer, scenarioDocument } from './scenario-answer.tsx';
import { sharingPages } from './scenario-sharing.tsx';
import { readObserved } from './observed-beside.tsx';
import { scenarioSavingPages } from './scenario-saving.tsx';
import { ScenarioView } from './scenario-view.tsx';
import { planTexts, scenarioTexts } from './texts.ts';
import { isHeldStill } from './waiting.tsx';

type One = { Params: { scenario: string }; Querystring: { version?: string; mod?: string } };

/** The answers are kept by the one who registers the pages, since the positions of the documents are answered by the same. */
export type PlanContext = WebContext & { readonly answers: PlanAnswers };

export const scenarioPages: FastifyPluginAsync<PlanContext> = async (app, context) => {
  const { db, newId, answers } = context;
  await app.register(sharingPages, context);
  await app.register(scenarioSavingPages, context);
  const list = async (request: FastifyRequest, reply: FastifyReply, faults: readonly string[] = [], errors: FieldErrors = {}) => {
    const { language, actor } = request;
    const saved = await readScenarios(db, request.permit());
    const maySave = actor !== null && may(actor, 'plan:make');
    return reply.page({
      title: scenarioTexts(language)('title'),
      crumbs: crumbs(language),
      status: faults.length > 0 || Object.keys(errors).length > 0 ? 422 : 200,
      content: <ScenarioList saved={saved} maySave={maySave} faults={faults} errors={errors} language={language} />,
    });
  };
  app.get(scenariosAddress, { config: { permission: 'plan:read' } }, (request, reply) => list(request, reply));

  app.get(`${scenariosAddress}/skema.json`, { config: { permission: 'plan:read' } }, async (_, reply) =>
    sendJson(reply, 'scenario.schema.json', publishedScenarioSchema()),
  );

  await app.register(async (files) => {
    acceptUploads(files);
    files.post(`${scenariosAddress}/fil`, { config: { permission: 'plan:make' } }, async (request, reply) => {
      const { language, body } = request;
      const say = scenarioTexts(language);
      const file = fileIn(body, 'fil');
      if (!file) return list(request, reply, [], { fil: say('upload.none') });
      const text = utf8(file.bytes);
      if (text === null) return list(request, reply, [say('upload.encoding')]);
      const json = readJsonText(file.name, text);
      if ('problem' in json) return list(request, reply, [jsonProblemText(json, language)]);
      const read = readScenario(json.value);
      if (read.outcome === 'faults')
        return list(
          request,
          reply,
          read.faults.map((fault) => `${json.where(fault.where)}: ${faultText(fault, language)}.`),
        );
      const title = read.scenario.title ?? file.name.replace(/\.json$/i, '');
      const scenario = newId();
      const content: Scenario = { ...read.scenario, title };
      await saveScenario(db, request.permit(), { scenario, after: 0, formKey: newId(), title, content, note: file.name });
      return reply.done(`${scenariosAddress}/${scenario}`, say('upload.done'));
    });
  });

  app.get<One>(`${scenariosAddress}/:scenario`, { config: { permission: 'plan:read' } }, async (request, reply) => {
    const { language, params, query, actor } = request;
    const history = await readScenarioHistory(db, request.permit(), params.scenario);
    const shown = savedAs(history, query.version);
    const owned = await readScenarioOwned(db, request.permit(), params.scenario);
    if (!shown || !history || !owned || !actor) return reply.callNotFound();
    const observed = await readObserved(db, request.permit());
    return reply.page({
      title: shown.title,
      crumbs: [...crumbs(language), { href: scenariosAddress, text: scenarioTexts(language)('title') }],
      content: (
        <>
          <UnknownChoice
            asked={unknownAsked(
              query.mod,
              history.map(({ version }) => String(version)),
            )}
            field={scenarioTexts(language)('betweenFrom')}
            shown={scenarioTexts(language)('version', { version: shown.version })}
            language={language}
          />
          <ScenarioView
            {...{ shown, history, owned, observed, language }}
            answered={await scenarioAnswer(answers, shown)}
            isStill={isHeldStill(query)}
            rule={roomRuleOn(danishDay(context.now()))}
            against={query.mod === undefined ? null : savedAs(history, query.mod)}
            isOwner={owned.owner === actor.organisation.id}
            maySave={may(actor, 'plan:make')}
            newKey={newId}
          />
        </>
      ),
    });
  });

  for (const type of answerFileTypes)
    app.get<One>(`${scenariosAddress}/:scenario/svar.${type}`, { config: { permission: 'plan:read' } }, async (request, reply) => {
      const { params, query, language } = request;
      const shown = savedAs(await readScenarioHistory(db, request.permit(), params.scenario), query.version);
      if (!shown) return reply.callNotFound();
      const worked = await scenarioAnswer(answers, shown);
      if (worked === 'too-large') return reply.callNotFound();
      // The page says that it waits, and has the document when it is there.
      if (worked === 'working' || worked === 'busy')
        return reply.redirect(`${scenariosAddress}/${shown.scenario}?version=${shown.version}`, 303);
      return sendAnswer(
        reply,
        type,
        'svar',
        scenarioDocument(shown, worked, await readObserved(db, request.permit()), request.permit().at, language),
      );
    });

  app.get<One>(`${scenariosAddress}/:scenario/fil.json`, { config: { permission: 'plan:read' } }, async (request, reply) => {
    const word = request.query.version === undefined ? request.params.scenario : `${request.params.scenario}:${request.query.version}`;
    const proposal = await proposalOf(db, request.permit(), word);
    if (!proposal) return reply.callNotFound();
    return sendJson(reply, 'scenarie.json', proposal.scenario);
  });
};

function crumbs(language: Language) {
  return [{ href: planAddress, text: planTexts(language)('title') }];
}

function sendJson(reply: FastifyReply, name: string, value: unknown): FastifyReply {
  return reply
    .type('application/json; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(`${JSON.stringify(value, null, 2)}\n`);
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
