/** A pathway's page: ten seconds on top (who, how far, what next, by when, what is missing), and everything else beneath. */
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import type { Id } from '../../domain/id.ts';
import { nextStepFor } from '../../domain/pathway/next-step.ts';
import { flagsOf } from '../../domain/pathway/flags.ts';
import type { Pathway } from '../../domain/pathway/state.ts';
import { movingOf, receives } from '../../domain/pathway/transfer.ts';
import { isTreatmentClockUnset } from '../../domain/pathway/treatment.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { Actor } from '../../domain/trail.ts';
import type { ReadPathway } from '../../store/pathway.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Pairs } from '../ui/pieces.tsx';
import { actionAddress, pathwayAddress, withdrawAddress } from './addresses.ts';
import { CascadeList } from './cascade.tsx';
import { ClockList } from './clocks.tsx';
import { coordinatorLine } from './coordinator-line.ts';
import { sharingText } from './describe.ts';
import { municipalityTitle } from '../../domain/geography/municipalities.ts';
import type { PathwayForm } from './form.ts';
import { formGroups } from './forms.ts';
import { identityAddress } from './identify.tsx';
import { identifyTexts } from './identify-texts.ts';
import { AfterRelapse, Flags } from './remarks.tsx';
import { TargetGroupResult } from './target-group.tsx';
import { stepText } from './step-text.ts';
import { pathwayTexts } from './texts.ts';
import { Timeline, type TimelineEntry } from './timeline.tsx';
import { AskedNow } from './asked-now.tsx';
import { NextStrip } from './next-strip.tsx';
import { PregnancyBand } from './pregnancy-band.tsx';
import { doneByText, LevelSaid, LevelTag, movingText, pregnancyText } from './top.tsx';
import { wordTexts } from './word-texts.ts';
import { mayWithdraw } from './withdraw-form.tsx';

type Props = {
  readonly read: ReadPathway;
  readonly actor: Actor;
  /** The sequence of what was just written, where it asks for something more; else not a number. */
  readonly written: number;
  /** What was done for her beside the facts of her pathway. */
  readonly beside: readonly TimelineEntry[];
  /** Those of her stays that are in the reader's own facility. */
  readonly own: ReadonlySet<Id<'stay'>>;
  readonly now: Moment;
  readonly language: Language;
};

export function PathwayPage({ read: { id, pathway, facts }, actor, written, beside, own, now, language }: Props): JSX.Element {
  const say = pathwayTexts(language);
  const mayRecord = may(actor, 'pathway:record');
  const flags = flagsOf(facts);
  return (
    <>
      {mayRecord && <AfterRelapse id={id} pathway={pathway} facts={facts} written={written} language={language} />}
      <div className="pathway-top">
        <p>{pregnancyText(pathway, danishDay(now), language)}</p>
        <LevelTag pathway={pathway} language={language} />
        <LevelSaid pathway={pathway} language={language} />
      </div>
      <PregnancyBand pathway={pathway} facts={facts} now={now} language={language} />
      <AskedNow read={{ id, pathway, facts }} now={now} asks={mayRecord} language={language} />
      <NextStrip pathway={pathway} now={now} language={language} />
      <WhatNow id={id} pathway={pathway} actor={actor} own={own} language={language} />
      {isTreatmentClockUnset(pathway, facts) && (
        <Alert tone="attention">
          <p>
            {say('treatmentUnset')} {mayRecord && <a href={actionAddress(id, 'seek-treatment')}>{say('treatmentRegister')}</a>}
          </p>
        </Alert>
      )}
      <Flags id={id} facts={facts} flags={flags.filter(({ settled }) => !settled)} actor={actor} language={language} />
      <div className="pathway-columns">
        <Card heading={say('cascade')}>
          {pathway.cascades.length === 0 && <p>{say('cascadeNone')}</p>}
          {pathway.cascades.toReversed().map((cascade) => (
            <CascadeList
              key={cascade.level}
              cascade={cascade}
              facts={facts}
              stays={pathway.stays}
              stay={pathway.stay}
              bornOn={pathway.bornOn}
              today={danishDay(now)}
              language={language}
            />
          ))}
        </Card>
        <div>
          <Team id={id} pathway={pathway} identifies={pathway.ended === null && may(actor, 'pathway:identify')} language={language} />
          <Card heading={say('clocks')}>
            <ClockList clocks={pathway.clocks} facts={facts} now={now} language={language} />
          </Card>
        </div>
      </div>
      <Card heading={say('targetGroup')}>
        <TargetGroupResult pathway={pathway} language={language} />
      </Card>
      <Card heading={say('timeline')}>
        <Timeline
          facts={facts}
          flags={flags}
          beside={beside}
          withdrawAt={(recorded) =>
            mayWithdraw(recorded, (permission) => may(actor, permission)) ? withdrawAddress(id, recorded.sequence) : null
          }
          language={language}
        />
      </Card>
    </>
  );
}

