import { Injectable } from '@nestjs/common';
import { MemberDirectory } from '@calmness/accounts';
import { rolePermissions, type InvoiceType, type Locale } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { formatDay, formatMoney } from '../../domain/formats';
import { dueCents, type IssuedInvoice } from '../domain/invoice';
import { InvoiceDocumentRepository } from '../persistence/invoice-document.repository';
import { InvoiceRepository } from '../persistence/invoice.repository';

const documentNames: Record<Locale, Record<InvoiceType, string>> = {
  fr: { '380': 'facture', '381': 'avoir', '384': 'facture rectificative', '386': 'facture d’acompte' },
  en: { '380': 'invoice', '381': 'credit note', '384': 'corrective invoice', '386': 'deposit invoice' },
};

/** An order of access: its invoice settles a payment whole. */
function sellsAccess({ idempotencyKey, type }: IssuedInvoice): boolean {
  return type === '380' && idempotencyKey.startsWith('payment:');
}

/**
 * An invoice as its buyer and the staff are told of it, with its PDF once that is ready. Facts: number,
 * total, issueDate, label, memberName, lastDay (last day of access
 * included), document, amends, owed, dueDate; the last ones are empty when there is nothing to say.
 */
@Injectable()
export class InvoiceSubject extends SubjectSource {
  readonly kind = 'billing.invoice';

  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly documents: InvoiceDocumentRepository,
    private readonly members: MemberDirectory,
  ) {
    super();
  }

  async describe(subjectId: Uuid, recipientId: Uuid, locale: Locale): Promise<SubjectDescription | null> {
    const invoice = await this.invoices.find(subjectId);
    if (!invoice) return null;
    const owner = invoice.memberId === recipientId;
    if (!owner && !(await this.readsInvoices(recipientId))) return null;
    const document = (await this.documents.ofInvoices([invoice.id])).get(invoice.id);
    return {
      title: invoice.number,
      when: invoice.issuedAt.toISOString(),
      url: owner ? '/user/invoices' : '/admin/invoices',
      fileId: document?.fileId ?? undefined,
      facts: factsOf(invoice, locale),
      stillTrue: true,
    };
  }

  private async readsInvoices(recipientId: Uuid): Promise<boolean> {
    const recipient = await this.members.find(recipientId);
    return recipient?.roles.some((role) => rolePermissions[role].includes('billing.invoices-read')) ?? false;
  }
}

function factsOf(invoice: IssuedInvoice, locale: Locale): Record<string, string> {
  const due = dueCents(invoice) > 0;
  return {
    number: invoice.number,
    total: formatMoney(invoice.totalCents, locale),
    issueDate: formatDay(invoice.issueDate, locale),
    label: invoice.lines[0]?.label ?? '',
    memberName: invoice.buyer.name,
    lastDay: sellsAccess(invoice) ? formatDay(invoice.supplyTo, locale) : '',
    document: documentNames[locale][invoice.type],
    amends: invoice.links[0]?.number ?? '',
    owed: due ? formatMoney(dueCents(invoice), locale) : '',
    dueDate: due ? formatDay(invoice.dueDate, locale) : '',
  };
}
