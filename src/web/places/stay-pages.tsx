/** The unit's routes for another place in the unit while she stays: a move, a planned move undone, and two who change places. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { asId } from '../../domain/id.ts';
import { type MoveOption, moveOptions } from '../../domain/placement/move-options.ts';
import { partOn } from '../../domain/placement/parts.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import { undoMoveOf } from '../../store/placement-put-right.ts';
import { type UnitMaterial, unitMaterial } from '../../store/placement-search.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { swapWithinUnit, undoSwapOf } from '../../store/placement-swap.ts';
import { moveWithinUnit } from '../../store/placement-within.ts';
import type { WebContext } from '../context.ts';
import { dayIn } from '../form.ts';
import { notFound } from '../not-found.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import { stayCardAddress } from './addresses.ts';
import { faultSentences } from './outcome-words.ts';
import { putRightTexts } from './put-right-texts.ts';
import { insteadOfPlace, optionsOf } from './put-right-words.ts';
import { answerAgain } from './stay-forms-again.tsx';
import { formAboutStay, type OfStay } from './stay-form.ts';
import { stayTexts } from './stay-texts.ts';
import { blockSentence, withinFaults } from './stay-words.ts';
import { placeTexts } from './texts.ts';
import { propertyList } from './words.ts';

export const stayPages: FastifyPluginAsync<WebContext> = async (app, { db, newId }) => {
  /** Her unit as it stands now: where she can be moved, and who else is there. */
  const unitOf = async (request: FastifyRequest, stay: StayWithName): Promise<InUnit> => {
    const material = await unitMaterial(db, request.permit(), stay.unit);
    if (!material) throw new Error(`the unit of the stay ${stay.id} is not there`);
    const { unit, occupations, stays, now } = material;
    const present = stays.filter(({ id, status }) => id !== stay.id && ['held', 'confirmed', 'admitted'].includes(status));
    return { options: moveOptions(stay, unit, occupations, now), present, now };
  };

  app.post<OfStay>('/pladser/ophold/:stay/flyt', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const asked = await formAboutStay(db, request, newId);
    if (!asked) return notFound(reply);
    const { stay, form, fields } = asked;
    const { language } = request;
    const say = stayTexts(language);
    const again = async (status: 409 | 422, errors: FieldErrors): Promise<FastifyReply> => {
      const { options, now } = await unitOf(request, stay);
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

  app.post<OfStay>('/pladser/ophold/:stay/flyt/fortryd', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const asked = await formAboutStay(db, request, newId);
    if (!asked) return notFound(reply);
    const { stay, form, fields } = asked;
    const { language } = request;
    const say = putRightTexts(language);
    const again = async (status: 409 | 422, errors: FieldErrors): Promise<FastifyReply> => {
      const { options, now } = await unitOf(request, stay);
      return answerAgain(reply, status, {
        stay,
        heading: say('undoMove'),
        to: 'flyt/fortryd',
        submit: say('undoMove'),
        fields: [{ name: 'hvorfor', label: say('why'), hint: say('whyHint'), kind: 'words' }],
        hidden: ['dag'],
        sent: fields,
        requestKey: form.key,
        errors,
        instead: status === 409 ? optionsOf(options, now, language).map(({ text }) => `${text}.`) : [],
        language,
      });
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

  app.post<OfStay>('/pladser/ophold/:stay/byt', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const asked = await formAboutStay(db, request, newId);
    if (!asked) return notFound(reply);
    const { stay, form, fields } = asked;
    const { language } = request;
    const say = putRightTexts(language);
    const { options, present, now } = await unitOf(request, stay);
    const again = (status: 409 | 422, errors: FieldErrors): FastifyReply =>
      answerAgain(reply, status, {
        stay,
        heading: say('swapHeading'),
        to: 'byt',
        submit: say('swapSave'),
        fields: [
          {
            name: 'med',
            label: say('swapWith'),
            kind: 'choice',
            options: present.map(({ id, calledName, parts }) => ({
              value: id,
              text: `${calledName}, ${partOn(parts, danishDay(now)).placeName}`,
            })),
          },
          { name: 'dag', label: stayTexts(language)('moveFrom'), kind: 'day' },
        ],
        sent: fields,
        requestKey: form.key,
        errors,
        instead: status === 409 ? optionsOf(options, now, language).map(({ text }) => `${text}.`) : [],
        language,
      });
    const [other, from] = [fields.text('med'), dayIn(fields, 'dag')];
    if (other === '' || from === null) {
      return again(422, {
        ...(other === '' ? { med: say('fault.swapWith') } : {}),
        ...(from === null ? { dag: placeTexts(language)('fault.day') } : {}),
      });
    }
    const swap = await swapWithinUnit(db, request.permit(), form, { other: asId<'stay'>(other), from });
    switch (swap.outcome) {
      case 'swapped': {
        const [hers, theirs] = swap.both;
        const name = present.find(({ id }) => id === theirs.stay)?.calledName ?? '';
        const lacks = [
          { side: hers, name: stay.calledName },
          { side: theirs, name },
        ].flatMap(({ side, name: who }) =>
          side.lacks.length === 0
            ? []
            : [say('swapLacks', { place: side.toPlace, name: who, properties: propertyList(side.lacks, language) })],
        );
        const values = {
          name: stay.calledName,
          place: hers.toPlace,
          day: dayText(hers.from, language),
          other: name,
          otherPlace: theirs.toPlace,
        };
        return lacks.length === 0
          ? reply.done(stayCardAddress(stay), say('swapped', values))
          : reply.done(stayCardAddress(stay), say('swappedLacks', { ...values, lacks: lacks.join(' ') }), 'attention');
      }
      case 'place-not-free':
        return again(409, { med: swap.blocks.map((block) => blockSentence(swap.place, block, language)).join(' ') });
      case 'not-her-nights':
        return again(409, { dag: say('fault.swap.not-her-nights') });
      case 'moves-planned':
      case 'no-such-stay':
        return again(409, { med: say(`fault.swap.${swap.outcome}`) });
      case 'cannot':
      case 'busy':
        return again(409, { '': faultSentences(swap, language).join(' ') });
    }
  });

  app.post<OfStay>('/pladser/ophold/:stay/byt/fortryd', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const asked = await formAboutStay(db, request, newId);
    if (!asked) return notFound(reply);
    const { stay, form, fields } = asked;
    const { language } = request;
    const say = putRightTexts(language);
    const again = (status: 409 | 422, errors: FieldErrors): FastifyReply =>
      answerAgain(reply, status, {
        stay,
        heading: say('undoSwap'),
        to: 'byt/fortryd',
        submit: say('undoSwap'),
        fields: [{ name: 'hvorfor', label: say('why'), hint: say('whyHint'), kind: 'words' }],
        hidden: ['dag'],
        sent: fields,
        requestKey: form.key,
        errors,
        language,
      });
    const [on, why] = [dayIn(fields, 'dag'), fields.text('hvorfor')];
    if (on === null) return again(422, { '': placeTexts(language)('fault.day') });
    if (why === '') return again(422, { hvorfor: say('fault.why') });
    const undone = await undoSwapOf(db, request.permit(), form, on, why);
    switch (undone.outcome) {
      case 'swap-undone': {
        const [hers, theirs] = undone.both;
        const { present } = await unitOf(request, stay);
        const other = present.find(({ id }) => id === theirs.stay)?.calledName ?? '';
        const values = { name: stay.calledName, place: hers.toPlace, other, otherPlace: theirs.toPlace };
        return reply.done(stayCardAddress(stay), say('swapUndone', values));
      }
      case 'no-such-swap':
      case 'has-moved':
      case 'moves-planned':
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
};

type InUnit = { readonly options: readonly MoveOption[]; readonly present: UnitMaterial['stays']; readonly now: Moment };

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
