/**
 * Which figures contain which (da: opgørelser i hinanden): all that the one counts, the other counts too. The difference of the two is a count
 * of women as well, though nobody printed it. Rule: `docs/rules/nested-figures-2026-11.md`.
 */
import { figureDefinitions } from './definitions.ts';
import type { FigureDefinition, Match } from './figure-definition.ts';

/**
 * The figures that contain a figure, the widest first. They are read out of the definitions; and a step of the cascade is held to be within every
 * step before it, as its readers hold it to be. None for what is no undivided count.
 */
export function containing(inner: FigureDefinition): readonly FigureDefinition[] {
  return figureDefinitions.slice(0, figureDefinitions.indexOf(inner)).filter((outer) => contains(outer, inner));
}

/** Whether all that `inner` counts is counted by `outer` too, by what the two definitions say or as steps of the cascade in their turn. */
export function contains(outer: FigureDefinition, inner: FigureDefinition): boolean {
  if (!isPlainCount(outer) || !isPlainCount(inner)) return false;
  if (outer.counts !== inner.counts || outer.period !== inner.period) return false;
  if (outer.theme === 'cascade' && inner.theme === 'cascade') return true;
  const [widely, narrowly] = [written(outer.withAny), written(inner.withAny)];
  const narrower = widely.length === 0 || (narrowly.length > 0 && narrowly.every((link) => widely.includes(link)));
  const exceptions = written(inner.without);
  return isWithin(outer.event, inner.event) && narrower && written(outer.without).every((link) => exceptions.includes(link));
}

function isPlainCount({ measure, splitBy }: FigureDefinition): boolean {
  return measure.kind === 'count' && splitBy === null;
}

function isWithin(outer: Match, inner: Match): boolean {
  const one = (wide: string | undefined, narrow: string | undefined): boolean => wide === undefined || wide === narrow;
  const some = (wide: readonly string[] | undefined, narrow: readonly string[] | undefined): boolean =>
    wide === undefined || (narrow !== undefined && narrow.every((word) => wide.includes(word)));
  return (
    outer.kind === inner.kind &&
    one(outer.level, inner.level) &&
    some(outer.detail, inner.detail) &&
    some(outer.reason, inner.reason) &&
    one(outer.codes, inner.codes)
  );
}

function written(links: FigureDefinition['withAny']): readonly string[] {
  return links.map((link) => JSON.stringify(link));
}
