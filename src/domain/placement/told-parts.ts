/**
 * The parts of a text, each with what stands around it (da: bekymringens led): whose it may be, and whether what comes before or after can take it
 * back. Part of the edition in `told-needs.ts`. What is around a part never proposes anything: it can only make that it is asked about.
 */
import { hasDenial, hasReported, type WordSpan } from './told-denial.ts';

export type ToldPart = {
  /** As it was written. */
  readonly text: string;
  /** In small letters, without signs. */
  readonly words: readonly string[];
  /** It is doubted or may be denied, by words in it or around it. */
  readonly isInDoubt: boolean;
  /** Somebody else is spoken of earlier in the same sentence. */
  readonly isAfterOthers: boolean;
  /** Another part follows in the same sentence. A phrase without a verb can get its meaning there. */
  readonly goesOn: boolean;
};

/** What is not hers to tick when it stands before the phrase: somebody else uses, or is hurt. */
const others = oneOf(
  'partner(en)?|kærest(e|en)|mand(en)?|samlever(en)?|ægtefælle(n)?|hustru|eks\\p{L}*|(?!jordemo)\\p{L}*(mor|moren|moder|moderen|far|faren|fader|faderen)|fars|mors',
  'søster(en)?|bror(en)?|søskende|veninde(n)?|ven(nen)?|venner(ne)?|forældre(ne)?|\\p{L}*familie(n)?|barnets|han|de|søn(nen)?|datter(en)?',
  'nabo\\p{L}*|onkel|tante|fætter|kusine|bofælle\\p{L}*|kammerat\\p{L}*|beboer\\p{L}*|alle|andre|begge|man|nogen|nogle|som|der',
);

/** What keeps a part from being proposed: it is doubted, only feared, denied, of another time, or of little. */
const doubted = oneOf(
  'måske|muligvis|mistanke|mistænk\\p{L}*|frygter|formod\\p{L}*|tror|risiko|hvis|om|eventuelt|evt|uvist|usikker|usikkert|afklares',
  'barndom\\p{L}*|opvækst\\p{L}*|ungdom\\p{L}*|teenage\\p{L}*|var|været|havde|haft|købt|lidt|sjældent|lejlighedsvis|enkelt|enkelte|af og til|imellem|fest\\p{L}*',
  'ophør\\p{L}*|slutte\\p{L}*|afslutt\\p{L}*|stoppe\\p{L}*|indtil|frem til|dengang|engang|siden|sidste år|som (ung|barn|teenager)|ifølge|(19|20)\\d\\d|0|nul|nej',
  'afkræft\\p{L}*|afvis\\p{L}*|nægt\\p{L}*|benægt\\p{L}*|udeluk\\p{L}*|negativ\\p{L}*',
);
/** Of these what follows in the sentence may still be: «mistanke om, at hun ryger hash, drikker alkohol». */
const feared = oneOf('måske|muligvis|mistanke|mistænk\\p{L}*|frygter|formod\\p{L}*|tror|hvis|om (at|hun)|uvist|usikker|usikkert|nej');
/** What says of the part before it that it is not so, or was. */
const takesBack =
  /^(nej|afkræft|afvis|nægt|benægt|udeluk|negativ|ophør|slutte|afslutt|stoppe|indtil|frem til|tidligere|før |førhen|havde|var |dengang|i fortiden|ifølge|hvilket|(siger|fortæller|oplyser|mener) (?!hun( |$)))|^(ikke( mere| længere| aktuelt| nu)?|ingen|intet|aldrig|nul|0)( |$)(?!\p{L}+ )/u;

/** Words that may stand between «hun» and the phrase, or before it where she is not named. */
const beside =
  'og også nu fortsat stadig aktuelt dagligt ofte jævnligt desuden samtidig selv akut derudover har er bliver stort et en i på at';
const besideWords: ReadonlySet<string> = new Set(beside.split(' '));
const she: ReadonlySet<string> = new Set(['hun', 'kvinden', 'gravide', 'patienten', 'borgeren', 'klienten']);

/** Whether a phrase in a part is of her: she stands before it or nobody does, or it says itself that it is done to her. */
export function isHers({ words, isAfterOthers }: ToldPart, { from, to }: WordSpan): boolean {
  if (words[to - 1] === 'hende') return true;
  const before = words.slice(0, from);
  if (isAfterOthers || others.test(before.join(' '))) return false;
  const subject = before.findLast((word) => !besideWords.has(word));
  return subject === undefined || she.has(subject);
}

/**
 * A text part by part. A sentence ends at a full stop; within it a comma, a colon or «men» ends what a denial reaches. What is said, denied or feared to
 * be so («benægter, at hun …») goes on over the comma, and so does «hverken …, … eller …».
 */
export function partsOf(text: string): readonly ToldPart[] {
  const pieces = text.split(/([.;:!?\n]+|,(?!\s*(?:at|om)\s)(?<!hverken[^.,;:!?\n]*,(?=[^.,;:!?\n]*\seller\s))|\smen\s)/iu);
  const found: ToldPart[] = [];
  let [isAfterOthers, isFeared] = [false, false];
  for (let index = 0; index < pieces.length; index += 2) {
    const sign = pieces[index + 1] ?? '.';
    const next = wordsOf(pieces[index + 2] ?? '').join(' ');
    // The answer to what stands before a colon or a question mark comes after it.
    const isAnswered = /[:?]/u.test(sign) || takesBack.test(next);
    let isAfterDenial = false;
    const inPiece = atOwnVerbs(pieces[index] ?? '');
    for (const [number, written] of inPiece.entries()) {
      const words = wordsOf(written);
      const joined = words.join(' ');
      const isLast = number === inPiece.length - 1;
      const isInDoubt = isAfterDenial || isFeared || doubted.test(joined) || (isLast && isAnswered);
      const goesOn = !isLast || (!/[.;!\n]/u.test(sign) && next !== '');
      if (words.length > 0) found.push({ text: written.trim(), words, isInDoubt, isAfterOthers, goesOn });
      isAfterDenial ||= hasDenial(words);
      isAfterOthers ||= others.test(joined);
      isFeared ||= feared.test(joined) || hasReported(words);
      // What stands before a colon is a heading: «Tidligere: ryger hash».
      if (isLast && sign.includes(':')) isFeared ||= doubted.test(joined) || hasDenial(words);
    }
    if (/[.;!?\n]/u.test(sign)) isFeared = false;
    if (/[.!?\n]/u.test(sign)) isAfterOthers = false;
  }
  return found;
}

/** At «og» a new part begins where it has a verb or a denial of its own: «ryger hash og har ingen bolig», not «bruger hash og alkohol». */
function atOwnVerbs(sentence: string): readonly string[] {
  return sentence.split(
    /\sog\s+(?=(?:hun|har|er|bor|får|kan|vil|skal|ønsker|mangler|lever|går|bliver|bruger|ryger|drikker|sniffer|fixer|injicerer|tager|indtager|udsættes|truer|forfølger|slår|ikke|ingen|intet|aldrig|hverken)(?:\s|$))/iu,
  );
}

function wordsOf(text: string): readonly string[] {
  return text.toLocaleLowerCase('da').match(/[\p{L}\p{N}-]+/gu) ?? [];
}

/** Whole words or phrases, one of which must stand in the words. */
export function oneOf(...phrases: readonly string[]): RegExp {
  return new RegExp(`(^| )(${phrases.join('|')})( |$)`, 'u');
}
