/** That she waits for a place, in a sentence, in both languages. */
import { catalogue } from '../ui/language.ts';

export const waitsTexts = catalogue(
  {
    waits: 'Hun venter på en plads: nr. {number} af {of} til {unit}, siden {day}.',
    waitsAnywhere: 'Hun venter på en plads i en hvilken som helst afdeling, siden {day}.',
    onNoList: 'Hun venter på en plads, siden {day}, men står ikke på listen i nogen af de afdelinger, hun ønsker.',
    offered: 'Hun venter på en plads og har et tilbud, der skal svares på.',
    link: 'Se ventelisten',
    isOffer: 'Pladsen er et tilbud fra ventelisten, og der er ikke svaret endnu. Når teamet har sagt ja, bekræftes den her.',
    answer: 'Svar på tilbuddet',
  },
  {
    waits: 'She waits for a place: no. {number} of {of} for {unit}, since {day}.',
    waitsAnywhere: 'She waits for a place in any unit, since {day}.',
    onNoList: 'She waits for a place, since {day}, but is on the list of none of the units she wishes.',
    offered: 'She waits for a place and has an offer to be answered.',
    link: 'See the waiting list',
    isOffer: 'The place is an offer from the waiting list, not answered yet. When the team has said yes, it is confirmed here.',
    answer: 'Answer the offer',
  },
);
