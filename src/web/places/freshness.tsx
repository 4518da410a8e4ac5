/** How well the units keep their capacity confirmed: a leader's own, a secretariat's region, or all of them for the agency. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../access/decide.ts';
import { asId, type Id } from '../../domain/id.ts';
import { calendarOf } from '../../domain/placement/calendar-of-unit.ts';
import { danishDay } from '../../domain/time.ts';
import { countryMaterial } from '../../store/placement-calendar.ts';
import { freshnessMaterial, type FreshnessRecord, nameContact } from '../../store/placement-freshness.ts';
import type { WebContext } from '../context.ts';
import { fieldsOf } from '../form.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import { freshnessAddress, nationalAddress } from './addresses.ts';
import { capacityTexts } from './capacity-texts.ts';
import type { OwnUnit } from './confirm-own.tsx';
import { FreshnessPage } from './freshness-page.tsx';
import { placeTexts } from './texts.ts';
import { unitTitle } from './words.ts';

/** A form about a receiver that was refused: as it was sent, and what is wrong in it. */
export type RefusedContact = {
  readonly unit: Id<'unit'>;
  readonly name: string;
  readonly address: string;
  readonly errors: FieldErrors;
};

export const freshnessPages: FastifyPluginAsync<WebContext> = async (app, { db, places }) => {
  /** The units of a leader with what is free in them tonight, as others are shown it. */
  const ownUnits = async (request: FastifyRequest, records: readonly FreshnessRecord[]): Promise<readonly OwnUnit[]> => {
    const { index, now } = await countryMaterial(db, request.permit(), places);
    return records.flatMap(({ facility, unit }) => {
      const indexed = index.units.get(unit.id);
      const [tonight] = indexed ? calendarOf(indexed.compiledAt(now), danishDay(now), 1, null) : [];
      return tonight ? [{ facility, unit, free: tonight.free }] : [];
    });
  };

  const show = async (request: FastifyRequest, reply: FastifyReply, refused: RefusedContact | null = null): Promise<FastifyReply> => {
    const { language, actor } = request;
    const { records, now } = await freshnessMaterial(db, request.permit());
    const manages = actor !== null && may(actor, 'place:manage');
    const own = manages ? await ownUnits(request, records) : [];
    return reply.page({
      title: capacityTexts(language)('freshness'),
      crumbs: [{ href: nationalAddress, text: placeTexts(language)('national') }],
      status: refused === null ? 200 : 422,
      content: <FreshnessPage records={records} now={now} language={language} own={own} refused={refused} />,
    });
  };

  app.get(freshnessAddress, { config: { permission: 'freshness:read' } }, async (request, reply) => show(request, reply));

  app.post<{ Params: { id: string } }>(
    `${freshnessAddress}/:id/modtager`,
    { config: { permission: 'place:manage' } },
    async (request, reply) => {
      const say = capacityTexts(request.language);
      const unit = asId<'unit'>(request.params.id);
      const [name, address] = [fieldsOf(request.body).text(`navn-${unit}`), fieldsOf(request.body).text(`mail-${unit}`)];
      const errors: FieldErrors = {
        ...(name === '' || name.length > 200 ? { [`navn-${unit}`]: say('fault.name') } : {}),
        ...(isAddress(address) ? {} : { [`mail-${unit}`]: say('fault.address') }),
      };
      if (Object.keys(errors).length > 0) return show(request, reply, { unit, name, address, errors });
      if (!(await nameContact(db, request.permit(), unit, { name, address }))) {
        reply.callNotFound();
        return reply;
      }
      const { records } = await freshnessMaterial(db, request.permit());
      const own = records.find((record) => record.unit.id === unit);
      return reply.done(freshnessAddress, say('contactSaved', { name, unit: own ? unitTitle(own) : unit }));
    },
  );
};

/** One that a message can be sent to, as far as its form goes: what the database asks of it, and a domain with a dot. */
function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/.test(text);
}
