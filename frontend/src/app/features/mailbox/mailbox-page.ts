import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DomSanitizer } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { mdiEmailOutline, mdiPaperclip } from '@mdi/js';
import type { Mailbox } from '@calmness/contracts';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { Icon } from '../../ui/icon';
import { Moment } from '../../ui/moment';
import { PageHeader } from '../../ui/page-header';
import { mailboxTexts } from './mailbox-texts';

/** What the product would have sent: read as a person reads it, in a frame that runs nothing. */
@Component({
  selector: 'cal-mailbox-page',
  imports: [EmptyState, Faces, Icon, MatButton, Moment, PageHeader, RouterLink],
  templateUrl: './mailbox-page.html',
  styleUrl: './mailbox-page.scss',
})
export class MailboxPage {
  protected readonly t = useTexts(mailboxTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly icons = { mail: mdiEmailOutline, file: mdiPaperclip };
  protected readonly answer = httpResource<Mailbox>(() => '/api/dev/mailbox');
  protected readonly messages = computed(() => (this.answer.hasValue() ? this.answer.value().messages : []));
  private readonly sanitizer = inject(DomSanitizer);
  private readonly opened = signal<string | undefined>(undefined);
  protected readonly message = computed(() => {
    const messages = this.messages();
    return messages.find((one) => one.id === this.opened()) ?? messages[0];
  });
  /** As it was sent, styles included: the frame it is shown in runs no script and is of no origin. */
  protected readonly html = computed(() =>
    this.sanitizer.bypassSecurityTrustHtml(this.message()?.html ?? ''),
  );

  protected open(id: string): void {
    this.opened.set(id);
  }
}
