/** A small table of how next year moves with what is believed of the share that is registered. */
import type { JSX } from 'react';
import type { BeliefAnswer } from '../../domain/estimation/registration-belief.ts';
import { numberText } from '../ui/format.ts';
import { catalogue, type Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';

const danish = {
  heading: 'Sådan flytter svaret sig med det, I tror',
  why: 'Jo oftere kvinder registreres, jo færre er skjulte. De talte er de samme: registreres kun få, må der være mange, og registreres mange, er der ikke så mange flere end de talte.',
  wider:
    'Derfor kan et bredere skøn godt give et lavere tal øverst. Siger I 2–50 % i stedet for 2–25 %, siger I også, at mange måske registreres, og så bliver de høje tal mindre sandsynlige. Den sidste linje vægter intet inden for spændet: den bliver aldrig smallere, når I gør spændet bredere.',
  falls: 'Her falder den øvre ende fra {before} til {after}, når spændet gøres bredere opad: det er grunden.',
  read: 'I skriver et spænd, I er 90 % sikre på: 5 % tror I ligger under, og 5 % over.',
  if: 'Hvis',
  middle: 'Midten',
  years: '9 af 10 år',
  none: 'ingen',
  'case.believed': '{low}–{high} % bliver registreret, som I skrev',
  'case.example': '{low}–{high} % bliver registreret: et eksempel, som ingen har skrevet',
  'case.wider-above': 'det kan være flere: {low}–{high} %',
  'case.wider-below': 'det kan være færre: {low}–{high} %',
  'case.exactly-low': 'det er præcis {low} %',
  'case.exactly-high': 'det er præcis {low} %',
  'case.anywhere': 'det kan være alt fra {low} til {high} %, og intet af det er mere sandsynligt',
};
const english: Readonly<Record<keyof typeof danish, string>> = {
  heading: 'How the answer moves with what you believe',
  why: 'The more often women are registered, the fewer are hidden. Those counted are the same: if few are registered there must be many, and if many are, there are not many more than were counted.',
  wider:
    'So a wider judgement may give a lower number at the top. By saying 2–50 % instead of 2–25 % you also say that many may be registered, and then the high numbers become less likely. The last line weighs nothing within the range: it never becomes narrower when you widen the range.',
  falls: 'Here the upper end falls from {before} to {after} when the range is widened upwards: that is why.',
  read: 'You write a range that you are 90 % sure of: you believe 5 % lies below it and 5 % above.',
  if: 'If',
  middle: 'The middle',
  years: '9 of 10 years',
  none: 'none',
  'case.believed': '{low}–{high} % are registered, as you wrote',
  'case.example': '{low}–{high} % are registered: an example that nobody wrote',
  'case.wider-above': 'it may be more: {low}–{high} %',
  'case.wider-below': 'it may be fewer: {low}–{high} %',
  'case.exactly-low': 'it is exactly {low} %',
  'case.exactly-high': 'it is exactly {low} %',
  'case.anywhere': 'it may be anything from {low} to {high} %, none of it likelier',
};
const texts = catalogue(danish, english);

export function BeliefTable({
  answers,
  isExample,
  language,
}: {
  readonly answers: readonly BeliefAnswer[];
  /** The share is the page's own example. */
  readonly isExample: boolean;
  readonly language: Language;
}): JSX.Element {
  const say = texts(language);
  const percent = (share: number): string => numberText(Math.round(10_000 * share) / 100, language);
  const [believed, wider] = ['believed', 'wider-above'].map((id) => answers.find((one) => one.id === id));
  return (
    <Card heading={say('heading')}>
      <p>{say('why')}</p>
      <Sheet caption={say('heading')}>
        <thead>
          <tr>
            <th scope="col">{say('if')}</th>
            <th scope="col" className="number">
              {say('middle')}
            </th>
            <th scope="col" className="number">
              {say('years')}
            </th>
          </tr>
        </thead>
        <tbody>
          {answers.map(({ id, belief: [low, high], q05, q50, q95 }) => (
            <tr key={id}>
              <th scope="row">
                {say(`case.${isExample && id === 'believed' ? 'example' : id}`, { low: percent(low), high: percent(high) })}
              </th>
              <td className="number">{q50 === null ? say('none') : numberText(q50, language)}</td>
              <td className="number">
                {numberText(q05, language)}–{numberText(q95, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </Sheet>
      <p>{say('wider')}</p>
      {believed && wider && wider.q95 < believed.q95 && (
        <p>{say('falls', { before: numberText(believed.q95, language), after: numberText(wider.q95, language) })}</p>
      )}
      <p className="quiet">{say('read')}</p>
    </Card>
  );
}
