/** What the answer of a proposal hangs on (da: hvad svaret hænger på), for its first sentences: what overturns it, and that nobody knows how many accept. */
import { assumptionWord } from '../../domain/planning/lab/check-basis.ts';
import { carryingOf, unitsCarried } from '../../domain/planning/proposals/carried-units.ts';
import type { NeedEstimate } from '../../domain/planning/proposals/need-estimates.ts';
import { fewerCarried, type RoomOverturned, roomOverturned } from '../../domain/planning/proposals/overturned.ts';
import { roomOf, type RoomRule } from '../../domain/planning/proposals/room-rule.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import { catalogue, type Language } from '../ui/language.ts';
import type { Weighed } from './answers.ts';
import { whoAccept } from './declined.ts';
import { estimateText, listed, middleText, percentText } from './plan-words.ts';
import { leverText, rangeText } from './sensitivity-view.tsx';
import type { ShownNeed } from './shown-need.ts';

const words = catalogue(
  {
    room: 'Antagelserne kan {how, select, overturn {vælte det} worse {gøre det værre} other {rykke ved det}}: er «{lever}» {end}, kommer {becomes} af {yes, select, some {dem, der siger ja,} other {kvinderne}} aldrig ind ved {women} kvinder om året (nu {asIs}).',
    accepts:
      'Siger kun {few} ja til en plads, er der ikke længere kvinder nok til {units, plural, one {forslagets ene afsnit} other {forslagets # afsnit}} ved {women}.',
    'accepts.no': '{women} kvinder om året',
    'accepts.upper': 'de lavere tal i {women} kvinder om året',
    assumed: 'Dokumenterne siger ikke, hvor mange der siger ja til en plads; at {accepts} gør, er en antagelse.',
  },
  {
    room: 'The assumptions can {how, select, overturn {overturn it} worse {make it worse} other {shift it}}: if “{lever}” is {end}, {becomes} of {yes, select, some {those who accept} other {the women}} never come in at {women} women a year (now {asIs}).',
    accepts:
      'If only {few} accept a place, there are no longer women enough for {units, plural, one {the one unit} other {the # units}} of the proposal at {women}.',
    'accepts.no': '{women} women a year',
    'accepts.upper': 'the lower numbers of {women} women a year',
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
    // The most that an assumption takes away is the threat, whichever of the estimates it is under.
    .toSorted((one, other) => other.becomes - other.asIs - (one.becomes - one.asIs));
  const { accepts = 1, basis, dispersion } = scenario;
  const few = Math.min(accepts, ...(basis?.accepts?.range ?? []));
  const units = scenario.sites.length;
  const left = (need: NeedEstimate) => carryingOf(units, unitsCarried(need, { accepts: few, dispersion }));
  const fewer = fewerCarried(
    answers.map((answer) => ({ ...answer.need, need: answer.need })),
    units,
    { accepts, dispersion, few },
  );
  const source = basis?.accepts?.source;
  return [
    ...(worst
      ? [
          say('room', {
            how: howFar(worst, rule),
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
            units,
            women: listed(
              fewer.map((need) =>
                say(left(need.need) === 'upper' ? 'accepts.upper' : 'accepts.no', { women: estimateText(need, language) }),
              ),
              language,
            ),
          }),
        ]
      : []),
    ...(source === undefined || source === assumptionWord ? [say('assumed', { accepts: share(accepts) })] : []),
  ];
}

/** `overturn` where there was not too little room before, `worse` where there was, and `shift` where there still is not. */
function howFar({ asIs, becomes }: RoomOverturned, rule: RoomRule): 'overturn' | 'worse' | 'shift' {
  const isShort = (share: number): boolean => roomOf({ neverAdmitted: { from: share, to: share } }, rule) === 'short';
  if (isShort(asIs)) return 'worse';
  return isShort(becomes) ? 'overturn' : 'shift';
}
