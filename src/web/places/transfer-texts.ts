/** The words about moving from one house to another, in both languages. */
import { catalogue } from '../ui/language.ts';

export const transferTexts = catalogue(
  {
    endSame: 'Hun rejser {day}, som det allerede er aftalt.',
    endLonger: 'Hun rejser {day}: {nights, plural, one {# nat} other {# nætter}} længere end nu ({now}).',
    endShorter: 'Hun rejser {day}: {nights, plural, one {# nat} other {# nætter}} kortere end nu ({now}).',
    movesTo: 'Flytter {day} til {unit}.',
    movesFree: 'Flytter {day} til {unit}. Pladsen her er fri for andre fra den dag.',
    movesStands: 'Flytter {day} til {unit}. Pladsen her er hendes til {departure}.',
    moveHeld: 'En plads i {unit} holdes til hende fra {day}. Pladsen her er hendes, til flytningen er bekræftet.',
    fellAway: 'Hun flytter ikke til {unit} alligevel. Hendes afrejse herfra står stadig til {day}; før var den {before}.',
    putBack: 'Sæt afrejsen tilbage til {before}',
    putBackWhy: 'Flytter ikke til {unit} alligevel',
    tagMoves: 'Indskrevet · flytter {day} til {unit}',
    admittedThere: 'Hun flytter {day} til {unit}. Lederen dér indskriver hende.',
    waitsForThere: 'Venter på lederen i {unit}.',
    leaderThere: 'Lederen i {unit}',
  },
  {
    endSame: 'She leaves on {day}, as already agreed.',
    endLonger: 'She leaves on {day}: {nights, plural, one {# night} other {# nights}} longer than now ({now}).',
    endShorter: 'She leaves on {day}: {nights, plural, one {# night} other {# nights}} shorter than now ({now}).',
    movesTo: 'Moves to {unit} on {day}.',
    movesFree: 'Moves to {unit} on {day}. The place here is free to others from that day.',
    movesStands: 'Moves to {unit} on {day}. The place here is hers until {departure}.',
    moveHeld: 'A place in {unit} is held for her from {day}. The place here is hers until the move is confirmed.',
    fellAway: 'She does not move to {unit} after all. Her departure from here still stands at {day}; before it was {before}.',
    putBack: 'Put the departure back to {before}',
    putBackWhy: 'Does not move to {unit} after all',
    tagMoves: 'Admitted · moves to {unit} on {day}',
    admittedThere: 'She moves to {unit} on {day}. The leader there admits her.',
    waitsForThere: 'Waiting for the leader of {unit}.',
    leaderThere: 'The leader of {unit}',
  },
);
