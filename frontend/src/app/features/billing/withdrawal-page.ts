import { Component, inject, signal } from '@angular/core';
import { email, form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { ContractRequestReceipt } from '@calmness/contracts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Language } from '../../core/i18n/language';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { WaitButton } from '../../ui/wait-button';
import { LeavingStore } from './leaving-store';
import { leavingTexts } from './leaving-texts';
import { RequestReceipt } from './request-receipt';

/** The fourteen days to change one's mind (C. conso. L221-18): fill in, review, confirm. */
@Component({
  selector: 'cal-withdrawal-page',
  imports: [Control, FailureNote, Field, FormField, FormRoot, MatButton, RequestReceipt, WaitButton],
  providers: [LeavingStore],
  templateUrl: './withdrawal-page.html',
  styleUrl: './leaving-page.scss',
})
export class WithdrawalPage {
  private readonly store = inject(LeavingStore);
  private readonly language = inject(Language);
  protected readonly t = useTexts(leavingTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly submission = new Submission();
  protected readonly reviewing = signal(false);
  protected readonly receipt = signal<ContractRequestReceipt | undefined>(undefined);
  protected readonly model = signal({ name: '', email: '', order_reference: '', comment: '' });
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.name);
      required(path.email);
      email(path.email);
      required(path.order_reference);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.step()),
        onInvalid: focusFirstError,
      },
    },
  );

  private async step(): Promise<void> {
    if (!this.reviewing()) {
      this.reviewing.set(true);
      return;
    }
    const { comment, ...request } = this.model();
    const locale = this.language.locale();
    this.receipt.set(await this.store.withdraw({ ...request, locale, ...(comment && { comment }) }));
  }
}
