/** What tells a draft of the public edition from what is published, wherever both are seen, and the way to the counts as they are. */
import { catalogue } from '../ui/language.ts';

export const draftTexts = catalogue(
  {
    draft:
      'En kladde viser, hvordan den offentlige udgave ville se ud i dag: den er ikke udgivet, kan ændre sig hver dag, og intet tal i den må citeres. Det, der er udgivet, står fast og må citeres.',
    published:
      'Dette er udgivet: det står fast og må citeres med udmelding og udgave, også de afrundede og skjulte tal, som de står her. Kun den interne udgave viser de små tal, og den må ikke citeres.',
    internal:
      'Den interne udgave er kun til arbejdet i huset: den viser de små tal og må ikke citeres. Det, der må citeres, er den offentlige udgave, når den er udgivet.',
    working: 'Se tallene, som de er, med alle summer (kun til arbejdet i huset)',
  },
  {
    draft:
      'A draft shows how the public edition would look today: it is not published, can change any day, and no number in it may be quoted. What is published stands and may be quoted.',
    published:
      'This is published: it stands and may be quoted with call and edition, the rounded and hidden numbers too, as they stand here. The internal edition alone shows the small numbers, and it must not be quoted.',
    internal:
      'The internal edition is for work in the house alone: it shows the small numbers and must not be quoted. What may be quoted is the public edition, once it is published.',
    working: 'See the numbers as they are, with all sums (for work in the house alone)',
  },
);
