/** The pages about numbers. */
import type { FastifyPluginAsync } from 'fastify';
import type { WebContext } from '../context.ts';
import { analysisPages } from './analysis-pages.tsx';
import { codesPage } from './codes-page.tsx';
import { demandPage } from './demand-page.tsx';
import { disputePage } from './dispute-page.tsx';
import { documentPages } from './document-pages.tsx';
import { duplicatesPage } from './duplicates-page.tsx';
import { figurePages } from './figure-pages.tsx';
import { gapPage } from './gap-page.tsx';
import { gridPage } from './grid-page.tsx';
import { listsPages } from './lists-page.tsx';
import { ownPage } from './own-page.tsx';
import { requestFormPages } from './request-form-page.tsx';
import { yearsPage } from './years-page.tsx';

export const numberPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  await app.register(disputePage, context);
  await app.register(documentPages, context);
  await app.register(yearsPage, context);
  await app.register(gridPage, context);
  await app.register(ownPage, context);
  await app.register(figurePages, context);
  await app.register(gapPage, context);
  await app.register(demandPage, context);
  await app.register(duplicatesPage, context);
  await app.register(listsPages, context);
  await app.register(codesPage, context);
  await app.register(analysisPages, context);
  await app.register(requestFormPages, context);
};
