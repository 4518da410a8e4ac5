/**
 * Lints everything, type-aware, and fails when fewer files were read than there are: a check that saw nothing has shown nothing.
 * Usage: node script/lint.mjs [FOLDER]
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const house = dirname(dirname(fileURLToPath(import.meta.url)));
const root = resolve(process.argv[2] ?? house);
const nobodysSources = new Set(['node_modules', 'dist', '.tsbuild', '.cache', '.git']);
const oxlint = join(house, 'node_modules', 'oxlint', 'bin', 'oxlint');

const run = spawnSync(process.execPath, [oxlint, '--type-aware', '--deny-warnings', '-f', 'json'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
const text = run.stdout ?? '';
const result = text.includes('{') ? JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) : null;
if (result === null) fail(`oxlint did not answer:\n${text}\n${run.stderr}`);

for (const { filename, labels, message, code } of result.diagnostics) {
  const at = labels?.[0]?.span;
  console.log(`${filename}:${at?.line ?? 1}:${at?.column ?? 1}  ${message}  ${code}`);
}
const expected = sourcesIn(root);
if (result.number_of_files < Math.max(expected, 1)) fail(`oxlint read ${result.number_of_files} files, but there are ${expected}.`);
if (run.status !== 0 || result.diagnostics.length > 0) fail(`${result.diagnostics.length} findings in ${result.number_of_files} files.`);
console.log(`Lint: no findings in ${result.number_of_files} files.`);

/** How many files of TypeScript and JavaScript a folder holds, folders within it included, without what is installed or built. */
function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    if (entry.isDirectory()) return nobodysSources.has(entry.name) ? sum : sum + sourcesIn(join(folder, entry.name));
    return entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name) ? sum + 1 : sum;
  }, 0);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
