/** The words of a reminder: which unit, how old its confirmation is, the link, and until when it works. */
import { freshForHours } from '../domain/placement/provision.ts';
import { danishDayAndTime, type Moment } from '../domain/time.ts';
import type { Nudge } from '../store/placement-freshness.ts';
import type { Message } from './message.ts';

/** Danish first, then the same in English: nobody knows yet who reads it. The one name in it is its receiver's. `address` is where the pages are served. */
export function nudgeMessage({ provision, to, secret, expires }: Nudge, address: string): Pick<Message, 'subject' | 'text'> {
  const { facility, unit } = provision;
  const name = `${facility.name}, ${unit.name}`;
  const link = `${address}/kapacitet/${secret}`;
  const { confirmed } = unit;
  const [danishAge, englishAge] =
    confirmed === null
      ? ['Kapaciteten er aldrig bekræftet.', 'The capacity was never confirmed.']
      : [`Kapaciteten blev sidst bekræftet ${clock(confirmed.at)}.`, `The capacity was last confirmed ${clock(confirmed.at)}.`];
  return {
    subject: `Passer kapaciteten i ${name}?`,
    text: `Kære ${to.name}

${danishAge} Efter ${freshForHours} timer vises den som gammel, og de, der søger en plads, må ringe i stedet.

Se pladserne, som de står nu, og bekræft med ét tryk, hvis de passer:
${link}

Linket kræver ikke login, gælder kun ${name}, virker én gang og indtil ${clock(expires)}.
Passer pladserne ikke, så log ind og ret dem, eller ring til den, der styrer dem.

In English: ${englishAge} Open the link to see the places as they stand, and confirm if they are right.
The link needs no login, concerns this unit alone, works once and until ${clock(expires)} Danish time.

Samløb
`,
  };
}

/** «24-11-2026 kl. 14.05», Danish time. */
function clock(at: Moment): string {
  const { day, time } = danishDayAndTime(at);
  return `${day.split('-').toReversed().join('-')} kl. ${time.replace(':', '.')}`;
}
