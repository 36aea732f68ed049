import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { PasswordChange } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../../core/forms/submission';
import { useTexts } from '../../../core/i18n/feature-texts';
import { FailureNote } from '../../../ui/failure-note';
import { Field } from '../../../ui/field';
import { PasswordControl } from '../../../ui/password-control';
import { WaitButton } from '../../../ui/wait-button';
import { securityTexts } from '../accounts-texts';
import { PasswordRules } from '../password-rules';

const blank: PasswordChange = { current_password: '', new_password: '' };

@Component({
  selector: 'cal-password-card',
  imports: [FailureNote, Field, FormRoot, MatButton, PasswordControl, PasswordRules, WaitButton],
  template: `
    <section class="card stack-tight" aria-labelledby="password-title">
      <h2 id="password-title">{{ t().title }}</h2>
      <p class="muted">{{ t().lead }}</p>
      @if (submission.failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <form class="stack-tight" [formRoot]="fields">
        <div class="form-grid">
          <cal-field name="current_password" [label]="t().current" [of]="fields.current_password">
            <cal-password-control [of]="fields.current_password" autocomplete="current-password" />
          </cal-field>
          <cal-field name="new_password" [label]="t().next" [of]="fields.new_password">
            <cal-password-control [of]="fields.new_password" autocomplete="new-password" />
            <cal-password-rules [password]="fields.new_password().value()" />
          </cal-field>
        </div>
        <div class="row">
          <button matButton="filled" type="submit" [calWaiting]="fields().submitting()">
            {{ t().submit }}
          </button>
        </div>
      </form>
    </section>
  `,
})
export class PasswordCard {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly texts = useTexts(securityTexts);
  protected readonly t = computed(() => this.texts().password);
  protected readonly submission = new Submission();
  private readonly model = signal(blank);
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.current_password);
      required(path.new_password);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.change()),
        onInvalid: focusFirstError,
      },
    },
  );

  private async change(): Promise<void> {
    await firstValueFrom(this.http.post('/api/auth/user/password', this.model()));
    this.model.set(blank);
    this.fields().reset();
    this.toasts.show(this.t().done, { tone: 'success' });
  }
}
