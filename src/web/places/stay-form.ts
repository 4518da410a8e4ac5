/** A form about a stay as it comes in: the stay it is about, its fields, and the key that makes it count once. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asId } from '../../domain/id.ts';
import type { Database } from '../../store/database.ts';
import type { StayForm } from '../../store/placement-act.ts';
import { oneStay, type StayWithName } from '../../store/placement-stays.ts';
import type { WebContext } from '../context.ts';
import { type Fields, fieldsOf, formKey } from '../form.ts';
import { notFound } from '../not-found.ts';

export type OfStay = { readonly Params: { readonly stay: string } };

export type AboutStay = { readonly stay: StayWithName; readonly form: StayForm; readonly fields: Fields };

/** Null when there is no such stay for this actor. */
async function formAboutStay(db: Database, request: FastifyRequest<OfStay>, newId: () => string): Promise<AboutStay | null> {
  const stay = await oneStay(db, request.permit(), asId<'stay'>(request.params.stay));
  const fields = fieldsOf(request.body);
  return stay && { stay, fields, form: { stay: stay.id, key: formKey(fields, newId) } };
}

/** A route for what the unit's leader writes about a stay, below the stay's address: not found where there is no such stay for this actor. */
export function stayDeed(
  app: FastifyInstance,
  { db, newId }: Pick<WebContext, 'db' | 'newId'>,
  to: string,
  answer: (request: FastifyRequest<OfStay>, reply: FastifyReply, about: AboutStay) => FastifyReply | Promise<FastifyReply>,
): void {
  app.post<OfStay>(`/pladser/ophold/:stay/${to}`, { config: { permission: 'place:manage' } }, async (request, reply) => {
    const about = await formAboutStay(db, request, newId);
    return about ? answer(request, reply, about) : notFound(reply);
  });
}
