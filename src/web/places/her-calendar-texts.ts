/** What a unit's calendar says when it is opened from a search for a woman, and to the unit's leader; in both languages. */
import { catalogue } from '../ui/language.ts';

export const herCalendarTexts = catalogue(
  {
    for: 'For {name}',
    asked: 'Der er søgt fra {day}, {nights, plural, one {# nat} other {# nætter}}: {needs}.',
    back: 'Tilbage til søgningen',
    otherDay: 'Svar for en anden dag',
    arrival: 'Hun kommer',
    show: 'Vis svaret',
    answerFor: '{day}: se svaret og hold en plads',
    month: '{span}: {hers, plural, =0 {ingen plads} one {# plads} other {# pladser}} for hende, {free} af {places} ledige i alt',
    monthAll: '{span}: {free} af {places} ledige',
    stretch: '{span}: {state}',
    named: '{state}, {name}',
    onLeave: '{name} (på orlov)',
    namesHint: 'Navnene ses kun af afdelingens leder. Det bliver noteret, hver gang nogen læser dem.',
  },
  {
    for: 'For {name}',
    asked: 'Searched from {day}, {nights, plural, one {# night} other {# nights}}: {needs}.',
    back: 'Back to the search',
    otherDay: 'The answer for another day',
    arrival: 'She comes',
    show: 'Show the answer',
    answerFor: '{day}: see the answer and hold a place',
    month: '{span}: {hers, plural, =0 {no place} one {# place} other {# places}} for her, {free} of {places} free in all',
    monthAll: '{span}: {free} of {places} free',
    stretch: '{span}: {state}',
    named: '{state}, {name}',
    onLeave: '{name} (on leave)',
    namesHint: 'The names are seen by the leader of the unit alone, and that they were read is written in the trace.',
  },
);
