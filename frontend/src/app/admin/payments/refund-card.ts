import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, minLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { paymentMethodCodes } from '@calmness/contracts';
import type { AdminPaymentRow, RefundableView, RefundRequest, RefundView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { valueOf } from '../../core/http/resource-values';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Session } from '../../core/session/session';
import { billingTexts } from '../../features/billing/billing-texts';
import { moneyTexts } from '../../features/billing/money-texts';
import { Confirm } from '../../ui/confirm';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { Money } from '../../ui/money';
import { WaitButton } from '../../ui/wait-button';
import { parisToday } from '../paris-today';

/** As it is typed; an empty day is none. */
type RefundDraft = Pick<RefundRequest, 'reason' | 'refund'> & { access_ends_on: string };

/** What went back of a payment, and the form that sends the rest back through a credit note. */
@Component({
  selector: 'cal-refund-card',
  imports: [Control, FailureNote, Field, FormField, FormRoot, MatButton, Money, WaitButton],
  templateUrl: './refund-card.html',
  host: { class: 'stack' },
  styles: `
    fieldset {
      display: grid;
      gap: 10px;
      margin: 0;
      padding: 12px 14px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: var(--mat-sys-corner-medium);
    }
    legend {
      padding: 0 6px;
      font-weight: 600;
    }
    .choice {
      display: flex;
      gap: 10px;
      align-items: baseline;
    }
  `,
})
export class RefundCard {
  readonly payment = input.required<AdminPaymentRow>();
  readonly refunded = output();
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(moneyTexts);
  protected readonly billing = useTexts(billingTexts);
  protected readonly sending = new Submission();
  protected readonly methods = paymentMethodCodes;
  protected readonly partly = signal(false);
  protected readonly keeps = signal(false);
  private readonly amounts = signal<ReadonlyMap<number, number>>(new Map());

  private readonly url = computed(() => `/api/admin/payments/${this.payment().id}/refund`);
  private readonly answer = httpResource<RefundableView>(() => this.url());
  private readonly refundable = valueOf(this.answer);
  protected readonly history = computed(() => this.refundable()?.refunds ?? []);
  protected readonly lines = computed(() => this.refundable()?.lines ?? []);
  protected readonly mode = computed(() => this.refundable()?.price_mode ?? 'TTC');
  protected readonly fourEyes = computed(() => this.refundable()?.four_eyes ?? false);
  protected readonly proposedEnd = computed(() => this.refundable()?.access_ends_on ?? null);
  protected readonly possible = computed(
    () =>
      this.refundable() !== undefined &&
      this.payment().status !== 'refunded' &&
      this.session.may('billing.refund') &&
      !this.history().some(({ state }) => state === 'requested'),
  );

  private readonly model = signal<RefundDraft>({
    reason: '',
    refund: {
      method: 'bank_transfer',
      transaction_number: '',
      refunded_on: parisToday(),
    },
    access_ends_on: '',
  });
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.reason);
      minLength(path.reason, 3);
      required(path.refund.transaction_number);
      minLength(path.refund.transaction_number, 4);
      required(path.refund.refunded_on);
    },
    {
      submission: {
        action: (tree) => this.sending.send(tree, () => this.send()),
        onInvalid: focusFirstError,
      },
    },
  );

  constructor() {
    effect(() => {
      const end = this.proposedEnd() ?? '';
      this.model.update((model) => ({ ...model, access_ends_on: end }));
    });
  }

  protected take(position: number, event: Event): void {
    const cents = Math.round(Number((event.target as HTMLInputElement).value) * 100);
    this.amounts.update((amounts) => new Map(amounts).set(position, cents));
  }

  private async send(): Promise<void> {
    const words = this.t().refund.confirm;
    const title = words.title(this.payment().reference);
    if (!(await this.confirm.ask({ ...words, title, danger: true }))) {
      return;
    }
    const refund = await firstValueFrom(this.http.post<RefundView>(this.url(), this.request()));
    const said = refund.state === 'done' ? this.t().refund.done : this.t().refund.requested;
    this.toasts.show(said, { tone: 'success' });
    this.answer.reload();
    this.refunded.emit();
  }

  private request(): RefundRequest {
    const { reason, refund, access_ends_on } = this.model();
    if (this.partly()) {
      return { reason, refund, lines: this.chosenLines() };
    }
    if (this.proposedEnd() === null) {
      return { reason, refund };
    }
    return { reason, refund, access_ends_on: this.keeps() ? null : access_ends_on };
  }

  private chosenLines(): { position: number; amount_cents: number }[] {
    return [...this.amounts()]
      .filter(([, cents]) => cents > 0)
      .map(([position, amount_cents]) => ({ position, amount_cents }));
  }
}
