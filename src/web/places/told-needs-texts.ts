/** Where a need that is proposed comes from, in both languages. */
import { catalogue } from '../ui/language.ts';

export const toldNeedsTexts = catalogue(
  {
    'from.concern': 'fra bekymringen {day} ({from}): «{words}»',
    'from.event': 'fra forløbet {day} ({from}): «{words}»',
    'from.need-assessed': 'fra vurderingen af behov {day} ({from}): «{words}»',
    'from.criteria': 'fra målgruppens kriterier {day} ({from}): «{words}»',
    'from.treatment-sought': 'fra forløbet {day} ({from}): hun har søgt behandling',
    'from.pathway': 'fra forløbet: {why}',
    proposed: 'Valgt på forhånd, og kan ændres herunder:',
    leftOut: 'Valgt fra i denne søgning, selv om forløbet peger på det:',
    none: 'Forløbet siger intet, der peger på et behov. Intet er valgt på forhånd.',
    asks: 'Nævnt, men ikke valgt. Spørg, før I vælger:',
    noTerm: 'Terminen mangler: om opholdet varer til efter fødslen, er ikke regnet med.',
  },
  {
    'from.concern': 'from the concern {day} ({from}): “{words}”',
    'from.event': 'from the pathway {day} ({from}): “{words}”',
    'from.need-assessed': 'from the assessment of need {day} ({from}): “{words}”',
    'from.criteria': 'from the target-group criteria {day} ({from}): “{words}”',
    'from.treatment-sought': 'from the pathway {day} ({from}): she has sought treatment',
    'from.pathway': 'from the pathway: {why}',
    proposed: 'Chosen beforehand, and can be changed below:',
    leftOut: 'Left out of this search, although the pathway points to it:',
    none: 'The pathway says nothing that points to a need. Nothing is chosen beforehand.',
    asks: 'Mentioned, but not chosen. Ask before you choose:',
    noTerm: 'The due date is missing: whether the stay lasts past the birth is not reckoned with.',
  },
);
