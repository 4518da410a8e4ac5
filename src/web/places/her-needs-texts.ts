/** What a search says of her needs as they are written, and of the search before it; in both languages. */
import { catalogue } from '../ui/language.ts';

export const herNeedsTexts = catalogue(
  {
    written: 'Hendes behov: {needs}.',
    writtenBy: 'Skrevet af {name} {day}.',
    none: 'ingen særlige',
    proposed: 'Hendes behov er ikke skrevet endnu. Søgningen begynder fra det, der følger af forløbet.',
    besides: 'Denne søgning har også {needs}.',
    without: 'Denne søgning er uden {needs}.',
    since: 'Forløbet tyder nu også på: {needs}.',
    keep: 'Gem søgningens behov som hendes',
    keepHint: 'Så begynder hver søgning og ventelisten fra dem.',
    back: 'Søg med hendes behov',
    kept: 'Gemt som hendes behov. Hver søgning og ventelisten begynder fra dem.',
    keptListLater: 'Gemt som hendes behov. Hendes ønske på ventelisten beholder sine, indtil tilbuddet er besvaret.',
    asBefore:
      'Der er søgt som dengang pladsen i {unit} blev holdt: fra {day}, {nights, plural, one {# nat} other {# nætter}}, med {needs}.',
    afresh: 'Begynd forfra',
    ranOut: 'Pladsen i {unit} blev ikke bekræftet i tide og holdes ikke længere.',
    searchAsBefore: 'Søg som dengang: fra {day}, {nights, plural, one {# nat} other {# nætter}}',
  },
  {
    written: 'Her needs: {needs}.',
    writtenBy: 'Written by {name} {day}.',
    none: 'none in particular',
    proposed: 'Her needs are not written yet. The search begins from what follows from the pathway.',
    besides: 'This search also has {needs}.',
    without: 'This search is without {needs}.',
    since: 'The pathway now suggests too: {needs}.',
    keep: 'Keep the needs of the search as hers',
    keepHint: 'Then each search and the waiting list begin from them.',
    back: 'Search with her needs',
    kept: 'Kept as her needs. Each search and the waiting list begin from them.',
    keptListLater: 'Kept as her needs. Her wish on the waiting list keeps its own until the offer is answered.',
    asBefore: 'Searched as when the place in {unit} was held: from {day}, {nights, plural, one {# night} other {# nights}}, with {needs}.',
    afresh: 'Start afresh',
    ranOut: 'The place in {unit} was not confirmed in time and is no longer held.',
    searchAsBefore: 'Search as before: from {day}, {nights, plural, one {# night} other {# nights}}',
  },
);
