/** What must be said beside the numbers of a release, on its page, on its preview and in its files, from one place. */
import type { JSX } from 'react';
import type { CallPackage } from '../../domain/call/package.ts';
import type { KnownPublication } from '../../domain/disclosure/known.ts';
import { narrowestRange } from '../../domain/disclosure/narrowest.ts';
import { codesInWords } from '../../domain/call/attacked-cell.ts';
import { type PrintedElsewhere, printedElsewhere } from '../../domain/disclosure/printed-elsewhere.ts';
import type { ReleasedTable } from '../../domain/disclosure/publishable.ts';
import { roundedSentence } from '../../domain/disclosure/rounded-sentence.ts';
import { type NumberedRelease, repeatedFrom, type SharedCells, sharedCells } from '../../domain/disclosure/shared-cells.ts';
import { danishMoment } from '../../domain/time.ts';
import type { FileAbout } from '../../reports/table-files.ts';
import type { ReleaseBackground } from '../../store/release-background.ts';
import type { ReleaseLine } from '../../store/release-read.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { backgroundTexts } from './background-words.ts';
import { releasesAddress, releaseTexts } from './texts.ts';

/** With what others have printed of the same. */
type Told = Beside & { readonly known: readonly KnownPublication[] };

type Beside = { readonly one: NumberedRelease; readonly all: readonly NumberedRelease[]; readonly language: Language };

/** How the release was tried, as one sentence that is true of it: what tells nothing new has not been tried again. */
export function triedText({ one, all, known, language }: Told): string {
  const from = repeatedFrom(one, all);
  return from === null
    ? releaseTexts(language)('attackInFile', { but: butWord({ one, all, known }) })
    : backgroundTexts(language)('repeated', { id: from });
}

/** That ranges are not protected, and how narrow the narrowest is; empty where no number is hidden or rounded. */
export function rangeText({ one, all, known, language }: Told): string {
  const say = backgroundTexts(language);
  if (!hasHidden(one.release) && !one.release.terms.rounding) return '';
  const narrowest = narrowestRange(one, all);
  return say('rangeText', { but: butWord({ one, all, known }), least: narrowest ? say('rangeLeast', narrowest) : say('rangeNone') });
}

/** What stands in every file: what it is, what is counted, by which rule, how it was tried, and what it does not protect. */
export function aboutOf(
  line: ReleaseLine,
  title: string,
  { one, all, known, language }: Told,
  { call, madeUp }: { readonly call: CallPackage | null; readonly madeUp: ReleaseBackground['madeUp'] },
): FileAbout {
  const [say, words] = [releaseTexts(language), backgroundTexts(language)];
  const range = rangeText({ one, all, known, language });
  const printed = printedElsewhere(one, all, known);
  return [
    ['udgivelse', line.id],
    ['udmelding', title],
    [words('counted'), words('countedText')],
    ...(call ? definitions(call, language) : []),
    ...(madeUp ? [[words('madeUp'), madeUp.answers > 0 ? words('madeUpText', madeUp) : words('madeUpNone')] as const] : []),
    ['regel', ruleText(line, one.release, butWord({ one, all, known }), language)],
    ['udgivet', danishMoment(line.recorded)],
    ['af', line.organisation],
    ['tegnforklaring', legendText(one.release, language)],
    [say('attack'), triedText({ one, all, known, language })],
    ...(printed.cells.length > 0
      ? [[words('printed'), `${printedText(printed, one.release, language)} ${printedCells(printed, language)}`] as const]
      : []),
    ...(range === '' ? [] : [[words('range'), range] as const]),
    ...sharedCells(one, all).map((shared) => [words('others'), sharedText(shared, language)] as const),
  ];
}

