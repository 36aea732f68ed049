import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { form, FormField, FormRoot, minLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type {
  InvoiceDetail,
  PaymentMethodCode,
  PaymentMethodList,
  SettleInvoiceRequest,
} from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { valueOf } from '../../core/http/resource-values';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { WaitButton } from '../../ui/wait-button';
import { parisToday } from '../paris-today';
import { centsOf, priceOf } from '../plans/plan-form';
import { invoiceDeskTexts } from './invoice-desk-texts';

interface SettleForm {
  method: PaymentMethodCode;
  transaction_number: string;
  /** Euros, as typed. */
  amount_cents: string;
  received_on: string;
}

/** Money that came for an invoice after its issue, or went back for a credit note. */
@Component({
  selector: 'cal-settle-section',
  imports: [Control, FailureNote, Field, FormField, FormRoot, MatButton, WaitButton],
  template: `
    <section class="card stack-tight" aria-labelledby="settle">
      <h2 id="settle">{{ refunds() ? t().refundTitle : t().title }}</h2>
      <p class="muted">{{ refunds() ? t().refundLead : t().lead }}</p>
      @if (submission.failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <form class="stack-tight" [formRoot]="fields">
        <cal-field name="method" [label]="t().method" [of]="fields.method">
          <select calControl [formField]="fields.method">
            @for (method of methods(); track method.code) {
              <option [value]="method.code">{{ formats.text(method.name) }}</option>
            }
          </select>
        </cal-field>
        <cal-field name="transaction_number" [label]="t().number" [of]="fields.transaction_number">
          <input calControl autocomplete="off" spellcheck="false" [formField]="fields.transaction_number" />
        </cal-field>
        <cal-field name="amount_cents" [label]="t().amount" [of]="fields.amount_cents">
          <input calControl inputmode="decimal" [formField]="fields.amount_cents" />
        </cal-field>
        <cal-field name="received_on" [label]="t().receivedOn" [of]="fields.received_on">
          <input calControl type="date" [formField]="fields.received_on" />
        </cal-field>
        <button class="gold-button" matButton="filled" type="submit" [calWaiting]="fields().submitting()">
          {{ t().send }}
        </button>
      </form>
    </section>
  `,
})
export class SettleSection {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly texts = useTexts(invoiceDeskTexts);
  readonly invoice = input.required<InvoiceDetail>();
  readonly settled = output();
  protected readonly formats = inject(Formats);
  protected readonly t = computed(() => this.texts().settle);
  protected readonly refunds = computed(() => this.invoice().type === '381');
  protected readonly submission = new Submission();
  private readonly list = valueOf(httpResource<PaymentMethodList>(() => '/api/payment-methods'));
  protected readonly methods = computed(() => this.list()?.payment_methods ?? []);

  private readonly model = linkedSignal<number, SettleForm>({
    source: () => this.invoice().owed_cents,
    computation: (owed) => ({
      method: 'bank_transfer',
      transaction_number: '',
      amount_cents: priceOf(owed),
      received_on: parisToday(),
    }),
  });
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.transaction_number);
      minLength(path.transaction_number, 4);
      required(path.received_on);
      validate(path.amount_cents, ({ value }) => (centsOf(value()) ? undefined : { kind: 'invalid' }));
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.save()),
        onInvalid: focusFirstError,
      },
    },
  );

  private async save(): Promise<void> {
    const { amount_cents, ...rest } = this.model();
    const body: SettleInvoiceRequest = { ...rest, amount_cents: centsOf(amount_cents) ?? 0 };
    await firstValueFrom(this.http.post(`/api/admin/invoices/${this.invoice().id}/settlements`, body));
    this.toasts.show(this.t().done, { tone: 'success' });
    this.settled.emit();
  }
}
