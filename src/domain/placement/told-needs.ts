/**
 * What the words of a concern tell of her needs (da: det, bekymringen fortæller): a proposal with the words it rests on, changed by the professional
 * on the page. Published as `docs/rules/needs-told-2026-11-26.md`: our own choice. What is denied or past is never proposed; what is only mentioned, or
 * may be denied, is asked.
 */
import type { Day } from '../time.ts';
import type { PlaceProperty } from './provision.ts';
import { type DenialReach, denialReach, type WordSpan } from './told-denial.ts';
import { isHers, oneOf, partsOf, type ToldPart } from './told-parts.ts';

/** The edition of the words below. */
export const toldNeedsEdition = 'behov-i-ord/2026-11-26';

/** Where the words stand. */
export const toldSources = ['concern', 'event', 'need-assessed', 'criteria', 'treatment-sought'] as const;
export type ToldSource = { readonly kind: (typeof toldSources)[number]; readonly on: Day; readonly from: string };

/** `said` is proposed; `mentioned` points to a need and is asked about, never proposed. */
export type ToldNeed = {
  readonly property: PlaceProperty;
  readonly certainty: 'said' | 'mentioned';
  /** The clause as it was written; empty where the source is no text. */
  readonly words: string;
  readonly source: ToldSource;
};

const substances = 'stoffer|rusmidler|hash|cannabis|kokain|heroin|amfetamin';
const uses = 'bruger|ryger|sniffer|fixer|injicerer|tager|indtager';
const often = 'dagligt|fortsat|stadig|ofte|jævnligt';
const partner = 'partner|partneren|kæreste|kæresten|mand|samlever|ægtefælle|hustru';
const child = 'børn|børnene|datter|datteren|søn|sønnen';
const substitute = 'metadon|metadonbehandling|buprenorphin|subutex|suboxone|substitutionsbehandling|substitutionsmedicin';

/** A use without a verb of its own is hers only where it is all that is written: whatever follows can be whose it is, or that it is over. */
const useAsNoun = new RegExp(
  `^((hun|kvinden|den gravide) )?(har (et )?((stort|dagligt|fortsat|jævnligt) )*|((stort|daglig|dagligt|fortsat|aktuelt|jævnligt) )+)(for|mis)?brug af (${substances}|alkohol)( og (${substances}|alkohol))*$`,
  'u',
);

/** Phrases that can mean nothing else: these alone are proposed. */
const said: readonly (readonly [PlaceProperty, RegExp])[] = [
  ['accepts-active-use', oneOf(`(${uses})( (${often}))*( både)? (${substances})`)],
  ['accepts-active-use', oneOf(`drikker( (${often}))* (alkohol|spiritus)`, 'fixer (dagligt|fortsat|stadig)')],
  ['accepts-active-use', /(^| )drikker( fortsat| stadig)? dagligt$/u],
  ['accepts-active-use', useAsNoun],
  [
    'substitution-treatment',
    new RegExp(
      `(^| )(får( (${often}|nu|ordineret|sin))*( \\d+ mg)?|(er |går |startet |^)i( (stabil|fast|sin))?|er( (${often}))? på) (${substitute})` +
        '($| (?!af |for |med )| med (metadon|buprenorphin|subutex|suboxone))',
      'u',
    ),
  ],
  ['shielded', oneOf('(er|bliver) udsat for (vold|trusler)', 'udsættes for (vold|trusler)', '(er|lever|bor) i (et )?voldeligt forhold')],
  ['shielded', oneOf('(truer|forfølger|stalker|slår) hende', 'bliver (truet|forfulgt|slået|stalket)')],
  ['shielded', oneOf('brug for (skærmning|(en )?(skærmet|skærmede) (rammer|plads|ophold|miljø))', 'skal skærmes')],
  ['partner', broughtAlong(partner)],
  ['other-children', broughtAlong(child)],
];

/** Words that point to a need: it is asked about. */
const mentioned: readonly { readonly property: PlaceProperty; readonly each: readonly RegExp[]; readonly unless?: RegExp }[] = [
  {
    property: 'accepts-active-use',
    each: [
      oneOf(uses, 'drikker|forbrug|misbrug|brug(?! for)|bruge|ryge|drikke|tage'),
      oneOf(substances, 'morfin|opioider|fentanyl|ghb|ketamin|piller|benzodiazepiner|lattergas|alkohol|øl|vin|spiritus'),
    ],
    unless: oneOf('alkoholfri|alkoholfrit'),
  },
  {
    property: 'accepts-active-use',
    each: [oneOf('drikker|fixer'), oneOf(often)],
    unless: oneOf('kaffe|te|vand|mælk|cola|juice|saft|sodavand|saftevand|alkoholfri'),
  },
  { property: 'substitution-treatment', each: [oneOf('(substitution|metadon|buprenorphin)\\p{L}*|subutex|suboxone')] },
  {
    property: 'shielded',
    each: [
      oneOf(
        'vold|volden|voldelig|voldelige|voldeligt|truer|truet|trues|trusler|forfølg\\p{L}*|forfulgt|stalk\\p{L}*',
        'beskyttes|skærmet|skærmede|skærmning|skærmes',
      ),
    ],
    unless: oneOf('abort|fødsel|fødslen|præterm'),
  },
  { property: 'partner', each: [oneOf(partner)] },
  // The child she is to give birth to is no other child.
  { property: 'other-children', each: [oneOf(child, 'barn')], unless: oneOf('føde|føder|fødes|fødsel|fødslen|venter|første barn|ufødte?') },
];

