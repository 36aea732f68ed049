import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { InvoiceAction, InvoiceDetail } from '@calmness/contracts';
import { valueOf } from '../../core/http/resource-values';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Session } from '../../core/session/session';
import { Faces } from '../../ui/faces';
import { Money } from '../../ui/money';
import { Note } from '../../ui/note';
import { PageHeader } from '../../ui/page-header';
import { CreditSection } from './credit-section';
import { invoiceDeskTexts } from './invoice-desk-texts';
import { InvoiceFigures } from './invoice-figures';
import { InvoiceStateChip } from './invoice-state-chip';
import { SettleSection } from './settle-section';

/** One issued invoice: what it says, what became of it, and what may still be done about it. */
@Component({
  selector: 'cal-admin-invoice-page',
  imports: [
    CreditSection,
    Faces,
    InvoiceFigures,
    InvoiceStateChip,
    MatButton,
    Money,
    Note,
    PageHeader,
    RouterLink,
    SettleSection,
  ],
  templateUrl: './invoice-page.html',
  styleUrl: './invoice-page.scss',
})
export class InvoicePage {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  readonly id = input.required<string>();
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(invoiceDeskTexts);
  protected readonly answer = httpResource<InvoiceDetail>(() => `/api/admin/invoices/${this.id()}`);
  protected readonly invoice = valueOf(this.answer);
  private readonly mayWrite = computed(() => this.session.may('billing.invoices-write'));

  protected may(action: InvoiceAction): boolean {
    return this.mayWrite() && (this.invoice()?.available_actions.includes(action) ?? false);
  }

  protected async credited(note: InvoiceDetail): Promise<void> {
    await this.router.navigate(['/admin/invoices', note.id]);
  }
}
