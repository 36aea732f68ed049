import { Component, inject, input } from '@angular/core';
import { useTexts } from '../../../core/i18n/feature-texts';
import { Session } from '../../../core/session/session';
import { Note } from '../../../ui/note';
import { PageHeader } from '../../../ui/page-header';
import { securityTexts } from '../accounts-texts';
import { EmailCard } from './email-card';
import { PasskeysCard } from './passkeys-card';
import { PasswordCard } from './password-card';
import { SecureCard } from './secure-card';
import { SessionsCard } from './sessions-card';
import { TwoFactorCard } from './two-factor-card';

@Component({
  selector: 'cal-security-page',
  imports: [EmailCard, Note, PageHeader, PasskeysCard, PasswordCard, SecureCard, SessionsCard, TwoFactorCard],
  template: `
    <div class="stack page">
      <cal-page-header
        [heading]="t().title"
        [lead]="t().lead"
        backTo="/user/gestion"
        [backLabel]="t().back"
      />
      @if (required()) {
        <cal-note tone="warning">{{ t().required }}</cal-note>
      }
      <cal-two-factor-card />
      <cal-passkeys-card />
      <cal-sessions-card />
      <cal-password-card />
      @if (session.user(); as user) {
        <cal-email-card [address]="user.email" />
      }
      <cal-secure-card />
    </div>
  `,
})
export class SecurityPage {
  /** Set when the server sent somebody here: his role needs a second factor first. */
  readonly required = input<string>();
  protected readonly session = inject(Session);
  protected readonly t = useTexts(securityTexts);
}
