import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { SubscriptionRow } from '@calmness/contracts';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats, noonOf } from '../../core/i18n/formats';
import { FailureNote } from '../../ui/failure-note';
import { StatusChip } from '../../ui/status-chip';
import { WaitButton } from '../../ui/wait-button';
import { billingTexts } from './billing-texts';
import { leavingTexts } from './leaving-texts';
import { SubscriptionActions } from './subscription-actions';

const dayMs = 86_400_000;

@Component({
  selector: 'cal-subscription-card',
  imports: [FailureNote, MatButton, RouterLink, StatusChip, WaitButton],
  templateUrl: './subscription-card.html',
  styleUrl: './subscription-card.scss',
})
export class SubscriptionCard {
  readonly subscription = input.required<SubscriptionRow>();
  /** It is another one now: whoever lists them reads again. */
  readonly changed = output();
  private readonly actions = inject(SubscriptionActions);
  private readonly toasts = inject(Toasts);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(billingTexts);
  protected readonly leaving = useTexts(leavingTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly busy = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);
  protected readonly name = computed(() => this.formats.text(this.subscription().plan_name));
  protected readonly running = computed(() => this.subscription().status === 'active');
  protected readonly lastDay = computed(() => this.formats.day(this.subscription().last_day_included));

  protected readonly elapsed = computed(() => {
    const { starts_on, ends_on, days_left } = this.subscription();
    const total = Math.round((noonOf(ends_on).getTime() - noonOf(starts_on).getTime()) / dayMs);
    return total > 0 ? Math.min(100, Math.max(0, Math.round(((total - days_left) / total) * 100))) : 100;
  });

  protected may(action: SubscriptionRow['available_actions'][number]): boolean {
    return this.subscription().available_actions.includes(action);
  }

  protected async cancel(): Promise<void> {
    const request = await this.actions.askToCancel({ plan: this.name(), day: this.lastDay() });
    if (request) {
      const done = this.leaving().card.done(this.lastDay());
      await this.work(() => this.actions.cancel(this.subscription().id, request), done);
    }
  }

  protected async change(action: 'resume' | 'pause' | 'unpause'): Promise<void> {
    const { resumed, pausedDone, unpausedDone } = this.leaving().card;
    const done = { resume: resumed, pause: pausedDone, unpause: unpausedDone }[action];
    await this.work(() => this.actions.change(this.subscription().id, action), done);
  }

  private async work(send: () => Promise<SubscriptionRow>, done: string): Promise<void> {
    this.busy.set(true);
    this.failure.set(undefined);
    try {
      await send();
      this.toasts.show(done, { tone: 'success' });
      this.changed.emit();
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
