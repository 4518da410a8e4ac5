/** `npm start`: installs what is missing, builds when stale, starts the database, migrates, loads the demo, serves. */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { installWhenMissing, project, requireNode } from './project.mjs';

requireNode();
installWhenMissing();
const { buildWhenStale } = await import('./build.mjs');
if (buildWhenStale()) console.log('Built.');
const { serve } = await import(pathToFileURL(join(project, 'dist', 'server', 'main.js')).href);
try {
  await serve({ project, environment: process.env });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
