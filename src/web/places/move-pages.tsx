/** The unit's routes for another place in the unit while she stays: what a move would mean, the move, and a planned move undone. */
import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import { asId } from '../../domain/id.ts';
import type { MoveOption } from '../../domain/placement/move-options.ts';
import { moveWithin } from '../../domain/placement/move-within.ts';
import { partOn } from '../../domain/placement/parts.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import { undoMoveOf } from '../../store/placement-put-right.ts';
import { moveWithinUnit } from '../../store/placement-within.ts';
import { oneStay } from '../../store/placement-stays.ts';
import type { WebContext } from '../context.ts';
import { dayIn, fieldsOf } from '../form.ts';
import { notFound } from '../not-found.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { dayText, weekdayYearText } from '../ui/format.ts';
import { stayCardAddress } from './addresses.ts';
import { houseOf } from './house-of-stay.ts';
import { faultSentences } from './outcome-words.ts';
import { Preview } from './preview.tsx';
import { previewTexts } from './preview-texts.ts';
import { putRightTexts } from './put-right-texts.ts';
import { insteadOfPlace, optionsOf } from './put-right-words.ts';
import { answerAgain } from './stay-forms-again.tsx';
import { type OfStay, stayDeed } from './stay-form.ts';
import { stayTexts } from './stay-texts.ts';
import { undoPlanAgain } from './undo-plan-again.ts';
import { blockSentence, withinFaults } from './stay-words.ts';
import { placeTexts } from './texts.ts';
import { propertyList } from './words.ts';

export const movePages: FastifyPluginAsync<WebContext> = async (app, context) => {
  previewOfMove(app, context);
  moveRoute(app, context);
  undoMoveRoute(app, context);
};

/** What a move would mean, before it is made. */
function previewOfMove(app: FastifyInstance, { db, newId }: WebContext): void {
  app.get<OfStay>('/pladser/ophold/:stay/flyt', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const stay = await oneStay(db, request.permit(), asId<'stay'>(request.params.stay));
    if (!stay) return notFound(reply);
    const { language } = request;
    const say = previewTexts(language);
    const fields = fieldsOf(request.query);
    const { unit, occupations, options, now } = await houseOf(db, request.permit(), stay);
    const option = options.find(({ place }) => place.id === fields.text('plads'));
    if (!option) return reply.redirect(stayCardAddress(stay), 303);
    const today = danishDay(now);
    // A day that is gone is today: what has been is not rewritten.
    const asked = dayIn(fields, 'dag') ?? option.from ?? today;
    const from = asked > today ? asked : today;
    const move = moveWithin(stay, unit, occupations, { place: option.place.id, from }, now);
    const faults = move.outcome === 'place-not-free' || move.outcome === 'not-her-nights' ? withinFaults(move, language) : [];
    const instead = move.outcome === 'place-not-free' ? insteadOfPlace(options, option.place.id, now, language) : [];
    const sentences =
      move.outcome === 'moved'
        ? [
            say('move', {
              name: stay.calledName,
              from: partOn(stay.parts, move.from).placeName,
              to: `${option.place.name}, ${option.place.roomName.toLocaleLowerCase(language)}`,
              day: weekdayYearText(move.from, language),
              until: dayText(stay.nights.departure, language),
            }),
            ...(move.lacks.length > 0 ? [say('lacks', { place: option.place.name, properties: propertyList(move.lacks, language) })] : []),
          ]
        : [];
    return reply.page({
      title: stay.calledName,
      crumbs: [{ href: stayCardAddress(stay), text: stay.unitName }],
      status: move.outcome === 'moved' ? 200 : 409,
      content: (
        <Preview
          stay={stay}
          to="flyt"
          heading={stayTexts(language)('moveHeading')}
          submit={stayTexts(language)('moveSave')}
          chosen={['plads', option.place.id]}
          day={move.outcome === 'moved' ? move.from : from}
          sentences={sentences}
          faults={move.outcome === 'cannot' ? faultSentences(move, language) : faults}
          instead={instead}
          requestKey={newId()}
          language={language}
        />
      ),
    });
  });
}

