/** The page where a pathway is joined to the woman's number, with her consent. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { JSX } from 'react';
import { cprSentence } from '../../domain/numbers/cpr-sentence.ts';
import { asId } from '../../domain/id.ts';
import { formatCpr } from '../../domain/person/cpr.ts';
import { type IdentityReading, type IdentityRefusal, readIdentity } from '../../domain/person/identify.ts';
import { danishDay } from '../../domain/time.ts';
import { asActor } from '../../store/database.ts';
import { identifyWoman } from '../../store/identify.ts';
import { readPathway } from '../../store/pathway.ts';
import { recordFact } from '../../store/pathway-record.ts';
import type { WebContext } from '../context.ts';
import { cprIn } from '../cpr-in-forms.ts';
import { dayIn, type Fields, fieldsOf, formKey } from '../form.ts';
import { ErrorSummary, type FieldErrors, TextArea, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { dayText } from '../ui/format.ts';
import { waitingTexts } from '../waiting/texts.ts';
import { pathwayAddress } from './addresses.ts';
import { formTexts } from './form-texts.ts';
import { identifyTexts } from './identify-texts.ts';
import { listCrumb } from './list.tsx';
import { pathwayTexts } from './texts.ts';

export function identityAddress(pathway: string): string {
  return `${pathwayAddress(pathway)}/personnummer`;
}

export function identifyPages(app: FastifyInstance, { db, now, newId }: WebContext): void {
  // Her number is what this form is for, and is said to be wrong beside its field.
  const options = { config: { permission: 'pathway:identify', saysCpr: true } } as const;
  type Address = { Params: { id: string } };

  app.get<Address>('/forloeb/:id/personnummer', options, async (request, reply) => {
    const id = asId<'pathway'>(request.params.id);
    const read = await asActor(db, request.permit(), { kind: 'pathway', id }, (tx) => readPathway(tx, id));
    if (!read) return reply.callNotFound();
    const { calledName, person } = read.pathway;
    return sendForm(reply, { id, calledName, corrects: person !== null, values: fieldsOf(null), errors: {}, noegle: newId() });
  });

  app.post<Address>('/forloeb/:id/personnummer', options, async (request, reply) => {
    const id = asId<'pathway'>(request.params.id);
    const permit = request.permit();
    const read = await asActor(db, permit, { kind: 'pathway', id }, (tx) => readPathway(tx, id));
    if (!read) return reply.callNotFound();
    const { language } = request;
    const say = identifyTexts(language);
    const values = fieldsOf(request.body);
    const noegle = formKey(values, newId);
    const { calledName, person } = read.pathway;
    const again = (errors: FieldErrors, corrects = person !== null) =>
      sendForm(reply, { id, calledName, corrects, values, errors, noegle });

    const consentText = values.text('sagde-ja');
    const consentOn = dayIn(values, 'sagde-ja');
    if (consentText !== '' && consentOn === null) return again({ 'sagde-ja': formTexts(language)('error.day') });
    const correction = values.text('grund');
    const given = readIdentity({ number: values.text('personnummer'), consentOn, correction }, danishDay(now()));
    const inText = cprIn({ grund: correction }).map(({ name, where }) => [name, cprSentence(where, language)]);
    if (given.outcome === 'refused' || inText.length > 0) {
      const because = given.outcome === 'refused' ? given.because : [];
      return again(Object.fromEntries([...because.map((one) => [fieldOf(one), say(`refused.${one}`)]), ...inText]));
    }
    // A slip of the hand that hits another woman's number would show each to the other's parties: the number is read back first.
    if (values.text('stemmer') !== given.cpr) {
      return reply.page({
        title: say('readBack'),
        crumbs: [...listCrumb(permit.actor, language), { href: pathwayAddress(id), text: calledName }],
        content: <ReadBack id={id} given={given} correction={correction} noegle={noegle} language={language} />,
      });
    }

    const newPerson = asId<'person'>(newId());
    const done = await identifyWoman(db, permit, id, { ...given, correction, newPerson, key: noegle });
    switch (done.outcome) {
      case 'busy':
        return again({ personnummer: waitingTexts(language)('fault.busy') });
      case 'another-number':
        return again({ grund: say('refused.another-number') }, true);
      case 'no-such-pathway':
        return reply.callNotFound();
      case 'already-identified':
        return reply.done(pathwayAddress(id), say('already'));
      case 'identified':
        return reply.done(pathwayAddress(id), done.others === 0 ? say('identified') : say('identifiedOthers', { others: done.others }));
    }
  });

  app.post<Address>('/forloeb/:id/personnummer/fjern', options, async (request, reply) => {
    const id = asId<'pathway'>(request.params.id);
    const permit = request.permit();
    const { language } = request;
    const say = identifyTexts(language);
    const values = fieldsOf(request.body);
    const noegle = formKey(values, newId);
    const read = await asActor(db, permit, { kind: 'pathway', id }, (tx) => readPathway(tx, id));
    if (!read) return reply.callNotFound();
    const { calledName, person } = read.pathway;
    if (person === null) return reply.done(pathwayAddress(id), say('removed'));
    const reason = values.text('hvorfor');
    const [found] = cprIn({ hvorfor: reason });
    const wrong = found ? cprSentence(found.where, language) : reason === '' ? say('refused.no-reason') : null;
    if (wrong !== null) return sendForm(reply, { id, calledName, corrects: true, values, errors: { hvorfor: wrong }, noegle });
    const done = await recordFact(db, permit, id, { type: 'identity-withdrawn', reason }, danishDay(now()), noegle);
    if (done.outcome === 'busy') {
      const errors = { hvorfor: waitingTexts(language)('fault.busy') };
      return sendForm(reply, { id, calledName, corrects: true, values, errors, noegle });
    }
    return done.outcome === 'no-such-pathway' ? reply.callNotFound() : reply.done(pathwayAddress(id), say('removed'));
  });
}

function fieldOf(because: IdentityRefusal): string {
  return because === 'no-consent' || because === 'consent-ahead' ? 'sagde-ja' : 'personnummer';
}

type FormProps = {
  readonly id: string;
  readonly calledName: string;
  /** Whether the pathway stands on a number already. */
  readonly corrects: boolean;
  readonly values: Fields;
  readonly errors: FieldErrors;
  readonly noegle: string;
};

