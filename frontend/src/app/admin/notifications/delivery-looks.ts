import {
  mdiAlertCircleOutline,
  mdiBellSleepOutline,
  mdiCancel,
  mdiCheckAll,
  mdiCheckCircleOutline,
  mdiClockAlertOutline,
  mdiClockOutline,
  mdiEmailOffOutline,
  mdiEyeOutline,
  mdiHelpCircleOutline,
  mdiProgressClock,
  mdiTextBoxMultipleOutline,
} from '@mdi/js';
import type { DeliveryState } from '@calmness/contracts';
import type { Tone } from '../../ui/tone';

/** Colour and icon of each state of a delivery; its word comes from the dictionary. */
export const deliveryLooks: Record<DeliveryState, { tone: Tone; icon: string }> = {
  queued: { tone: 'info', icon: mdiClockOutline },
  deferred: { tone: 'info', icon: mdiBellSleepOutline },
  digested: { tone: 'neutral', icon: mdiTextBoxMultipleOutline },
  suppressed: { tone: 'neutral', icon: mdiEmailOffOutline },
  sending: { tone: 'info', icon: mdiProgressClock },
  accepted: { tone: 'success', icon: mdiCheckCircleOutline },
  sent: { tone: 'success', icon: mdiCheckCircleOutline },
  delivered: { tone: 'success', icon: mdiCheckAll },
  read: { tone: 'success', icon: mdiEyeOutline },
  failed: { tone: 'error', icon: mdiAlertCircleOutline },
  unknown: { tone: 'warning', icon: mdiHelpCircleOutline },
  expired: { tone: 'neutral', icon: mdiClockAlertOutline },
  cancelled: { tone: 'neutral', icon: mdiCancel },
};
