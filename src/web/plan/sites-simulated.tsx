/** The sets with the shortest travel, on to the simulation: what is nearly as good by travel may be better in who comes in, how late, and how evenly. */
import type { JSX } from 'react';
import { mostProposals } from '../../domain/planning/lab/study.ts';
import { assumed } from '../../domain/planning/proposals/positions.ts';
import type { ShortlistedSet } from '../../domain/planning/sites/shortlist.ts';
import { CheckboxGroup } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { sitesWord, studiesAddress } from './addresses.ts';
import { minutesText } from './plan-words.ts';
import { setTitle } from './proposals.ts';
import { sitesTexts } from './texts.ts';

type Props = {
  /** The best first. */
  readonly sets: readonly ShortlistedSet[];
  /** Codes of municipalities, in the order that the sets count them in. */
  readonly sites: readonly string[];
  readonly open: number;
  readonly language: Language;
};

/** A comparison like any other of the lab: it is kept, and the same whoever asks for it. */
export function SimulateSets({ sets, sites, open, language }: Props): JSX.Element {
  const say = sitesTexts(language);
  const options = sets.map((set) => {
    const at = set.open.map((site) => sites[site] ?? '');
    const minutes = minutesText({ from: set.value, to: set.value }, language);
    return { value: sitesWord(at), text: say('shortlistSet', { sites: setTitle(at), minutes }) };
  });
  return (
    <section aria-labelledby="simuler-steder" className="no-print">
      <h2 id="simuler-steder">{say('shortlist')}</h2>
      <p>{say('shortlistText', { count: sets.length, open })}</p>
      <p className="quiet">{say('shortlistAssumed', { places: assumed.placesOfUnit })}</p>
      <form method="post" action={studiesAddress} className="card">
        <input type="hidden" name="hvad" value="comparison" />
        <input type="hidden" name="noejagtighed" value="1" />
        <input type="hidden" name="startnummer" value="1" />
        <CheckboxGroup
          name="forslag"
          label={say('shortlistSets')}
          hint={say('shortlistHint', { most: mostProposals })}
          options={options}
          values={options.map(({ value }) => value)}
        />
        <button type="submit" className="button button-primary">
          {say('shortlistWork')}
        </button>
      </form>
    </section>
  );
}
