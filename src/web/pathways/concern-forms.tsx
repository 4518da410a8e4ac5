/** The forms of a notice of concern: received, assessed within 24 hours, acknowledged within 6 hverdage. */
import type { JSX } from 'react';
import type { ClockId } from '../../domain/pathway/deadlines.ts';
import { isOpen } from '../../domain/pathway/deadlines.ts';
import { notifierKinds, type RecordedFact } from '../../domain/pathway/facts.ts';
import { danishDayAndTime, type Moment } from '../../domain/time.ts';
import { RadioGroup, TextArea, TextField } from '../ui/fields.tsx';
import { dayText, momentText } from '../ui/format.ts';
import type { FormContext, FormProps, PathwayForm } from './form.ts';
import { formTexts } from './form-texts.ts';

export const noticeForm: PathwayForm = {
  action: 'notify-concern',
  path: 'underretning',
  permission: 'pathway:record',
  asksDay: false,
  View: NoticeView,
  read(reader, { now }) {
    const notifierKind = reader.choice('underretter-er', notifierKinds);
    const shown = reader.choice('navn-vises', ['ja', 'nej', 'anonym']);
    const notifier = shown === 'anonym' ? '' : reader.text('underretter', 'error.who');
    const receivedAt = reader.moment('modtaget', 'klokken', now);
    return receivedAt && notifierKind && { type: 'concern-notified', receivedAt, notifier, notifierKind, nameShown: shown === 'ja' };
  },
};

export const noticeAssessedForm: PathwayForm = {
  action: 'assess-concern',
  path: 'underretning-vurderet',
  permission: 'concern:assess',
  asksDay: false,
  View: NoticeAssessedView,
  read(reader, context) {
    const notice = openNotice(context, 'concern-assess');
    if (!notice) return reader.refuse('akut', 'error.notice');
    const answer = reader.choice('akut', ['ja', 'nej']);
    const reason = reader.text('grund', 'error.reason');
    const assessedAt = reader.moment('vurderet', 'klokken', context.now);
    return answer && assessedAt && { type: 'concern-assessed', notice: notice.sequence, assessedAt, urgent: answer === 'ja', reason };
  },
};

export const noticeAcknowledgedForm: PathwayForm = {
  action: 'acknowledge-concern',
  path: 'underretning-bekraeftet',
  permission: 'concern:assess',
  asksDay: true,
  View: NoticeAcknowledgedView,
  read(reader, context) {
    const notice = openNotice(context, 'concern-acknowledge');
    return notice ? { type: 'concern-acknowledged', notice: notice.sequence } : reader.refuse('happened', 'error.notice');
  },
};

/** The notice whose clock has run longest: it is answered first. */
function openNotice({ pathway, facts }: FormContext, clock: ClockId): RecordedFact | undefined {
  const open = pathway.clocks.find((one) => one.id === clock && isOpen(one));
  return facts.find(({ sequence }) => sequence === open?.startedBy);
}

function NoticeView({ language, values, errors, now }: FormProps): JSX.Element {
  const say = formTexts(language);
  return (
    <>
      <RadioGroup
        name="underretter-er"
        label={say('form.notifierKind')}
        errors={errors}
        value={values.text('underretter-er')}
        options={[
          { value: 'professional', text: say('form.professional') },
          { value: 'citizen', text: say('form.citizen') },
        ]}
      />
      <RadioGroup
        name="navn-vises"
        label={say('form.nameShown')}
        hint={say('form.nameShownHint')}
        errors={errors}
        value={values.text('navn-vises')}
        options={[
          { value: 'ja', text: say('form.yes') },
          { value: 'nej', text: say('form.no') },
          { value: 'anonym', text: say('form.anonymous'), hint: say('form.anonymousHint') },
        ]}
      />
      <TextField
        name="underretter"
        label={say('form.notifier')}
        hint={say('form.notifierHint')}
        errors={errors}
        value={values.text('underretter')}
      />
      <DayAndTime prefix="modtaget" day={say('form.receivedDay')} time={say('form.receivedTime')} {...{ language, values, errors, now }} />
    </>
  );
}

function NoticeAssessedView(props: FormProps): JSX.Element {
  const { language, values, errors, now } = props;
  const say = formTexts(language);
  const notice = openNotice(props, 'concern-assess');
  const options = [
    { value: 'nej', text: say('form.no') },
    { value: 'ja', text: say('form.yes') },
  ];
  return (
    <>
      {notice?.fact.type === 'concern-notified' && (
        <p>
          {notice.fact.notifier || say('form.anonymousName')}, {momentText(notice.fact.receivedAt, language)}
        </p>
      )}
      <RadioGroup name="akut" label={say('form.urgent')} errors={errors} value={values.text('akut')} options={options} />
      <TextArea name="grund" label={say('form.why')} errors={errors} value={values.text('grund')} required />
      <DayAndTime prefix="vurderet" day={say('form.assessedDay')} time={say('form.assessedTime')} {...{ language, values, errors, now }} />
    </>
  );
}

function NoticeAcknowledgedView(props: FormProps): JSX.Element {
  const say = formTexts(props.language);
  const notice = openNotice(props, 'concern-acknowledge');
  if (notice?.fact.type !== 'concern-notified') return <p>{say('error.notice')}</p>;
  return <p>{say('form.acknowledge', { notifier: notice.fact.notifier, day: dayText(notice.happened, props.language) })}</p>;
}

type DayAndTimeProps = Pick<FormProps, 'language' | 'values' | 'errors'> & {
  readonly prefix: string;
  readonly day: string;
  readonly time: string;
  readonly now: Moment;
};

/** A day and a clock, now unless it is changed. */
function DayAndTime({ prefix, day, time, language, values, errors, now }: DayAndTimeProps): JSX.Element {
  const present = danishDayAndTime(now);
  return (
    <>
      <TextField name={prefix} type="date" label={day} errors={errors} value={values.text(prefix) || present.day} required />
      <TextField
        name="klokken"
        label={time}
        hint={formTexts(language)('form.timeHint')}
        errors={errors}
        value={values.text('klokken') || present.time}
        required
      />
    </>
  );
}
