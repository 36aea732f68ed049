import { HttpClient } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, min, minLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type {
  DifferenceChoice,
  PaymentPreview,
  ValidatePaymentRequest,
  ValidatePaymentResponse,
} from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { failureOf } from '../../core/http/failure';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { moneyTexts } from '../../features/billing/money-texts';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { WaitButton } from '../../ui/wait-button';
import { adminTexts } from '../admin-texts';
import { parisToday } from '../paris-today';

/** The money that was found: its number, its day, how much, and what becomes of a difference. */
@Component({
  selector: 'cal-validate-card',
  imports: [Control, FailureNote, Field, FormField, FormRoot, MatButton, WaitButton],
  templateUrl: './validate-card.html',
  styles: `
    fieldset {
      display: grid;
      gap: 8px;
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
    .foreign {
      padding-top: 12px;
    }
  `,
})
export class ValidateCard {
  readonly preview = input.required<PaymentPreview>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly formats = inject(Formats);
  protected readonly words = useTexts(adminTexts);
  protected readonly t = useTexts(moneyTexts);
  protected readonly validation = new Submission();
  /** The payment the number was used for, once the server said so. */
  protected readonly usedBy = signal<string | undefined>(undefined);
  protected readonly chosen = signal<DifferenceChoice | undefined>(undefined);

  private readonly model = signal({
    ...{ transaction_number: '', override_reason: '', received_on: parisToday() },
    // Euros, as they are typed; the wire wants cents.
    amount_cents: 0,
    original: { currency: '', amount: '', rate: '' },
  });
  protected readonly validate = form(
    this.model,
    (path) => {
      required(path.transaction_number);
      minLength(path.transaction_number, 4);
      maxLength(path.transaction_number, 80);
      required(path.received_on);
      min(path.amount_cents, 0.01);
      maxLength(path.original.currency, 5);
    },
    {
      submission: {
        action: (tree) => this.validation.send(tree, () => this.send()),
        onInvalid: focusFirstError,
      },
    },
  );

  private readonly cents = computed(() => Math.round(this.model().amount_cents * 100));
  private readonly extra = computed(() => this.cents() - this.preview().money.due_cents);
  protected readonly choices = computed((): readonly DifferenceChoice[] => {
    if (this.cents() <= 0 || this.extra() === 0) {
      return [];
    }
    return this.extra() < 0 ? ['partial'] : ['credit', 'refuse'];
  });
  protected readonly difference = computed(() => {
    const amount = this.formats.money(Math.abs(this.extra()));
    return this.extra() < 0 ? this.t().validate.less(amount) : this.t().validate.more(amount);
  });
  /** A difference nobody spoke about yet: nothing is sent. */
  protected readonly undecided = computed(
    () => this.choices().length > 0 && !this.choices().some((choice) => choice === this.chosen()),
  );

  constructor() {
    effect(() => {
      const due = this.preview().money.due_cents;
      this.model.update((model) => ({ ...model, amount_cents: due / 100 }));
    });
  }

  private async send(): Promise<void> {
    const url = `/api/admin/payments/${this.preview().payment.id}/validate`;
    try {
      const done = await firstValueFrom(this.http.post<ValidatePaymentResponse>(url, this.request()));
      const words =
        done.status === 'partial'
          ? this.t().validate.partial
          : (number: string) => this.words().payment.done(number);
      this.toasts.show(words(done.invoice_number), { tone: 'success' });
    } catch (error) {
      const { code, params } = failureOf(error);
      if (code === 'billing.transaction-number-used') {
        this.usedBy.set(String(params['reference'] ?? '–'));
      }
      throw error;
    }
    await this.router.navigateByUrl('/admin/payments');
  }

  private request(): ValidatePaymentRequest {
    const { transaction_number, received_on, override_reason, original } = this.model();
    const choice = this.chosen();
    return {
      transaction_number,
      received_on,
      amount_cents: this.cents(),
      ...(this.choices().length > 0 && choice ? { on_difference: choice } : {}),
      ...(override_reason.trim() ? { override_reason } : {}),
      ...(original.currency.trim() ? { original: decimals(original) } : {}),
    };
  }
}

/** A comma is a decimal point in France. */
function decimals({ currency, amount, rate }: { currency: string; amount: string; rate: string }) {
  const plain = (text: string) => text.replaceAll(/[\s\u00A0\u202F]/g, '').replace(',', '.');
  return { currency: currency.trim().toUpperCase(), amount: plain(amount), rate: plain(rate) };
}
