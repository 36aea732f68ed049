import { Component, computed, inject, input, signal } from '@angular/core';
import { email, form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { useTexts } from '../../core/i18n/feature-texts';
import { safeReturn } from '../../core/session/guards';
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

  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly t = useTexts(doorTexts);
  protected readonly submission = new Submission();

  private readonly model = signal({ email: '', password: '' });
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.email);
      email(path.email);
      required(path.password);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.enter()),
        onInvalid: focusFirstError,
      },
    },
  );

  protected readonly unverified = computed(
    () => this.submission.failure()?.code === 'accounts.email-not-verified',
  );
  protected readonly typedEmail = computed(() => this.model().email);

  private async enter(): Promise<void> {
    await this.session.login(this.model());
    await this.router.navigateByUrl(safeReturn(this.return()));
  }
}
