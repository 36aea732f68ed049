import { Injectable } from '@nestjs/common';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { Buyers } from '../../profiles/application/buyers';
import type { InvoiceLink, IssuedInvoice } from '../../invoices/domain/invoice';
import type { InvoiceOrder } from '../../invoices/domain/order';
import { InvoiceRepository } from '../../invoices/persistence/invoice.repository';
import type { InvoiceDraftEntity } from '../persistence/invoice-draft.entity';

type Draft = Pick<InvoiceDraftEntity, 'type' | 'memberId' | 'content'>;

/** Makes an order of a draft: who buys today, and what the invoices before it say. */
@Injectable()
export class OrderOfDraft {
  constructor(
    private readonly buyers: Buyers,
    private readonly invoices: InvoiceRepository,
  ) {}

  /** @throws DomainError billing.country-required, billing.preceding-required for another member's invoice too */
  async execute({ type, memberId, content }: Draft): Promise<InvoiceOrder> {
    const { buyer, purchaseOrder } = await this.buyers.of(memberId);
    const { precedingIds, ...rest } = content;
    const preceding = await Promise.all(precedingIds.map((id) => this.precedingOf(id, memberId)));
    return {
      ...rest,
      ...{ type, memberId, buyer },
      links: preceding.map((invoice, index) => linkTo(invoice, type, index + 1)),
      payments: type === '384' ? preceding.flatMap(paymentsOf) : [],
      purchaseOrder: content.purchaseOrder ?? purchaseOrder,
    };
  }

  private async precedingOf(id: Uuid, memberId: Uuid): Promise<IssuedInvoice> {
    const invoice = await this.invoices.find(id, undefined, memberId);
    if (!invoice)
      throw new DomainError('billing.preceding-required', {}, 'invalid', [
        { field: 'preceding_ids', code: 'invalid' },
      ]);
    return invoice;
  }
}

function linkTo(
  { id, number, issueDate, totalCents }: IssuedInvoice,
  type: Draft['type'],
  position: number,
): InvoiceLink {
  const role = type === '384' ? 'corrects' : 'deducts';
  return { position, role, precedingId: id, number, issueDate, amountCents: totalCents };
}

/** What was paid stays paid when an invoice is corrected. */
function paymentsOf({ payments, paidCents }: IssuedInvoice): InvoiceOrder['payments'] {
  return payments.map((note) => ({ ...note, amountCents: note.amountCents ?? paidCents }));
}
