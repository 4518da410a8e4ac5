/** The unit's routes for two who change places: what it would mean for both, the change, and a planned change undone. */
import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import { asId } from '../../domain/id.ts';
import { partOn } from '../../domain/placement/parts.ts';
import { type Swap, swapPlaces } from '../../domain/placement/swap.ts';
import { danishDay } from '../../domain/time.ts';
import { oneStay } from '../../store/placement-stays.ts';
import { swapWithinUnit, undoSwapOf } from '../../store/placement-swap.ts';
import type { WebContext } from '../context.ts';
import { dayIn, fieldsOf } from '../form.ts';
import { notFound } from '../not-found.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { dayText, weekdayYearText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { stayCardAddress } from './addresses.ts';
import { houseOf } from './house-of-stay.ts';
import { faultSentences } from './outcome-words.ts';
import { Preview } from './preview.tsx';
import { previewTexts } from './preview-texts.ts';
import { putRightTexts } from './put-right-texts.ts';
import { optionsOf } from './put-right-words.ts';
import { answerAgain } from './stay-forms-again.tsx';
import { type OfStay, stayDeed } from './stay-form.ts';
import { stayTexts } from './stay-texts.ts';
import { undoPlanAgain } from './undo-plan-again.ts';
import { blockSentence } from './stay-words.ts';
import { placeTexts } from './texts.ts';
import { propertyList } from './words.ts';
import { byCode } from '../../domain/code-order.ts';

export const swapPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  previewOfSwap(app, context);
  swapRoute(app, context);
  undoSwapRoute(app, context);
};

/** What the change would mean for both, before it is made. */
function previewOfSwap(app: FastifyInstance, { db, newId }: WebContext): void {
  app.get<OfStay>('/pladser/ophold/:stay/byt', { config: { permission: 'place:manage' } }, async (request, reply) => {
    const stay = await oneStay(db, request.permit(), asId<'stay'>(request.params.stay));
    if (!stay) return notFound(reply);
    const { language } = request;
    const say = previewTexts(language);
    const fields = fieldsOf(request.query);
    const { unit, occupations, present, now } = await houseOf(db, request.permit(), stay);
    const other = present.find(({ id }) => id === fields.text('med'));
    if (!other) return reply.redirect(stayCardAddress(stay), 303);
    const today = danishDay(now);
    // They can change on the first day on which both are there.
    const first = [today, stay.nights.arrival, other.nights.arrival].toSorted(byCode).at(-1) ?? today;
    const asked = dayIn(fields, 'dag') ?? first;
    const day = asked > today ? asked : today;
    const swap = swapPlaces(stay, other, unit, occupations, day, now);
    const sentences =
      swap.outcome === 'swapped'
        ? [
            ...[stay, other].map((one, index) => {
              const side = swap.both[index === 0 ? 0 : 1];
              return say('move', {
                name: one.calledName,
                from: side.fromPlace,
                to: side.toPlace,
                day: weekdayYearText(side.from, language),
                until: dayText(one.nights.departure, language),
              });
            }),
            ...swap.both.flatMap(({ toPlace, lacks }) =>
              lacks.length > 0 ? [say('lacks', { place: toPlace, properties: propertyList(lacks, language) })] : [],
            ),
          ]
        : [];
    return reply.page({
      title: stay.calledName,
      crumbs: [{ href: stayCardAddress(stay), text: stay.unitName }],
      status: swap.outcome === 'swapped' ? 200 : 409,
      content: (
        <Preview
          stay={stay}
          to="byt"
          heading={putRightTexts(language)('swapHeading')}
          submit={putRightTexts(language)('swapSave')}
          chosen={['med', other.id]}
          day={day}
          sentences={sentences}
          faults={swapFaults(swap, language)}
          instead={[]}
          requestKey={newId()}
          language={language}
        />
      ),
    });
  });
}

/** The change of places from a day on. */
function swapRoute(app: FastifyInstance, context: WebContext): void {
  const { db } = context;
  stayDeed(app, context, 'byt', async (request, reply, { stay, form, fields }) => {
    const { language } = request;
    const say = putRightTexts(language);
    const { options, present, now } = await houseOf(db, request.permit(), stay);
    const again = (status: 409 | 422, errors: FieldErrors, instead = optionsOf(options, now, language)): FastifyReply =>
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
        instead: status === 409 ? instead.map(({ text }) => `${text}.`) : [],
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
        // A move of hers does not help the two who were to change: it is not offered here.
        return again(409, { med: swap.blocks.map((block) => blockSentence(swap.place, block, language)).join(' ') }, []);
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
}

/** Both are put back who were to change places. */
function undoSwapRoute(app: FastifyInstance, context: WebContext): void {
  const { db } = context;
  stayDeed(app, context, 'byt/fortryd', async (request, reply, about) => {
    const { stay, form, fields } = about;
    const { language } = request;
    const say = putRightTexts(language);
    const again = (status: 409 | 422, errors: FieldErrors): FastifyReply =>
      undoPlanAgain(reply, status, { about, heading: say('undoSwap'), to: 'byt/fortryd', errors, instead: [], language });
    const [on, why] = [dayIn(fields, 'dag'), fields.text('hvorfor')];
    if (on === null) return again(422, { '': placeTexts(language)('fault.day') });
    if (why === '') return again(422, { hvorfor: say('fault.why') });
    const undone = await undoSwapOf(db, request.permit(), form, on, why);
    switch (undone.outcome) {
      case 'swap-undone': {
        const [hers, theirs] = undone.both;
        const { present } = await houseOf(db, request.permit(), stay);
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
}

/** Why two cannot change places, in sentences; none where they can. */
function swapFaults(swap: Swap, language: Language): readonly string[] {
  switch (swap.outcome) {
    case 'swapped':
      return [];
    case 'place-not-free':
      return swap.blocks.map((block) => blockSentence(swap.place, block, language));
    case 'not-her-nights':
    case 'moves-planned':
    case 'no-such-stay':
      return [`${putRightTexts(language)(`fault.swap.${swap.outcome}`)}.`];
    case 'cannot':
      return faultSentences(swap, language);
  }
}
