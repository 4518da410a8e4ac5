/** What can be wrong with an uploaded scenario, in English. The words follow the name of the field. */
import { scenarioFaultWords } from '../../domain/planning/simulation/scenario-fault.ts';
import type { faultDanish } from './fault-danish.ts';

export const faultEnglish: { readonly [Key in keyof typeof faultDanish]: string } = {
  ...scenarioFaultWords,
  whole: 'The scenario',
  'cannot-pull': 'cannot be pulled so far, for then: {fault}',
  'form.not-share': 'must be between 0 and 100 %',
  'form.one-stay': 'must be given where the length of the stay is not given in another way, and not otherwise',
  'form.no-birth': 'is “until the birth”, and there is no week of birth',
  'form.closes-at-once': 'would close the place that it has just opened: more places must be free before a place closes',
  'json.ends': 'the file ends in the middle',
  'json.deep': 'it is nested too deeply',
  'json.no-value': 'there is no value that JSON knows',
  'json.no-name': 'a field must have its name in double quotes',
  'json.twice': 'the field “{name}” stands twice',
  'json.no-colon': 'a “:” is missing',
  'json.no-comma': 'a “,” or “{close}” is missing',
  'json.after-end': 'something stands after the end',
};
