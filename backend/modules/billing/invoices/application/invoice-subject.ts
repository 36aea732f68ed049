import { Injectable } from '@nestjs/common';
import { MemberDirectory } from '@calmness/accounts';
import { rolePermissions, type Locale } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { formatDay, formatMoney } from '../../domain/formats';
import { InvoiceDocumentRepository } from '../persistence/invoice-document.repository';
import { InvoiceRepository } from '../persistence/invoice.repository';

/**
 * An invoice as its buyer and the staff are told of it, with its PDF once that is ready. Facts: number,
 * total, issueDate, label, memberName, lastDay (last day of access included).
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
      facts: {
        number: invoice.number,
        total: formatMoney(invoice.totalCents, locale),
        issueDate: formatDay(invoice.issueDate, locale),
        label: invoice.lines[0]?.label ?? '',
        memberName: invoice.buyer.name,
        lastDay: formatDay(invoice.supplyTo, locale),
      },
      stillTrue: true,
    };
  }

  private async readsInvoices(recipientId: Uuid): Promise<boolean> {
    const recipient = await this.members.find(recipientId);
    return recipient?.roles.some((role) => rolePermissions[role].includes('billing.invoices-read')) ?? false;
  }
}
