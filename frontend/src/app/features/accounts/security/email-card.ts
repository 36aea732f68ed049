import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { email, form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { EmailChangeRequest, EmailChangeState } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../../core/forms/submission';
import { valueOf } from '../../../core/http/resource-values';
import { coreTexts } from '../../../core/i18n/core-texts';
import { useTexts } from '../../../core/i18n/feature-texts';
import { Faces } from '../../../ui/faces';
import { FailureNote } from '../../../ui/failure-note';
import { Control, Field } from '../../../ui/field';
import { Moment } from '../../../ui/moment';
import { Note } from '../../../ui/note';
import { PasswordControl } from '../../../ui/password-control';
import { WaitButton } from '../../../ui/wait-button';
import { securityTexts } from '../accounts-texts';

const url = '/api/auth/user/email-change';
const blank: EmailChangeRequest = { email: '', password: '' };

/** A change of address: asked for here, confirmed on both addresses. */
@Component({
  selector: 'cal-email-card',
  imports: [
    Control,
    Faces,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    MatButton,
    Moment,
    Note,
    PasswordControl,
    WaitButton,
  ],
  template: `
    <section class="card stack-tight" aria-labelledby="email-title">
      <h2 id="email-title">{{ t().title }}</h2>
      <p class="muted">{{ t().lead }}</p>
      <p>
        {{ t().now }}{{ core().colon }} <strong>{{ address() }}</strong>
      </p>
      @if (submission.failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <cal-faces [of]="state" shape="text" [count]="2">
        @if (pending(); as change) {
          <cal-note tone="info">
            <p>{{ t().pending(change.new_email) }}</p>
            <ul>
              <li>{{ change.old_confirmed ? t().oldConfirmed : t().oldWaiting }}</li>
              <li>{{ change.new_confirmed ? t().newConfirmed : t().newWaiting }}</li>
            </ul>
            <p>{{ t().until }} <cal-moment [at]="change.expires_at" /></p>
          </cal-note>
          <div class="row">
            <button matButton="outlined" type="button" [calWaiting]="cancelling()" (click)="cancel()">
              {{ t().cancel }}
            </button>
          </div>
        } @else {
          <form class="stack-tight" [formRoot]="fields">
            <div class="form-grid">
              <cal-field name="email" [label]="t().next" [of]="fields.email">
                <input
                  calControl
                  type="email"
                  autocomplete="email"
                  spellcheck="false"
                  [formField]="fields.email"
                />
              </cal-field>
              <cal-field name="password" [label]="t().password" [of]="fields.password">
                <cal-password-control [of]="fields.password" autocomplete="current-password" />
              </cal-field>
            </div>
            <div class="row">
              <button matButton="filled" type="submit" [calWaiting]="fields().submitting()">
                {{ t().submit }}
              </button>
            </div>
          </form>
        }
      </cal-faces>
    </section>
  `,
  styles: `
    ul {
      padding-left: 1.2em;
    }
  `,
})
export class EmailCard {
  readonly address = input.required<string>();
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly texts = useTexts(securityTexts);
  protected readonly core = useTexts(coreTexts);
  protected readonly t = computed(() => this.texts().email);
  protected readonly state = httpResource<EmailChangeState>(() => url);
  private readonly value = valueOf(this.state);
  protected readonly pending = computed(() => this.value()?.pending ?? null);
  protected readonly cancelling = signal(false);
  protected readonly submission = new Submission();
  private readonly model = signal(blank);
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.email);
      email(path.email);
      required(path.password);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.ask()),
        onInvalid: focusFirstError,
      },
    },
  );

  protected async cancel(): Promise<void> {
    this.cancelling.set(true);
    await this.submission.send(this.fields, async () => {
      await firstValueFrom(this.http.delete(url));
      this.toasts.show(this.t().cancelled, { tone: 'success' });
      this.state.reload();
    });
    this.cancelling.set(false);
  }

  private async ask(): Promise<void> {
    await firstValueFrom(this.http.post(url, this.model()));
    this.model.set(blank);
    this.fields().reset();
    this.toasts.show(this.t().sent, { tone: 'success' });
    this.state.reload();
  }
}
