/** What is wrong with a scenario (da: fejl i et scenarie): the field, a code with what it is about, and its words in English. */

/** The words follow the name of the field; what stands in braces comes from the fault. */
export const scenarioFaultWords = {
  unknown: 'is not a field that is known here',
  missing: 'is missing',
  'not-one-of': 'must be one of {known}',
  'no-distribution': 'must be a number, or one of {forms}',
  'no-opening': 'must be {forms}',
  'no-patience': 'must be {forms}',
  'not-number': 'must be a number',
  'not-text': 'must be a text',
  'not-list': 'must be an array',
  'not-object': 'must be an object',
  'not-length': 'is shorter or longer than the schema allows',
  'not-fitting': 'does not fit the schema ({keyword})',
  'not-a-number': 'is not a number',
  'not-zero-or-more': 'is not a number of 0 or more',
  'below-zero': 'is below zero',
  'not-above-zero': 'is not above 0',
  'not-whole': 'is not a whole number from {least} to {most}',
  'not-share': 'is not a share from 0 to 1',
  'many-arrivals': 'gives more than {most} arrivals in {years} years',
  'one-stay': 'or stayYears must be given, and not both',
  'no-birth': 'is “birth”, and there is no course with a birth',
  'many-sites': 'has more than {most} sites',
  twice: '“{name}” stands twice',
  'no-minutes': 'has no minutes of 0 or more from “{from}” to “{to}”',
  'no-weight': 'has no weight above zero',
  'not-further': 'is not further and for no more women than the one before',
  'closes-at-once': 'would close the place that it has just opened: closeWhen.freeAtLeast must be above openWhen.freeAtMost + 1',
  backwards: 'ends before it begins',
  'not-in-order': 'is not in order: least, likeliest, most',
  'zero-mean': 'has the mean 0',
  'too-large': 'is more than {most}',
  'too-small': 'is less than {least}',
  'no-values': 'has no values',
  'weights-differ': 'has {values} values and {weights} weights',
  'many-estimates': 'has more than {most} estimates',
  'estimate-backwards': 'does not go from 0 or more up to as much or more',
  'no-assumption': 'is no assumption: one of {known}',
  'no-lever': 'is a range of what is no number',
  'value-outside': 'does not hold the value itself, {value}',
  'cannot-pull': 'cannot be pulled so far: {where} {what}',
} as const satisfies Readonly<Record<string, string>>;

export type ScenarioFaultCode = keyof typeof scenarioFaultWords;

/** What is wrong, without the field: for a value that can stand in several. */
export type FaultWords = { readonly code: ScenarioFaultCode; readonly about?: Readonly<Record<string, string | number>> };

export type ScenarioFault = {
  readonly where: string;
  readonly code: ScenarioFaultCode;
  readonly about: Readonly<Record<string, string | number>>;
  /** A few words in English that follow the name of the field. */
  readonly what: string;
  /** For `cannot-pull`: what would be wrong at the end of the range. */
  readonly inside?: ScenarioFault;
};

export function faultWords({ code, about = {} }: FaultWords): string {
  return scenarioFaultWords[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(about[name] ?? ''));
}

export function scenarioFault(where: string, { code, about = {} }: FaultWords): ScenarioFault {
  return { where, code, about, what: faultWords({ code, about }) };
}
