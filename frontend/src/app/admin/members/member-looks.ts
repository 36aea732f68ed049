import {
  mdiAccountCheckOutline,
  mdiAccountLockOutline,
  mdiAccountOffOutline,
  mdiTimerSandEmpty,
} from '@mdi/js';
import type { MemberState } from '@calmness/contracts';
import type { Tone } from '../../ui/tone';

/** Colour and icon of every state of an account. */
export const memberLooks: Record<MemberState, { icon: string; tone: Tone }> = {
  open: { icon: mdiAccountCheckOutline, tone: 'success' },
  locked: { icon: mdiAccountLockOutline, tone: 'error' },
  leaving: { icon: mdiTimerSandEmpty, tone: 'warning' },
  erased: { icon: mdiAccountOffOutline, tone: 'neutral' },
};
