import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiClockOutline } from '@mdi/js';
import type { PaymentDetail } from '@calmness/contracts';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Confirm } from '../../ui/confirm';
import { CopyButton } from '../../ui/copy-button';
import { Icon } from '../../ui/icon';
import { Moment } from '../../ui/moment';
import { WaitButton } from '../../ui/wait-button';
import { billingTexts } from './billing-texts';
import { PaymentStore } from './payment-store';

/** Blue: everything one needs to pay, ready to copy, and what happens afterwards. */
@Component({
  selector: 'cal-pending-payment',
  imports: [CopyButton, Icon, MatButton, Moment, WaitButton],
  templateUrl: './pending-payment.html',
  styleUrl: './pending-payment.scss',
})
export class PendingPayment {
  readonly payment = input.required<PaymentDetail>();
  private readonly store = inject(PaymentStore);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(billingTexts);
  private readonly words = useTexts(coreTexts);
  protected readonly clockIcon = mdiClockOutline;
  protected readonly cancelling = signal(false);

  protected readonly amount = computed(() => this.formats.money(this.payment().money.due_cents));
  /** What a bank's form accepts: digits and a decimal separator, no spaces, no sign. */
  protected readonly plainAmount = computed(() => (this.payment().money.due_cents / 100).toFixed(2));
  /** The server's SVG is shown as an image: whatever it holds, it cannot run. */
  protected readonly qr = computed(() => {
    const svg = this.payment().epc_qr_svg;
    return svg ? `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` : null;
  });

  protected async cancel(): Promise<void> {
    const ask = this.t().payment.cancelAsk;
    const words = { ...ask, title: ask.title(this.payment().reference), danger: true };
    if (!(await this.confirm.ask(words))) {
      return;
    }
    this.cancelling.set(true);
    try {
      await this.store.cancel();
    } catch (error) {
      this.toasts.show(this.words().errors[failureOf(error).code], { tone: 'error' });
    } finally {
      this.cancelling.set(false);
    }
  }
}
