import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { PlanList } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { WaitButton } from '../../ui/wait-button';
import { contractsTexts } from './contracts-texts';

/** Access given to one member: a plan, a last day, a reason. */
@Component({
  selector: 'cal-grant-form',
  imports: [Control, FailureNote, Field, FormField, FormRoot, MatButton, WaitButton],
  template: `
    <form class="card stack-tight" [formRoot]="fields" [attr.aria-label]="t().grantTitle">
      <h2>{{ t().grantTitle }}</h2>
      @if (submission.failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <div class="form-grid">
        <cal-field name="plan_code" [label]="t().grantPlan" [of]="fields.plan_code">
          <select calControl [formField]="fields.plan_code">
            <option value=""></option>
            @for (plan of plans(); track plan.id) {
              <option [value]="plan.code">{{ formats.text(plan.name) }}</option>
            }
          </select>
        </cal-field>
        <cal-field name="last_day" [label]="t().grantLast" [of]="fields.last_day">
          <input calControl type="date" [formField]="fields.last_day" />
        </cal-field>
        <cal-field name="reason" [label]="t().reason" [of]="fields.reason">
          <input calControl [formField]="fields.reason" />
        </cal-field>
      </div>
      <button matButton="filled" type="submit" [calWaiting]="fields().submitting()">{{ t().grant }}</button>
    </form>
  `,
})
export class GrantForm {
  readonly member = input.required<string>();
  readonly saved = output();
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly texts = useTexts(contractsTexts);
  protected readonly formats = inject(Formats);
  protected readonly t = computed(() => this.texts().subscriptions);
  private readonly list = httpResource<PlanList>(() => '/api/plans');
  protected readonly plans = computed(() => (this.list.hasValue() ? this.list.value().plans : []));
  protected readonly submission = new Submission();
  private readonly model = signal({ plan_code: '', last_day: '', reason: '' });
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.plan_code);
      required(path.last_day);
      required(path.reason);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.grant()),
        onInvalid: focusFirstError,
      },
    },
  );

  private async grant(): Promise<void> {
    const body = { ...this.model(), member_id: this.member() };
    await firstValueFrom(this.http.post('/api/admin/subscriptions/grant', body));
    this.toasts.show(this.t().saved, { tone: 'success' });
    this.saved.emit();
  }
}
