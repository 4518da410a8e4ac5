/** The words of the work list about stays that did not go as agreed, in both languages. */
import { catalogue } from '../ui/language.ts';

export const stayWorkTexts = catalogue(
  {
    fallenHeading: 'Flytninger, der er faldet bort',
    fallen: '{name} flytter ikke til {unit} alligevel, og hendes plads i {house} er hendes til {day}. Før var det {before}.',
    freeAgain: 'Nætterne er fri nu.',
    fallenFind: 'Sæt afrejsen tilbage, eller find en anden plads',
    fallenFindElsewhere: 'Find en anden plads',
    refusedWithout:
      '{name} flytter ikke hertil, og fra {day} har hun heller ikke plads, hvor hun bor. Kommunen kan se det på «Mit arbejde».',
    seeStay: 'Se opholdet',
    earlierHeading: 'Rejser tidligere end aftalt',
    leaves: '{name} rejser tidligere fra {unit}: {day} i stedet for {agreed} ({nights, plural, one {# nat} other {# nætter}} færre).',
    left: '{name} rejste tidligere fra {unit}: {day} i stedet for {agreed} ({nights, plural, one {# nat} other {# nætter}} færre).',
    movesFirst: 'Før den dag skal hun flytte til en anden afdeling, {day}.',
    because: 'Afdelingen skriver: {reason}.',
    seePathway: 'Se forløbet',
  },
  {
    fallenHeading: 'Moves that fell away',
    fallen: '{name} does not move to {unit} after all, and her place in {house} is hers until {day}. Before it was {before}.',
    freeAgain: 'The nights are free now.',
    fallenFind: 'Put the departure back, or find another place',
    fallenFindElsewhere: 'Find another place',
    refusedWithout:
      '{name} does not move here, and from {day} she has no place where she lives either. The municipality can see it on “My work”.',
    seeStay: 'See the stay',
    earlierHeading: 'Leaving earlier than agreed',
    leaves: '{name} leaves {unit} earlier: on {day} instead of {agreed} ({nights, plural, one {# night} other {# nights}} fewer).',
    left: '{name} left {unit} earlier: on {day} instead of {agreed} ({nights, plural, one {# night} other {# nights}} fewer).',
    movesFirst: 'Before that day she is to move to another unit, on {day}.',
    because: 'The unit writes: {reason}.',
    seePathway: 'See the pathway',
  },
);
