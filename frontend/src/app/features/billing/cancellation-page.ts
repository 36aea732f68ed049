import { Component, computed, inject, input, signal } from '@angular/core';
import { email, form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { cancelReasons, type CancelReason, type ContractRequestReceipt } from '@calmness/contracts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Language } from '../../core/i18n/language';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { WaitButton } from '../../ui/wait-button';
import { ConfirmCancellation } from './confirm-cancellation';
import { LeavingStore } from './leaving-store';
import { leavingTexts } from './leaving-texts';
import { RequestReceipt } from './request-receipt';

const empty = {
  ...{ name: '', email: '', contract_reference: '', effective_on: '', comment: '' },
  reason_code: '' as CancelReason | '',
};

/** « Résilier votre contrat », within everybody's reach (C. conso. L215-1-1): fill in, review, notify. */
@Component({
  selector: 'cal-cancellation-page',
  imports: [
    ConfirmCancellation,
    Control,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    MatButton,
    RequestReceipt,
    WaitButton,
  ],
  providers: [LeavingStore],
  templateUrl: './cancellation-page.html',
  styleUrl: './leaving-page.scss',
})
export class CancellationPage {
  /** Of the acknowledgement's link. */
  readonly token = input<string>();
  private readonly store = inject(LeavingStore);
  private readonly language = inject(Language);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(leavingTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly reasons = cancelReasons;
  protected readonly submission = new Submission();
  protected readonly reviewing = signal(false);
  protected readonly receipt = signal<ContractRequestReceipt | undefined>(undefined);
  protected readonly model = signal(empty);
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.name);
      required(path.email);
      email(path.email);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.step()),
        onInvalid: focusFirstError,
      },
    },
  );
  protected readonly reason = computed(() => {
    const code = this.model().reason_code;
    return code === '' ? this.t().form.notSaid : this.t().reasons[code];
  });

  private async step(): Promise<void> {
    if (!this.reviewing()) {
      this.reviewing.set(true);
      return;
    }
    const { name, email: address, contract_reference, effective_on, comment, reason_code } = this.model();
    const receipt = await this.store.cancel({
      ...{ name, email: address, locale: this.language.locale() },
      ...(contract_reference && { contract_reference }),
      ...(effective_on && { effective_on }),
      ...(comment && { comment }),
      ...(reason_code && { reason_code }),
    });
    this.receipt.set(receipt);
  }
}
