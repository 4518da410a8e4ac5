/** The words of a stay that follows the birth and is said to be to a fixed day from now on, in both languages. */
import { catalogue } from '../ui/language.ts';

export const fixedDayTexts = catalogue(
  {
    fix: 'Lad opholdet være til en fast dag',
    intro:
      'Opholdet er aftalt til {length}. Siger du her, at det er til en fast dag, flyttes ingen nætter: hun rejser {day}, også når terminen ændres, eller barnet bliver født en anden dag.',
    why: 'Hvorfor skal det ikke følge fødslen mere?',
    whyHint: 'Gemmes med opholdet og står i forløbet.',
    save: 'Lad opholdet slutte {day}',
    done: 'Opholdet er til en fast dag, {day}, og følger ikke fødslen mere.',
    'fault.why': 'Skriv, hvorfor opholdet ikke skal følge fødslen mere.',
    'fault.seen': 'Dagen er ændret, siden siden blev vist. Se på den igen.',
    'fault.already': 'Opholdet er allerede til en fast dag: {day}.',
    'fault.movesAway': 'Hun flytter til en anden afdeling. Aftal længden for det nye ophold i stedet.',
  },
  {
    fix: 'Let the stay be to a fixed day',
    intro:
      'The stay is agreed to {length}. If you say here that it is to a fixed day, no nights move: she leaves on {day}, also where the due date changes or the child is born on another day.',
    why: 'Why is it not to follow the birth any more?',
    whyHint: 'Kept with the stay and told on the pathway.',
    save: 'Let the stay end on {day}',
    done: 'The stay is to a fixed day, {day}, and follows the birth no more.',
    'fault.why': 'Write why the stay is not to follow the birth any more.',
    'fault.seen': 'The day has changed since the page was shown. Look at it again.',
    'fault.already': 'The stay is to a fixed day already: {day}.',
    'fault.movesAway': 'She moves to another unit. Agree the length of the new stay instead.',
  },
);