function sendForm(reply: FastifyReply, props: FormProps): FastifyReply {
  const { language, actor } = reply.request;
  const { id, calledName, corrects, errors } = props;
  return reply.page({
    status: Object.keys(errors).length > 0 ? 422 : 200,
    title: identifyTexts(language)(corrects ? 'change' : 'title'),
    crumbs: [...listCrumb(actor, language), { href: pathwayAddress(id), text: calledName }],
    content: (
      <>
        <IdentityForm {...props} language={language} />
        {corrects && <RemoveForm {...props} language={language} />}
      </>
    ),
  });
}

function IdentityForm({
  id,
  corrects,
  values,
  errors,
  noegle,
  language,
}: Omit<FormProps, 'calledName'> & { readonly language: Language }): JSX.Element {
  const say = identifyTexts(language);
  return (
    <form method="post" action={identityAddress(id)} noValidate>
      <ErrorSummary heading={formTexts(language)('errors')} errors={errors} />
      <p>{say('intro')}</p>
      <p>{say('ask')}</p>
      <input type="hidden" name="noegle" value={noegle} />
      <TextField
        name="personnummer"
        label={say('number')}
        hint={say('numberHint')}
        errors={errors}
        value={values.text('personnummer')}
        inputMode="numeric"
        longest={20}
        required
      />
      <TextField
        name="sagde-ja"
        type="date"
        label={say('saidYes')}
        hint={say('saidYesHint')}
        errors={errors}
        value={values.text('sagde-ja')}
        required
      />
      {corrects && (
        <TextArea name="grund" label={say('correction')} hint={say('correctionHint')} errors={errors} value={values.text('grund')} />
      )}
      <div className="actions">
        <button className="button button-primary">{say('save')}</button>
        <a href={pathwayAddress(id)}>{pathwayTexts(language)('back')}</a>
      </div>
    </form>
  );
}

type ReadBackProps = Pick<FormProps, 'id' | 'noegle'> & {
  readonly given: Extract<IdentityReading, { outcome: 'read' }>;
  readonly correction: string;
  readonly language: Language;
};

/** The number with the day of birth it says, to be read to her before anything is saved. */
function ReadBack({ id, noegle, given: { cpr, born, consentOn }, correction, language }: ReadBackProps): JSX.Element {
  const say = identifyTexts(language);
  return (
    <form method="post" action={identityAddress(id)}>
      <p>{say('readBackText', { number: formatCpr(cpr), day: dayText(born, language) })}</p>
      <input type="hidden" name="noegle" value={noegle} />
      <input type="hidden" name="personnummer" value={cpr} />
      <input type="hidden" name="stemmer" value={cpr} />
      <input type="hidden" name="sagde-ja" value={consentOn} />
      <input type="hidden" name="grund" value={correction} />
      <div className="actions">
        <button className="button button-primary">{say('readBackYes')}</button>
        <a href={identityAddress(id)}>{say('readBackNo')}</a>
      </div>
    </form>
  );
}

/** Her yes can be taken back: then the pathway stands on no number. */
function RemoveForm({
  id,
  values,
  errors,
  noegle,
  language,
}: Omit<FormProps, 'calledName' | 'corrects'> & { readonly language: Language }): JSX.Element {
  const say = identifyTexts(language);
  return (
    <form method="post" action={`${identityAddress(id)}/fjern`} noValidate>
      <h2>{say('remove')}</h2>
      <p>{say('removeText')}</p>
      <input type="hidden" name="noegle" value={noegle} />
      <TextArea name="hvorfor" label={say('removeReason')} errors={errors} value={values.text('hvorfor')} required />
      <div className="actions">
        <button className="button button-secondary">{say('removeSave')}</button>
      </div>
    </form>
  );
}