function definitions({ questions: { any, residential } }: CallPackage, language: Language): FileAbout {
  const words = backgroundTexts(language);
  const sources = [...new Set([any.source, residential.source])].join('; ');
  return [
    [words('total'), words('totalText', { definition: any.definition.text })],
    [words('residential'), residential.definition.text],
    [words('other'), words('otherText')],
    [words('source'), words('sourceText', { sources })],
  ];
}

function ruleText({ edition }: ReleaseLine, release: ReleasedTable, but: 'yes' | 'no', language: Language): string {
  const words = backgroundTexts(language);
  const { terms } = release;
  const most = terms.threshold - 1;
  if (terms.rounding) return words('ruleRounded', { edition, base: terms.rounding.base });
  if (!hasHidden(release)) return words('ruleNone', { edition, most });
  return words(terms.zeros === 'hide' ? 'ruleHide' : 'ruleShow', { edition, most, but });
}

function legendText(release: ReleasedTable, language: Language): string {
  const say = releaseTexts(language);
  if (release.terms.rounding) return roundedSentence(release.terms, language);
  if (!hasHidden(release)) return backgroundTexts(language)('legendNone');
  return `${say('legendHidden')} ${say(release.terms.zeros === 'hide' ? 'legendZeros' : 'legendNoZeros')}`;
}

function hasHidden({ table, beside }: ReleasedTable): boolean {
  const absent = new Set(beside.absent);
  return table.published.some((value, cell) => value === null && !absent.has(cell));
}

function sharedText({ id, both, differ, exact }: SharedCells, language: Language): string {
  return backgroundTexts(language)(`other_${exact}`, { id, both, differ });
}

/** Whether a promise that nobody can work a number out has to except those that are printed already. */
function butWord({ one, all, known }: Omit<Told, 'language'>): 'yes' | 'no' {
  return printedElsewhere(one, all, known).cells.length > 0 ? 'yes' : 'no';
}

/** How many numbers of a release are printed already, and where; the documents by name, our own releases by number. */
export function printedText({ cells, sources, releases }: PrintedElsewhere, { terms }: ReleasedTable, language: Language): string {
  const say = backgroundTexts(language);
  const where = [...sources, ...releases.map((id) => releaseTexts(language)('release', { id }))];
  const named = where.length > 0 ? where.join('; ') : say('printedOwn');
  return say(terms.rounding ? 'printedRounded' : 'printedHidden', { count: cells.length, where: named });
}

function printedCells({ cells }: PrintedElsewhere, language: Language): string {
  return backgroundTexts(language)('printedCells', { count: cells.length, cells: cells.map(codesInWords).join('; ') });
}

/** Which numbers anybody can work out all the same, because they are printed already; nothing where there are none. */
export function PrintedNote({ one, all, known, language }: Told): JSX.Element | null {
  const printed = printedElsewhere(one, all, known);
  if (printed.cells.length === 0) return null;
  return (
    <>
      <p>
        <strong>{printedText(printed, one.release, language)}</strong>
      </p>
      <details id="trykt-i-forvejen">
        <summary>{backgroundTexts(language)('printedWhich')}</summary>
        <p>{printedCells(printed, language)}</p>
      </details>
    </>
  );
}

/** Which other releases tell the same cells, each with its address. */
export function SharedCard({ one, all, language }: Beside): JSX.Element | null {
  const words = backgroundTexts(language);
  const shared = sharedCells(one, all);
  if (shared.length === 0) return null;
  return (
    <Card heading={words('othersTitle')} id="samme-tal">
      <ul>
        {shared.map((other) => (
          <li key={other.id}>
            {sharedText(other, language)} <a href={`${releasesAddress}/${other.id}`}>{words('see', { id: other.id })}</a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** That ranges are not protected; nothing where no number is hidden or rounded. */
export function RangeNote(beside: Told): JSX.Element | null {
  const text = rangeText(beside);
  if (text === '') return null;
  return (
    <>
      <h3>{backgroundTexts(beside.language)('rangeTitle')}</h3>
      <p>{text}</p>
    </>
  );
}
