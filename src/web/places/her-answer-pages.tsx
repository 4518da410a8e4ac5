/** The page where she is asked about the place that is found for her and her answer is written, by whoever of her team asked. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { asId } from '../../domain/id.ts';
import { placeAnswers, yesStanding } from '../../domain/pathway/her-answer.ts';
import { danishDay } from '../../domain/time.ts';
import { asActor } from '../../store/database.ts';
import { readPathway } from '../../store/pathway.ts';
import { answerPlaceOf } from '../../store/placement-her-answer.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf, formKey } from '../form.ts';
import { notFound } from '../not-found.ts';
import { actionAddress, pathwayAddress } from '../pathways/addresses.ts';
import { AskedNow } from '../pathways/asked-now.tsx';
import { ErrorSummary, type FieldErrors } from '../ui/fields.tsx';
import { Alert } from '../ui/pieces.tsx';
import { findAddress } from './addresses.ts';
import type { OfPathway } from './find-shown.tsx';
import { HerAnswerFields, herAnswerErrors, herAnswerIn } from './her-answer.tsx';
import { herAnswerTexts } from './her-answer-texts.ts';
import { faultSentences } from './outcome-words.ts';
import { placeTexts } from './texts.ts';

export const herAnswerPages: FastifyPluginAsync<WebContext> = async (app, { db, now, newId }) => {
  const show = async (
    request: FastifyRequest<OfPathway>,
    reply: FastifyReply,
    { errors = {}, fault = [] }: { readonly errors?: FieldErrors; readonly fault?: readonly string[] } = {},
  ): Promise<FastifyReply> => {
    const { language, body } = request;
    const permit = request.permit();
    const id = asId<'pathway'>(request.params.id);
    const read = await asActor(db, permit, { kind: 'pathway', id }, (tx) => readPathway(tx, id));
    if (!read) return notFound(reply);
    const { pathway } = read;
    const { stay } = pathway;
    const say = herAnswerTexts(language);
    const isAsked = stay !== null && yesStanding(stay) !== null;
    const isMove = isAsked && stay.isMove === true && stay.status !== 'admitted';
    return reply.page({
      title: say('title'),
      crumbs: [{ href: pathwayAddress(id), text: pathway.calledName }],
      status: Object.keys(errors).length > 0 ? 422 : fault.length > 0 ? 409 : 200,
      content: (
        <>
          {fault.length > 0 && (
            <Alert tone="error" heading={placeTexts(language)('faultHeading')}>
              {fault.map((text) => (
                <p key={text}>{text}</p>
              ))}
            </Alert>
          )}
          <AskedNow read={read} now={now()} asks={false} language={language} />
          {!isAsked && <p>{say('asksNothing')}</p>}
          {isMove && (
            <p>
              {say('isAMove')} <a href={findAddress(id)}>{say('toPlace')}</a>
            </p>
          )}
          {isAsked && !isMove && (
            <form method="post" action={actionAddress(id, 'ask-her')} noValidate>
              <ErrorSummary heading={placeTexts(language)('errorHeading')} errors={errors} />
              <input type="hidden" name="noegle" value={newId()} />
              <input type="hidden" name="ophold" value={stay.id} />
              <HerAnswerFields
                unitName={stay.unitName}
                answers={placeAnswers}
                fields={fieldsOf(body ?? request.query)}
                errors={errors}
                asker={permit.actor.name}
                today={danishDay(now())}
                required
                language={language}
              />
              <div className="actions">
                <button className="button button-primary">{say('save')}</button>
                <a href={pathwayAddress(id)}>{pathway.calledName}</a>
              </div>
            </form>
          )}
        </>
      ),
    });
  };

  app.get<OfPathway>('/forloeb/:id/hendes-svar', { config: { permission: 'pathway:record' } }, (request, reply) => show(request, reply));

  app.post<OfPathway>('/forloeb/:id/hendes-svar', { config: { permission: 'pathway:record' } }, async (request, reply) => {
    const { language } = request;
    const fields = fieldsOf(request.body);
    const today = danishDay(now());
    const errors = herAnswerErrors(fields, today, language);
    const given = herAnswerIn(fields, today);
    if (given === null || Object.keys(errors).length > 0) return show(request, reply, { errors });
    const form = { stay: asId<'stay'>(fields.text('ophold')), key: formKey(fields, newId) };
    const answered = await answerPlaceOf(db, request.permit(), form, given);
    switch (answered.outcome) {
      case 'place-answered':
        return reply.done(pathwayAddress(request.params.id), herAnswerTexts(language)('saved'));
      case 'is-a-move':
        return show(request, reply, { fault: [herAnswerTexts(language)('isAMove')] });
      case 'team-asks':
        return show(request, reply, { fault: [herAnswerTexts(language)('teamAsks')] });
      case 'cannot':
      case 'no-such-stay':
      case 'busy':
        return show(request, reply, { fault: faultSentences(answered, language) });
    }
  });
};
