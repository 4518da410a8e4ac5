/**
 * What documents that were written in tell of a call's numbers (da: dokumenternes tal om udmeldingen): those that count what the call counts, by
 * place and year. All may read them, so every attack on a release has read them too (decision 0035). One of us wrote
 * them in: they excuse nothing, and a release withstands those who have not read them as well (decision 0051).
 */
import type { ToldCell } from '../disclosure/beside.ts';
import type { KnownPublication } from '../disclosure/known.ts';
import { municipality } from '../geography/municipalities.ts';
import { regionKey, regionsOn } from '../geography/regions.ts';
import type { DocumentFigure, PublishedDocument } from '../numbers/published-document.ts';
import type { GridRow } from '../numbers/published-estimate.ts';
import { cellOf } from './known-numbers.ts';
import { type CallPackage, type CountQuestionId, matterOf } from './package.ts';

const questionOf: Readonly<Partial<Record<GridRow['event'], CountQuestionId>>> = {
  'decided-any': 'any',
  'decided-residential': 'residential',
};

/** No call counts as many women: a lower bound says nothing of how many there are at most. */
const noMore = 1_000_000;

/** The documents that say something of a call's table, one entry for each. */
export function knownFromDocuments(call: CallPackage, documents: readonly PublishedDocument[]): readonly KnownPublication[] {
  return documents.flatMap(({ id, title, publisher, said, address, figures }): readonly KnownPublication[] => {
    const told = figures.flatMap((figure) => toldBy(call, figure));
    if (told.length === 0) return [];
    return [
      {
        id: `dokument-${id}`,
        matter: matterOf(call),
        source: `${publisher}: ${title}, ${said}, ${address}`,
        told,
        counted: [],
        excuses: false,
      },
    ];
  });
}

/** A judgement or a model tells nothing of a count; what was counted does, and so does a number that is at least so large. */
function toldBy(call: CallPackage, { kind, low, high, year, place, grid }: DocumentFigure): readonly ToldCell[] {
  const question = questionOf[grid.event];
  if (question === undefined || grid.unit !== 'woman' || (kind !== 'count' && kind !== 'lower-bound')) return [];
  const years = callYearOf(call, year);
  const code = placeCode(call, place);
  if (years === undefined || code === undefined) return [];
  return [{ cell: cellOf(code, question, years), least: low, most: kind === 'count' ? high : noMore }];
}

/** One of the call's years; null for all of them together, undefined for any others. */
function callYearOf({ years }: CallPackage, written: string): number | null | undefined {
  if (written === `${years[0]}-${years.at(-1)}`) return years.length === 1 ? years[0] : null;
  return years.find((year) => `${year}` === written);
}

/** The country is the total of the places, which is no code. A region is one of the call's day. */
function placeCode({ answerBy }: CallPackage, place: string): string | null | undefined {
  if (place === 'danmark') return null;
  const region = regionsOn(answerBy).find(({ id }) => id === place);
  return region ? regionKey(region.id) : municipality(place)?.id;
}
