import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CancellationConfirmed } from '@calmness/contracts';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { FailureNote } from '../../ui/failure-note';
import { WaitButton } from '../../ui/wait-button';
import { LeavingStore } from './leaving-store';
import { leavingTexts } from './leaving-texts';

/** Where the link of the acknowledgement leads: nothing changes before the button. */
@Component({
  selector: 'cal-confirm-cancellation',
  imports: [FailureNote, MatButton, RouterLink, WaitButton],
  template: `
    @if (done(); as ended) {
      <div class="stack-tight" role="status">
        <h1>{{ t().cancellation.confirmedTitle }}</h1>
        <p>
          {{
            t().cancellation.confirmedBody(
              formats.text(ended.plan_name),
              formats.day(ended.last_day_included)
            )
          }}
        </p>
        <a matButton="outlined" routerLink="/">{{ t().form.home }}</a>
      </div>
    } @else {
      <h1>{{ t().cancellation.confirmTitle }}</h1>
      <p>{{ t().cancellation.confirmLead }}</p>
      @if (failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <button matButton="filled" type="button" [calWaiting]="busy()" (click)="confirm()">
        {{ t().cancellation.confirm }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 20px;
    }
  `,
})
export class ConfirmCancellation {
  readonly token = input.required<string>();
  private readonly store = inject(LeavingStore);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(leavingTexts);
  protected readonly busy = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);
  protected readonly done = signal<CancellationConfirmed | undefined>(undefined);

  protected async confirm(): Promise<void> {
    this.busy.set(true);
    this.failure.set(undefined);
    try {
      this.done.set(await this.store.confirm(this.token()));
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
