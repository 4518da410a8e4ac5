/** What rounding does to the numbers of a preview, for those who may know them, and what releasing it means for the next release. */
import type { JSX } from 'react';
import { codesInWords } from '../../domain/call/attacked-cell.ts';
import { municipalTable } from '../../domain/call/municipal-table.ts';
import { type CallPackage, matterOf } from '../../domain/call/package.ts';
import { seesWhole } from '../../domain/call/working-numbers.ts';
import { roundingMoves, type RoundingMoves, type TurnedRow } from '../../domain/call/rounding-moves.ts';
import type { PublishedTable } from '../../domain/disclosure/attackers.ts';
import type { Dimension } from '../../domain/disclosure/dimension.ts';
import { type Publishable, type ReleasedTable } from '../../domain/disclosure/publishable.ts';
import type { ReleaseKind } from '../../domain/disclosure/refusal.ts';
import type { CallProgress } from '../../store/call.ts';
import type { ReleaseLine } from '../../store/release-read.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { formAddress } from './choices.ts';
import { finestCut } from '../../domain/call/table-cut.ts';
import { roundingTexts } from './rounding-words.ts';

/**
 * How far a rounded table lies from the answers that row security lets the reader see; `null` where it is not rounded. A region is compared
 * when all who have answered in it are seen, the country when all are.
 */
export function movesOf(
  call: Pick<CallPackage, 'years' | 'answerBy'>,
  { terms, table }: Publishable<ReleasedTable>,
  { answered, answers }: Pick<CallProgress, 'answered' | 'answers'>,
): RoundingMoves | null {
  if (!terms.rounding) return null;
  const truth = municipalTable(
    call,
    answers.map(({ answer }) => answer),
  );
  return roundingMoves(table, truth, seesWhole({ answered, answers }));
}

type CardProps = { readonly moves: RoundingMoves; readonly table: PublishedTable; readonly language: Language };

export function RoundingCard({ moves, table, language }: CardProps): JSX.Element {
  const say = roundingTexts(language);
  const { total, part, rows, turned, worst, exceeding } = moves;
  const [first] = exceeding;
  return (
    <div className="no-print">
      <Card heading={say('title')} id="afrunding">
        {total === null && part === null ? (
          <p>{say('none')}</p>
        ) : (
          <>
            <ul>
              {total && <li>{say('total', { ...total, name: codesInWords(total.cell), cell: '' })}</li>}
              {part && <li>{say('part', { ...part, name: codesInWords(part.cell), cell: '' })}</li>}
              {rows > 0 && (
                <li>
                  {say('turned', { rows, turned })} {worst && say('worst', wordsOf(worst, language))}
                </li>
              )}
              {part && (
                <li>
                  {say('exceeding', { count: exceeding.length })}
                  {first && `. ${say('exceedingOne', { name: codesInWords(first.cell), printed: first.printed, whole: first.whole })}`}
                </li>
              )}
            </ul>
            <p className="quiet">{say('onlyHere')}</p>
          </>
        )}
        <p>
          <strong>{[say('unfit'), adviceFor(table, language)].join(' ').trim()}</strong>
        </p>
      </Card>
    </div>
  );
}

/** What can still be put together; nothing of it that the table has done already. */
function adviceFor({ layout }: PublishedTable, language: Language): string {
  const say = roundingTexts(language);
  const of = (name: string): Dimension | undefined => layout.dimensions.find((dimension) => dimension.name === name);
  const isDivided = (name: string): boolean => (of(name)?.codes.length ?? 1) > 2;
  const hasMunicipalities = of('kommune')?.sums.some(({ whole }) => whole !== 0) ?? false;
  const ways = [
    ...(isDivided('år') ? [say('unfit.years')] : []),
    ...(isDivided('behandling') ? [say('unfit.treatments')] : []),
    ...(hasMunicipalities ? [say('unfit.region')] : []),
  ];
  if (ways.length === 0) return '';
  return say('unfit.advice', { ways: new Intl.ListFormat(language, { type: 'disjunction' }).format(ways) });
}

function wordsOf({ place, treatment, counted, printed }: TurnedRow, language: Language) {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const inWords = (numbers: readonly number[]): string => list.format(numbers.map((one) => numberText(one, language)));
  return { name: codesInWords({ kommune: place, behandling: treatment }), counted: inWords(counted), printed: inWords(printed) };
}

type NextProps = {
  readonly call: Pick<CallPackage, 'id'>;
  readonly kind: ReleaseKind;
  /** The ledger, the newest first. */
  readonly lines: readonly ReleaseLine[];
  readonly language: Language;
};

/** What the release means for the report or the tables that are not released yet; nothing where both have been. */
export function NextRelease({ call, kind, lines, language }: NextProps): JSX.Element | null {
  const say = roundingTexts(language);
  const own = lines.filter(({ matter }) => matter === matterOf(call));
  const first = own.findLast((line) => line.kind !== 'report');
  const hasReport = own.some((line) => line.kind === 'report');
  if (kind === 'report') {
    return first ? null : (
      <Card heading={say('next')}>
        <p>{say('next.table')}</p>
      </Card>
    );
  }
  if (hasReport) return null;
  const isRounded = (first?.kind ?? kind) === 'rounding';
  return (
    <Card heading={say('next')}>
      <p>
        {say(isRounded ? 'next.report.rounded' : 'next.report.hidden', {
          first: first ? say('next.earlier', { id: first.id }) : say('next.first'),
        })}
      </p>
      {!first && (
        <p>
          {say('next.advice')}{' '}
          <a href={formAddress(call.id, { method: 'report', zeros: 'hide', cut: finestCut })}>{say('next.toReport')}</a>
        </p>
      )}
    </Card>
  );
}
