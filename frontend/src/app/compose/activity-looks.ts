import {
  mdiAccountCheckOutline,
  mdiAccountPlusOutline,
  mdiCashCheck,
  mdiCashRemove,
  mdiClockOutline,
  mdiEmailCheckOutline,
  mdiFileDocumentOutline,
  mdiStarCircleOutline,
} from '@mdi/js';
import type { ActivityKind } from '@calmness/contracts';
import type { Tone } from '../ui/tone';

export const activityLooks: Record<ActivityKind, { icon: string; tone: Tone }> = {
  registered: { icon: mdiAccountPlusOutline, tone: 'gold' },
  email_verified: { icon: mdiEmailCheckOutline, tone: 'success' },
  profile_completed: { icon: mdiAccountCheckOutline, tone: 'success' },
  payment_declared: { icon: mdiClockOutline, tone: 'info' },
  payment_validated: { icon: mdiCashCheck, tone: 'success' },
  payment_rejected: { icon: mdiCashRemove, tone: 'error' },
  subscription_activated: { icon: mdiStarCircleOutline, tone: 'gold' },
  invoice_issued: { icon: mdiFileDocumentOutline, tone: 'neutral' },
};
