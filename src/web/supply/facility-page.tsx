/** The list of facilities, and one facility: who runs it, where it is, its units, and what was changed. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import { municipality } from '../../domain/geography/municipalities.ts';
import type { FacilityFact, FacilityFacts } from '../../domain/placement/facility-registration.ts';
import type { FacilityLine, FacilityMaterial } from '../../store/facility-register.ts';
import { unitAddress } from '../places/addresses.ts';
import { Telephone } from '../places/telephone.tsx';
import type { Language } from '../ui/language.ts';
import { Card, Pairs, Sheet, Strip, Tag } from '../ui/pieces.tsx';
import { correctFacilityAddress, facilityAddress, newFacilityAddress, newUnitAddress, upkeepAddress } from './addresses.ts';
import { ChangeHistory } from './change-history.tsx';
import { facilityTexts } from './facility-texts.ts';
import { leaderTexts } from './leader-texts.ts';
import { Leaders, NoLeader } from './leaders.tsx';
import { supplyTexts } from './texts.ts';

type ListProps = { readonly lines: readonly FacilityLine[]; readonly registers: boolean; readonly language: Language };

export function FacilityList({ lines, registers, language }: ListProps): JSX.Element {
  const say = facilityTexts(language);
  return (
    <>
      <p>{say('intro')}</p>
      {registers && (
        <Strip>
          <a href={newFacilityAddress}>{say('register')}</a>
        </Strip>
      )}
      <div className="stacked labelled">
        <Sheet caption={say('caption', { count: lines.length })}>
          <thead>
            <tr>
              <th scope="col">{say('facility')}</th>
              <th scope="col">{say('operator')}</th>
              <th scope="col">{say('where')}</th>
              <th scope="col">{say('units')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ facility, units, hasLeader }) => (
              <tr key={facility.id}>
                <th scope="row">
                  <a href={facilityAddress(facility.id)}>{facility.name}</a>
                  {registers && !hasLeader && (
                    <>
                      {' '}
                      <Tag tone="attention">{leaderTexts(language)('noneShort')}</Tag>
                    </>
                  )}
                </th>
                <td data-label={say('operator')}>{operatorText(facility, language)}</td>
                <td data-label={say('where')}>{whereText(facility)}</td>
                <td data-label={say('units')}>{say('unitCount', { count: units })}</td>
              </tr>
            ))}
          </tbody>
        </Sheet>
      </div>
    </>
  );
}

type Props = {
  readonly material: FacilityMaterial;
  /** The social supervision of its region. */
  readonly registers: boolean;
  /** Its own leader. */
  readonly leads: boolean;
  readonly seesHistory: boolean;
  /** Names its leaders. */
  readonly names: boolean;
  readonly me: Id<'user'>;
  readonly language: Language;
};

export function FacilityPage({ material, registers, leads, seesHistory, names, me, language }: Props): JSX.Element {
  const say = facilityTexts(language);
  const { facility, address, telephone, units, history } = material;
  return (
    <>
      <NoLeader material={material} names={names} language={language} />
      <Card heading={say('facts')}>
        <Pairs
          pairs={[
            [say('operator'), operatorText(facility, language)],
            [say('address'), [address || say('noAddress'), whereText(facility)].join(', ')],
            [say('telephone'), telephone === null ? say('noTelephone') : <Telephone key="telephone" number={telephone} />],
          ]}
        />
        {registers && (
          <p className="actions">
            <a href={correctFacilityAddress(facility.id)}>{say('correct')}</a>
          </p>
        )}
      </Card>
      <Card heading={say('units')}>
        {units.length === 0 && <p>{say('noUnits')}</p>}
        <ul>
          {units.map(({ id, name }) => (
            <li key={id}>
              <a href={unitAddress(id)}>{name}</a>
              {leads && (
                <>
                  {' · '}
                  <a href={upkeepAddress(id)}>{supplyTexts(language)('upkeep', { unit: name })}</a>
                </>
              )}
            </li>
          ))}
        </ul>
        {leads && <a href={newUnitAddress(facility.id)}>{say('openUnit')}</a>}
      </Card>
      <Leaders material={material} names={names} me={me} language={language} />
      {seesHistory && <History history={history} language={language} />}
    </>
  );
}

function History({ history, language }: { readonly history: FacilityMaterial['history']; readonly language: Language }): JSX.Element {
  const say = facilityTexts(language);
  if (history.length === 0) return <p className="quiet">{say('noHistory')}</p>;
  const lines = history.map(({ change, ...written }) => {
    const [before, after] = turnOf(change, language);
    const what = change.type === 'leader-ended' ? leaderTexts(language)('changeEnded') : say(`change.${change.type}`);
    return { ...written, what, before, after };
  });
  return <ChangeHistory lines={lines} language={language} />;
}

/** How it was before a change and after it; of what was put right, only what differs. */
function turnOf(change: FacilityFact, language: Language): readonly [before: string, after: string] {
  switch (change.type) {
    case 'registered':
      return ['–', [...factTexts(change.facts, language).values()].join('; ')];
    case 'corrected': {
      const [before, after] = [factTexts(change.before, language), factTexts(change.after, language)];
      const differ = [...after.keys()].filter((part) => before.get(part) !== after.get(part));
      const text = (of: ReadonlyMap<string, string>): string => differ.map((part) => of.get(part) || '–').join('; ');
      return [text(before), text(after)];
    }
    case 'leader-ended':
      return [change.name, '–'];
    case 'leader-named':
    case 'unit-opened':
      return ['–', change.name];
    case 'unit-named':
      return [change.before, change.after];
  }
}

function factTexts(facts: FacilityFacts, language: Language): ReadonlyMap<string, string> {
  return new Map([
    ['name', facts.name],
    ['operator', operatorText(facts, language)],
    ['address', facts.address],
    ['where', whereText(facts)],
  ]);
}

function operatorText({ operatorName, operator }: Pick<FacilityFacts, 'operatorName' | 'operator'>, language: Language): string {
  return `${operatorName}, ${facilityTexts(language)(`kind.${operator}`).toLocaleLowerCase(language)}`;
}

function whereText({ town, municipality: of }: Pick<FacilityFacts, 'town' | 'municipality'>): string {
  const name = municipality(of)?.name ?? of;
  return town === name ? town : `${town}, ${name}`;
}
