import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { ClockAgreement } from '../../invoices/application/clock-agreement';
import { ComposeInvoice } from '../../invoices/application/compose-invoice';
import { IssueInvoice } from '../../invoices/application/issue-invoice';
import type { InvoiceDraft, IssuedInvoice } from '../../invoices/domain/invoice';
import type { InvoiceOrder } from '../../invoices/domain/order';
import { InvoiceRepository } from '../../invoices/persistence/invoice.repository';
import type { InvoiceDraftEntity } from '../persistence/invoice-draft.entity';
import { InvoiceDraftRepository } from '../persistence/invoice-draft.repository';
import { assertEditable, draftClosed, draftNotFound } from './open-draft';
import { OrderOfDraft } from './order-of-draft';
import { settleable } from './preview-draft';

export interface IssueDraftCommand {
  draftId: Uuid;
  /** The version the admin was looking at. */
  version: number;
  adminId: Uuid;
}

/** A draft becomes an invoice: numbered, dated, sealed. Two clicks, one invoice. */
@Injectable()
export class IssueDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: InvoiceDraftRepository,
    private readonly invoices: InvoiceRepository,
    private readonly orderOf: OrderOfDraft,
    private readonly compose: ComposeInvoice,
    private readonly issueInvoice: IssueInvoice,
    private readonly clocks: ClockAgreement,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError billing.draft-not-found, billing.draft-closed, billing.version-conflict,
   * billing.due-date-past, billing.correction-below-paid and what composing and issuing throw
   */
  async execute(command: IssueDraftCommand): Promise<IssuedInvoice> {
    await this.clocks.assert();
    const read = await this.drafts.find(command.draftId);
    if (!read) throw draftNotFound();
    // Who buys is read before the transaction: inside it, everything comes through its one connection.
    const order = read.state === 'draft' ? await this.orderOf.execute(read) : null;
    return this.unitOfWork.run(async (tx) => {
      const draft = await this.drafts.lock(tx, command.draftId);
      if (draft?.invoiceId) return this.sameAgain(tx, draft.invoiceId);
      if (!draft || !order) throw draftClosed(read.state);
      assertEditable(draft, command.version);
      return this.issue(tx, draft, order, command.adminId);
    });
  }

  private async issue(
    tx: Transaction,
    draft: InvoiceDraftEntity,
    order: InvoiceOrder,
    adminId: Uuid,
  ): Promise<IssuedInvoice> {
    const invoice = await this.issueInvoice.issue(tx, {
      idempotencyKey: `draft:${draft.id}`,
      allocations: [],
      compose: async (on) => {
        const written = await this.compose.execute(order, on, tx.manager);
        assertIssuable(written, on);
        return written;
      },
    });
    const changes = { state: 'issued', invoiceId: invoice.id, updatedAt: this.clock.now() } as const;
    await this.drafts.update(tx, draft.id, changes);
    tx.audit({
      actorId: adminId,
      action: 'billing.issue-draft',
      ...{ objectType: 'invoice', objectId: invoice.id, before: { draftId: draft.id } },
      after: { number: invoice.number, type: invoice.type, totalCents: invoice.totalCents },
    });
    return invoice;
  }

  private async sameAgain(tx: Transaction, invoiceId: Uuid): Promise<IssuedInvoice> {
    const invoice = await this.invoices.find(invoiceId, tx.manager);
    if (!invoice) throw new Error('An issued invoice cannot be gone');
    return invoice;
  }
}

/** @throws DomainError billing.due-date-past (due on or after the issue day), billing.correction-below-paid */
function assertIssuable(draft: InvoiceDraft, on: string): void {
  if (draft.dueDate < on)
    throw new DomainError('billing.due-date-past', { issue_date: on }, 'invalid', [
      { field: 'due_date', code: 'too_small' },
    ]);
  if (!settleable(draft))
    throw new DomainError('billing.correction-below-paid', { paid_cents: draft.paidCents }, 'invalid');
}
