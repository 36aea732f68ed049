import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { proofMaxBytes, proofMediaTypes } from '@calmness/contracts';
import type { PaymentDetail } from '@calmness/contracts';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { useTexts } from '../../core/i18n/feature-texts';
import { FailureNote } from '../../ui/failure-note';
import { WaitButton } from '../../ui/wait-button';
import { moneyTexts } from './money-texts';
import { PaymentStore } from './payment-store';

/** The proof a member sends while his payment is undecided; sent again, it replaces the one before. */
@Component({
  selector: 'cal-proof-card',
  imports: [FailureNote, MatButton, WaitButton],
  template: `
    <section class="card stack-tight" aria-labelledby="proof">
      <h2 id="proof">{{ t().proof.title }}</h2>
      <p class="muted">{{ t().proof.lead }}</p>
      @if (failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <div class="row">
        <button matButton="outlined" type="button" [calWaiting]="busy()" (click)="picker.click()">
          {{ payment().money.proof ? t().proof.replace : t().proof.choose }}
        </button>
        @if (payment().money.proof; as proof) {
          <a [href]="proof.url" target="_blank" rel="noopener">{{ t().proof.open }}</a>
        }
      </div>
      <p class="muted">{{ t().proof.accepted }}</p>
      <input
        #picker
        class="visually-hidden"
        type="file"
        tabindex="-1"
        [attr.aria-label]="t().proof.choose"
        [accept]="accepted"
        (change)="choose($event)"
      />
    </section>
  `,
})
export class ProofCard {
  readonly payment = input.required<PaymentDetail>();
  private readonly store = inject(PaymentStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = useTexts(moneyTexts);
  protected readonly accepted = proofMediaTypes.join(',');
  protected readonly busy = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);

  protected async choose(event: Event): Promise<void> {
    const picker = event.target as HTMLInputElement;
    const file = picker.files?.[0];
    picker.value = '';
    if (!file) {
      return;
    }
    if (file.size > proofMaxBytes) {
      this.toasts.show(this.t().proof.tooHeavy, { tone: 'error' });
      return;
    }
    this.busy.set(true);
    this.failure.set(undefined);
    try {
      await this.store.sendProof(file);
      this.toasts.show(this.t().proof.sent, { tone: 'success' });
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
