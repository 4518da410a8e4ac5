/** What a proposal is called in addresses and forms, and where it is found: a position of the documents, an empty one, units at named sites, or a saved scenario. */
import { emptyFile, positionFile, sitesFile } from '../../domain/planning/lab/position-scenarios.ts';
import type { StudyProposal } from '../../domain/planning/lab/study.ts';
import { positionIds } from '../../domain/planning/proposals/positions.ts';
import type { Permit } from '../../domain/trail.ts';
import type { Database } from '../../store/database.ts';
import { readScenarioHistory, type ScenarioVersion } from '../../store/planning.ts';
import { positionNamed, positionWords, sitesNamed, sitesWord } from './addresses.ts';
import type { Language } from '../ui/language.ts';
import { siteName } from './site-name.ts';
import { planTexts, scenarioTexts } from './texts.ts';

export const emptyWord = 'tomt';

/** «styrelsen-2024», «tomt», «steder-0461-0751», «ID» for the newest version of a saved one and «ID:3» for its third; null where there is none. */
export async function proposalOf(db: Database, permit: Permit, word: string): Promise<StudyProposal | null> {
  const position = positionNamed(word);
  // A file is in Danish, whoever fetches it: the same position is the same question.
  if (position)
    return {
      title: planTexts('da')(`name.${position}`),
      from: word,
      scenario: positionFile(position, planTexts('da')(`name.${position}`)),
    };
  if (word === emptyWord) return { title: scenarioTexts('da')('empty'), from: word, scenario: emptyFile(scenarioTexts('da')('empty')) };
  const sites = sitesNamed(word);
  if (sites) {
    // However the sites are ordered in the address, it is the same question.
    const ordered = sites.toSorted();
    const title = setTitle(ordered);
    return { title, from: sitesWord(ordered), scenario: sitesFile(ordered, title) };
  }
  const [id = '', version] = word.split(':', 2);
  const saved = savedAs(await readScenarioHistory(db, permit, id), version);
  return saved && { title: saved.title, from: `${saved.scenario}:${saved.version}`, scenario: saved.content };
}

/** «Odense, Aarhus»: the same in both languages. */
export function setTitle(sites: readonly string[]): string {
  return sites.map(siteName).join(', ');
}

/** The version that is asked for; the newest when none is. */
export function savedAs(history: readonly ScenarioVersion[] | null, version: string | undefined): ScenarioVersion | null {
  if (version === undefined) return history?.[0] ?? null;
  return history?.find((one) => String(one.version) === version) ?? null;
}

/** A proposal's name in the reader's language: positions are translated, what a planner called hers is not. */
export function proposalTitle({ title, from }: Pick<StudyProposal, 'title' | 'from'>, language: Language): string {
  const position = positionIds.find((id) => positionWords[id] === from);
  return position ? planTexts(language)(`name.${position}`) : title;
}
