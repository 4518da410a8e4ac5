#!/usr/bin/env node
/** The `samlob` command: starts the built program with the words that were typed. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const program = join(project, 'dist', 'server', 'main.js');
// Whoever reads the answer may stop reading it: «samlob figure | head» is no error.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
if (existsSync(program)) {
  const { command } = await import(pathToFileURL(program).href);
  process.exitCode = await command(process.argv.slice(2), { project, environment: process.env });
} else {
  console.error('samlob is not built yet: run `npm start` or `npm test` once.');
  process.exitCode = 2;
}
