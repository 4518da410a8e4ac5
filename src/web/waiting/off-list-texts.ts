/** The words about taking her off the waiting list and putting her on it again, in both languages. */
import { catalogue } from '../ui/language.ts';

export const offListTexts = catalogue(
  {
    heading: 'Tag {name} af ventelisten?',
    nothingYet: 'Der er ikke gemt noget endnu.',
    waited:
      'Hun har ventet siden {since}: {weeks, plural, =0 {mindre end en uge} one {# uge} other {# uger}}. Tages hun af listen, mister hun sin plads i køen.',
    number: 'Hun er nu nr. {number} af {of} til {unit}.',
    back: 'Sættes hun på listen igen senest {until}, regnes ventetiden stadig fra {since}, og hendes ønsker står i formularen. Derefter begynder ventetiden forfra.',
    why: 'Grund: {reason}',
    confirm: 'Tag hende af listen',
    keep: 'Nej, lad hende blive på listen',
    wasOn:
      'Hun er taget af listen. Sættes hun på igen senest {until}, regnes ventetiden fra {since}. Hendes ønsker står nedenfor, som de var.',
    wasOnLongAgo: 'Hun stod på listen til {left}. Sættes hun på igen, begynder ventetiden forfra. Hendes ønsker står nedenfor, som de var.',
  },
  {
    heading: 'Take {name} off the waiting list?',
    nothingYet: 'Nothing is saved yet.',
    waited:
      'She has waited since {since}: {weeks, plural, =0 {less than a week} one {# week} other {# weeks}}. Taken off the list, she loses her place in the queue.',
    number: 'She is now number {number} of {of} for {unit}.',
    back: 'Put on the list again by {until}, her wait still counts from {since}, and her wishes stand in the form. After that the wait begins anew.',
    why: 'Reason: {reason}',
    confirm: 'Take her off the list',
    keep: 'No, let her stay on the list',
    wasOn: 'She is taken off the list. Put on again by {until}, her wait counts from {since}. Her wishes stand below as they were.',
    wasOnLongAgo: 'She was on the list until {left}. Put on again, her wait begins anew. Her wishes stand below as they were.',
  },
);
