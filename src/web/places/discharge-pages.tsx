/** The unit's routes for a discharge before it is saved. */
import type { FastifyPluginAsync } from 'fastify';
import { dischargeDestinations } from '../../domain/pathway/facts.ts';
import { afterDischarge } from '../../domain/placement/after-discharge.ts';
import { discharge } from '../../domain/placement/arrival.ts';
import { unitListMaterial } from '../../store/placement-waiting-unit.ts';
import type { WebContext } from '../context.ts';
import { dayIn } from '../form.ts';
import { notFound } from '../not-found.ts';
import { stayCardAddress } from './addresses.ts';
import { dischargeAgain } from './arrival-again.tsx';
import { DischargePreview } from './discharge-preview.tsx';
import { houseOf } from './house-of-stay.ts';
import { faultSentences } from './outcome-words.ts';
import { stayDeed } from './stay-form.ts';
import { stayTexts } from './stay-texts.ts';
import { placeTexts } from './texts.ts';

export const dischargePages: FastifyPluginAsync<WebContext> = async (app, context) => {
  const { db } = context;

  // Posted and not asked for by its address: what is written of where she goes does not stand in one.
  stayDeed(app, context, 'udskriv/se', async (request, reply, { stay, form, fields }) => {
    const { language } = request;
    const again = dischargeAgain(request, reply, stay, form.key);
    const day = dayIn(fields, 'dag');
    const destination = dischargeDestinations.find((one) => one === fields.text('hvortil')) ?? null;
    if (day === null || destination === null) {
      return again(422, {
        ...(day === null ? { dag: placeTexts(language)('fault.day') } : {}),
        ...(destination === null ? { hvortil: stayTexts(language)('fault.destination') } : {}),
      });
    }
    const list = await unitListMaterial(db, request.permit(), stay.unit);
    if (!list) return notFound(reply);
    const { facility, unit, occupations, now } = await houseOf(db, request.permit(), stay);
    const leaving = discharge(stay, occupations, day, now);
    if (leaving.outcome === 'before-arrival' || leaving.outcome === 'in-the-future')
      return again(409, { dag: faultSentences(leaving, language).join(' ') });
    if (leaving.outcome !== 'discharged') return again(409, { '': faultSentences(leaving, language).join(' ') });
    return reply.page({
      title: stay.calledName,
      crumbs: [{ href: stayCardAddress(stay), text: stay.unitName }],
      content: (
        <DischargePreview
          stay={stay}
          day={day}
          destination={destination}
          to={fields.text('hvortil-ord')}
          leaving={leaving}
          after={afterDischarge(stay, { facility, unit }, occupations, leaving, list.list, now)}
          initials={list.initials}
          facilityName={facility.name}
          now={now}
          requestKey={form.key}
          language={language}
        />
      ),
    });
  });
};
