/** What the report of fairness concludes, in sentences above the tables. */
import type { JSX } from 'react';
import { regions } from '../../domain/geography/regions.ts';
import {
  type FairnessConclusion,
  fairnessConclusions,
  fairnessRule,
  type FairnessView,
  passedCount,
} from '../../domain/placement/fairness-conclusions.ts';
import { urgencyBands } from '../../domain/placement/urgency.ts';
import { type FairnessReport, municipalitySizes } from '../../domain/placement/waiting-fairness.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { fairnessTexts } from './fairness-texts.ts';
import { waitingTexts } from './texts.ts';

export function FairnessSentences({ report, language }: { readonly report: FairnessReport; readonly language: Language }): JSX.Element {
  const say = fairnessTexts(language);
  const all = fairnessConclusions(report);
  const uneven = all.filter(({ outcome }) => outcome === 'uneven');
  const even = all.filter(({ outcome }) => outcome === 'even');
  const passed = passedCount(report);
  const { leastCounted: least, leastDays: days, edition } = fairnessRule;
  return (
    <Card heading={say('heading')}>
      <ul>
        {[...uneven, ...even].map((conclusion) => (
          <li key={`${conclusion.view} ${conclusion.whom}`}>
            {conclusion.outcome === 'uneven' ? (
              <strong>{conclusionText(conclusion, language)}</strong>
            ) : (
              conclusionText(conclusion, language)
            )}
          </li>
        ))}
        {(['placed', 'waiting'] as const).map((whom) => {
          const few = all.filter((one) => one.whom === whom && one.outcome === 'too-few').map(({ view }) => say(`view.${view}`));
          if (few.length === 0) return null;
          return <li key={whom}>{say('tooFew', { what: say(`whom.${whom}`, { views: few.join(', ') }) })}</li>;
        })}
        <li>
          {passed.outcome === 'none'
            ? say('passed.none')
            : passed.outcome === 'counted'
              ? say('passed.counted', { times: passed.times, passed: passed.passed })
              : say('passed.fewer-than', { than: passed.than })}
        </li>
      </ul>
      <p className="quiet">{say('protection', { least, days, edition })}</p>
    </Card>
  );
}

/** One conclusion in a sentence; those with too few are said together. */
function conclusionText(
  conclusion: Exclude<FairnessConclusion, { readonly outcome: 'too-few' }> | FairnessConclusion,
  language: Language,
): string {
  const say = fairnessTexts(language);
  const { view, whom } = conclusion;
  switch (conclusion.outcome) {
    case 'uneven': {
      const { longest, shortest } = conclusion;
      return say(`uneven.${whom}`, {
        view: say(`view.${view}`),
        long: groupText(view, longest.group, language),
        longCount: longest.count,
        longDays: numberText(longest.median, language),
        short: groupText(view, shortest.group, language),
        shortCount: shortest.count,
        shortDays: numberText(shortest.median, language),
      });
    }
    case 'even': {
      const { counted } = conclusion;
      return view === 'band' ? say(`even.band.${whom}`, { counted }) : say(`even.${whom}`, { view: say(`view.${view}`), counted });
    }
    case 'too-few':
      return '';
  }
}

function groupText(view: FairnessView, group: string, language: Language): string {
  const say = waitingTexts(language);
  switch (view) {
    case 'band': {
      const band = urgencyBands.find((one) => one === group);
      return band ? say(`band.${band}`) : group;
    }
    case 'size': {
      const size = municipalitySizes.find((one) => one === group);
      return size && size !== 'unknown' ? say(`size.${size}`) : group;
    }
    case 'region':
      return Object.values(regions).find(({ id }) => id === group)?.name ?? group;
  }
}
