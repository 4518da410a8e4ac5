/** A municipality's answer: the form, what is wrong in it, and saving it. */
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { type Answer, type AnswerField, mostWomenPerYear, parseAnswer, type RawAnswer } from '../../domain/call/answer.ts';
import { problemSentence } from '../../domain/call/answer-problem.ts';
import { type CallPackage, type CountQuestionId, countQuestionIds, periodOf } from '../../domain/call/package.ts';
import { takesAnswers } from '../../domain/call/lifecycle.ts';
import { callPackage } from '../../domain/call/packages.ts';
import { type Municipality, municipality } from '../../domain/geography/municipalities.ts';
import { regionOf, speaksFor } from '../../domain/geography/regions.ts';
import { danishDay, type Day } from '../../domain/time.ts';
import { callProgress, saveAnswer, type StoredAnswer } from '../../store/call.ts';
import type { WebContext } from '../context.ts';
import { type Fields, fieldsOf } from '../form.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { answerAddress, callAddress, callsAddress } from './addresses.ts';
import { AnswerRead } from './answer-read.tsx';
import { callTexts } from './texts.ts';

type AnswerParams = { Params: { call: string; municipality: string } };

export const answerPages: FastifyPluginAsync<WebContext> = async (app, { db, now }) => {
  const address = `${callsAddress}/:call/svar/:municipality`;

  app.get<AnswerParams>(address, { config: { permission: 'call:answer' } }, async (request, reply) => {
    const [call, place] = [callPackage(request.params.call), municipality(request.params.municipality)];
    const say = callTexts(request.language);
    const progress = call && (await callProgress(db, request.permit(), call.id));
    if (!call || !place || !progress) return reply.page({ status: 404, title: say('noSuchCall'), content: null });
    const { actor, at } = request.permit();
    if (!answersFor(actor.organisation, place, call, danishDay(at)))
      return reply.page({ status: 403, title: say('notYours'), content: null });
    const stored = progress.answers.find(({ answer }) => answer.municipality === place.id) ?? null;
    const state: FormState = { typed: typedOf(call, stored, actor.name), version: stored?.version ?? null };
    if (takesAnswers(progress.status)) return reply.page(formView(call, place, request.language, state));
    // Who gave the answer stands in it; the form proposes the reader's own name.
    const answer = stored && { ...state.typed, answeredBy: stored.answer.answeredBy };
    return reply.page({
      ...answerPage(call, place, request.language),
      content: <AnswerRead call={call} status={progress.status} answer={answer} language={request.language} />,
    });
  });

  app.post<AnswerParams>(address, { config: { permission: 'call:answer' } }, async (request, reply) => {
    const [call, place] = [callPackage(request.params.call), municipality(request.params.municipality)];
    const { language } = request;
    const say = callTexts(language);
    if (!call || !place) return reply.page({ status: 404, title: say('noSuchCall'), content: null });
    const fields = fieldsOf(request.body);
    const typed = typedFrom(call, fields);
    const version = /^\d{1,9}$/.test(fields.text('version')) ? Number(fields.text('version')) : null;

    const read = parseAnswer(typed, {
      package: call,
      municipality: place.id,
      answeredOn: danishDay(now()),
      mostPerYear: mostWomenPerYear(place.births),
    });
    if (read.outcome === 'refused') {
      const errors = Object.fromEntries(read.problems.map((problem) => [fieldName(problem.where), problemSentence(problem, language)]));
      return reply.page({ ...formView(call, place, language, { typed, version, errors }), status: 422 });
    }
    const saved = await saveAnswer(db, request.permit(), read.answer, { version, answerBy: call.answerBy });
    switch (saved.outcome) {
      case 'saved':
        return reply.done(callAddress(call.id), say('saved', { municipality: place.name }));
      case 'changed-meanwhile': {
        const { theirs } = saved;
        const newest = { typed: typedOf(call, theirs, typed.answeredBy), version: theirs.version, message: say('changedMeanwhile') };
        return reply.page({ ...formView(call, place, language, newest), status: 409 });
      }
      case 'closed': {
        const status = (await callProgress(db, request.permit(), call.id))?.status;
        if (status === undefined) return reply.page({ status: 404, title: say('noSuchCall'), content: null });
        return reply.page({
          ...answerPage(call, place, language),
          status: 409,
          content: <AnswerRead call={call} status={status} answer={typed} isUnsaved language={language} />,
        });
      }
      case 'not-yours':
        return reply.page({ status: 403, title: say('notYours'), content: null });
    }
  });
};