/** What a physician has prescribed is no use: it is what substitution is. */
const prescribed = oneOf('ordineret|recept|medicinsk');

/** What a text tells, each property once: what is said goes before what is mentioned, and the first part that says it. */
export function toldIn(text: string, source: ToldSource): readonly ToldNeed[] {
  return strongest(partsOf(text).flatMap((part) => toldInPart(part, source)));
}

function toldInPart(part: ToldPart, source: ToldSource): readonly ToldNeed[] {
  const { words, isInDoubt } = part;
  const text = words.join(' ');
  const tells = (property: PlaceProperty, certainty: ToldNeed['certainty']): ToldNeed => ({
    property,
    certainty,
    words: part.text,
    source,
  });
  const reach = (property: PlaceProperty, spans: readonly WordSpan[]): DenialReach =>
    leastOf(spans.map((span) => denialReach(words, span, property)));
  const found = [
    ...said.flatMap(([property, phrase]): readonly ToldNeed[] => {
      const spans = spansOf(text, phrase);
      if (reach(property, spans) === 'denies') return [];
      const isSure = !isInDoubt && !(property === 'accepts-active-use' && prescribed.test(text)) && !(part.goesOn && phrase === useAsNoun);
      const ofHer = spans.filter((span) => isHers(part, span));
      return [tells(property, isSure && reach(property, ofHer) === 'none' ? 'said' : 'mentioned')];
    }),
    ...mentioned
      .filter(
        ({ property, each, unless }) =>
          unless?.test(text) !== true && reach(property, together(each.map((one) => spansOf(text, one)))) !== 'denies',
      )
      .map(({ property }) => tells(property, 'mentioned')),
  ];
  // One who is threatened by somebody is not asked whether he is to come.
  return found.some(({ property }) => property === 'shielded') ? found.filter(({ property }) => property !== 'partner') : found;
}

/** Each place where a phrase stands, in words. */
function spansOf(text: string, phrase: RegExp): readonly WordSpan[] {
  const spans: WordSpan[] = [];
  const search = new RegExp(phrase.source, 'gu');
  for (let found = search.exec(text); found; found = search.exec(text)) {
    const from = text.slice(0, found.index).split(' ').filter(Boolean).length;
    spans.push({ from, to: from + found[0].trim().split(' ').length });
    // Phrases share the space between them, and may lie over each other.
    search.lastIndex = found.index + 1;
  }
  return spans;
}

/** What stands together of one of each: from the first word to the last. None where one of them is not there. */
function together(each: readonly (readonly WordSpan[])[]): readonly WordSpan[] {
  const [first = [], ...rest] = each;
  return rest.reduce(
    (spans, others) =>
      spans.flatMap((one) => others.map((other) => ({ from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) }))),
    first,
  );
}

/** The least that the denials do to any of what was found: what is said once is said. What was not found is as good as denied. */
function leastOf(reaches: readonly DenialReach[]): DenialReach {
  return (['none', 'asks'] as const).find((reach) => reaches.includes(reach)) ?? 'denies';
}

/** Each property once: said before mentioned, then as they come. */
export function strongest(told: readonly ToldNeed[]): readonly ToldNeed[] {
  const inTurn = [...told.filter(({ certainty }) => certainty === 'said'), ...told.filter(({ certainty }) => certainty === 'mentioned')];
  return inTurn.filter((one, index) => inTurn.findIndex(({ property }) => property === one.property) === index);
}

/** A wish to have somebody with her where she stays: «med til scanning» is another. */
function broughtAlong(who: string): RegExp {
  const stay = '(på|under) (opholdet|døgnophold|døgnopholdet)';
  return new RegExp(
    `(^| )(vil|ønsker|gerne)( at)?( gerne)? have (sin|sine|begge|begge sine)( (to|tre|små))? (${who}) med( sig)?( ${stay})?$`,
    'u',
  );
}
