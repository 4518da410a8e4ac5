/** Before the form of the hidden number: what can be said today without a table, and what it takes to know more. */
import type { JSX } from 'react';
import { catalogue, type Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { countryNumbersAddress, requestFormAddress } from './addresses.ts';

const texts = catalogue(
  {
    heading: 'Hvad kan der siges i dag?',
    today:
      'Ikke hvor mange ingen kender. De offentliggjorte tal er totaler, og de siger ikke, hvilke kvinder der står på flere lister. Af totaler alene følger kun grænser for dem, der står på listerne.',
    bounds: 'Se grænserne under Tal',
    more: 'Sådan kan der siges mere',
    'step.ask':
      'Bed en kommune, en region eller styrelsen om en overlapstabel: hvor mange kvinder står på hver liste alene, og hvor mange på flere. Kun antal.',
    form: 'Skema til at bede om en overlapstabel',
    'step.put': 'Sæt den udfyldte tabel ind herunder.',
    'step.answer': 'Svaret er et spænd, eller at listerne ikke kan afgøre det.',
  },
  {
    heading: 'What can be said today?',
    today:
      'Not how many nobody knows of. The published numbers are totals, and they do not say which women are on several lists. From totals alone there follow only bounds for those who are on the lists.',
    bounds: 'See the bounds under Numbers',
    more: 'How more can be said',
    'step.ask':
      'Ask a municipality, a region or the agency for an overlap table: how many women are on each list alone, and how many on several. Only counts.',
    form: 'Form for asking for an overlap table',
    'step.put': 'Put the filled table in below.',
    'step.answer': 'The answer is a span, or that the lists cannot settle it.',
  },
);

export function AnalysisLead({ language }: { readonly language: Language }): JSX.Element {
  const say = texts(language);
  return (
    <Card heading={say('heading')}>
      <p>
        {say('today')} <a href={countryNumbersAddress}>{say('bounds')}</a>
      </p>
      <h3>{say('more')}</h3>
      <ol>
        <li>
          {say('step.ask')} <a href={requestFormAddress}>{say('form')}</a>
        </li>
        <li>{say('step.put')}</li>
        <li>{say('step.answer')}</li>
      </ol>
    </Card>
  );
}
