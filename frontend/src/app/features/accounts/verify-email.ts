import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { email, form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiCheckCircleOutline, mdiEmailOutline, mdiLinkOff } from '@mdi/js';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { failureOf } from '../../core/http/failure';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Session } from '../../core/session/session';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { Note } from '../../ui/note';
import { Skeleton } from '../../ui/skeleton';
import { WaitButton } from '../../ui/wait-button';
import { doorTexts } from './accounts-texts';
import { Registration } from './registration';

type Face = 'inbox' | 'checking' | 'verified' | 'expired' | 'failed';

/** The link of the message leads here; so does the end of a registration, without a token. */
@Component({
  selector: 'cal-verify-email',
  imports: [
    Control,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    Icon,
    MatButton,
    Note,
    RouterLink,
    Skeleton,
    WaitButton,
  ],
  providers: [Registration],
  templateUrl: './verify-email.html',
  styleUrl: './verify-email.scss',
})
export class VerifyEmail {
  readonly token = input<string>();
  readonly email = input<string>();

  private readonly registration = inject(Registration);
  protected readonly session = inject(Session);
  protected readonly t = useTexts(doorTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly submission = new Submission();
  protected readonly resent = signal(false);
  protected readonly icons = {
    inbox: mdiEmailOutline,
    checking: mdiEmailOutline,
    verified: mdiCheckCircleOutline,
    expired: mdiLinkOff,
    failed: mdiLinkOff,
  };

  /** A link is used once: the check runs when the page opens, never twice for one token. */
  protected readonly check = resource({
    params: () => this.token(),
    loader: async ({ params }) => {
      await this.registration.verify(params);
      if (this.session.user()) {
        await this.session.reloadUser();
      }
      return true;
    },
  });
  protected readonly failure = computed(() => failureOf(this.check.error()));
  protected readonly face = computed((): Face => {
    switch (this.check.status()) {
      case 'idle':
        return 'inbox';
      case 'error':
        return this.failure().code === 'accounts.verification-link-invalid' ? 'expired' : 'failed';
      case 'resolved':
      case 'local':
        return 'verified';
      case 'loading':
      case 'reloading':
        return 'checking';
    }
  });

  private readonly model = linkedSignal(() => ({ email: this.email() ?? '' }));
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.email);
      email(path.email);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.resend()),
        onInvalid: focusFirstError,
      },
    },
  );

  private async resend(): Promise<void> {
    this.resent.set(false);
    await this.registration.resend(this.model().email);
    this.resent.set(true);
  }
}
