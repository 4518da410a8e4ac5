/** A saved scenario to read: what it reckons with, each value with its source and range, and every version it has had. */
import type { JSX } from 'react';
import { municipalities } from '../../domain/geography/municipalities.ts';
import type { ScenarioVersion } from '../../store/planning.ts';
import { momentText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Pairs, Sheet, Tag } from '../ui/pieces.tsx';
import { compareAddress, scenariosAddress } from './addresses.ts';
import { assumptionFields, type FormFields, fieldsFrom, writtenAssumption } from './form-fields.ts';
import { scenarioTexts } from './texts.ts';

type Props = {
  readonly shown: ScenarioVersion;
  readonly history: readonly ScenarioVersion[];
  readonly maySave: boolean;
  readonly language: Language;
};

export function ScenarioView({ shown, history, maySave, language }: Props): JSX.Element {
  const say = scenarioTexts(language);
  const { scenario, version, byName, organisationName, recorded, content } = shown;
  const address = `${scenariosAddress}/${scenario}`;
  const fields = fieldsFrom(content, language);
  return (
    <>
      <p className="quiet">
        {say('version', { version })} · {say('savedBy', { who: byName, where: organisationName, when: momentText(recorded, language) })}
      </p>
      <p className="number-links">
        <a href={`${compareAddress}?forslag=${scenario}:${version}`}>{say('compare')}</a>
        <a href={`${compareAddress}/antagelser?forslag=${scenario}:${version}`}>{say('sensitivity')}</a>
        {maySave && <a href={`${address}/ret`}>{say('edit')}</a>}
        <a href={`${address}/fil.json?version=${version}`}>{say('download')}</a>
      </p>
      <Sheet caption={say('need')}>
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
          {(content.estimates ?? []).map(({ name, from, to, source }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{numberText(from, language)}</td>
              <td className="number">{numberText(to, language)}</td>
              <td>{source}</td>
            </tr>
          ))}
        </tbody>
      </Sheet>
      <Assumptions fields={fields} language={language} />
      <Card heading={say('rules')}>
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
              ? [[say('costs'), `${content.costs.currency} ${content.costs.priceYear}, ${fields['omkostninger-kilde'] ?? ''}`] as const]
              : []),
          ]}
        />
      </Card>
      <Sheet caption={say('proposal')}>
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
      <Sheet caption={say('history')}>
        <thead>
          <tr>
            <th scope="col">{say('version', { version: '' }).trim()}</th>
            <th scope="col">{say('when')}</th>
            <th scope="col">{say('who')}</th>
            <th scope="col">{say('changed')}</th>
          </tr>
        </thead>
        <tbody>
          {history.map((one) => (
            <tr key={one.version}>
              <th scope="row">
                <a href={`${address}?version=${one.version}`} aria-current={one.version === version || undefined}>
                  {say('version', { version: one.version })}
                </a>
              </th>
              <td>{momentText(one.recorded, language)}</td>
              <td>
                {one.byName}, {one.organisationName}
              </td>
              <td>{one.note}</td>
            </tr>
          ))}
        </tbody>
      </Sheet>
    </>
  );
}

/** The name of the municipality, or the id itself. */
export function siteName(id: string): string {
  return municipalities.find((one) => one.id === id)?.name ?? id;
}

function geography(fields: FormFields): 'foedsler' | 'vaegte' | 'fil' | 'ingen' {
  const word = fields['geografi'];
  return word === 'vaegte' || word === 'fil' || word === 'ingen' ? word : 'foedsler';
}

function Assumptions({ fields, language }: { readonly fields: FormFields; readonly language: Language }): JSX.Element {
  const say = scenarioTexts(language);
  const shown = assumptionFields.filter(({ word }) => (fields[word] ?? '') + (fields[`${word}-fra`] ?? '') !== '');
  return (
    <Sheet caption={say('contents')}>
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
        {shown.map(({ word, written }) => {
          const source = fields[`${word}-kilde`] ?? '';
          const [from, to] = [fields[`${word}-fra`] ?? '', fields[`${word}-til`] ?? ''];
          return (
            <tr key={word}>
              <th scope="row">{say(`field.${word}`)}</th>
              <td className="number">{written !== 'none' ? fields[word] : word === 'rejse' ? '100' : say('elsewhere')}</td>
              <td className="number">{from === '' ? '–' : `${from}–${to}`}</td>
              <td>{source === writtenAssumption[language] ? <Tag tone="attention">{say('assumption')}</Tag> : source}</td>
            </tr>
          );
        })}
      </tbody>
    </Sheet>
  );
}
