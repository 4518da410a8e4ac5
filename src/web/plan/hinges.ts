/** What the answer of a proposal hangs on (da: hvad svaret hænger på), for its first sentences: what overturns it, and that nobody knows how many accept. */
import { assumptionWord } from '../../domain/planning/lab/check-basis.ts';
import { fewerCarried, roomOverturned } from '../../domain/planning/proposals/overturned.ts';
import type { RoomRule } from '../../domain/planning/proposals/room-rule.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import { catalogue, type Language } from '../ui/language.ts';
import type { Weighed } from './answers.ts';
import { whoAccept } from './declined.ts';
import { estimateText, listed, middleText, percentText } from './plan-words.ts';
import { leverText, rangeText } from './sensitivity-view.tsx';
import type { ShownNeed } from './shown-need.ts';

const words = catalogue(
  {
    room: 'Antagelserne kan vælte det: er «{lever}» {end}, kommer {becomes} af {yes, select, some {dem, der siger ja,} other {kvinderne}} aldrig ind ved {women} kvinder om året (nu {asIs}).',
    accepts: 'Siger kun {few} ja til en plads, er der færre afsnit, der er kvinder nok til: det gælder ved {women} kvinder om året.',
    assumed: 'Dokumenterne siger ikke, hvor mange der siger ja til en plads; at {accepts} gør, er en antagelse.',
  },
  {
    room: 'The assumptions can overturn it: if “{lever}” is {end}, {becomes} of {yes, select, some {those who accept} other {the women}} never come in at {women} women a year (now {asIs}).',
    accepts: 'If only {few} accept a place, there are women enough for fewer units: that is so at {women} women a year.',
    assumed: 'The documents do not say how many accept a place; that {accepts} do is an assumption.',
  },
);

type Hung = {
  readonly answers: readonly ShownNeed[];
  readonly scenario: Scenario;
  readonly weighed: readonly Weighed[];
  readonly rule: RoomRule;
};

/** None of a proposal without units, which hangs on nothing. */
export function hingeSentences({ answers, scenario, weighed, rule }: Hung, language: Language): readonly string[] {
  if (scenario.sites.length === 0) return [];
  const say = words(language);
  const share = (value: number): string => percentText({ from: value, to: value }, language);
  const [worst] = weighed
    .flatMap(({ study, answer }) => {
      const overturned = roomOverturned(answer, rule);
      return overturned ? [{ ...overturned, need: study.estimate }] : [];
    })
    .toSorted((one, other) => other.becomes - one.becomes);
  const { accepts = 1, basis, dispersion } = scenario;
  const few = Math.min(accepts, ...(basis?.accepts?.range ?? []));
  const fewer = fewerCarried(
    answers.map((answer) => ({ ...answer.need, need: answer.need })),
    scenario.sites.length,
    { accepts, dispersion, few },
  );
  const source = basis?.accepts?.source;
  return [
    ...(worst
      ? [
          say('room', {
            lever: leverText(worst, language),
            end: rangeText({ lever: worst.lever, range: [worst.end] }),
            becomes: share(worst.becomes),
            asIs: share(worst.asIs),
            women: middleText(worst, language),
            ...whoAccept(answers),
          }),
        ]
      : []),
    ...(fewer.length > 0
      ? [
          say('accepts', {
            few: share(few),
            women: listed(
              fewer.map((need) => estimateText(need, language)),
              language,
            ),
          }),
        ]
      : []),
    ...(source === undefined || source === assumptionWord ? [say('assumed', { accepts: share(accepts) })] : []),
  ];
}