/** The municipality itself, or the secretariat of its region; row security says the same, this says it in words. */
function answersFor(
  party: { readonly municipality: string | null; readonly region: string | null; readonly kind: string },
  place: Municipality,
  call: CallPackage,
  today: Day,
): boolean {
  return party.kind === 'secretariat' ? speaksFor(party.region, regionOf(place, call.answerBy).id, today) : party.municipality === place.id;
}

type FormState = {
  readonly typed: RawAnswer;
  readonly version: number | null;
  readonly errors?: FieldErrors;
  readonly message?: string;
};

function formView(
  call: CallPackage,
  place: Municipality,
  language: Language,
  state: FormState,
): ReturnType<typeof answerPage> & { content: JSX.Element } {
  return { ...answerPage(call, place, language), content: <AnswerForm call={call} place={place} language={language} state={state} /> };
}

function answerPage(
  call: CallPackage,
  place: Municipality,
  language: Language,
): { title: string; crumbs: { href: string; text: string }[] } {
  const say = callTexts(language);
  return {
    title: say('answerTitle', { municipality: place.name }),
    crumbs: [
      { href: callsAddress, text: say('calls') },
      { href: callAddress(call.id), text: call.title },
    ],
  };
}

type AnswerFormProps = { readonly call: CallPackage; readonly place: Municipality; readonly language: Language; readonly state: FormState };

function AnswerForm({ call, place, language, state: { typed, version, errors = {}, message } }: AnswerFormProps): JSX.Element {
  const say = callTexts(language);
  return (
    <form method="post" action={answerAddress(call.id, place.id)} noValidate>
      <p>{say('answerIntro')}</p>
      {message && <Alert tone="attention">{message}</Alert>}
      <ErrorSummary heading={say('notSaved')} errors={errors} />
      <input type="hidden" name="version" value={version ?? ''} />
      {countQuestionIds.map((question) => (
        <fieldset key={question} className="card">
          <legend className="card-legend">{call.questions[question].title}</legend>
          <p className="quiet" lang="da">
            {call.questions[question].definition.text}
          </p>
          <div className="counts">
            {[...call.years, 'total' as const].map((year, index) => (
              <TextField
                key={year}
                name={fieldName({ question, year })}
                label={year === 'total' ? say('total', { period: periodOf(call) }) : String(year)}
                value={year === 'total' ? typed.counts[question].total : (typed.counts[question].years[index] ?? '')}
                inputMode="numeric"
                errors={errors}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <TextField name={nameField} label={say('answeredBy')} value={typed.answeredBy} errors={errors} />
      <div className="actions">
        <button className="button button-primary">{say('save')}</button>
      </div>
    </form>
  );
}

const nameField = 'besvaret-af';

function fieldName({ question, year }: AnswerField): string {
  return question === null ? nameField : `${question}-${year}`;
}

function typedFrom(call: CallPackage, fields: Fields): RawAnswer {
  const counts = (question: CountQuestionId): RawAnswer['counts'][CountQuestionId] => ({
    years: call.years.map((year) => fields.text(fieldName({ question, year }))),
    total: fields.text(fieldName({ question, year: 'total' })),
  });
  return { counts: { any: counts('any'), residential: counts('residential') }, answeredBy: fields.text(nameField) };
}

/** What stands in the form when it is opened: the answer that was given, or nothing. */
function typedOf(call: CallPackage, stored: StoredAnswer | null, name: string): RawAnswer {
  const counts = (question: CountQuestionId): RawAnswer['counts'][CountQuestionId] => {
    const given: Answer['counts'][CountQuestionId] | undefined = stored?.answer.counts[question];
    return given
      ? { years: given.counts.map(String), total: String(given.counts.reduce((sum, count) => sum + count, 0)) }
      : { years: call.years.map(() => ''), total: '' };
  };
  return { counts: { any: counts('any'), residential: counts('residential') }, answeredBy: name };
}
