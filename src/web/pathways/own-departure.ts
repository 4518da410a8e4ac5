/** On her own page: that the day she is to leave was changed, from which day to which, by whom and why. */
import type { PathwayFact, RecordedFact } from '../../domain/pathway/facts.ts';
import type { PathwayStay } from '../../domain/pathway/state.ts';
import { dayText, momentText } from '../ui/format.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { ownPlacesTexts } from './own-places-texts.ts';
import { ownRoleText } from './own-words.ts';

const texts = catalogue(
  {
    changed: 'Dagen, du skal rejse fra {unit}, er ændret fra {from} til {to}',
    by: 'Det skrev {name} ({role}, {house}).',
    now: '{changed}. Det skrev {name} ({role}, {house}) {when}. {why}',
    'why.reason': 'Grunden er skrevet til dig: «{reason}»',
    'why.unsaid': 'Der er ikke skrevet en grund: du kan spørge om den.',
    // Written before the form said that she reads it: it is hers to ask for, and not shown without the writer knowing.
    'why.not-to-her': 'Der er skrevet en grund, men den er ikke skrevet til dig: du kan spørge om den.',
    'why.moves': 'Det er, fordi du skal flytte til {unit}.',
    'why.stays': 'Det er, fordi du ikke skal flytte til {unit} alligevel.',
  },
  {
    changed: 'The day you are to leave {unit} was changed from {from} to {to}',
    by: '{name} ({role}, {house}) wrote it.',
    now: '{changed}. {name} ({role}, {house}) wrote it {when}. {why}',
    'why.reason': 'The reason is written to you: “{reason}”',
    'why.unsaid': 'No reason was written: you can ask about it.',
    'why.not-to-her': 'A reason was written, but not to you: you can ask about it.',
    'why.moves': 'It is because you are to move to {unit}.',
    'why.stays': 'It is because you are not to move to {unit} after all.',
  },
);

type Changed = Extract<PathwayFact, { readonly type: 'departure-changed' }>;
type About = { readonly facts: readonly RecordedFact[]; readonly stays: readonly PathwayStay[]; readonly language: Language };

/** A changed day of leaving among what was written and decided: the days, and who wrote it and why. */
export function toldDeparture(
  fact: Changed,
  recorded: RecordedFact,
  { facts, stays, language }: About,
): { readonly what: string; readonly text: string } | null {
  // A day that was kept is no change to her.
  if (fact.departure === fact.from) return null;
  const what = changedText(fact, stays, language);
  return {
    what,
    text: [texts(language)('by', writerOf(recorded, language)), whyText(fact, recorded, { facts, stays, language })].join(' '),
  };
}

/** The latest change of the day that now stands for this stay, beside the stay itself; `null` where its day was not changed. */
export function departureNowText({ id, departure }: Pick<PathwayStay, 'id' | 'departure'>, about: About): string | null {
  const latest = about.facts.findLast(({ fact }) => fact.type === 'departure-changed' && fact.stay === id && fact.departure !== fact.from);
  if (latest?.fact.type !== 'departure-changed' || latest.fact.departure !== departure) return null;
  const { language, stays } = about;
  return texts(language)('now', {
    changed: changedText(latest.fact, stays, language),
    ...writerOf(latest, language),
    when: momentText(latest.recorded, language),
    why: whyText(latest.fact, latest, about),
  });
}

function changedText({ stay, from, departure }: Changed, stays: readonly PathwayStay[], language: Language): string {
  const days = { from: dayText(from, language), to: dayText(departure, language) };
  return texts(language)('changed', { unit: unitOf(stay, stays), ...days });
}

function writerOf({ byName, capacity, organisationName }: RecordedFact, language: Language): Record<'name' | 'role' | 'house', string> {
  return { name: byName, role: ownRoleText(capacity, language), house: organisationName };
}

/** Why: the move that it follows from, or the reason, where the one who wrote it was told that she reads it. */
function whyText(fact: Changed, { sequence }: RecordedFact, { facts, stays, language }: About): string {
  const say = texts(language);
  if (fact.movesTo !== undefined) return say('why.moves', { unit: unitOf(fact.movesTo, stays) });
  if (fact.reason !== '' && fact.readByHer === true) return say('why.reason', { reason: fact.reason });
  if (fact.follows !== undefined) return ownPlacesTexts(language)(`departureFollows.${fact.follows}`);
  const before = facts.findLast((one) => one.sequence < sequence && one.fact.type === 'departure-changed' && one.fact.stay === fact.stay);
  if (before?.fact.type === 'departure-changed' && before.fact.movesTo !== undefined && fact.departure > before.fact.departure) {
    return say('why.stays', { unit: unitOf(before.fact.movesTo, stays) });
  }
  return say(fact.reason === '' ? 'why.unsaid' : 'why.not-to-her');
}

function unitOf(stay: PathwayStay['id'], stays: readonly PathwayStay[]): string {
  return stays.find(({ id }) => id === stay)?.unitName ?? '';
}
