/** The pages of the forms: one address for each, read and sent. What is refused comes back with what was written and why. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import { cprSentence } from '../../domain/numbers/cpr-sentence.ts';
import { asId, type Id } from '../../domain/id.ts';
import { flagsOf } from '../../domain/pathway/flags.ts';
import { danishDay } from '../../domain/time.ts';
import type { Permit } from '../../domain/trail.ts';
import { asActor } from '../../store/database.ts';
import { otherPathways } from '../../store/identify.ts';
import { readPathway, recordedBy } from '../../store/pathway.ts';
import { possibleParties } from '../../store/pathway-parties.ts';
import { recordFact } from '../../store/pathway-record.ts';
import type { WebContext } from '../context.ts';
import { cprIn } from '../cpr-in-forms.ts';
import { type Fields, fieldsOf, formKey, tooLongIn, wholeFieldsOf } from '../form.ts';
import { ErrorSummary, type FieldErrors, longestText, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { waitingTexts } from '../waiting/texts.ts';
import { pathwayAddress } from './addresses.ts';
import { describeFact } from './describe.ts';
import type { FormContext, PathwayForm } from './form.ts';
import { readerOf } from './form-reader.ts';
import { formTexts } from './form-texts.ts';
import { listCrumb } from './list.tsx';
import { pathwayForms } from './forms.ts';
import { pathwayTexts } from './texts.ts';
import { wordTexts } from './word-texts.ts';

type Address = { Params: { id: string }; Querystring: Record<string, string> };

export function recordPages(app: FastifyInstance, context: WebContext): void {
  for (const form of pathwayForms) {
    const options = { config: { permission: form.permission, saysCpr: true } } as const;
    app.get<Address>(`/forloeb/:id/${form.path}`, options, async (request, reply) => {
      const known = await formContext(context, request.permit(), asId<'pathway'>(request.params.id), request.language);
      if (!known) return reply.callNotFound();
      return sendForm(reply, form, known, fieldsOf(request.query), {}, context.newId());
    });
    app.post<Address>(`/forloeb/:id/${form.path}`, options, async (request, reply) => receiveForm(request, reply, form, context));
  }
}

async function receiveForm(
  request: FastifyRequest<Address>,
  reply: FastifyReply,
  form: PathwayForm,
  context: WebContext,
): Promise<FastifyReply> {
  const { language } = request;
  const id = asId<'pathway'>(request.params.id);
  const permit = request.permit();
  const known = await formContext(context, permit, id, language);
  if (!known) {
    reply.callNotFound();
    return reply;
  }
  const fields = wholeFieldsOf(request.body);
  const reader = readerOf(fields, language);
  const today = danishDay(known.now);
  const fact = form.read(reader, known);
  const happened = form.asksDay ? reader.pastDay('happened', today) : today;
  for (const name of tooLongIn(request.body)) reader.refuse(name, 'error.long', { most: longestText });
  for (const { name, where } of cprIn(request.body)) reader.refuseAs(name, cprSentence(where, language));
  const key = formKey(fields, context.newId);
  if (Object.keys(reader.errors()).length > 0) return sendForm(reply, form, known, fields, reader.errors(), key);
  if (fact === null || happened === null) throw new Error(`the form “${form.path}” refused without a sentence`);

  const appended = await recordFact(context.db, permit, id, fact, happened, key);
  if (appended.outcome === 'busy') return sendForm(reply, form, known, fields, { noegle: waitingTexts(language)('fault.busy') }, key);
  if (appended.outcome === 'no-such-pathway') {
    reply.callNotFound();
    return reply;
  }
  const say = pathwayTexts(language);
  if (appended.outcome === 'already-recorded') return reply.done(pathwayAddress(id), say('alreadySaved'));
  const { sequence } = appended;
  const recorded = { sequence, fact, ...recordedBy(permit, happened) };
  const remarks = flagsOf([...known.facts, recorded]).filter((flag) => flag.sequence === sequence);
  const what = describeFact(fact, language).what;
  const said = remarks.map(({ flag }) => wordTexts(language)(`flag.${flag}`)).join(' ');
  const notice = remarks.length === 0 ? say('saved', { what }) : say('savedBut', { what, remarks: said });
  const followed = fact.type === 'event' && fact.kind === 'relapse' ? `?skrevet=${sequence}` : '';
  return reply.done(`${pathwayAddress(id)}${followed}`, notice);
}

/** What a form knows of its pathway; null when the one who asks does not take part in it. */
async function formContext({ db, now }: WebContext, permit: Permit, id: Id<'pathway'>, language: Language): Promise<FormContext | null> {
  return asActor(db, permit, { kind: 'pathway', id }, async (tx) => {
    const read = await readPathway(tx, id);
    if (!read) return null;
    const { pathway, facts } = read;
    const others = (await otherPathways(tx, permit, id)).map(({ openedBy }) => openedBy.id);
    const parties = pathway.municipality === null ? [] : await possibleParties(tx, pathway.municipality, others);
    return { pathway, facts, now: now(), language, parties, may: (permission) => may(permit.actor, permission) };
  });
}

function sendForm(
  reply: FastifyReply,
  form: PathwayForm,
  known: FormContext,
  values: Fields,
  errors: FieldErrors,
  key: string,
): FastifyReply {
  const { language, pathway } = known;
  const address = reply.request.url.replace(/\?.*/, '');
  const back = address.slice(0, address.lastIndexOf('/'));
  return reply.page({
    status: Object.keys(errors).length > 0 ? 422 : 200,
    title: wordTexts(language)(`action.${form.action}`),
    crumbs: [...listCrumb(reply.request.actor, language), { href: back, text: pathway.calledName }],
    content: <FormPage form={form} known={known} values={values} errors={errors} noegle={key} back={back} address={address} />,
  });
}

type FormPageProps = {
  readonly form: PathwayForm;
  readonly known: FormContext;
  readonly values: Fields;
  readonly errors: FieldErrors;
  readonly noegle: string;
  readonly back: string;
  readonly address: string;
};

function FormPage({ form, known, values, errors, noegle, back, address }: FormPageProps): JSX.Element {
  const say = formTexts(known.language);
  const nothing = form.nothing?.(known) ?? null;
  const way = <a href={back}>{pathwayTexts(known.language)('back')}</a>;
  if (nothing !== null)
    return (
      <>
        <p>{nothing}</p>
        <p>{way}</p>
      </>
    );
  return (
    <form method="post" action={address} noValidate>
      <ErrorSummary heading={say('errors')} errors={errors} />
      <input type="hidden" name="noegle" value={noegle} />
      <form.View {...known} values={values} errors={errors} />
      {form.asksDay && (
        <TextField
          name="happened"
          type="date"
          label={say('happened')}
          hint={say('happenedHint')}
          errors={errors}
          value={values.text('happened') || danishDay(known.now)}
        />
      )}
      <div className="actions">
        <button className="button button-primary">{say('save')}</button>
        {way}
      </div>
    </form>
  );
}
