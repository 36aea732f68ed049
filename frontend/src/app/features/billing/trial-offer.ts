import { httpResource } from '@angular/common/http';
import { Component, computed, inject, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { PlanList, PlanView } from '@calmness/contracts';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { FailureNote } from '../../ui/failure-note';
import { WaitButton } from '../../ui/wait-button';
import { leavingTexts } from './leaving-texts';
import { SubscriptionActions } from './subscription-actions';

/** What a newcomer may try, when the academy offers a trial. */
@Component({
  selector: 'cal-trial-offer',
  imports: [FailureNote, MatButton, WaitButton],
  template: `
    @for (plan of trials(); track plan.id) {
      <section class="card stack-tight">
        <h3>{{ t().title(formats.text(plan.name), formats.number(plan.trial_days ?? 0)) }}</h3>
        <p class="muted">{{ t().lead }}</p>
        @if (failure(); as failure) {
          <cal-failure-note [failure]="failure" />
        }
        <div class="row">
          <button matButton="filled" type="button" [calWaiting]="busy()" (click)="start(plan)">
            {{ t().start }}
          </button>
        </div>
      </section>
    }
  `,
})
export class TrialOffer {
  readonly started = output();
  private readonly actions = inject(SubscriptionActions);
  private readonly toasts = inject(Toasts);
  protected readonly formats = inject(Formats);
  private readonly texts = useTexts(leavingTexts);
  protected readonly t = computed(() => this.texts().trial);
  private readonly list = httpResource<PlanList>(() => '/api/plans');
  protected readonly trials = computed(() =>
    this.list.hasValue() ? this.list.value().plans.filter(({ kind }) => kind === 'trial') : [],
  );
  protected readonly busy = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);

  protected async start({ code }: PlanView): Promise<void> {
    this.busy.set(true);
    this.failure.set(undefined);
    try {
      const { last_day_included } = await this.actions.startTrial(code);
      this.toasts.show(this.t().done(this.formats.day(last_day_included)), { tone: 'success' });
      this.started.emit();
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
