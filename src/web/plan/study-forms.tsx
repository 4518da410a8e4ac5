/** What can be asked of the simulation: proposals beside each other, or the assumptions of one. */
import type { JSX } from 'react';
import type { StatedEstimate } from '../../domain/planning/simulation/scenario.ts';
import { positionIds } from '../../domain/planning/proposals/positions.ts';
import type { StudyProposal } from '../../domain/planning/lab/study.ts';
import type { ListedStudy } from '../../store/planning-study.ts';
import type { ScenarioVersion } from '../../store/planning.ts';
import { CheckboxGroup, ErrorSummary, type FieldErrors, type Option, SelectField, TextField } from '../ui/fields.tsx';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { positionWords, sitesNamed, studiesAddress } from './addresses.ts';
import { spanText } from './plan-words.ts';
import { proposalTitle, setTitle } from './proposals.ts';
import { labTexts, planTexts } from './texts.ts';

export const precisions = ['2', '1', '0.5'] as const;

/** The choices as they were sent. */
export type Chosen = {
  readonly proposals: readonly string[];
  readonly base: string;
  readonly estimate: string;
  readonly precision: string;
  readonly seed: string;
};

type Props = {
  readonly saved: readonly ScenarioVersion[];
  readonly chosen: Chosen;
  readonly errors: FieldErrors;
  readonly language: Language;
};

/** A saved scenario is chosen in its newest version, or in the one that the address names; a set of sites stands there while it is chosen. */
function optionsOf({ saved, chosen, language }: Omit<Props, 'errors'>): readonly Option[] {
  return [
    ...positionIds.map((id) => ({ value: positionWords[id], text: planTexts(language)(`name.${id}`) })),
    ...saved.map(({ scenario, version, title }) => {
      const named = chosen.proposals.find((word) => word.startsWith(`${scenario}:`)) ?? `${scenario}:${version}`;
      return { value: named, text: `${title} (v. ${named.split(':')[1]})` };
    }),
    ...chosen.proposals.flatMap((word) => {
      const sites = sitesNamed(word);
      return sites ? [{ value: word, text: setTitle(sites) }] : [];
    }),
  ];
}

/** The fields that can be wrong, as they are called in the form. */
const errorNames: Readonly<Record<string, 'proposals' | 'seed'>> = { forslag: 'proposals', startnummer: 'seed' };

export function CompareForm({ saved, chosen, errors, language }: Props): JSX.Element {
  const say = labTexts(language);
  const options = optionsOf({ saved, chosen, language });
  return (
    <form method="post" action={studiesAddress} className="card">
      <ErrorSummary heading={say('errors')} errors={errors} nameOf={(field) => say(errorNames[field] ?? 'proposals')} />
      <input type="hidden" name="hvad" value="comparison" />
      <CheckboxGroup name="forslag" label={say('proposals')} options={options} values={chosen.proposals} errors={errors} />
      <div className="fields-in-line">
        <SelectField
          name="grund"
          label={say('base')}
          hint={say('baseHint')}
          value={chosen.base}
          empty={say('baseFirst')}
          options={options}
        />
        <Effort chosen={chosen} errors={errors} language={language} />
      </div>
      <button type="submit" className="button button-primary">
        {say('work')}
      </button>
    </form>
  );
}

export function SensitivityForm({
  saved,
  chosen,
  estimates,
  errors,
  language,
}: Props & { readonly estimates: readonly StatedEstimate[] }): JSX.Element {
  const say = labTexts(language);
  return (
    <form method="post" action={studiesAddress} className="card">
      <ErrorSummary heading={say('errors')} errors={errors} nameOf={(field) => say(errorNames[field] ?? 'proposals')} />
      <input type="hidden" name="hvad" value="sensitivity" />
      <div className="fields-in-line">
        <SelectField
          name="forslag"
          label={say('proposal')}
          value={chosen.proposals[0] ?? ''}
          errors={errors}
          options={optionsOf({ saved, chosen, language })}
        />
        <SelectField
          name="skoen"
          label={say('estimate')}
          value={chosen.estimate}
          options={estimates.map((one) => ({ value: one.name, text: say('women', { women: spanText(one, 0, language) }) }))}
        />
        <Effort chosen={chosen} errors={errors} language={language} />
      </div>
      <button type="submit" className="button button-primary">
        {say('work')}
      </button>
    </form>
  );
}

function Effort({ chosen, errors, language }: Omit<Props, 'saved'>): JSX.Element {
  const say = labTexts(language);
  return (
    <>
      <SelectField
        name="noejagtighed"
        label={say('precision')}
        value={chosen.precision}
        options={precisions.map((value) => ({ value, text: say(`precision.${value}`) }))}
      />
      <TextField
        name="startnummer"
        label={say('seed')}
        hint={say('seedHint')}
        value={chosen.seed}
        errors={errors}
        longest={10}
        inputMode="numeric"
      />
    </>
  );
}

/** The newest that are finished, and her own that are not: she finds them again after a restart. */
export function ListedStudies({
  studies: { finished, unfinished },
  language,
}: {
  readonly studies: { readonly finished: readonly ListedStudy[]; readonly unfinished: readonly ListedStudy[] };
  readonly language: Language;
}): JSX.Element {
  const say = labTexts(language);
  return (
    <>
      {unfinished.length > 0 && (
        <Card heading={say('unfinished')}>
          <StudyLinks studies={unfinished} language={language} />
        </Card>
      )}
      <Card heading={say('studies')}>
        {finished.length === 0 && <p>{say('studiesNone')}</p>}
        <StudyLinks studies={finished} language={language} />
      </Card>
    </>
  );
}

function StudyLinks({ studies, language }: { readonly studies: readonly ListedStudy[]; readonly language: Language }): JSX.Element {
  return (
    <ul className="bare plan-list">
      {studies.map(({ id, kind, proposals, recorded, byName }) => (
        <li key={id}>
          <a href={`${studiesAddress}/${id}`}>
            {labTexts(language)(`kind.${kind}`)}: {titlesOf(proposals, language)}
          </a>{' '}
          <span className="quiet">
            {momentText(recorded, language)}, {byName}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function titlesOf(proposals: readonly Pick<StudyProposal, 'title' | 'from'>[], language: Language): string {
  return proposals.map((proposal) => proposalTitle(proposal, language)).join(' · ');
}
