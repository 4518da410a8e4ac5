/** Two pathways against each other, in sentences: which costs more, when the one has paid for itself, and what could be paid for it. */
import type { JSX } from 'react';
import { breakEven, netTurnsAt, coverAlike, type PathwayCostTable, shareThatPays } from '../../domain/planning/costs/pathway-costs.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { ageText, amountText, monthText } from './cost-words.ts';
import { costsTexts } from './texts.ts';

/** What is compared: the one pathway against the other, and what is paid once for the one. */
export type CostPair = { readonly one: string; readonly other: string; readonly once: number };

type Props = { readonly table: PathwayCostTable; readonly pair: CostPair; readonly language: Language };

export function CostComparison({ table, pair: { one, other, once }, language }: Props): JSX.Element | null {
  const say = costsTexts(language);
  const answer = breakEven(table, one, other, once);
  if (answer.outcome !== 'compared') return null;
  const { net, age, turnedBack, couldPay } = answer;
  const { currency } = table;
  const names = { one, other, currency };
  // What is written as nothing is nothing to the reader.
  const isAlike = Math.abs(net) < 0.005;
  const turns = netTurnsAt(table, one, other, once);
  const share = once > 0 ? shareThatPays(once, couldPay) : null;
  return (
    <Card heading={say('answer')}>
      <p className="say">
        {say(isAlike ? 'net.alike' : net < 0 ? 'net.less' : 'net.more', { ...names, value: amountText(Math.abs(net), language) })}{' '}
        {once > 0 && say('withOnce', { value: amountText(once, language), currency })}
      </p>
      <p>
        {age === 'from-the-start'
          ? say('age.from-the-start', names)
          : age === null
            ? say('age.never', { ...names, end: ageText(oldestOf(table), language) })
            : say('age.at', { ...names, until: turnedBack ? 'at-times' : 'throughout', age: monthText(age, language) })}
      </p>
      <p>{couldPay < 0.005 ? say('couldPayNothing', names) : say('couldPay', { value: amountText(couldPay, language), currency })}</p>
      {turns !== null && <p>{say(net < 0 ? 'turns.more' : 'turns.less', { ...names, rate: numberText(100 * turns, language) })}</p>}
      {share !== null && (
        <p>
          {say(share <= 1 ? 'share' : 'shareNever', {
            stay: amountText(once, language),
            currency,
            share: amountText(Math.ceil(share * 1000) / 10, language),
          })}
        </p>
      )}
      {!coverAlike(table, one, other) && <p>{say('coverage')}</p>}
    </Card>
  );
}

export function oldestOf({ lines }: PathwayCostTable): number {
  return lines.reduce((oldest, { to }) => Math.max(oldest, to), -Infinity);
}