/** The next step as a button for the one who may take it, whom it waits for otherwise, and everything else that can be done. */
function WhatNow({
  id,
  pathway,
  actor,
  own,
  language,
}: {
  readonly own: Props['own'];
  readonly id: string;
  readonly pathway: Pathway;
  readonly actor: Actor;
  readonly language: Language;
}): JSX.Element {
  const [say, word] = [pathwayTexts(language), wordTexts(language)];
  const next = nextStepFor(pathway, actor.role);
  const reopens = pathway.ended !== null && may(actor, 'pathway:record');
  const isOffered = ({ action, permission }: PathwayForm): boolean =>
    may(actor, permission) && action !== (pathway.ended ? 'end-pathway' : 'reopen-pathway');
  const allowed = formGroups.map(({ group, forms }) => ({ group, forms: forms.filter(isOffered) })).filter(({ forms }) => forms.length > 0);
  const moving = movingOf(pathway);
  // She is admitted by the leader of the house she comes to, and by no other.
  const there = next?.action === 'admit' && moving !== null && !receives(moving, own) ? moving : null;
  const isMine = next !== null && there === null && next.doneBy.includes(actor.role);
  const atPlaces = pathway.decision?.level === 'residential' || pathway.stay !== null;
  return (
    <div className="actions no-print">
      {next && isMine && (
        <a className="button button-primary" href={actionAddress(id, next.action)}>
          {stepText(next, pathway, language)}
        </a>
      )}
      {next && !isMine && (
        <p>
          {next.action === 'assess-concern' && `${say('municipalityAssesses')} `}
          {there === null ? say('waitsFor', { who: doneByText(next, language) }) : movingText('waitsForThere', there, language)}
        </p>
      )}
      {reopens && (
        <a className="button button-primary" href={actionAddress(id, 'reopen-pathway')}>
          {word('action.reopen-pathway')}
        </a>
      )}
      {/* Whether she can come is asked before anything is decided too. */}
      {pathway.ended === null && may(actor, 'place:find') && (
        <a href={`${pathwayAddress(id)}/plads`}>{atPlaces ? say('place') : word('action.hold-place')}</a>
      )}
      {may(actor, 'pathway:record') && (
        <a className="button button-secondary" href={actionAddress(id, 'record-event')}>
          {word('action.record-event')}
        </a>
      )}
      {allowed.length > 0 && (
        <details className="other-actions">
          <summary>{say('more')}</summary>
          <div>
            {allowed.map(({ group, forms }) => (
              <section key={group}>
                <h3>{say(`group.${group}`)}</h3>
                <ul className="plain-list">
                  {forms.map(({ action }) => (
                    <li key={action}>
                      <a href={actionAddress(id, action)}>{word(`action.${action}`)}</a>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

type TeamProps = Pick<Props, 'language'> & {
  readonly id: Id<'pathway'>;
  readonly pathway: Pathway;
  readonly identifies: boolean;
};

function Team({ id, pathway, identifies, language }: TeamProps): JSX.Element {
  const [say, word] = [pathwayTexts(language), wordTexts(language)];
  const { coordinator, dueDate, bornOn, municipality, referral, person } = pathway;
  return (
    <Card heading={say('team')}>
      <Pairs
        pairs={[
          [say('coordinator'), coordinator ? coordinatorLine(coordinator) : say('noCoordinator')],
          [say('deputy'), coordinator?.deputy ?? say('noDeputy')],
          ...pathway.team.map(
            ({ name, task, sharing }) =>
              [name, sharing === null ? task : say('sharing', { task, basis: sharingText(sharing, language) })] as const,
          ),
        ]}
      />
      <h3>{pathway.calledName}</h3>
      <Pairs
        pairs={[
          [say('municipality'), municipality === null ? '–' : municipalityTitle(municipality)],
          [
            say('dueDate'),
            dueDate
              ? `${dayText(dueDate.dueDate, language)} · ${word(`basis.${dueDate.basis}`)}`
              : bornOn
                ? say('born', { day: dayText(bornOn, language) })
                : say('noTerm'),
          ],
          [
            say('identity'),
            <>
              {say(person === null ? 'notIdentified' : 'identified')}{' '}
              {identifies && <a href={identityAddress(id)}>{identifyTexts(language)(person === null ? 'title' : 'change')}</a>}
            </>,
          ],
          [say('referredBy'), referral ? `${referral.referrer}, ${dayText(referral.on, language)}` : '–'],
          [say('concern'), referral?.concern ?? '–'],
        ]}
      />
    </Card>
  );
}
