import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@calmness/events';
import { businessZone, Clock, dayIn } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { chainHash, chainStart } from '../../ledger/domain/chain';
import { Ledger } from '../../ledger/application/ledger';
import {
  legalContent,
  type InvoiceDraft,
  type InvoiceHeader,
  type IssuedInvoice,
  type PaymentNote,
} from '../domain/invoice';
import { invoiceNumber, invoiceSeries, numberingYear } from '../domain/number';
import { ChainRepository, type ChainHead } from '../persistence/chain.repository';
import { InvoiceDocumentRepository } from '../persistence/invoice-document.repository';
import { InvoiceRepository } from '../persistence/invoice.repository';
import { ComposeInvoice, type Sale } from './compose-invoice';

export interface PaidSale extends Sale {
  paymentId: Uuid;
  paymentNote: PaymentNote;
}

/**
 * Issues the invoice of a paid sale: number, hour, hash, rows and their first ledger entry, all in the
 * caller's transaction or not at all. Invoices of a series queue up behind the end of the chain.
 */
@Injectable()
export class IssueInvoice {
  constructor(
    private readonly compose: ComposeInvoice,
    private readonly chain: ChainRepository,
    private readonly invoices: InvoiceRepository,
    private readonly documents: InvoiceDocumentRepository,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /**
   * The same payment gives the same invoice, however often it is asked for (I9).
   * @throws DomainError billing.chain-broken, billing.clock-skew and what composing throws
   */
  async execute(tx: Transaction, sale: PaidSale): Promise<IssuedInvoice> {
    const idempotencyKey = `payment:${sale.paymentId}`;
    const head = await this.chain.lockHead(tx, invoiceSeries);
    const known = await this.invoices.findByIdempotencyKey(tx, idempotencyKey);
    if (known) return known;
    await this.assertWhole(tx, head);
    // The hour is read only now, behind the lock: whoever waited is dated after whoever went first.
    const issuedAt = this.clock.now();
    const issueDate = dayIn(issuedAt, businessZone);
    assertForward(head, issueDate);
    const draft = await this.compose.execute(sale, issueDate, tx.manager);
    const header = await this.number(tx, draft, { issuedAt, issueDate, idempotencyKey, sale });
    return this.seal(tx, head, header, draft, sale.paymentId);
  }

  private async number(
    tx: Transaction,
    draft: InvoiceDraft,
    at: { issuedAt: Date; issueDate: IsoDate; idempotencyKey: string; sale: PaidSale },
  ): Promise<InvoiceHeader> {
    const { issuedAt, issueDate, idempotencyKey } = at;
    const year = numberingYear(issueDate);
    const seq = await this.chain.nextSeq(tx, invoiceSeries, year);
    const number = invoiceNumber(invoiceSeries, issueDate, seq);
    return {
      ...headOf(draft),
      id: newId(),
      type: '380',
      series: invoiceSeries,
      ...{ year, seq, number, issuedAt, issueDate, idempotencyKey },
      frame: 'S2',
      priceMode: 'TTC',
      currency: 'EUR',
      paidCents: draft.totalCents,
      paymentNote: at.sale.paymentNote,
    };
  }

  private async seal(
    tx: Transaction,
    head: ChainHead,
    header: InvoiceHeader,
    { lines, vat }: InvoiceDraft,
    paymentId: Uuid,
  ): Promise<IssuedInvoice> {
    const hash = chainHash(head.lastHash, legalContent(header, lines, vat));
    const invoice = { ...header, lines, vat, prevHash: head.lastHash, hash };
    const { id: invoiceId, memberId, number, totalCents } = invoice;
    await this.invoices.insert(tx, invoice);
    await this.chain.advance(tx, invoice);
    await this.invoices.allocate(tx, { paymentId, invoiceId, amountCents: totalCents });
    await this.documents.queue(tx, invoiceId, invoice.issuedAt);
    const detail = { number, hash };
    await this.ledger.append(tx, { kind: 'invoice-issued', invoiceId, amountCents: totalCents, detail });
    tx.record('billing.invoice-issued', { invoiceId, memberId, paymentId, number, totalCents });
    return invoice;
  }

  /** @throws DomainError billing.chain-broken when the link we are about to hang on is not what it was */
  private async assertWhole(tx: Transaction, head: ChainHead): Promise<void> {
    const last = await this.invoices.last(tx, invoiceSeries);
    const lastHash = last ? chainHash(last.prevHash, legalContent(last, last.lines, last.vat)) : chainStart;
    if (
      head.brokenNumber !== null ||
      head.lastHash !== lastHash ||
      last?.number !== (head.lastNumber ?? undefined)
    )
      throw new DomainError(
        'billing.chain-broken',
        { number: head.brokenNumber ?? head.lastNumber },
        'unavailable',
      );
  }
}

/** The draft without its lines and rates, which are rows of their own. */
function headOf(draft: InvoiceDraft): Omit<InvoiceDraft, 'lines' | 'vat'> {
  const { memberId, supplyFrom, supplyTo, dueDate, issuerId, issuer, buyer, mentions, isDemo } = draft;
  const { netCents, vatCents, totalCents } = draft;
  const people = { memberId, issuerId, issuer, buyer };
  return { ...people, supplyFrom, supplyTo, dueDate, mentions, isDemo, netCents, vatCents, totalCents };
}

/** @throws DomainError billing.clock-skew: today lies before the last invoice, and nothing is dated back */
function assertForward(head: ChainHead, issueDate: IsoDate): void {
  if (head.lastIssueDate !== null && issueDate < head.lastIssueDate)
    throw new DomainError('billing.clock-skew', { last_issue_date: head.lastIssueDate }, 'unavailable');
}
