import { Component, computed, input } from '@angular/core';
import {
  mdiAlertCircleOutline,
  mdiCancel,
  mdiCashRefund,
  mdiCheckCircleOutline,
  mdiClockOutline,
  mdiCloseCircleOutline,
  mdiFileCheckOutline,
  mdiPauseCircleOutline,
  mdiPlayCircleOutline,
  mdiProgressClock,
} from '@mdi/js';
import type { InvoiceDocumentState, PaymentStatus, SubscriptionStatus } from '@calmness/contracts';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Chip } from './chip';
import type { Tone } from './tone';

interface Look {
  tone: Tone;
  icon: string;
}

const looks: {
  payment: Record<PaymentStatus, Look>;
  subscription: Record<SubscriptionStatus, Look>;
  invoice: Record<InvoiceDocumentState, Look>;
} = {
  payment: {
    pending: { tone: 'info', icon: mdiClockOutline },
    proof_sent: { tone: 'info', icon: mdiFileCheckOutline },
    partial: { tone: 'warning', icon: mdiProgressClock },
    validated: { tone: 'success', icon: mdiCheckCircleOutline },
    rejected: { tone: 'error', icon: mdiCloseCircleOutline },
    cancelled: { tone: 'neutral', icon: mdiCancel },
    refunded: { tone: 'neutral', icon: mdiCashRefund },
  },
  subscription: {
    pending: { tone: 'warning', icon: mdiClockOutline },
    active: { tone: 'info', icon: mdiPlayCircleOutline },
    expired: { tone: 'error', icon: mdiAlertCircleOutline },
    cancelled: { tone: 'neutral', icon: mdiCancel },
    paused: { tone: 'warning', icon: mdiPauseCircleOutline },
  },
  invoice: {
    queued: { tone: 'neutral', icon: mdiProgressClock },
    rendering: { tone: 'info', icon: mdiProgressClock },
    ready: { tone: 'success', icon: mdiFileCheckOutline },
    failed: { tone: 'error', icon: mdiAlertCircleOutline },
  },
};

type Status =
  | { of: 'payment'; is: PaymentStatus }
  | { of: 'subscription'; is: SubscriptionStatus }
  | { of: 'invoice'; is: InvoiceDocumentState };

@Component({
  selector: 'cal-status-chip',
  imports: [Chip],
  template: `<cal-chip [tone]="view().look.tone" [icon]="view().look.icon">{{ view().word }}</cal-chip>`,
})
export class StatusChip {
  readonly status = input.required<Status>();
  private readonly texts = useTexts(coreTexts);

  protected readonly view = computed((): { look: Look; word: string } => {
    const status = this.status();
    const words = this.texts().statuses;
    switch (status.of) {
      case 'payment':
        return { look: looks.payment[status.is], word: words.payment[status.is] };
      case 'subscription':
        return { look: looks.subscription[status.is], word: words.subscription[status.is] };
      case 'invoice':
        return { look: looks.invoice[status.is], word: words.invoice[status.is] };
    }
  });
}
