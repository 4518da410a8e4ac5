/** The islands: the parts of pages that come alive in the browser. Each is rendered on the server first and works without script. */
import type { ComponentType } from 'react';
import { FollowWork } from './FollowWork.tsx';
import { HoldCountdown } from './HoldCountdown.tsx';

// oxlint-disable-next-line typescript/no-explicit-any -- each island reads its own props; the server checks them where it is used
export const islands: Readonly<Record<string, ComponentType<any>>> = { FollowWork, HoldCountdown };
