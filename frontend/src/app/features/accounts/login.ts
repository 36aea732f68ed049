import { Component, computed, DestroyRef, effect, inject, input, signal, untracked } from '@angular/core';
import { email, form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Countdown } from '../../core/forms/countdown';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { useTexts } from '../../core/i18n/feature-texts';
import { safeReturn } from '../../core/session/guards';
import { Features } from '../../core/session/features';
import { Session } from '../../core/session/session';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { Note } from '../../ui/note';
import { PasswordControl } from '../../ui/password-control';
import { WaitButton } from '../../ui/wait-button';
import { doorTexts } from './accounts-texts';
import { DoorFrame } from './door-frame';

@Component({
  selector: 'cal-login',
  imports: [
    Control,
    DoorFrame,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    MatButton,
    Note,
    PasswordControl,
    RouterLink,
    WaitButton,
  ],
  templateUrl: './login.html',
})
export class Login {
  /** Where to go afterwards, and why the member stands here. */
  readonly return = input<string>();
  readonly expired = input<string>();
  readonly chosen = input<string>();

  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly features = inject(Features);
  protected readonly t = useTexts(doorTexts);
  protected readonly submission = new Submission();
  protected readonly asking = signal(false);
  protected readonly knowsPasskeys = 'PublicKeyCredential' in globalThis;
  protected readonly countdown = new Countdown();
  /** The password was right and the second factor is asked for. */
  protected readonly asksCode = signal(false);

  private readonly model = signal({ email: '', password: '', otp: '' });
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.email);
      email(path.email);
      required(path.password);
      required(path.otp, { when: () => this.asksCode() });
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.enter()),
        onInvalid: focusFirstError,
      },
    },
  );

  private readonly code = computed(() => this.submission.failure()?.code);
  /** Being asked for the code is no failure. */
  protected readonly failure = computed(() =>
    this.code() === 'accounts.otp-required' ? undefined : this.submission.failure(),
  );
  protected readonly unverified = computed(() => this.code() === 'accounts.email-not-verified');
  protected readonly mustReset = computed(() => this.code() === 'accounts.password-reset-required');
  protected readonly typedEmail = computed(() => this.model().email);

  constructor() {
    effect(() => {
      const failure = this.submission.failure();
      if (failure?.code === 'accounts.otp-required') {
        this.asksCode.set(true);
        // The password's attempt is not one at the code.
        untracked(() => {
          this.fields.otp().reset();
        });
        setTimeout(() => document.getElementById('otp')?.focus());
      }
      const seconds = failure?.params['retry_after_seconds'];
      if (typeof seconds === 'number') {
        this.countdown.start(seconds);
      }
    });
    inject(DestroyRef).onDestroy(() => {
      this.countdown.stop();
    });
  }

  protected async enterWithPasskey(): Promise<void> {
    this.asking.set(true);
    await this.submission.send(this.fields, async () => {
      await this.session.loginWithPasskey();
      await this.router.navigateByUrl(safeReturn(this.return()));
    });
    this.asking.set(false);
  }

  protected startOver(): void {
    this.asksCode.set(false);
    this.model.set({ email: '', password: '', otp: '' });
    this.fields().reset();
    this.submission.clear();
  }

  private async enter(): Promise<void> {
    const { otp, ...account } = this.model();
    await this.session.login(this.asksCode() ? { ...account, otp } : account);
    await this.router.navigateByUrl(safeReturn(this.return()));
  }
}
