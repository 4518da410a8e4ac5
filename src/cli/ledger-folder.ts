/**
 * A ledger in a folder: each `*.csv` is a table as it was published, and `NAME.terms.json` beside it says on what terms, where they are not
 * those of the command.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EarlierRelease } from '../domain/disclosure/ledger.ts';
import { type Protection, protections, type Terms, type ZeroRule, zeroRules } from '../domain/disclosure/terms.ts';
import { readPublished } from './count-file.ts';
import { fileFault } from './file-fault.ts';
import type { Hierarchy } from './hierarchy-file.ts';
import { type FileProblem, readTableFile } from './table-file.ts';

/** All that is counted in the tables of one folder is one matter. */
export const folderMatter = 'folder';

/** Every release of a folder, in the order of their names. */
export async function readReleases(folder: string, hierarchy: Hierarchy, terms: Terms): Promise<readonly EarlierRelease[] | FileProblem> {
  let names: readonly string[];
  try {
    names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).toSorted();
  } catch (error) {
    return { problem: `${folder}: ${fileFault(error)}.` };
  }
  const releases: EarlierRelease[] = [];
  for (const name of names) {
    const file = await readTableFile(join(folder, name));
    if ('problem' in file) return file;
    const lines = hierarchy.lines.filter(({ dimension }) => file.header.some(({ text }) => text === dimension));
    const table = readPublished(file, { ...hierarchy, lines });
    if ('problem' in table) return table;
    const own = await readOwnTerms(join(folder, `${name.slice(0, -4)}.terms.json`));
    if (own && 'problem' in own) return own;
    // A table with dots was suppressed, not rounded.
    const usual = table.published.includes(null) ? { ...terms, rounding: null } : terms;
    releases.push({ id: name, matter: folderMatter, table, terms: own ?? usual });
  }
  return releases;
}

async function readOwnTerms(file: string): Promise<Terms | null | FileProblem> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return null;
  }
  const wrong = { problem: `${file}:1:1: the terms are not threshold, zeros, protect and rounding.` };
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return wrong;
  }
  if (typeof found !== 'object' || found === null) return wrong;
  const { threshold, zeros, protect, rounding } = found as Readonly<Record<string, unknown>>;
  const zeroRule: ZeroRule | undefined = zeroRules.find((known) => known === zeros);
  const protection: Protection | undefined = protections.find((known) => known === protect);
  if (typeof threshold !== 'number' || !zeroRule || !protection) return wrong;
  if (rounding === null || rounding === undefined) return { threshold, zeros: zeroRule, protect: protection, rounding: null };
  const { base, steps } = rounding as Readonly<Record<string, unknown>>;
  if (typeof base !== 'number' || typeof steps !== 'number') return wrong;
  return { threshold, zeros: zeroRule, protect: protection, rounding: { base, steps } };
}
