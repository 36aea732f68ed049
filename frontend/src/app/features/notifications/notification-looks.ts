import {
  mdiAlertOutline,
  mdiEmailAlertOutline,
  mdiCashRemove,
  mdiClipboardCheckOutline,
  mdiCheckCircleOutline,
  mdiClockAlertOutline,
  mdiCreditCardClockOutline,
  mdiFileDocumentOutline,
  mdiAccountVoice,
  mdiHandWaveOutline,
  mdiPackageVariantClosed,
  mdiSchoolOutline,
  mdiTimerAlertOutline,
  mdiShieldAccountOutline,
  mdiShieldAlertOutline,
  mdiStarCircleOutline,
} from '@mdi/js';
import type { NotificationType } from '@calmness/contracts';
import type { Tone } from '../../ui/tone';

export const notificationLooks: Record<NotificationType, { icon: string; tone: Tone }> = {
  welcome: { icon: mdiHandWaveOutline, tone: 'gold' },
  subscription_activated: { icon: mdiStarCircleOutline, tone: 'success' },
  subscription_expiring: { icon: mdiClockAlertOutline, tone: 'warning' },
  subscription_expired: { icon: mdiAlertOutline, tone: 'error' },
  payment_pending: { icon: mdiCreditCardClockOutline, tone: 'info' },
  payment_received: { icon: mdiCheckCircleOutline, tone: 'success' },
  payment_rejected: { icon: mdiCashRemove, tone: 'error' },
  payment_to_validate: { icon: mdiClipboardCheckOutline, tone: 'warning' },
  invoice_issued: { icon: mdiFileDocumentOutline, tone: 'gold' },
  formation_session: { icon: mdiSchoolOutline, tone: 'info' },
  coaching_session: { icon: mdiAccountVoice, tone: 'info' },
  loan_due: { icon: mdiPackageVariantClosed, tone: 'warning' },
  loan_overdue: { icon: mdiTimerAlertOutline, tone: 'error' },
  security: { icon: mdiShieldAlertOutline, tone: 'error' },
  delivery_alert: { icon: mdiEmailAlertOutline, tone: 'error' },
  privacy: { icon: mdiShieldAccountOutline, tone: 'info' },
};
