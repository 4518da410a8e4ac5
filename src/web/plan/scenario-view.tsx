/** A saved scenario to read: what it reckons with, each value with its source and range, and every version it has had. */
import type { JSX } from 'react';
import type { ScenarioOwned } from '../../domain/planning/lab/scenario-sight.ts';
import type { RoomRule } from '../../domain/planning/proposals/room-rule.ts';
import type { ScenarioVersion } from '../../store/planning.ts';
import { momentText, numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Pairs, Sheet, Tag } from '../ui/pieces.tsx';
import { compareAddress, scenariosAddress } from './addresses.ts';
import { assumptionFields, type FormFields, fieldsFrom, writtenAssumption } from './form-fields.ts';
import { ScenarioAnswer, type ScenarioAnswered } from './scenario-answer.tsx';
import { ScenarioHistory } from './scenario-history.tsx';
import { ScenarioSharing } from './scenario-sharing-card.tsx';
import { siteName } from './site-name.ts';
import { scenarioTexts } from './texts.ts';

type Props = {
  readonly shown: ScenarioVersion;
  readonly history: readonly ScenarioVersion[];
  readonly against: ScenarioVersion | null;
  readonly owned: ScenarioOwned;
  readonly isOwner: boolean;
  readonly answered: ScenarioAnswered;
  readonly isStill: boolean;
  readonly rule: RoomRule;
  readonly maySave: boolean;
  /** Gives a key for each form of the page. */
  readonly newKey: () => string;
  readonly language: Language;
};

export function ScenarioView({
  shown,
  answered,
  isStill,
  rule,
  history,
  against,
  owned,
  isOwner,
  maySave,
  newKey,
  language,
}: Props): JSX.Element {
  const say = scenarioTexts(language);
  const { scenario, version } = shown;
  const address = `${scenariosAddress}/${scenario}`;
  const savesIt = maySave && isOwner;
  return (
    <>
      <p className="number-links no-print">
        <a href={`${compareAddress}?forslag=${scenario}:${version}`}>{say('compare')}</a>
        <a href={`${compareAddress}/antagelser?forslag=${scenario}:${version}`}>{say('sensitivity')}</a>
        {savesIt && <a href={`${address}/ret`}>{say('edit')}</a>}
        {maySave && <a href={`${scenariosAddress}/nyt?fra=${scenario}:${version}`}>{say('copy')}</a>}
        <a href={`${address}/fil.json?version=${version}`}>{say('download')}</a>
      </p>
      <ScenarioAnswer
        answered={answered}
        address={address}
        query={`?version=${version}`}
        isStill={isStill}
        rule={rule}
        mayReadOn
        language={language}
      />
      <ScenarioContent shown={shown} language={language} />
      <ScenarioHistory {...{ shown, history, against, language }} newKey={savesIt ? newKey : null} />
      <ScenarioSharing scenario={scenario} owned={owned} isOwner={savesIt} language={language} />
    </>
  );
}

/** What a version reckons with. */
export function ScenarioContent({ shown, language }: Pick<Props, 'shown' | 'language'>): JSX.Element {
  const say = scenarioTexts(language);
  const { version, byName, organisationName, recorded, content } = shown;
  const fields = fieldsFrom(content, language);
  return (
    <>
      <p className="quiet">
        {say('version', { version })} · {say('savedBy', { who: byName, where: organisationName, when: momentText(recorded, language) })}
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
    </>
  );
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
