/** The words about a unit's no to a place that was confirmed, read before it is said. */
import { catalogue } from '../ui/language.ts';

export const refusalTexts = catalogue(
  {
    words: 'Hvorfor, med ord (læses af kommunen)',
    follows: 'Det sker, hvis I afviser',
    comes: '{name} skal komme {day}. Pladsen er bekræftet, og den er ikke hendes mere, når I har afvist.',
    comesToday: '{name} skal komme i dag, {day}. Pladsen er bekræftet, og den er ikke hendes mere, når I har afvist.',
    daysLeft: '{days, plural, one {Der er én dag til.} other {Der er # dage til.}}',
    overdue: 'Dagen er gået: måske er hun på vej eller hos jer. Spørg, før I afviser.',
    free: '{place} bliver fri fra {day}, og ventelisten kan tilbyde den til en anden.',
    next: 'Kommunen og koordinatoren får i dag som næste skridt at finde en anden plads. De ser grunden; kommunen læser også jeres ord.',
    her: 'Hun læser på sin egen side, at I ikke kan tage imod hende, og hvorfor: kun grunden, ikke jeres ord. Der står også, at hun ikke skal tage afsted.',
    ring: 'Ring først til',
    ringWhy: 'Det kan ikke gøres om her: hun skal have en ny plads.',
    reason: 'I skriver: {reason}: «{words}»',
    noWords: 'Skriv med ord, hvorfor I ikke kan tage imod hende. Pladsen er lovet hende.',
    save: 'Afvis {name}, som skal komme {day}',
  },
  {
    words: 'Why, in words (read by the municipality)',
    follows: 'This happens if you refuse',
    comes: '{name} is to come on {day}. The place is confirmed, and it is hers no more when you have refused.',
    comesToday: '{name} is to come today, {day}. The place is confirmed, and it is hers no more when you have refused.',
    daysLeft: '{days, plural, one {That is in one day.} other {That is in # days.}}',
    overdue: 'The day has passed: she may be on her way or with you. Ask before you refuse.',
    free: '{place} becomes free from {day}, and the waiting list can offer it to somebody else.',
    next: 'The municipality and the coordinator get it as their next step today to find another place. They see the reason; the municipality reads your words too.',
    her: 'She reads on her own page that you cannot receive her, and why: the reason alone, not your words. It says too that she is not to set out.',
    ring: 'First ring',
    ringWhy: 'It cannot be undone here: she has to get a new place.',
    reason: 'You write: {reason}: “{words}”',
    noWords: 'Write in words why you cannot receive her. The place is promised to her.',
    save: 'Refuse {name}, who is to come on {day}',
  },
);
