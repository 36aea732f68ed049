import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { PasswordResetConfirm } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { useTexts } from '../../core/i18n/feature-texts';
import { FailureNote } from '../../ui/failure-note';
import { Field } from '../../ui/field';
import { PasswordControl } from '../../ui/password-control';
import { WaitButton } from '../../ui/wait-button';
import { doorTexts } from './accounts-texts';
import { DoorFrame } from './door-frame';
import { PasswordRules } from './password-rules';

/** The link of a mail leads here: a forgotten password, or the first one of somebody who was invited. */
@Component({
  selector: 'cal-reset-password',
  imports: [
    DoorFrame,
    FailureNote,
    Field,
    FormRoot,
    MatButton,
    PasswordControl,
    PasswordRules,
    RouterLink,
    WaitButton,
  ],
  template: `
    <cal-door-frame>
      <div class="door">
        @if (expired()) {
          <h1>{{ t().reset.expiredTitle }}</h1>
          <p role="alert">{{ t().reset.expiredBody }}</p>
          <a matButton="filled" routerLink="/forgot-password">{{ t().reset.again }}</a>
        } @else {
          <h1>{{ t().reset.title }}</h1>
          <p>{{ t().reset.lead }}</p>
          @if (submission.failure(); as failure) {
            <cal-failure-note [failure]="failure" />
          }
          <form [formRoot]="fields">
            <cal-field name="password" [label]="t().reset.password" [of]="fields.password">
              <cal-password-control [of]="fields.password" autocomplete="new-password" />
              <cal-password-rules [password]="fields.password().value()" />
            </cal-field>
            <button matButton="filled" type="submit" [calWaiting]="fields().submitting()">
              {{ t().reset.submit }}
            </button>
          </form>
        }
      </div>
    </cal-door-frame>
  `,
})
export class ResetPassword {
  readonly token = input<string>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  protected readonly t = useTexts(doorTexts);
  protected readonly submission = new Submission();
  private readonly model = signal({ password: '' });
  protected readonly fields = form(this.model, (path) => required(path.password), {
    submission: {
      action: (tree) => this.submission.send(tree, () => this.save()),
      onInvalid: focusFirstError,
    },
  });
  protected readonly expired = computed(
    () => !this.token() || this.submission.failure()?.code === 'accounts.link-invalid',
  );

  private async save(): Promise<void> {
    const body: PasswordResetConfirm = { token: this.token() ?? '', ...this.model() };
    await firstValueFrom(this.http.post('/api/auth/password-reset/confirm', body));
    await this.router.navigate(['/login'], { queryParams: { chosen: 'yes' } });
  }
}
