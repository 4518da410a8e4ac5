/**
 * The band: a pregnancy as 42 weeks and a little after, with what happened hung on it and a mark for today. Everything is placed in
 * per cent of the width, so that it is sharp on a phone and in print. The picture says its content in a sentence for those who listen.
 */
import type { JSX } from 'react';
import { type Day, daysBetween } from '../../domain/time.ts';

export type BandMark = {
  readonly on: Day;
  readonly text: string;
  readonly kind: 'happened' | 'planned' | 'birth';
};

export type BandProps = {
  readonly dueDate: Day;
  readonly today: Day;
  readonly marks: readonly BandMark[];
  /** What the picture shows, in a sentence. */
  readonly summary: string;
  /** «i dag»; not written on the small band. */
  readonly todayText: string;
  readonly size: 'small' | 'large';
};

/** The band ends four weeks after week 42, so that a birth and the first weeks have room. */
const weeks = 46;
const pregnancyDays = 280;

export function Band({ dueDate, today, marks, summary, todayText, size }: BandProps): JSX.Element {
  const at = (on: Day): number => clamp((pregnancyDays + daysBetween(dueDate, on)) / 7);
  const now = at(today);
  return size === 'small' ? (
    <svg className="band small" width="100%" height="16" role="img" aria-label={summary}>
      <Ground height={16} now={now} />
      {marks.map((mark) => (
        <Shape key={`${mark.on}${mark.text}`} mark={mark} x={at(mark.on)} y={8} size={3} />
      ))}
      <rect className="today" x={percent(now)} y="0" width="3" height="16" />
    </svg>
  ) : (
    <svg className="band large" width="100%" height="84" role="img" aria-label={summary}>
      <g transform="translate(0 28)">
        <Ground height={24} now={now} />
      </g>
      {[4, 8, 12, 16, 20, 24, 28, 32, 36, 40].map((week) => (
        <text key={week} className="week" x={percent(week)} y="68" textAnchor="middle">
          {week}
        </text>
      ))}
      {marks.map((mark) => (
        <g key={`${mark.on}${mark.text}`}>
          <title>{mark.text}</title>
          <Shape mark={mark} x={at(mark.on)} y={40} size={6} />
        </g>
      ))}
      <rect className="today" x={percent(now)} y="20" width="3" height="40" />
      <text className="today-text" x={percent(now)} y="14" textAnchor={now < 4 ? 'start' : now > weeks - 4 ? 'end' : 'middle'}>
        {todayText}
      </text>
    </svg>
  );
}

/** The trimesters as three tones, the weeks after the due date as a fourth, and what has passed as a line beneath. */
function Ground({ height, now }: { readonly height: number; readonly now: number }): JSX.Element {
  const parts = [
    { from: 0, to: 14, name: 'first' },
    { from: 14, to: 28, name: 'second' },
    { from: 28, to: 42, name: 'third' },
    { from: 42, to: weeks, name: 'after' },
  ];
  return (
    <>
      {parts.map(({ from, to, name }) => (
        <rect key={name} className={`part ${name}`} x={percent(from)} y="0" width={percent(to - from)} height={height} />
      ))}
      <rect className="passed" x="0" y={height - 3} width={percent(now)} height="3" />
      <line className="term" x1={percent(40)} x2={percent(40)} y1="0" y2={height} />
    </>
  );
}

/** What happened is a dot, what is planned a ring, the birth a square: shape and not only colour. */
function Shape({
  mark,
  x,
  y,
  size,
}: {
  readonly mark: BandMark;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}): JSX.Element {
  if (mark.kind === 'birth') {
    return (
      <rect className="mark birth" x={percent(x)} y={y - size} width={size * 2} height={size * 2} transform={`translate(${-size} 0)`} />
    );
  }
  return <circle className={`mark ${mark.kind}`} cx={percent(x)} cy={y} r={size} />;
}

function clamp(week: number): number {
  return Math.min(Math.max(week, 0), weeks);
}

function percent(week: number): string {
  return `${((week / weeks) * 100).toFixed(2)}%`;
}