/** The move from a day on. */
function moveRoute(app: FastifyInstance, context: WebContext): void {
  const { db } = context;
  stayDeed(app, context, 'flyt', async (request, reply, asked) => {
    const { stay, form, fields } = asked;
    const { language } = request;
    const say = stayTexts(language);
    const again = async (status: 409 | 422, errors: FieldErrors): Promise<FastifyReply> => {
      const { options, now } = await houseOf(db, request.permit(), stay);
      return answerAgain(reply, status, {
        stay,
        heading: say('moveHeading'),
        to: 'flyt',
        submit: say('moveSave'),
        // The place that was asked for stays chosen although it is not possible: it is what was written.
        fields: [
          { name: 'plads', label: say('moveTo'), kind: 'choice', options: withSent(options, fields.text('plads'), now, language) },
          { name: 'dag', label: say('moveFrom'), kind: 'day' },
        ],
        sent: fields,
        requestKey: form.key,
        errors,
        instead: status === 409 ? insteadOfPlace(options, fields.text('plads'), now, language) : [],
        language,
      });
    };
    const [place, from] = [fields.text('plads'), dayIn(fields, 'dag')];
    if (place === '' || from === null) {
      return again(422, {
        ...(place === '' ? { plads: say('fault.move') } : {}),
        ...(from === null ? { dag: placeTexts(language)('fault.day') } : {}),
      });
    }
    const move = await moveWithinUnit(db, request.permit(), form, { place: asId<'place'>(place), from });
    switch (move.outcome) {
      case 'moved': {
        const values = { place: move.toPlace, day: dayText(move.from, language) };
        return move.lacks.length === 0
          ? reply.done(stayCardAddress(stay), say('moved', values))
          : reply.done(
              stayCardAddress(stay),
              say('movedLacks', { ...values, properties: propertyList(move.lacks, language) }),
              'attention',
            );
      }
      case 'place-not-free':
        return again(409, { plads: withinFaults(move, language).join(' ') });
      case 'not-her-nights':
        return again(409, { dag: withinFaults(move, language).join(' ') });
      case 'no-such-place':
        return again(409, { plads: faultSentences(move, language).join(' ') });
      case 'cannot':
      case 'busy':
        return again(409, { '': faultSentences(move, language).join(' ') });
      case 'no-such-stay':
        return notFound(reply);
    }
  });
}

/** A move that was planned comes to nothing. */
function undoMoveRoute(app: FastifyInstance, context: WebContext): void {
  const { db } = context;
  stayDeed(app, context, 'flyt/fortryd', async (request, reply, about) => {
    const { stay, form, fields } = about;
    const { language } = request;
    const say = putRightTexts(language);
    const again = async (status: 409 | 422, errors: FieldErrors): Promise<FastifyReply> => {
      const { options, now } = await houseOf(db, request.permit(), stay);
      const instead = status === 409 ? optionsOf(options, now, language).map(({ text }) => `${text}.`) : [];
      return undoPlanAgain(reply, status, { about, heading: say('undoMove'), to: 'flyt/fortryd', errors, instead, language });
    };
    const [on, why] = [dayIn(fields, 'dag'), fields.text('hvorfor')];
    if (on === null) return again(422, { '': placeTexts(language)('fault.day') });
    if (why === '') return again(422, { hvorfor: say('fault.why') });
    const undone = await undoMoveOf(db, request.permit(), form, on, why);
    switch (undone.outcome) {
      case 'move-undone':
        return reply.done(stayCardAddress(stay), say('undone', { place: undone.toPlace }));
      case 'no-such-move':
      case 'has-moved':
        return again(409, { '': say(`fault.undo.${undone.outcome}`) });
      case 'place-not-free':
        return again(409, { '': undone.blocks.map((block) => blockSentence(undone.place, block, language)).join(' ') });
      case 'cannot':
      case 'busy':
        return again(409, { '': faultSentences(undone, language).join(' ') });
      case 'no-such-stay':
        return notFound(reply);
    }
  });
}

/** The possible places, and the one that was sent where it is another of the unit's. */
function withSent(
  options: readonly MoveOption[],
  sent: string,
  now: Moment,
  language: Parameters<typeof optionsOf>[2],
): ReturnType<typeof optionsOf> {
  const possible = optionsOf(options, now, language);
  const wanted = options.find(({ place }) => place.id === sent);
  return !wanted || possible.some(({ value }) => value === sent) ? possible : [...possible, { value: sent, text: wanted.place.name }];
}
