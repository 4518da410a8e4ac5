/** A scenario's form: opened on a proposal, on the register's figures or on what is saved, and saved as a new version. */
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { ReactNode } from 'react';
import { withRegister } from '../../domain/planning/demand/register-assumptions.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import type { ScenarioFault } from '../../domain/planning/simulation/scenario-fault.ts';
import { readScenario } from '../../schema/scenario.ts';
import { readScenarioHistory, saveScenario } from '../../store/planning.ts';
import { readScenarioOwned } from '../../store/planning-sight.ts';
import { readRegisterFigures } from '../../store/register-assumptions.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf, formKey } from '../form.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { planAddress, scenariosAddress } from './addresses.ts';
import { becameAssumptions } from './cleared-sources.ts';
import { carriedIn, type CarriedQuery, rerunAddress, withCarried } from './carried-estimate.ts';
import { formFaultPredicate } from './fault-words.ts';
import { fieldOfFault } from './field-names.ts';
import { fieldsFrom, type FormFields, mostEstimateRows } from './form-fields.ts';
import type { FieldProblems } from './form-reader.ts';
import { roomProblems, scenarioFromForm } from './form-scenario.ts';
import { needWords } from './need-words.ts';
import { proposalOf, savedAs } from './proposals.ts';
import { asSources, withRegisterAddress } from './register-assumptions.tsx';
import { yearsAsked, yearsOver } from './register-years.ts';
import { ScenarioConflict, ScenarioOfOthers } from './scenario-conflict.tsx';
import { ScenarioForm } from './scenario-form.tsx';
import { planTexts, registerTexts, scenarioTexts } from './texts.ts';

type One = { Params: { scenario: string }; Querystring: CarriedQuery };
type FromRegister = { Querystring: { fra?: string; aar?: unknown } & CarriedQuery };
type From = { Querystring: { fra?: string; scenarie?: string } & CarriedQuery };

export const scenarioSavingPages: FastifyPluginAsync<WebContext> = async (app, { db, newId }) => {
  const form = (
    reply: FastifyReply,
    language: Language,
    hidden: FormFields,
    fields: FormFields,
    errors: FieldErrors = {},
    message: ReactNode = null,
    isRefused = message !== null,
  ) =>
    reply.page({
      title: scenarioTexts(language)('formTitle'),
      crumbs: [
        { href: planAddress, text: planTexts(language)('title') },
        { href: scenariosAddress, text: scenarioTexts(language)('title') },
      ],
      status: Object.keys(errors).length > 0 || isRefused ? 422 : 200,
      content: (
        <ScenarioForm action={scenariosAddress} hidden={hidden} fields={fields} errors={errors} message={message} language={language} />
      ),
    });
  /** The form of a scenario, with the estimate that the address brings. What has no room is said when it is opened, before anybody has filled it in. */
  const carriedForm = (
    request: { language: Language; query: CarriedQuery },
    reply: FastifyReply,
    hidden: FormFields,
    content: Scenario,
    notice: ReactNode = null,
  ) => {
    const { language, query } = request;
    const fields = fieldsFrom(content, language);
    const carried = withCarried(fields, query);
    if (carried !== 'full') return form(reply, language, hidden, carried ?? fields, said(roomProblems(content), language), notice, false);
    const full = registerTexts(language)('carry.full', { most: mostEstimateRows });
    return form(reply, language, hidden, fields, {}, <Alert tone="error">{full}</Alert>);
  };

  app.get<From>(`${scenariosAddress}/nyt`, { config: { permission: 'plan:make' } }, async (request, reply) => {
    const proposal = await proposalOf(db, request.permit(), request.query.fra ?? 'tomt');
    if (!proposal) return reply.callNotFound();
    return carriedForm(request, reply, hiddenOf(proposal.from, newId(), newId(), 0), proposal.scenario);
  });

  app.get<FromRegister>(withRegisterAddress, { config: { permission: 'plan:make' } }, async (request, reply) => {
    const permit = request.permit();
    const proposal = await proposalOf(db, permit, request.query.fra ?? 'tomt');
    if (!proposal) return reply.callNotFound();
    const figures = asSources(await readRegisterFigures(db, permit, yearsOver(yearsAsked(request.query.aar), permit.at)));
    return carriedForm(request, reply, hiddenOf(proposal.from, newId(), newId(), 0), withRegister(proposal.scenario, figures));
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
    const notice =
      owned.sight === 'private' ? null : <Alert tone="attention">{scenarioTexts(request.language)(`saved.${owned.sight}`)}</Alert>;
    return carriedForm(request, reply, hiddenOf(`${scenario}:${version}`, scenario, newId(), version), content, notice);
  });

  app.post(scenariosAddress, { config: { permission: 'plan:make' } }, async (request, reply) => {
    const { language, body } = request;
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
      return form(reply, language, hiddenOf(from, scenario, key, after), written, inOrderOf(written, errors));
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
        return savedDone(
          reply,
          `${scenariosAddress}/${scenario}`,
          saved.version,
          becameAssumptions((name) => fields.text(name), base.scenario, language),
          language,
        );
      case 'not-yours':
        return form(reply, language, hiddenOf(from, newId(), key, 0), written, {}, <ScenarioOfOthers language={language} />);
      case 'somebody-was-faster': {
        const { newest } = saved;
        const begun = savedAs(await readScenarioHistory(db, request.permit(), scenario), String(after));
        const conflict = <ScenarioConflict {...{ begun, newest, language }} />;
        return form(reply, language, hiddenOf(from, scenario, key, newest.version), written, {}, conflict);
      }
    }
  });
};

/** Says what was saved, and what of it became an assumption because its source was left empty. */
function savedDone(reply: FastifyReply, address: string, version: number, assumed: readonly string[], language: Language): FastifyReply {
  const say = scenarioTexts(language);
  const done = say('savedDone', { version });
  if (assumed.length === 0) return reply.done(address, done);
  return reply.done(
    address,
    `${done} ${say('savedAssumed', { list: assumed.map((name) => needWords(language)('quoted', { name })).join('; ') })}`,
    'attention',
  );
}

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

/** A browser sends the fields as they stand on the page: what is wrong is listed in the order that one meets it in. */
function inOrderOf(written: FormFields, errors: FieldErrors): FieldErrors {
  const at = new Map(Object.keys(written).map((name, index) => [name, index]));
  const place = (name: string): number => at.get(name) ?? at.size;
  return Object.fromEntries(Object.entries(errors).toSorted(([one], [other]) => place(one) - place(other)));
}

function hiddenOf(from: string, scenario: string, key: string, after: number): FormFields {
  return { fra: from, scenarie: scenario, noegle: key, 'efter-version': String(after) };
}

function sentFields(body: unknown): FormFields {
  const sent = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return Object.fromEntries(sent.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
