/** A stay as the places it is on, one after the other. */
import type { Nights } from './nights.ts';
import type { Place } from './provision.ts';

/**
 * A part of a stay (da: del af et ophold): some of its nights on one place. The parts of a stay follow each other without a gap; a stay on
 * one place has one. She moves once less than there are parts.
 */
export type PlacePart = { readonly place: Place; readonly nights: Nights };
