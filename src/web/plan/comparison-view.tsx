/** Proposals beside each other under each estimate of need: what can be said of them in sentences, then the tables, years and maps. */
import type { JSX } from 'react';
import type { LabMeasure } from '../../domain/planning/lab/paired.ts';
import type { Comparison } from '../../domain/planning/lab/study.ts';
import type { ComparisonAnswer } from '../../domain/planning/lab/study-answer.ts';
import { unitsCarried } from '../../domain/planning/proposals/carried-units.ts';
import type { Language } from '../ui/language.ts';
import { Chance, Differences, Levels, levelsAt, type UnderEstimate, Units } from './comparison-tables.tsx';
import { FanPictures } from './fan-picture.tsx';
import { differenceText, isTooSmall, leaders, levelOf, levelText, shownMeasures } from './lab-words.ts';
import { PlanFold } from './plan-part.tsx';
import { declinedShare, whoAccept } from './declined.ts';
import { listed, spanText } from './plan-words.ts';
import { proposalTitle } from './proposals.ts';
import { shownSource } from './source-words.ts';
import { SiteMaps } from './site-map.tsx';
import { labTexts } from './texts.ts';

type Props = { readonly study: Comparison; readonly answer: ComparisonAnswer; readonly language: Language };

/** Below this share nearly all are said to come in. */
const nearlyNobody = 0.01;
/** Above this share of the years, all proposals are said to reach three. */
const nearlyAlways = 0.99;

export function ComparisonView({ study, answer, language }: Props): JSX.Element {
  const say = labTexts(language);
  return (
    <>
      {study.proposals
        .filter(({ scenario }) => scenario.sites.length === 0)
        .map((proposal) => (
          <p key={proposal.from}>{say('noUnits', { title: proposalTitle(proposal, language) })}</p>
        ))}
      {study.estimates.map(({ name, from, to, source }, estimate) => (
        <section key={`${name} ${from} ${to}`} className="lab-estimate">
          <h2>{say('women', { women: spanText({ from, to }, 0, language) })}</h2>
          <p className="quiet">{shownSource(source, language)}</p>
          <Sentences study={study} answer={answer} estimate={estimate} language={language} />
          <PlanFold id={`tal-${estimate}`} name={say('estimateNumbers')}>
            <Levels study={study} answer={answer} estimate={estimate} language={language} />
            {study.proposals.length > 1 && <Differences study={study} answer={answer} estimate={estimate} language={language} />}
            <Chance study={study} answer={answer} estimate={estimate} language={language} />
            <Units study={study} answer={answer} estimate={estimate} language={language} />
          </PlanFold>
        </section>
      ))}
      {!shownMeasures(answer).includes('cost-a-year') && <p className="quiet">{say('noCosts')}</p>}
      <p className="quiet">{say('carriesText')}</p>
      <FanPictures study={study} answer={answer} language={language} />
      <SiteMaps proposals={study.proposals} language={language} />
      <p className="quiet">{say('shown')}</p>
    </>
  );
}

