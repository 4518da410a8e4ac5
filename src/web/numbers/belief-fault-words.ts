/** Why a belief of the share that is registered is not worked with, in both languages. */
import { type BeliefFault, beliefLimits } from '../../domain/estimation/registration-belief.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { numberText } from '../ui/format.ts';
import { workTexts } from './texts.ts';

const texts = catalogue(
  {
    'too-low': 'Skriv mindst {percent} %. Tror I på færre, er næsten alle skjulte, og svaret bliver kun det, der var troet i forvejen.',
    'too-narrow': 'Skriv mindst {percent} procentpoint mellem de to tal. Ligger de tættere, er det ét tal og ikke et interval.',
  },
  {
    'too-low':
      'Write at least {percent} %. If fewer are believed to be registered, almost all are hidden, and the answer is only what was believed before.',
    'too-narrow': 'Write at least {percent} percentage points between the two numbers. Nearer each other they are one number and no range.',
  },
);

export function registrationSentence(fault: BeliefFault | 'no-range', language: Language): string {
  if (fault === 'no-range') return workTexts(language)('problem.registration');
  const limit = fault === 'too-low' ? beliefLimits.least : beliefLimits.width;
  return texts(language)(fault, { percent: numberText(Math.round(1000 * limit) / 10, language) });
}
