import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot, max, min, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { SubscriptionSettings } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { valueOf } from '../../core/http/resource-values';
import { useTexts } from '../../core/i18n/feature-texts';
import { Session } from '../../core/session/session';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { WaitButton } from '../../ui/wait-button';
import { contractsTexts } from './contracts-texts';

const url = '/api/admin/subscriptions/settings';
const longestHours = 72;

/** How long the channels stay open after the end. */
@Component({
  selector: 'cal-grace-card',
  imports: [Control, Faces, FailureNote, Field, FormField, FormRoot, MatButton, WaitButton],
  template: `
    <section class="card stack-tight" aria-labelledby="grace">
      <h2 id="grace">{{ t().title }}</h2>
      <p class="muted">{{ t().lead }}</p>
      <cal-faces [of]="answer" shape="text">
        @if (submission.failure(); as failure) {
          <cal-failure-note [failure]="failure" />
        }
        <form [formRoot]="fields">
          <fieldset class="row" [disabled]="!mayWrite()">
            <cal-field name="grace_hours" [label]="t().hours" [of]="fields.grace_hours">
              <input calControl type="number" [formField]="fields.grace_hours" />
            </cal-field>
            @if (mayWrite()) {
              <button matButton="outlined" type="submit" [calWaiting]="fields().submitting()">
                {{ t().save }}
              </button>
            }
          </fieldset>
        </form>
      </cal-faces>
    </section>
  `,
})
export class GraceCard {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  private readonly texts = useTexts(contractsTexts);
  protected readonly t = computed(() => this.texts().subscriptions.grace);
  protected readonly mayWrite = computed(() => this.session.may('billing.subscriptions-write'));
  protected readonly submission = new Submission();
  protected readonly answer = httpResource<SubscriptionSettings>(() => url);
  private readonly settings = valueOf(this.answer);
  private readonly model = linkedSignal(() => ({ grace_hours: this.settings()?.grace_hours ?? 0 }));
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.grace_hours);
      min(path.grace_hours, 0);
      max(path.grace_hours, longestHours);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.save()),
        onInvalid: focusFirstError,
      },
    },
  );

  private async save(): Promise<void> {
    const body: SubscriptionSettings = { ...this.model(), version: this.settings()?.version ?? 0 };
    this.answer.set(await firstValueFrom(this.http.patch<SubscriptionSettings>(url, body)));
    this.fields().reset();
    this.toasts.show(this.t().saved, { tone: 'success' });
  }
}
