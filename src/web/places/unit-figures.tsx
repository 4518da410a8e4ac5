/** The routes of a unit's own figures: the page and its files, for the unit's leader. */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { decide } from '../../access/decide.ts';
import { decideUnitFigures } from '../../access/unit-figures.ts';
import { asId } from '../../domain/id.ts';
import { readUnitFigures, type UnitFigures, unitOfFigures } from '../../store/unit-figures.ts';
import type { WebContext } from '../context.ts';
import { notFound } from '../not-found.ts';
import { tableFiles } from '../numbers/downloads.tsx';
import { Refusal } from '../session.ts';
import { nationalAddress, unitAddress } from './addresses.ts';
import { placeTexts } from './texts.ts';
import { unitFiguresFile } from './unit-figures-file.ts';
import { UnitFiguresPage } from './unit-figures-page.tsx';
import { unitFiguresTexts } from './unit-figures-texts.ts';

const base = '/pladser/afdeling/:id/tal';

export const unitFiguresPages: FastifyPluginAsync<WebContext> = async (app, { db, now }) => {
  /** The figures of the unit that is asked for; null when there is none. One who leads another house is refused. */
  const figuresIn = async (request: FastifyRequest): Promise<UnitFigures | null> => {
    const { actor } = request.permit();
    // Which units there are may be read by all: the trace says that figures were read only where they were.
    const look = decide(actor, 'place:read', now());
    if (look.outcome === 'refused') throw new Refusal(403, look.because, look.permission);
    const unit = await unitOfFigures(db, look.permit, asId<'unit'>((request.params as { readonly id: string }).id));
    if (!unit) return null;
    const decision = decideUnitFigures(actor, unit.facility, now());
    if (decision.outcome === 'refused') throw new Refusal(403, decision.because, decision.permission);
    return readUnitFigures(db, decision.permit, unit.id);
  };

  app.get(base, { config: { permission: 'unit:figures' } }, async (request, reply) => {
    const found = await figuresIn(request);
    if (!found) return notFound(reply);
    const { language } = request;
    return reply.page({
      title: unitFiguresTexts(language)('title', { unit: found.unit.name }),
      crumbs: [
        { href: nationalAddress, text: placeTexts(language)('national') },
        { href: unitAddress(found.unit.id), text: found.unit.name },
      ],
      content: <UnitFiguresPage {...found} language={language} />,
    });
  });

  tableFiles(app, { address: base, permission: 'unit:figures', name: 'afdelingens-tal-intern' }, async (request) => {
    const found = await figuresIn(request);
    return found && unitFiguresFile(found, request.language);
  });
};
