/** Scenarios: the saved ones, the form, files in and out. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../access/decide.ts';
import { roomRuleOn } from '../../domain/planning/proposals/room-rule.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import type { ScenarioFault } from '../../domain/planning/simulation/scenario-fault.ts';
import { danishDay } from '../../domain/time.ts';
import { readJsonText } from '../../schema/json-text.ts';
import { publishedScenarioSchema, readScenario } from '../../schema/scenario.ts';
import { readScenarioHistory, readScenarios, saveScenario } from '../../store/planning.ts';
import { readScenarioOwned } from '../../store/planning-sight.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf, formKey } from '../form.ts';
import { acceptUploads, fileIn } from '../upload.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { planAddress, scenariosAddress } from './addresses.ts';
import { answerFileTypes, sendAnswer } from './answer-files.tsx';
import type { PlanAnswers } from './answers.ts';
import { carriedIn, type CarriedQuery, rerunAddress, withCarried } from './carried-estimate.ts';
import { formFaultPredicate, faultText, jsonProblemText } from './fault-words.ts';
import { fieldOfFault } from './field-names.ts';
import { fieldsFrom, type FormFields, mostEstimateRows } from './form-fields.ts';
import type { FieldProblems } from './form-reader.ts';
import { roomProblems, scenarioFromForm } from './form-scenario.ts';
import { proposalOf, savedAs } from './proposals.ts';
import { ScenarioForm } from './scenario-form.tsx';
import { ScenarioList } from './scenario-list.tsx';
import { scenarioAnswer, scenarioDocument } from './scenario-answer.tsx';
import { sharingPages } from './scenario-sharing.tsx';
import { ScenarioView } from './scenario-view.tsx';
import { planTexts, registerTexts, scenarioTexts } from './texts.ts';
import { isHeldStill } from './waiting.tsx';

type One = { Params: { scenario: string }; Querystring: { version?: string; mod?: string } & CarriedQuery };
type From = { Querystring: { fra?: string; scenarie?: string } & CarriedQuery };

/** The answers are kept by the one who registers the pages, since the positions of the documents are answered by the same. */
export type PlanContext = WebContext & { readonly answers: PlanAnswers };

