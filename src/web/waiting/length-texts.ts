/** How long one who waits is to stay, where it can be to the birth and some weeks after; in both languages. */
import { catalogue } from '../ui/language.ts';

export const lengthTexts = catalogue(
  {
    length: 'Hvor længe',
    nights: '{nights, plural, one {# nat} other {# nætter}}',
    byWeeks:
      '{weeks, plural, =0 {til fødslen} one {til fødslen og # uge efter} other {til fødslen og # uger efter}} ({nights, plural, one {# nat} other {# nætter}})',
    byNights:
      '{after, plural, one {til fødslen og # nat efter} other {til fødslen og # nætter efter}} ({nights, plural, one {# nat} other {# nætter}})',
    until: '{length}. Slutdagen er {day}',
    'until.due': '{length}. Terminen er {birth}, så slutdagen er {day}',
    'until.born': '{length}. Barnet er født {birth}, så slutdagen er {day}',
    'until.unknown': '{length}. Terminen mangler, så slutdagen {day} står, til den er skrevet',
    later: 'Venter hun igen, følger ventelisten {birth, select, born {fødslen} other {terminen}}: {length}.',
    over: 'Det, hun venter på, slutter {day}, og det er, før hun kan komme. Ingen afdeling spørges: ret ønsket nedenfor, eller tag hende af listen.',
    overThere: 'Spørges ikke: det, hun venter på, slutter, før hun kan komme.',
    'hint.due': 'Terminen er {day}. Ændres den, eller kommer fødslen på en anden dag, følger ventelisten den nye dag af sig selv.',
    'hint.born': 'Barnet er født {day}.',
    'hint.unknown': 'Terminen mangler på hendes forløb.',
    'act.take-up': 'Ønsket følger nu termin og fødsel, som de sidst er skrevet',
    'follow.born': 'barnet er født',
    missing: 'Terminen mangler. Skal hun vente på en plads til fødslen og nogle uger efter, skrives terminen på hendes forløb først.',
    write: 'Skriv terminen',
    offer: 'Opholdet følger fødslen: {agreed}.',
    offerMoved: 'Efter aftalen rejser hun {to} i stedet for {from}. Kommunen flytter dagen eller beholder den.',
    offerLink: 'Se det på siden om hendes plads',
    'fault.no-due-date':
      'Terminen mangler, så «til fødslen og nogle uger efter» kan ikke regnes ud. Intet er gemt. Skriv terminen på hendes forløb, eller vælg et antal nætter.',
  },
  {
    length: 'How long',
    nights: '{nights, plural, one {# night} other {# nights}}',
    byWeeks:
      '{weeks, plural, =0 {to the birth} one {to the birth and # week after} other {to the birth and # weeks after}} ({nights, plural, one {# night} other {# nights}})',
    byNights:
      '{after, plural, one {to the birth and # night after} other {to the birth and # nights after}} ({nights, plural, one {# night} other {# nights}})',
    until: '{length}. The last day is {day}',
    'until.due': '{length}. The child is due on {birth}, so the last day is {day}',
    'until.born': '{length}. The child was born on {birth}, so the last day is {day}',
    'until.unknown': '{length}. There is no due date, so the last day {day} stands until there is one',
    later: 'If she waits again, the waiting list follows the {birth, select, born {birth} other {due date}}: {length}.',
    over: 'What she waits for ends on {day}, before she can come. No unit is asked: change the wish below, or take her off the list.',
    overThere: 'Not asked: what she waits for ends before she can come.',
    'hint.due':
      'The child is due on {day}. If that changes, or the birth comes on another day, the waiting list follows the new day by itself.',
    'hint.born': 'The child was born on {day}.',
    'hint.unknown': 'There is no due date on her pathway.',
    'act.take-up': 'The wish now follows due date and birth as they were last written',
    'follow.born': 'the child is born',
    missing:
      'There is no due date. If she is to wait for a place to the birth and some weeks after, write the due date on her pathway first.',
    write: 'Write the due date',
    offer: 'The stay follows the birth: {agreed}.',
    offerMoved: 'By the agreement she leaves on {to} instead of {from}. The municipality moves the day or keeps it.',
    offerLink: 'See it on the page about her place',
    'fault.no-due-date':
      'There is no due date, so “to the birth and some weeks after” cannot be worked out. Nothing is saved. Write the due date on her pathway, or choose a number of nights.',
  },
);
