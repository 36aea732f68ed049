import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ContractRequestRow, HandleContractRequest } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { leavingTexts } from '../../features/billing/leaving-texts';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { WaitButton } from '../../ui/wait-button';
import { contractsTexts } from './contracts-texts';

/** One request, and the answer to it. */
@Component({
  selector: 'cal-request-card',
  imports: [Control, FailureNote, Field, FormField, FormRoot, MatButton, RouterLink, WaitButton],
  templateUrl: './request-card.html',
  styles: `
    dl {
      display: grid;
      gap: 12px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
      margin: 0;
    }
    dt {
      color: var(--mat-sys-on-surface-variant);
      font-size: 0.8125rem;
    }
    dd {
      margin: 2px 0 0;
      overflow-wrap: anywhere;
    }
    .words {
      white-space: pre-line;
    }
  `,
})
export class RequestCard {
  readonly request = input.required<ContractRequestRow>();
  readonly answered = output();
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  protected readonly formats = inject(Formats);
  protected readonly texts = useTexts(contractsTexts);
  protected readonly leaving = useTexts(leavingTexts);
  protected readonly t = computed(() => this.texts().requests);
  protected readonly submission = new Submission();
  private readonly outcome = signal<HandleContractRequest['outcome']>('done');
  private readonly model = signal({ note: '' });
  protected readonly fields = form(this.model, (path) => required(path.note), {
    submission: {
      action: (tree) => this.submission.send(tree, () => this.send()),
      onInvalid: focusFirstError,
    },
  });
  /** Within its delay, as far as the order is known. */
  protected readonly timing = computed(() => {
    const { in_time, kind } = this.request();
    if (kind === 'cancellation') {
      return '';
    }
    if (in_time === null) {
      return this.t().unknownOrder;
    }
    return in_time ? this.t().inTime : this.t().late;
  });

  protected choose(outcome: HandleContractRequest['outcome']): void {
    this.outcome.set(outcome);
  }

  private async send(): Promise<void> {
    const body: HandleContractRequest = { outcome: this.outcome(), note: this.model().note };
    await firstValueFrom(this.http.post(`/api/admin/contract-requests/${this.request().id}/handle`, body));
    this.toasts.show(this.t().saved, { tone: 'success' });
    this.answered.emit();
  }
}
