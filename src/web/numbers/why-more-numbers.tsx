/** Says of each number that differs from the answer why it does, and what sets the answer's ends. */
import type { JSX } from 'react';
import type { EstimateReport } from '../../domain/estimation/estimate-report.ts';
import { boundsBeyond, type EndSource, endSources, sameEstimates } from '../../domain/estimation/reach-ends.ts';
import { methodIn } from '../../reports/estimate-speech.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { differenceTexts } from './difference-words.ts';

export function WhyMoreNumbers({ report, language }: { readonly report: EstimateReport; readonly language: Language }): JSX.Element {
  const say = differenceTexts(language);
  const whole = (value: number): string => numberText(Math.round(value), language);
  const { range, status } = report.conclusion;
  const ends = status === 'estimate' ? endSources(report) : { low: null, high: null };
  const names = new Intl.ListFormat(language, { type: 'conjunction' });
  const sentences = [
    ...(range && ends.low ? [say('lowFrom', { value: whole(range.low), source: sourceText(ends.low, language) })] : []),
    ...(range && range.high !== null && ends.high
      ? [say('highFrom', { value: whole(range.high), source: sourceText(ends.high, language) })]
      : []),
    ...(status === 'estimate' ? boundsBeyond(report) : []).map(({ method, interval: [, high] }) =>
      say('bound', { method: methodIn(method, language), high: whole(high ?? 0), answer: whole(range?.high ?? 0) }),
    ),
    ...sameEstimates(report.methods).map((rows) => {
      const methods = names.format(rows.map(({ method }) => `«${methodIn(method, language)}»`));
      const same = say('same', { methods, value: whole(rows[0]?.estimate ?? 0) });
      return status === 'estimate' ? `${same} ${say('held')}` : same;
    }),
    say('interval'),
    ...(report.methods.some(({ model }) => model !== null) ? [say('model')] : []),
  ];
  return (
    <Card heading={say('heading')}>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  );
}

function sourceText(source: EndSource, language: Language): string {
  switch (source.by) {
    case 'method':
      return `«${methodIn(source.method, language)}»`;
    case 'tables':
      return differenceTexts(language)('tables', { method: methodIn(source.method, language) });
    case 'filling':
    case 'seen-at-least':
    case 'seen':
    case 'odds':
    case 'law':
    case 'prior':
      return differenceTexts(language)(source.by);
  }
}
