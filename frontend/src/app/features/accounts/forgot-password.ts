import { HttpClient } from '@angular/common/http';
import { Component, inject, input, linkedSignal, signal } from '@angular/core';
import { email, form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { PasswordResetRequest } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { useTexts } from '../../core/i18n/feature-texts';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { WaitButton } from '../../ui/wait-button';
import { doorTexts } from './accounts-texts';
import { DoorFrame } from './door-frame';

/** Asks for a link to choose another password; the answer is the same for every address. */
@Component({
  selector: 'cal-forgot-password',
  imports: [Control, DoorFrame, FailureNote, Field, FormField, FormRoot, MatButton, RouterLink, WaitButton],
  template: `
    <cal-door-frame>
      <div class="door">
        @if (sentTo(); as address) {
          <h1>{{ t().forgot.sentTitle }}</h1>
          <p role="status">{{ t().forgot.sentBody(address) }}</p>
          <button matButton="outlined" type="button" (click)="sentTo.set(null)">
            {{ t().forgot.again }}
          </button>
        } @else {
          <h1>{{ t().forgot.title }}</h1>
          <p>{{ t().forgot.lead }}</p>
          @if (submission.failure(); as failure) {
            <cal-failure-note [failure]="failure" />
          }
          <form [formRoot]="fields">
            <cal-field name="email" [label]="t().forgot.email" [of]="fields.email">
              <input
                calControl
                type="email"
                autocomplete="username"
                inputmode="email"
                spellcheck="false"
                [formField]="fields.email"
              />
            </cal-field>
            <button matButton="filled" type="submit" [calWaiting]="fields().submitting()">
              {{ t().forgot.submit }}
            </button>
          </form>
        }
        <p class="aside-line">
          <a routerLink="/login">{{ t().forgot.toLogin }}</a>
        </p>
      </div>
    </cal-door-frame>
  `,
})
export class ForgotPassword {
  readonly email = input<string>();
  private readonly http = inject(HttpClient);
  protected readonly t = useTexts(doorTexts);
  protected readonly submission = new Submission();
  protected readonly sentTo = signal<string | null>(null);
  private readonly model = linkedSignal<PasswordResetRequest>(() => ({ email: this.email() ?? '' }));
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.email);
      email(path.email);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.ask()),
        onInvalid: focusFirstError,
      },
    },
  );

  private async ask(): Promise<void> {
    await firstValueFrom(this.http.post('/api/auth/password-reset/request', this.model()));
    this.sentTo.set(this.model().email);
  }
}
