/** The words about a place that another was faster to, in both languages. */
import { catalogue } from '../ui/language.ts';

export const takenTexts = catalogue(
  {
    heldAt: '{place} i {unit} holdes af en anden til {time}.',
    held: 'Pladsen holdes af en anden til {time}.',
    nextThere: 'I {unit} er den næste mulige dag {day}.',
    nextHere: 'I afdelingen er den næste mulige dag {day}.',
    firstElsewhere: 'Først et andet sted: {unit}, {day}.',
    moveGone: 'Pladsen selv er ledig, men den plads, hun skulle flytte til undervejs, er lige taget af en anden.',
  },
  {
    heldAt: 'Somebody else holds {place} in {unit} until {time}.',
    held: 'Somebody else holds the place until {time}.',
    nextThere: 'In {unit} the next possible day is {day}.',
    nextHere: 'In the unit the next possible day is {day}.',
    firstElsewhere: 'First elsewhere: {unit}, {day}.',
    moveGone: 'The place itself is free, but the one she was to move on to has just been taken by somebody else.',
  },
);
