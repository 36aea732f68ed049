import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Faces } from '../../ui/faces';
import { Moment } from '../../ui/moment';
import { Money } from '../../ui/money';
import { Note } from '../../ui/note';
import { PageHeader } from '../../ui/page-header';
import { StatusChip } from '../../ui/status-chip';
import { billingTexts } from './billing-texts';
import { MoneyCard } from './money-card';
import { moneyTexts } from './money-texts';
import { PaymentOutcome } from './payment-outcome';
import { PaymentStore } from './payment-store';
import { PendingPayment } from './pending-payment';
import { ProofCard } from './proof-card';

@Component({
  selector: 'cal-payment-page',
  imports: [
    Faces,
    MatButton,
    Moment,
    Money,
    MoneyCard,
    Note,
    PageHeader,
    PaymentOutcome,
    PendingPayment,
    ProofCard,
    RouterLink,
    StatusChip,
  ],
  providers: [PaymentStore],
  templateUrl: './payment-page.html',
  styleUrl: './payment-page.scss',
})
export class PaymentPage {
  readonly id = input.required<string>();
  protected readonly store = inject(PaymentStore);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(billingTexts);
  protected readonly m = useTexts(moneyTexts);
  protected readonly heading = computed(() => {
    const payment = this.store.payment();
    return payment ? this.formats.text(payment.label) : this.t().payment.details;
  });

  constructor() {
    effect(() => {
      this.store.id.set(this.id());
    });
  }
}
