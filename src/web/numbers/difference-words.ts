/** Why there is more than one number, said of each number that differs. */
import { catalogue } from '../ui/language.ts';

export const differenceTexts = catalogue(
  {
    heading: 'Hvorfor er der flere tal?',
    lowFrom: 'Svarets mindste tal, {value}, kommer fra: {source}.',
    highFrom: 'Svarets største tal, {value}, kommer fra: {source}.',
    bound:
      '«{method}» har en usikkerhed, der går op til {high}, men svaret standser ved {answer}. En nedre grænse siger kun, hvor mange der mindst er, så dens øvre ende flytter ikke svaret.',
    same: '{methods} giver samme skøn ({value}), men ikke samme usikkerhed, fordi den er fundet på forskellige måder.',
    held: 'Svaret rummer dem alle.',
    interval: '95 %-interval er metodens usikkerhed: i 95 af 100 tilfælde ville tallet ligge der, hvis metodens antagelser holder.',
    model: '«Lister, der hænger sammen» er dem, hvor det at stå på den ene siger noget om, hvorvidt hun også står på den anden.',
    tables: 'de måder, de skjulte antal kan udfyldes på («{method}»)',
    filling: 'en af de måder, de skjulte antal kan udfyldes på, regnet som om antallene var kendte',
    'seen-at-least': 'hvor mange der mindst er set på listerne',
    seen: 'hvor mange der højst kan være set på listerne',
    odds: 'antagelsen om, at listerne hænger sammen (se «Hvis listerne hænger sammen»)',
    law: 'antagelsen om, hvor forskellige kvinderne er (se «Hvis nogle kvinder er lettere at finde end andre»)',
    prior: 'et andet antal på forhånd (se «Hvor meget metoden med grafer selv bestemmer»)',
    axis: 'Kvinder i alt, fra dem der er set',
  },
  {
    heading: 'Why is there more than one number?',
    lowFrom: 'The least number of the answer, {value}, comes from: {source}.',
    highFrom: 'The greatest number of the answer, {value}, comes from: {source}.',
    bound:
      '“{method}” has an uncertainty that goes up to {high}, but the answer stops at {answer}. A lower bound only says how many there are at least, so its upper end does not move the answer.',
    same: '{methods} give the same estimate ({value}) but not the same uncertainty, because it was found in different ways.',
    held: 'The answer holds them all.',
    interval:
      'The 95 % interval is the method’s uncertainty: in 95 of 100 cases the number would lie there if what the method takes for granted holds.',
    model: '“Lists that depend” are those where being on the one says something of whether she is on the other too.',
    tables: 'the ways that the hidden counts can be filled in (“{method}”)',
    filling: 'one of the ways that the hidden counts can be filled in, worked out as if the counts were known',
    'seen-at-least': 'how many at least have been seen on the lists',
    seen: 'how many at most may have been seen on the lists',
    odds: 'taking the lists to depend on each other (see “If the lists depend on each other”)',
    law: 'how much the women are taken to differ (see “If some women are easier to find than others”)',
    prior: 'another count beforehand (see “How much the method of graphs decides itself”)',
    axis: 'Women in all, from those seen',
  },
);