/** The measures of the table that a decision hangs on: the best, and the worst of who comes in and how late, as surely as the table's differences tell. */
function Sentences({ study, answer, estimate, language }: UnderEstimate): JSX.Element {
  const say = labTexts(language);
  const { from = 0, to = 0 } = study.estimates[estimate] ?? {};
  const women = spanText({ from, to }, 0, language);
  const titleOf = (index: number): string => proposalTitle(study.proposals[index] ?? { title: '', from: '' }, language);
  const measured = (measure: LabMeasure, sign: 1 | -1): Measured => {
    const differences = study.proposals.slice(1).map((_, index) => {
      const found = answer.differences[index]?.[estimate]?.find((one) => one.measure === measure)?.at.middle ?? null;
      // What the table calls too small to matter does not make a proposal the best.
      return found && isTooSmall(differenceText(measure, found, language)) ? { mean: 0, interval: [0, 0] as const } : found;
    });
    const numbers = study.proposals.flatMap((_, index) => {
      const levels = levelsAt({ answer, estimate }, index);
      const level = levels && levelOf(levels, measure);
      const mean = level?.at.middle?.mean;
      if (!level || mean === undefined) return [];
      const value = levelText(level, language);
      const text =
        measure === 'weeks-lost' ? say('sentence.weeksOf', { title: titleOf(index), weeks: value }) : `«${titleOf(index)}» (${value})`;
      return [{ index, mean, text }];
    });
    return { numbers, first: leaders(differences, sign) };
  };
  const best = ({ numbers, first }: Measured, of: 'three' | 'never'): string => {
    const named = numbers.length === 1 ? numbers : numbers.filter(({ index }) => first.includes(index));
    const titles = new Intl.ListFormat(language, { type: 'conjunction' }).format(named.map(({ text }) => text));
    if (numbers.length === 0) return say('sentence.noUnits', { women });
    if (numbers.length === 1) return say(`sentence.${of}.only`, { women, titles });
    if (numbers[0]?.index !== 0) return say('sentence.noBase', { women, base: titleOf(0) });
    if (named.length === numbers.length) return say(`sentence.${of}.open`, { women });
    return say(`sentence.${of}.best`, { women, titles, count: named.length });
  };
  /** The other end, by name: what is best says nothing of how bad the worst is. Nothing where all may be alike. */
  const worst = (measure: 'never-admitted' | 'weeks-lost'): string => {
    const { numbers, first } = measured(measure, 1);
    const named = numbers.filter(({ index }) => first.includes(index));
    if (numbers[0]?.index !== 0 || named.length === numbers.length) return '';
    const titles = listed(
      named.map(({ text }) => text),
      language,
    );
    return say(measure === 'weeks-lost' ? 'sentence.weeks.worst' : 'sentence.never.worst', { titles, count: named.length });
  };
  const three = measured('unit-years-with-three', 1);
  const never = measured('never-admitted', -1);
  const allReach = three.numbers.length > 1 && three.numbers.every(({ mean }) => mean > nearlyAlways);
  const accepting = study.proposals.map(({ scenario: { accepts = 1 } }) => ({ accepts }));
  const allComeIn = never.numbers.every(({ mean }) => mean < nearlyNobody);
  return (
    <p className="say">
      {[
        allReach ? say('sentence.allReach', { women }) : best(three, 'three'),
        ...(allComeIn ? [say('sentence.alike', whoAccept(accepting))] : [best(never, 'never'), worst('never-admitted')]),
        worst('weeks-lost'),
        ...declinesText(study, language),
        carriedText(study, { from, to }, language),
      ]
        .filter((sentence) => sentence !== '')
        .join(' ')}
    </p>
  );
}

/** The proposals that have a measure, as they are written, and those that none is surely ahead of, by their place among all. */
type Measured = {
  readonly numbers: readonly { readonly index: number; readonly mean: number; readonly text: string }[];
  readonly first: readonly number[];
};

/** Whoever declines a place is not in the share that never comes in: how many do, of each proposal where any does. */
function declinesText({ proposals }: Comparison, language: Language): readonly string[] {
  const say = labTexts(language);
  const each = proposals.flatMap((proposal) => {
    const { accepts = 1 } = proposal.scenario;
    return accepts < 1 ? [say('declinesOf', { no: declinedShare({ accepts }, language), title: proposalTitle(proposal, language) })] : [];
  });
  return each.length === 0 ? [] : [say('declines', { each: listed(each, language) })];
}

/** One number where all proposals reckon alike; where the share who accept or the variation between years differ, one for each. */
function carriedText({ proposals }: Comparison, need: { readonly from: number; readonly to: number }, language: Language): string {
  const say = labTexts(language);
  const each = proposals.map((proposal) => ({
    title: proposalTitle(proposal, language),
    units: spanText(unitsCarried(need, proposal.scenario), 0, language),
  }));
  const [first] = each;
  if (each.every(({ units }) => units === first?.units)) return `${say('carries')}: ${first?.units ?? '–'}.`;
  return `${say('carries')}: ${each.map(({ title, units }) => `${units} («${title}»)`).join(', ')}. ${say('carriesWhy')}`;
}