export const scenarioPages: FastifyPluginAsync<PlanContext> = async (app, context) => {
  const { db, newId, answers } = context;
  await app.register(sharingPages, context);
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
  const form = (reply: FastifyReply, language: Language, hidden: FormFields, fields: FormFields, errors: FieldErrors = {}) =>
    reply.page({
      title: scenarioTexts(language)('formTitle'),
      crumbs: [...crumbs(language), { href: scenariosAddress, text: scenarioTexts(language)('title') }],
      status: Object.keys(errors).length > 0 ? 422 : 200,
      content: <ScenarioForm action={scenariosAddress} hidden={hidden} fields={fields} errors={errors} language={language} />,
    });
  /** The form of a scenario, with the estimate that the address brings. What has no room is said when it is opened, before anybody has filled it in. */
  const carriedForm = (
    request: { language: Language; query: CarriedQuery },
    reply: FastifyReply,
    hidden: FormFields,
    content: Scenario,
  ) => {
    const { language, query } = request;
    const fields = fieldsFrom(content, language);
    const carried = withCarried(fields, query);
    if (carried !== 'full') return form(reply, language, hidden, carried ?? fields, said(roomProblems(content), language));
    return form(reply, language, hidden, fields, { titel: registerTexts(language)('carry.full', { most: mostEstimateRows }) });
  };

  app.get(scenariosAddress, { config: { permission: 'plan:read' } }, (request, reply) => list(request, reply));

  app.get(`${scenariosAddress}/skema.json`, { config: { permission: 'plan:read' } }, async (_, reply) =>
    sendJson(reply, 'scenario.schema.json', publishedScenarioSchema()),
  );

  app.get<From>(`${scenariosAddress}/nyt`, { config: { permission: 'plan:make' } }, async (request, reply) => {
    const proposal = await proposalOf(db, request.permit(), request.query.fra ?? 'tomt');
    if (!proposal) return reply.callNotFound();
    return carriedForm(request, reply, hiddenOf(proposal.from, newId(), newId(), 0), proposal.scenario);
  });

  app.get<From>(`${scenariosAddress}/ny-version`, { config: { permission: 'plan:make' } }, async ({ query }, reply) =>
    reply.redirect(rerunAddress(query.scenarie ?? '', query), 303),
  );

  app.get<One>(`${scenariosAddress}/:scenario/ret`, { config: { permission: 'plan:make' } }, async (request, reply) => {
    const history = await readScenarioHistory(db, request.permit(), request.params.scenario);
    const newest = savedAs(history, undefined);
    if (!newest) return reply.callNotFound();
    const { scenario, version, content } = newest;
    const owned = await readScenarioOwned(db, request.permit(), scenario);
    if (owned?.owner !== request.permit().actor.organisation.id)
      return reply.redirect(
        `${scenariosAddress}/nyt?${new URLSearchParams({ ...carriedIn(request.query), fra: `${scenario}:${version}` }).toString()}`,
      );
    return carriedForm(request, reply, hiddenOf(`${scenario}:${version}`, scenario, newId(), version), content);
  });

  app.post(scenariosAddress, { config: { permission: 'plan:make' } }, async (request, reply) => {
    const { language, body } = request;
    const say = scenarioTexts(language);
    const fields = fieldsOf(body);
    const from = fields.text('fra');
    const base = await proposalOf(db, request.permit(), from);
    if (!base) return reply.callNotFound();
    const key = formKey(fields, newId);
    const scenario = /^[0-9a-f-]{36}$/.test(fields.text('scenarie')) ? fields.text('scenarie') : newId();
    const after = Number(/^\d{1,6}$/.exec(fields.text('efter-version'))?.[0] ?? '0');
    const written = sentFields(body);
    const { scenario: content, problems } = scenarioFromForm((name) => fields.text(name), base.scenario);
    const read = readScenario(content);
    const errors: FieldErrors = {
      ...said(problems, language),
      ...(Object.keys(problems).length === 0 && read.outcome === 'faults' ? saidOfWhole(read.faults, language) : {}),
    };
    if (Object.keys(errors).length > 0 || read.outcome === 'faults')
      return form(reply, language, hiddenOf(from, scenario, key, after), written, errors);
    const saved = await saveScenario(db, request.permit(), {
      scenario,
      after,
      formKey: key,
      title: fields.text('titel'),
      content: read.scenario,
      note: fields.text('note'),
    });
    switch (saved.outcome) {
      case 'saved':
        return reply.done(`${scenariosAddress}/${scenario}`, say('savedDone', { version: saved.version }));
      case 'not-yours':
        return form(reply, language, hiddenOf(from, newId(), key, 0), written, { titel: say('notYours') });
      case 'somebody-was-faster': {
        const { version, byName } = saved.newest;
        return form(reply, language, hiddenOf(from, scenario, key, version), written, { titel: say('faster', { version, who: byName }) });
      }
    }
  });

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
    return reply.page({
      title: shown.title,
      crumbs: [...crumbs(language), { href: scenariosAddress, text: scenarioTexts(language)('title') }],
      content: (
        <ScenarioView
          {...{ shown, history, owned, language }}
          answered={await scenarioAnswer(answers, shown)}
          isStill={isHeldStill(query)}
          rule={roomRuleOn(danishDay(context.now()))}
          against={query.mod === undefined ? null : savedAs(history, query.mod)}
          isOwner={owned.owner === actor.organisation.id}
          maySave={may(actor, 'plan:make')}
          newKey={newId}
        />
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
      return sendAnswer(reply, type, 'svar', scenarioDocument(shown, worked, request.permit().at, language));
    });

  app.get<One>(`${scenariosAddress}/:scenario/fil.json`, { config: { permission: 'plan:read' } }, async (request, reply) => {
    const word = request.query.version === undefined ? request.params.scenario : `${request.params.scenario}:${request.query.version}`;
    const proposal = await proposalOf(db, request.permit(), word);
    if (!proposal) return reply.callNotFound();
    return sendJson(reply, 'scenarie.json', proposal.scenario);
  });
};

function said(problems: FieldProblems, language: Language): FieldErrors {
  return Object.fromEntries(Object.entries(problems).map(([name, problem]) => [name, scenarioTexts(language)(`fault.${problem}`)]));
}

/** What the numbers say together, each at the field where it is mended; several of one field are one sentence. */
function saidOfWhole(faults: readonly ScenarioFault[], language: Language): FieldErrors {
  const of = new Map<string, string[]>();
  for (const fault of faults) of.set(fieldOfFault(fault), [...(of.get(fieldOfFault(fault)) ?? []), formFaultPredicate(fault, language)]);
  const say = scenarioTexts(language);
  return Object.fromEntries([...of].map(([field, what]) => [field, say('fault.whole', { what: what.join('; ') })]));
}

function hiddenOf(from: string, scenario: string, key: string, after: number): FormFields {
  return { fra: from, scenarie: scenario, noegle: key, 'efter-version': String(after) };
}

function sentFields(body: unknown): FormFields {
  const sent = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return Object.fromEntries(sent.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

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
