/** Reads what the forms of a published document sent. A word that is not of its list is none. */
import type { DocumentFigure, WrittenDocument, WrittenFigure } from '../../domain/numbers/published-document.ts';
import {
  estimateKinds,
  gridAscertainments,
  gridEvents,
  gridPeriods,
  gridPopulations,
  gridUnits,
} from '../../domain/numbers/published-estimate.ts';
import { dayIn, type Fields } from '../form.ts';

export function writtenDocument(fields: Fields): WrittenDocument {
  return {
    title: fields.text('title'),
    publisher: fields.text('publisher'),
    said: dayIn(fields, 'said'),
    address: fields.text('address'),
  };
}

export function writtenFigure(fields: Fields): WrittenFigure {
  const kind = chosen(estimateKinds, fields.text('kind'));
  return {
    kind,
    range: readRange(fields.text('value'), kind === 'share'),
    year: fields.text('year').replaceAll('–', '-'),
    place: fields.text('place'),
    quotation: fields.text('quotation'),
    // Said of this very number: one that is written anew is asked about anew.
    isSure: fields.text('unquoted') !== '' && fields.text('unquoted') === fields.text('value'),
    grid: {
      population: chosen(gridPopulations, fields.text('population')),
      event: chosen(gridEvents, fields.text('event')),
      unit: chosen(gridUnits, fields.text('unit')),
      period: chosen(gridPeriods, fields.text('period')),
      legalBasis: fields.text('legalBasis') || null,
      ascertainment: chosen(gridAscertainments, fields.text('ascertainment')),
      completeness: fields.text('completeness'),
    },
  };
}

/** A figure as its form shows it. */
export function fieldsOfFigure({ kind, low, high, year, place, quotation, grid }: DocumentFigure): Readonly<Record<string, string>> {
  const one = (value: number): string => (kind === 'share' ? `${Math.round(10_000 * value) / 100}` : `${value}`).replace('.', ',');
  return {
    value: low === high ? one(low) : `${one(low)}-${one(high)}`,
    kind,
    year,
    place,
    quotation,
    ...grid,
    legalBasis: grid.legalBasis ?? '',
  };
}

/** «83», «80-100», a share in per cent; null where it is none. A thousand may be written with a dot. */
function readRange(text: string, isShare: boolean): readonly [number, number] | null {
  const [, from = '', to = from] = /^\s*([\d.,]+)\s*%?\s*(?:[-–]\s*([\d.,]+)\s*%?\s*)?$/.exec(text) ?? [];
  const [low, high] = [from, to].map((one) => readNumber(one, isShare));
  return low === undefined || high === undefined || Number.isNaN(low) || Number.isNaN(high) ? null : [low, high];
}

function readNumber(text: string, isShare: boolean): number {
  if (isShare) return /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) / 100 : Number.NaN;
  return /^(\d+|\d{1,3}(\.\d{3})+)$/.test(text) ? Number(text.replaceAll('.', '')) : Number.NaN;
}

function chosen<Word extends string>(words: readonly Word[], said: string): Word | null {
  return words.find((word) => word === said) ?? null;
}
