import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, minLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { mdiCheck } from '@mdi/js';
import type { PaymentPreview, RejectPaymentRequest } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { valueOf } from '../../core/http/resource-values';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Session } from '../../core/session/session';
import { lastDayIncluded } from '../../features/billing/last-day';
import { MoneyCard } from '../../features/billing/money-card';
import { moneyTexts } from '../../features/billing/money-texts';
import { Confirm } from '../../ui/confirm';
import { dataTable } from '../../ui/data-table';
import { FailureNote } from '../../ui/failure-note';
import { Faces } from '../../ui/faces';
import { Control, Field } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { Money } from '../../ui/money';
import { Note } from '../../ui/note';
import { PageHeader } from '../../ui/page-header';
import { StatusChip } from '../../ui/status-chip';
import { WaitButton } from '../../ui/wait-button';
import { adminTexts } from '../admin-texts';
import { RefundCard } from './refund-card';
import { SurplusCard } from './surplus-card';
import { ValidateCard } from './validate-card';

/** Everything that validating will do, shown before it is done. */
@Component({
  selector: 'cal-payment-preview-page',
  imports: [
    Control,
    Faces,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    Icon,
    MatButton,
    Money,
    MoneyCard,
    Note,
    PageHeader,
    RefundCard,
    StatusChip,
    SurplusCard,
    ValidateCard,
    WaitButton,
    ...dataTable,
  ],
  templateUrl: './payment-preview-page.html',
  styleUrl: './payment-preview-page.scss',
})
export class PaymentPreviewPage {
  readonly id = input.required<string>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  private readonly confirm = inject(Confirm);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(adminTexts);
  protected readonly m = useTexts(moneyTexts);
  protected readonly checkIcon = mdiCheck;
  protected readonly rejection = new Submission();

  protected readonly answer = httpResource<PaymentPreview>(() => `/api/admin/payments/${this.id()}/preview`);
  protected readonly preview = valueOf(this.answer);
  protected readonly lastDay = computed(() => {
    const preview = this.preview();
    return preview ? this.formats.day(lastDayIncluded(preview.ends_on)) : '';
  });
  protected readonly undecided = computed(() => {
    const status = this.preview()?.payment.status;
    return status === 'pending' || status === 'proof_sent';
  });
  /** The rest of a payment in part is wanted too. */
  protected readonly open = computed(() => this.undecided() || this.preview()?.payment.status === 'partial');
  protected readonly refundable = computed(() =>
    ['validated', 'partial', 'refunded'].includes(this.preview()?.payment.status ?? ''),
  );
  protected readonly mayDecide = computed(() => this.session.may('billing.payments-validate'));

  private readonly rejectionModel = signal<RejectPaymentRequest>({ reason: '' });
  protected readonly reject = form(
    this.rejectionModel,
    (path) => {
      required(path.reason);
      minLength(path.reason, 3);
      maxLength(path.reason, 500);
    },
    {
      submission: {
        action: (tree) => this.rejection.send(tree, () => this.sendRejection()),
        onInvalid: focusFirstError,
      },
    },
  );

  private async sendRejection(): Promise<void> {
    if (!(await this.agreesToReject())) {
      return;
    }
    await firstValueFrom(this.http.post(`/api/admin/payments/${this.id()}/reject`, this.rejectionModel()));
    this.toasts.show(this.t().payment.rejected, { tone: 'success' });
    await this.router.navigateByUrl('/admin/payments');
  }

  private async agreesToReject(): Promise<boolean> {
    const payment = this.preview()?.payment;
    if (!payment) {
      return false;
    }
    const words = this.t().payment.rejectConfirm;
    const title = words.title(payment.reference, this.formats.money(payment.amount_cents));
    return this.confirm.ask({ ...words, title, body: words.body(payment.member_name), danger: true });
  }
}
