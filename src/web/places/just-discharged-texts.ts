/** The words about who was discharged lately, in both languages. */
import { catalogue } from '../ui/language.ts';

export const justDischargedTexts = catalogue(
  {
    heading: 'Udskrevet for nylig: kan stadig rettes',
    line: 'udskrevet fra {place} {day} (skrevet {written}).',
    notice: '{name} er udskrevet fra {place} {day}. Er det en fejl, kan det rettes lige her til {until}.',
  },
  {
    heading: 'Discharged lately: can still be put right',
    line: 'discharged from {place} on {day} (written {written}).',
    notice: '{name} is discharged from {place} on {day}. If that is a mistake, it can be put right here until {until}.',
  },
);
