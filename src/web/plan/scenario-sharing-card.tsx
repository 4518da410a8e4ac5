/** Who may see a scenario, as it stands, with what its owner can do to that. */
import type { JSX } from 'react';
import { type ScenarioOwned, type SightAct, sightActsFrom } from '../../domain/planning/lab/scenario-sight.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { publishAddress, scenariosAddress } from './addresses.ts';
import { scenarioTexts } from './texts.ts';

type Props = { readonly scenario: string; readonly owned: ScenarioOwned; readonly isOwner: boolean; readonly language: Language };

/** The owner is shown what she can do to it; the others only how it stands. */
export function ScenarioSharing({ scenario, owned: { sight }, isOwner, language }: Props): JSX.Element {
  const say = scenarioTexts(language);
  return (
    <Card heading={say('sight')}>
      <p>{say(`sight.${sight}`)}</p>
      {isOwner && (
        <ul className="no-print">
          {sightActsFrom(sight).map((act) => (
            <li key={act}>{say(`sight.will.${act}`)}</li>
          ))}
        </ul>
      )}
      {isOwner ? (
        <form method="post" action={`${scenariosAddress}/${scenario}/syn`} className="actions no-print">
          {sightActsFrom(sight).map((act) =>
            act === 'publish' ? (
              <a key={act} href={publishAddress(scenario)} className="button button-secondary">
                {say('sight.do.publish')}
              </a>
            ) : (
              <SightButton key={act} act={act} language={language} />
            ),
          )}
        </form>
      ) : (
        <p className="quiet">{say('sight.others')}</p>
      )}
    </Card>
  );
}

function SightButton({ act, language }: { readonly act: SightAct; readonly language: Language }): JSX.Element {
  return (
    <button type="submit" name="syn" value={act} className="button button-secondary">
      {scenarioTexts(language)(`sight.do.${act}`)}
    </button>
  );
}
