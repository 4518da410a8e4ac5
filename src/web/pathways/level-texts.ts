/** The level of care as a decision of its own, beside the place that is held: the same keys in both languages. */
import { catalogue } from '../ui/language.ts';

export const levelTexts = catalogue(
  {
    'place.offered': '{level} · plads tilbudt af ventelisten',
    'place.held': '{level} · plads holdes',
    'place.confirmed': '{level} · plads bekræftet',
    'place.her-no': '{level} · hun siger nej til pladsen',
    'place.her-no-before': '{level} · hun sagde nej til pladsen',
    'broken-off': '{level} · afbrudt',
    said: 'Niveau: {level}, {day}, af {name}.',
    saidNone: 'Niveau: ikke vurderet endnu.',
    heldDecidesNothing: 'En plads er fundet til hende. Det afgør ikke hendes niveau: {step} står åbent.',
    besideLabel: 'Også:',
    beside: '{step} ({who})',
    undecidedPlace: 'Plads på et døgntilbud · niveauet er ikke vurderet',
  },
  {
    'place.offered': '{level} · place offered by the waiting list',
    'place.held': '{level} · place held',
    'place.confirmed': '{level} · place confirmed',
    'place.her-no': '{level} · she says no to the place',
    'place.her-no-before': '{level} · she said no to the place',
    'broken-off': '{level} · broken off',
    said: 'Level: {level}, {day}, by {name}.',
    saidNone: 'Level: not assessed yet.',
    heldDecidesNothing: 'A place is found for her. It does not decide her level: {step} is open.',
    besideLabel: 'Also:',
    beside: '{step} ({who})',
    undecidedPlace: 'A place in a residential facility · the level is not assessed',
  },
);
