/** The words of the work list about stays that did not go as agreed, in both languages. */
import { catalogue } from '../ui/language.ts';

export const stayWorkTexts = catalogue(
  {
    fallenHeading: 'Flytninger, der er faldet bort',
    fallen:
      '{name} flytter ikke til {unit} alligevel, og hendes plads i {house} er hendes til {day}. Før var det {before}. Nætterne var ikke fri.',
    fallenFind: 'Sæt afrejsen tilbage, eller find en anden plads',
    refusedWithout:
      '{name} flytter ikke hertil, og fra {day} har hun heller ikke plads, hvor hun bor. Kommunen kan se det på «Mit arbejde».',
    seeStay: 'Se opholdet',
    earlierHeading: 'Rejst eller rejser før aftalt',
    leaves: '{name} rejser fra {unit} {day}, {nights, plural, one {# nat} other {# nætter}} før aftalt ({agreed}).',
    left: '{name} rejste fra {unit} {day}, {nights, plural, one {# nat} other {# nætter}} før aftalt ({agreed}).',
    because: 'Afdelingen skriver: {reason}.',
    seePathway: 'Se forløbet',
  },
  {
    fallenHeading: 'Moves that fell away',
    fallen:
      '{name} does not move to {unit} after all, and her place in {house} is hers until {day}. Before it was {before}. The nights were not free.',
    fallenFind: 'Put the departure back, or find another place',
    refusedWithout:
      '{name} does not move here, and from {day} she has no place where she lives either. The municipality can see it on “My work”.',
    seeStay: 'See the stay',
    earlierHeading: 'Left or leaving before the agreed day',
    leaves: '{name} leaves {unit} on {day}, {nights, plural, one {# night} other {# nights}} before the agreed day ({agreed}).',
    left: '{name} left {unit} on {day}, {nights, plural, one {# night} other {# nights}} before the agreed day ({agreed}).',
    because: 'The unit writes: {reason}.',
    seePathway: 'See the pathway',
  },
);
