/** A saved scenario to read: its answer, what it reckons with, and every version it has had. */
import type { JSX } from 'react';
import type { ScenarioOwned } from '../../domain/planning/lab/scenario-sight.ts';
import type { RoomRule } from '../../domain/planning/proposals/room-rule.ts';
import type { ScenarioVersion } from '../../store/planning.ts';
import type { Language } from '../ui/language.ts';
import { compareAddress, scenariosAddress } from './addresses.ts';
import { type Observed, ObservedBeside } from './observed-beside.tsx';
import { ScenarioAnswer, type ScenarioAnswered } from './scenario-answer.tsx';
import { ScenarioContent } from './scenario-content.tsx';
import { ScenarioHistory } from './scenario-history.tsx';
import { ScenarioSharing } from './scenario-sharing-card.tsx';
import { scenarioTexts } from './texts.ts';

type Props = {
  readonly shown: ScenarioVersion;
  readonly history: readonly ScenarioVersion[];
  readonly against: ScenarioVersion | null;
  readonly owned: ScenarioOwned;
  readonly isOwner: boolean;
  readonly answered: ScenarioAnswered;
  readonly observed: Observed;
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
  observed,
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
      {typeof answered !== 'string' && (
        <ObservedBeside
          observed={observed}
          estimates={answered.estimates}
          answers={answered.answers}
          hasSites={answered.scenario.sites.length > 0}
          mayReadOn
          language={language}
        />
      )}
      <ScenarioContent shown={shown} language={language} />
      <ScenarioHistory {...{ shown, history, against, language }} newKey={savesIt ? newKey : null} />
      <ScenarioSharing scenario={scenario} owned={owned} isOwner={savesIt} language={language} />
    </>
  );
}
