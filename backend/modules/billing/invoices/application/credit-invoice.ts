import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@calmness/events';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { creditable, creditTotals, overdrawn, type CreditedLine } from '../domain/credit';
import type { InvoiceDraft, IssuedInvoice, PaymentNote } from '../domain/invoice';
import { snapshotOf } from '../domain/issuer';
import { mentionCodes, type MentionCode } from '../domain/mentions';
import { frameOf, operationOf } from '../domain/supply';
import { CreditRepository } from '../persistence/credit.repository';
import { InvoiceRepository } from '../persistence/invoice.repository';
import { IssuerRepository } from '../persistence/issuer.repository';
import { assertComplete, ComposeInvoice } from './compose-invoice';
import { IssueInvoice } from './issue-invoice';

export interface CreditRequest {
  invoiceId: Uuid;
  /** Lines or parts of lines; null credits all that is left. */
  lines: CreditedLine[] | null;
  reason: string;
  /** The money that went back, its amount the credit note's total; null while it is still owed. */
  refund: PaymentNote | null;
  idempotencyKey: string;
}

/**
 * Writes a credit note: the only way an issued invoice is taken back, whole or in part (CGI 289-I-5). It
 * names the number and the day of the invoice, and its notes together never exceed it.
 */
@Injectable()
export class CreditInvoice {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly credits: CreditRepository,
    private readonly issuers: IssuerRepository,
    private readonly compose: ComposeInvoice,
    private readonly issueInvoice: IssueInvoice,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError billing.invoice-not-found, billing.credit-not-creditable, billing.credit-exceeds,
   * billing.issuer-missing, billing.missing-mention and what issuing throws
   */
  execute(tx: Transaction, request: CreditRequest): Promise<IssuedInvoice> {
    const { idempotencyKey } = request;
    const compose = (on: IsoDate) => this.draft(tx, request, on);
    return this.issueInvoice.issue(tx, { idempotencyKey, allocations: [], compose });
  }

  private async draft(tx: Transaction, request: CreditRequest, on: IsoDate): Promise<InvoiceDraft> {
    const invoice = await this.invoices.find(request.invoiceId, tx.manager);
    if (!invoice) throw new DomainError('billing.invoice-not-found', {}, 'not-found');
    if (invoice.type === '381' || (await this.credits.isReplaced(tx, invoice.id)))
      throw new DomainError('billing.credit-not-creditable', { number: invoice.number }, 'conflict');
    const credited = await this.credits.creditedSoFar(invoice.id, tx.manager);
    const left = creditable(invoice, credited);
    const asked = request.lines ?? left;
    const [over] = overdrawn(left, asked);
    if (over || asked.length === 0) throw exceeds(invoice, left, over);
    const totals = creditTotals(invoice, credited, asked);
    return this.write(tx, { ...request, on, invoice }, totals);
  }

  private async write(
    tx: Transaction,
    { invoice, on, reason, refund }: CreditRequest & { on: IsoDate; invoice: IssuedInvoice },
    totals: Pick<InvoiceDraft, 'lines' | 'vat' | 'netCents' | 'vatCents' | 'totalCents'>,
  ): Promise<InvoiceDraft> {
    const row = await this.issuers.current(this.clock.now(), tx.manager);
    if (!row) throw new DomainError('billing.issuer-missing', {}, 'conflict');
    const [issuer, type] = [snapshotOf(row), '381'] as const;
    const { priceMode, memberId, supplyFrom, supplyTo, buyer, purchaseOrder } = invoice;
    assertComplete({ type, issuer, buyer, lines: totals.lines, reason, linked: true });
    const { id: precedingId, number, issueDate } = invoice;
    const operation = operationOf(totals.lines);
    const situation = { type, issuer, buyerKind: buyer.kind, operation, vatMentions: vatMentionsOf(invoice) };
    return {
      ...totals,
      ...{ type, priceMode, memberId, supplyFrom, supplyTo, buyer, purchaseOrder, reason, issuer },
      frame: frameOf(operation, { paid: refund !== null, afterDeposits: false }),
      dueDate: on,
      paidCents: refund ? totals.totalCents : 0,
      payments: refund ? [{ ...refund, amountCents: totals.totalCents }] : [],
      links: [
        { position: 1, role: 'credits', precedingId, number, issueDate, amountCents: totals.totalCents },
      ],
      issuerId: row.id,
      mentions: await this.compose.mentions({ ...situation, paid: refund !== null }, on, tx.manager),
      isDemo: row.isDemo,
    };
  }
}

/** The words of its VAT that the invoice printed; the credit note repeats them. */
function vatMentionsOf({ mentions }: IssuedInvoice): MentionCode[] {
  const printed = new Set(mentions.map(({ code }) => code));
  return mentionCodes.filter(
    (code) => code.startsWith('vat-') && code !== 'vat-on-debits' && printed.has(code),
  );
}

function exceeds(invoice: IssuedInvoice, left: readonly CreditedLine[], over?: CreditedLine): DomainError {
  const leftCents = left.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const params = { number: invoice.number, left_cents: leftCents, position: over?.position ?? null };
  return new DomainError('billing.credit-exceeds', params, 'invalid');
}
