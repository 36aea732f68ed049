import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AdminSubscriptionRow } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { WaitButton } from '../../ui/wait-button';
import { contractsTexts } from './contracts-texts';

export type StaffAction = Exclude<AdminSubscriptionRow['available_actions'][number], 'cancel'>;

/** One change of one subscription, with its reason. */
@Component({
  selector: 'cal-change-form',
  imports: [Control, FailureNote, Field, FormField, FormRoot, MatButton, WaitButton],
  template: `
    <form class="card stack-tight" [formRoot]="fields" [attr.aria-label]="title()">
      <h2>{{ title() }}</h2>
      @if (submission.failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <div class="form-grid">
        @if (action() === 'extend') {
          <cal-field name="days" [label]="t().days" [of]="fields.days">
            <input calControl type="number" [formField]="fields.days" />
          </cal-field>
        }
        @if (action() === 'end') {
          <cal-field name="ends_on" [label]="t().endsOn" [of]="fields.ends_on">
            <input calControl type="date" [formField]="fields.ends_on" />
          </cal-field>
        }
        <cal-field name="reason" [label]="t().reason" [of]="fields.reason">
          <input calControl [formField]="fields.reason" />
        </cal-field>
      </div>
      <div class="row">
        <button matButton="filled" type="submit" [calWaiting]="fields().submitting()">{{ t().apply }}</button>
        <button matButton="text" type="button" (click)="closed.emit()">{{ words().actions.cancel }}</button>
      </div>
    </form>
  `,
})
export class ChangeForm {
  readonly row = input.required<AdminSubscriptionRow>();
  readonly action = input.required<StaffAction>();
  readonly saved = output();
  readonly closed = output();
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly texts = useTexts(contractsTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly t = computed(() => this.texts().subscriptions);
  protected readonly title = computed(() =>
    this.t().actOn(this.t().actions[this.action()], this.row().member_name),
  );
  protected readonly submission = new Submission();
  private readonly model = signal({ days: 7, ends_on: '', reason: '' });
  protected readonly fields = form(this.model, (path) => required(path.reason), {
    submission: {
      action: (tree) => this.submission.send(tree, () => this.save()),
      onInvalid: focusFirstError,
    },
  });

  private async save(): Promise<void> {
    const { days, ends_on, reason } = this.model();
    const more = { extend: { days }, end: { ends_on }, pause: {}, resume: {} }[this.action()];
    const url = `/api/admin/subscriptions/${this.row().id}/${this.action()}`;
    await firstValueFrom(this.http.post(url, { ...more, reason }));
    this.toasts.show(this.t().saved, { tone: 'success' });
    this.saved.emit();
  }
}
