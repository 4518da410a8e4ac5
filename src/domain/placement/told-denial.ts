/**
 * How far a denial in a clause reaches (da: hvad «ikke» hører til): «får metadon og bruger ikke andet» denies nothing of methadone. Part of the edition
 * in `told-needs.ts`. Where it cannot be told, what is found is asked about: it is neither proposed nor hidden.
 */
import type { PlaceProperty } from './provision.ts';

/** `denies`: it is not so. `asks`: it may not be so. `none`: the denial is of something else, or there is none. */
export type DenialReach = 'none' | 'asks' | 'denies';

/** Words of a clause, from the first to before the last. */
export type WordSpan = { readonly from: number; readonly to: number };

const outright = ['ikke', 'ingen', 'intet', 'hverken', 'uden', 'aldrig', 'ej'];
const past = ['tidligere', 'før', 'førhen', 'inden', 'stoppet', 'ophørt', 'holdt'];
/** What she says herself of what others fear: it is hers to say, and to be asked about. */
const reported = ['afviser', 'nægter', 'benægter', 'afvist', 'nægtet', 'benægtet', 'nej'];
/** That she takes nothing denies use, and nothing else: «stoffri i substitutionsbehandling». */
const abstaining = ['afholdende', 'ædru', 'stoffri'];

/** Words between a denial and what it denies: with more, or with a clause between, it may be of something else. */
const nearBy = 3;
const opensClause = ['fordi', 'selvom', 'mens', 'da', 'når', 'som', 'der', 'hvor', 'hvis', 'så', 'siden'];
const opensAfterThat = ['hun', 'han', 'der', 'de', 'hendes', 'partneren', 'kæresten'];
const ownVerbs = [
  'bruger',
  'ryger',
  'drikker',
  'sniffer',
  'fixer',
  'injicerer',
  'tager',
  'indtager',
  'får',
  'er',
  'har',
  'bliver',
  'udsættes',
];
const besideVerbs = ['længere', 'mere', 'selv', 'heller', 'dagligt', 'fortsat', 'hun'];

type Denial = { readonly at: number; readonly kind: 'outright' | 'past' | 'reported' | 'abstaining' };

/** Whether a clause has a word of denial or past at all, «ikke andet end» and «ikke kun» apart: what follows it in the sentence is in doubt. */
export function hasDenial(words: readonly string[]): boolean {
  return denialsIn(words).length > 0;
}

/** Whether a clause has what somebody denies: it can go on over a comma. */
export function hasReported(words: readonly string[]): boolean {
  return denialsIn(words).some(({ kind }) => kind === 'reported');
}

/** What the denials of a clause do to something found in it. `words` are in small letters. */
export function denialReach(words: readonly string[], found: WordSpan, property: PlaceProperty): DenialReach {
  const denials = denialsIn(words);
  // «Kan ikke klare sig uden metadon»: two denials may be a yes.
  if (denials.filter(({ kind }) => kind === 'outright').length > 1) return 'asks';
  const reaches = denials.map((denial) => reachOf(denial, words, found, property));
  return (['denies', 'asks'] as const).find((reach) => reaches.includes(reach)) ?? 'none';
}

function denialsIn(words: readonly string[]): readonly Denial[] {
  const kinds = { outright, past, reported, abstaining } as const;
  return words.flatMap((word, at): readonly Denial[] => {
    const kind = (['outright', 'past', 'reported', 'abstaining'] as const).find((one) => kinds[one].includes(word));
    return kind === undefined || (kind === 'outright' && isOnly(words, at)) ? [] : [{ at, kind }];
  });
}

/** «Ikke andet end metadon», «ikke kun hash»: it says that something is so. */
function isOnly(words: readonly string[], at: number): boolean {
  const [next, afterNext] = [words[at + 1] ?? '', words[at + 2] ?? ''];
  return ['kun', 'bare', 'alene', 'blot'].includes(next) || (['andet', 'andre', 'anden'].includes(next) && afterNext === 'end');
}

function reachOf({ at, kind }: Denial, words: readonly string[], { from, to }: WordSpan, property: PlaceProperty): DenialReach {
  if (kind === 'abstaining') return property === 'accepts-active-use' ? 'denies' : 'none';
  if (kind === 'reported') return 'asks';
  // One who threatened her once may do so still.
  if (kind === 'past' && property === 'shielded') return 'asks';
  if (at >= to) return reachBack({ at, kind }, words, to);
  if (at >= from) return 'denies';
  const between = words.slice(at + 1, from);
  if (opens(words.slice(at + 1, from + 1))) return 'asks';
  // «Hverken udsat for vold eller trusler» reaches all that it counts up.
  if (words[at] === 'hverken') return 'denies';
  if (ownVerbs.includes(words[from] ?? '') && !between.every((word) => besideVerbs.includes(word))) return 'asks';
  return between.length <= (words[at] === 'uden' ? 1 : nearBy) ? 'denies' : 'asks';
}

/** Of a denial that stands after what is found. */
function reachBack({ at, kind }: Denial, words: readonly string[], to: number): DenialReach {
  const [next] = words.slice(at + 1);
  if (kind === 'past') return next === undefined && words[at - 1] !== 'som' ? 'denies' : 'asks';
  if (next === undefined || next === 'længere' || next === 'mere') return 'denies';
  const isOfWhatFollows = words[at] === 'uden' || ['andet', 'andre', 'anden'].includes(next) || opens(words.slice(to, at));
  return isOfWhatFollows ? 'none' : 'asks';
}

/** Whether a clause begins among some words. */
function opens(words: readonly string[]): boolean {
  return words.some((word, index) => opensClause.includes(word) || (word === 'at' && opensAfterThat.includes(words[index + 1] ?? '')));
}
