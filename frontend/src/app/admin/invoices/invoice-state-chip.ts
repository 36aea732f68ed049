import { Component, computed, input } from '@angular/core';
import {
  mdiAlertCircleOutline,
  mdiCashRefund,
  mdiCheckCircleOutline,
  mdiClockOutline,
  mdiFileReplaceOutline,
  mdiProgressClock,
} from '@mdi/js';
import type { InvoiceState } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Chip } from '../../ui/chip';
import type { Tone } from '../../ui/tone';
import { invoiceDeskTexts } from './invoice-desk-texts';

const looks: Record<InvoiceState, { tone: Tone; icon: string }> = {
  issued: { tone: 'info', icon: mdiClockOutline },
  partially_paid: { tone: 'info', icon: mdiProgressClock },
  paid: { tone: 'success', icon: mdiCheckCircleOutline },
  overdue: { tone: 'error', icon: mdiAlertCircleOutline },
  partially_credited: { tone: 'warning', icon: mdiCashRefund },
  credited: { tone: 'neutral', icon: mdiCashRefund },
  replaced: { tone: 'neutral', icon: mdiFileReplaceOutline },
};

/** What became of an invoice since it was issued: colour, icon and word. */
@Component({
  selector: 'cal-invoice-state-chip',
  imports: [Chip],
  template: `<cal-chip [tone]="look().tone" [icon]="look().icon">{{ t().states[state()] }}</cal-chip>`,
})
export class InvoiceStateChip {
  readonly state = input.required<InvoiceState>();
  protected readonly t = useTexts(invoiceDeskTexts);
  protected readonly look = computed(() => looks[this.state()]);
}
