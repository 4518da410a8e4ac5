/** What a saved scenario reckons with: the need, each value with its source and range, the rules and the sites. */
import type { JSX } from 'react';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import type { ScenarioVersion } from '../../store/planning.ts';
import { momentText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Pairs, Sheet, Tag } from '../ui/pieces.tsx';
import { assumptionRows } from './assumption-rows.ts';
import { type FormFields, fieldsFrom } from './form-fields.ts';
import { NumbersOfNeed } from './need-numbers.tsx';
import { partAnchors, PlanPart } from './plan-part.tsx';
import { numbersOf, statedName } from './shown-need.ts';
import { siteName } from './site-name.ts';
import { shownSource } from './source-words.ts';
import { scenarioTexts } from './texts.ts';

/** The parts with their headings, for the contents of the page. */
export function contentParts(language: Language) {
  const say = scenarioTexts(language);
  return [
    [partAnchors.need, say('need')],
    [partAnchors.assumptions, say('contents')],
    [partAnchors.rules, say('rules')],
    [partAnchors.proposal, say('proposal')],
  ] as const;
}

type Props = { readonly shown: ScenarioVersion; readonly language: Language };

/** What a version reckons with. */
export function ScenarioContent({ shown, language }: Props): JSX.Element {
  const say = scenarioTexts(language);
  const { version, byName, organisationName, recorded, content } = shown;
  const fields = fieldsFrom(content, language);
  return (
    <>
      <p className="quiet">
        {say('version', { version })} · {say('savedBy', { who: byName, where: organisationName, when: momentText(recorded, language) })}
      </p>
      <PlanPart id={partAnchors.need} heading={say('need')}>
        <Sheet caption={say('need')} underHeading>
          <thead>
            <tr>
              <th scope="col">{say('estimate.name')}</th>
              <th scope="col" className="number">
                {say('estimate.from')}
              </th>
              <th scope="col" className="number">
                {say('estimate.to')}
              </th>
              <th scope="col">{say('source')}</th>
            </tr>
          </thead>
          <tbody>
            {(content.estimates ?? []).map((stated) => (
              <tr key={stated.name}>
                <th scope="row">{statedName(stated, language)}</th>
                <td className="number">{numberText(stated.from, language)}</td>
                <td className="number">{numberText(stated.to, language)}</td>
                <td>
                  {shownSource(stated.source, language)}
                  <NumbersOfNeed numbers={numbersOf(stated)} language={language} />
                </td>
              </tr>
            ))}
          </tbody>
        </Sheet>
      </PlanPart>
      <PlanPart id={partAnchors.assumptions} heading={say('contents')}>
        <Assumptions scenario={content} language={language} />
      </PlanPart>
      <PlanPart id={partAnchors.rules} heading={say('rules')}>
        <Pairs
          pairs={[
            [say('years'), numberText(content.years, language)],
            [
              say('patience'),
              typeof content.patience === 'string' ? say(`patience.${content.patience}`) : (fields['taalmodighed-aar'] ?? ''),
            ],
            [say('order'), say(`order.${content.order ?? 'first-come'}`)],
            [say('geography'), say(`geography.${geography(fields)}`)],
            ...(fields['vaegte'] ? [[say('weights'), fields['vaegte']] as const] : []),
            ...(fields['afstand'] ? [[say('reach'), fields['afstand']] as const] : []),
            ...(content.costs
              ? [
                  [
                    say('costs'),
                    `${content.costs.currency} ${content.costs.priceYear}, ${shownSource(content.basis?.['costs']?.source, language)}`,
                  ] as const,
                ]
              : []),
          ]}
        />
      </PlanPart>
      <PlanPart id={partAnchors.proposal} heading={say('proposal')}>
        <Sheet caption={say('proposal')} underHeading>
          <thead>
            <tr>
              <th scope="col">{say('site', { number: '' }).trim()}</th>
              <th scope="col" className="number">
                {say('standing')}
              </th>
              <th scope="col" className="number">
                {say('byNeed')}
              </th>
            </tr>
          </thead>
          <tbody>
            {content.sites.map(({ id, places, flexible }) => (
              <tr key={id}>
                <th scope="row">{siteName(id)}</th>
                <td className="number">{numberText(places, language)}</td>
                <td className="number">{numberText(flexible?.places ?? 0, language)}</td>
              </tr>
            ))}
          </tbody>
        </Sheet>
      </PlanPart>
    </>
  );
}

function geography(fields: FormFields): 'foedsler' | 'vaegte' | 'fil' | 'ingen' {
  const word = fields['geografi'];
  return word === 'vaegte' || word === 'fil' || word === 'ingen' ? word : 'foedsler';
}

function Assumptions({ scenario, language }: { readonly scenario: Scenario; readonly language: Language }): JSX.Element {
  const say = scenarioTexts(language);
  return (
    <Sheet caption={say('contents')} underHeading>
      <thead>
        <tr>
          <th scope="col">{say('what')}</th>
          <th scope="col" className="number">
            {say('value')}
          </th>
          <th scope="col" className="number">
            {say('range')}
          </th>
          <th scope="col">{say('source')}</th>
        </tr>
      </thead>
      <tbody>
        {assumptionRows(scenario, language).map(({ name, value, range, source, isAssumed }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="number">{value}</td>
            <td className="number">{range}</td>
            <td>{isAssumed ? <Tag tone="attention">{say('assumption')}</Tag> : source}</td>
          </tr>
        ))}
      </tbody>
    </Sheet>
  );
}
