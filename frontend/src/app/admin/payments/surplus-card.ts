import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, minLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { SurplusView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { useTexts } from '../../core/i18n/feature-texts';
import { moneyTexts } from '../../features/billing/money-texts';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { Money } from '../../ui/money';
import { WaitButton } from '../../ui/wait-button';
import { parisToday } from '../paris-today';

/** Money above the price, and the transfer that gives it back. */
@Component({
  selector: 'cal-surplus-card',
  imports: [Control, FailureNote, Field, FormField, FormRoot, MatButton, Money, WaitButton],
  template: `
    <section class="card stack-tight" aria-labelledby="surplus">
      <h2 id="surplus">{{ t().giveBack.title }} · <cal-money [cents]="surplus().amount_cents" /></h2>
      @if (sending.failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <form class="stack-tight" [formRoot]="fields">
        <cal-field name="return_number" [label]="t().giveBack.number" [of]="fields.transaction_number">
          <input calControl autocomplete="off" [formField]="fields.transaction_number" />
        </cal-field>
        <cal-field name="returned_on" [label]="t().giveBack.day" [of]="fields.returned_on">
          <input calControl type="date" [formField]="fields.returned_on" />
        </cal-field>
        <button matButton="outlined" type="submit" [calWaiting]="fields().submitting()">
          {{ t().giveBack.submit }}
        </button>
      </form>
    </section>
  `,
})
export class SurplusCard {
  readonly paymentId = input.required<string>();
  readonly surplus = input.required<SurplusView>();
  readonly returned = output();
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  protected readonly t = useTexts(moneyTexts);
  protected readonly sending = new Submission();
  private readonly model = signal({ transaction_number: '', returned_on: parisToday() });
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.transaction_number);
      minLength(path.transaction_number, 4);
      required(path.returned_on);
    },
    {
      submission: {
        action: (tree) => this.sending.send(tree, () => this.send()),
        onInvalid: focusFirstError,
      },
    },
  );

  private async send(): Promise<void> {
    const url = `/api/admin/payments/${this.paymentId()}/surpluses/${this.surplus().id}/return`;
    await firstValueFrom(this.http.post(url, this.model()));
    this.toasts.show(this.t().giveBack.done, { tone: 'success' });
    this.returned.emit();
  }
}
