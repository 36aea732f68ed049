import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../../core/feedback/toasts';
import { failureOf } from '../../../core/http/failure';
import type { Failure } from '../../../core/http/failure';
import { coreTexts } from '../../../core/i18n/core-texts';
import { useTexts } from '../../../core/i18n/feature-texts';
import { Session } from '../../../core/session/session';
import { Confirm } from '../../../ui/confirm';
import { FailureNote } from '../../../ui/failure-note';
import { WaitButton } from '../../../ui/wait-button';
import { securityTexts } from '../accounts-texts';

/** One tap for a member in doubt: everything that is open ends. */
@Component({
  selector: 'cal-secure-card',
  imports: [FailureNote, MatButton, WaitButton],
  template: `
    <section class="card stack-tight" aria-labelledby="secure">
      <h2 id="secure">{{ t().secure.title }}</h2>
      <p class="muted">{{ t().secure.lead }}</p>
      @if (failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <div class="row">
        <button
          class="danger-button"
          matButton="filled"
          type="button"
          [calWaiting]="busy()"
          (click)="secure()"
        >
          {{ t().secure.button }}
        </button>
      </div>
    </section>
  `,
})
export class SecureCard {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  protected readonly t = useTexts(securityTexts);
  private readonly words = useTexts(coreTexts);
  protected readonly busy = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);

  protected async secure(): Promise<void> {
    const { confirmTitle: title, confirmBody: body, button, done } = this.t().secure;
    const cancel = this.words().actions.cancel;
    if (!(await this.confirm.ask({ title, body, confirm: button, cancel, danger: true }))) {
      return;
    }
    this.busy.set(true);
    try {
      await firstValueFrom(this.http.post('/api/auth/user/secure-account', null));
      this.toasts.show(done, { tone: 'success' });
      await this.session.logout();
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
