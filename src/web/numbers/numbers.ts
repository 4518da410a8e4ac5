/** The pages about numbers. */
import type { FastifyPluginAsync } from 'fastify';
import type { WebContext } from '../context.ts';
import { disputePage } from './dispute-page.tsx';
import { figurePages } from './figure-pages.tsx';
import { gridPage } from './grid-page.tsx';

export const numberPages: FastifyPluginAsync<WebContext> = async (app, context) => {
  await app.register(disputePage, context);
  await app.register(gridPage, context);
  await app.register(figurePages, context);
};
