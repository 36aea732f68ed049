import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiCancel, mdiCashRefund, mdiCheckCircle, mdiCloseCircleOutline, mdiDownload } from '@mdi/js';
import type { PaymentDetail } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Icon } from '../../ui/icon';
import type { Tone } from '../../ui/tone';
import { WaitButton } from '../../ui/wait-button';
import { billingTexts } from './billing-texts';
import { InvoiceDownload } from './invoice-download';
import { lastDayIncluded } from './last-day';

interface Outcome {
  tone: Tone;
  icon: string;
  title: string;
  lead: string;
}

/** A decided payment: green when validated, red with the reason when refused, grey when withdrawn. */
@Component({
  selector: 'cal-payment-outcome',
  imports: [Icon, MatButton, WaitButton],
  providers: [InvoiceDownload],
  templateUrl: './payment-outcome.html',
  styleUrl: './payment-outcome.scss',
  host: { '[attr.data-tone]': 'outcome().tone' },
})
export class PaymentOutcome {
  readonly payment = input.required<PaymentDetail>();
  protected readonly downloads = inject(InvoiceDownload);
  private readonly formats = inject(Formats);
  protected readonly t = useTexts(billingTexts);
  protected readonly downloadIcon = mdiDownload;
  protected readonly reason = computed(() =>
    this.payment().status === 'rejected' ? this.payment().reject_reason : null,
  );

  protected readonly outcome = computed((): Outcome => {
    const words = this.t().payment;
    switch (this.payment().status) {
      case 'validated':
        return { tone: 'success', icon: mdiCheckCircle, title: words.validatedTitle, lead: this.access() };
      case 'rejected':
        return {
          tone: 'error',
          icon: mdiCloseCircleOutline,
          title: words.rejectedTitle,
          lead: words.rejectedNext,
        };
      case 'refunded':
        return { tone: 'neutral', icon: mdiCashRefund, title: words.refundedTitle, lead: words.refundedLead };
      case 'cancelled':
      case 'pending':
      case 'proof_sent':
      case 'partial':
        return { tone: 'neutral', icon: mdiCancel, title: words.cancelledTitle, lead: words.cancelledLead };
    }
  });

  private access(): string {
    const end = this.payment().ends_on;
    const words = this.t().payment;
    return end ? words.validatedLead(this.formats.day(lastDayIncluded(end))) : words.validatedPlain;
  }
}
