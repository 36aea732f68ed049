import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { businessZone, Clock, dayIn } from '@calmness/platform/clock';
import { violatedConstraint, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { chainHash, chainStart } from '../../ledger/domain/chain';
import { Ledger } from '../../ledger/application/ledger';
import { movementsOf } from '../domain/movements';
import type { InvoiceDraft, IssuedInvoice } from '../domain/invoice';
import { legalContent, type UnsealedInvoice } from '../domain/invoice-content';
import { invoiceNumber, invoiceSeries, numberingYear } from '../domain/number';
import type { InvoiceOrder } from '../domain/order';
import { turnoverOf } from '../domain/turnover';
import { facturXml } from '../facturx/facturx-xml';
import { ChainRepository, type ChainHead } from '../persistence/chain.repository';
import { InvoiceDocumentRepository } from '../persistence/invoice-document.repository';
import { InvoiceRepository } from '../persistence/invoice.repository';
import { ComposeInvoice } from './compose-invoice';

/** Money of a payment that settles the invoice, EUR cents. */
export interface AllocatedPayment {
  paymentId: Uuid;
  amountCents: number;
}
export interface IssueRequest {
  /** The same key gives the same invoice, however often it is asked for (I9). */
  idempotencyKey: string;
  /** Writes the invoice for its issue day, once nobody else can issue in the series. */
  compose(on: IsoDate): Promise<InvoiceDraft>;
  allocations: AllocatedPayment[];
}

const refusals = new Map<string, ErrorCode>([
  ['invoice_credit_exceeds', 'billing.credit-exceeds'],
  ['invoice_amended_once', 'billing.already-amended'],
  ['invoice_link_once', 'billing.already-amended'],
  ['invoice_amends', 'billing.preceding-required'],
]);

/**
 * Issues an invoice: number, hour, hash, rows and their first ledger entry, all in the caller's transaction
 * or not at all. Invoices of a series queue up behind the end of the chain.
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

  /** @throws DomainError billing.chain-broken, billing.clock-skew and what composing throws */
  execute(
    tx: Transaction,
    order: InvoiceOrder,
    { idempotencyKey, allocations }: Omit<IssueRequest, 'compose'>,
  ): Promise<IssuedInvoice> {
    const compose = (on: IsoDate) => this.compose.execute(order, on, tx.manager);
    return this.issue(tx, { idempotencyKey, allocations, compose });
  }

  /** @throws DomainError billing.chain-broken, billing.clock-skew and what `compose` throws */
  async issue(tx: Transaction, request: IssueRequest): Promise<IssuedInvoice> {
    const head = await this.chain.lockHead(tx, invoiceSeries);
    const known = await this.invoices.findByIdempotencyKey(tx, request.idempotencyKey);
    if (known) return known;
    await this.assertWhole(tx, head);
    // The hour is read only now, behind the lock: whoever waited is dated after whoever went first.
    const issuedAt = this.clock.now();
    const issueDate = dayIn(issuedAt, businessZone);
    assertForward(head, issueDate);
    const draft = await request.compose(issueDate);
    const unsealed = await this.number(tx, draft, { issuedAt, issueDate }, request.idempotencyKey);
    return this.seal(tx, head, unsealed, request.allocations);
  }

  private async number(
    tx: Transaction,
    draft: InvoiceDraft,
    { issuedAt, issueDate }: { issuedAt: Date; issueDate: IsoDate },
    idempotencyKey: string,
  ): Promise<UnsealedInvoice> {
    const year = numberingYear(issueDate);
    const seq = await this.chain.nextSeq(tx, invoiceSeries, year);
    return {
      ...draft,
      id: newId(),
      contentVersion: 2,
      series: invoiceSeries,
      ...{ year, seq, issuedAt, issueDate, idempotencyKey },
      number: invoiceNumber(invoiceSeries, issueDate, seq),
      currency: 'EUR',
      verifyCode: randomBytes(12).toString('base64url'),
    };
  }

  private async seal(
    tx: Transaction,
    head: ChainHead,
    unsealed: UnsealedInvoice,
    allocations: readonly AllocatedPayment[],
  ): Promise<IssuedInvoice> {
    const hash = chainHash(head.lastHash, legalContent(unsealed));
    const invoice = { ...unsealed, prevHash: head.lastHash, hash };
    const { id: invoiceId, type, memberId, number, totalCents } = invoice;
    await this.insert(tx, invoice);
    await this.chain.advance(tx, invoice);
    for (const allocation of allocations) await this.invoices.allocate(tx, { ...allocation, invoiceId });
    await this.documents.queue(tx, invoiceId, invoice.issuedAt);
    await this.tellLedger(tx, invoice);
    const paymentId = allocations[0]?.paymentId;
    tx.record('billing.invoice-issued', { invoiceId, type, memberId, paymentId, number, totalCents });
    return invoice;
  }

  /** The invoice, then the money that settled it; both of the day the invoice bears. */
  private async tellLedger(tx: Transaction, invoice: IssuedInvoice): Promise<void> {
    const { id: invoiceId, number, hash, issuedAt } = invoice;
    const issued = { kind: 'invoice-issued', invoiceId, amountCents: turnoverOf(invoice) } as const;
    await this.ledger.append(tx, { ...issued, detail: { number, hash } }, issuedAt);
    for (const movement of movementsOf(invoice)) await this.ledger.append(tx, movement, issuedAt);
  }

  /** The database has the last word on what may be credited, corrected and deducted (I6). */
  private async insert(tx: Transaction, invoice: IssuedInvoice): Promise<void> {
    try {
      // What the typed tree cannot say is not numbered (I11).
      facturXml(invoice);
      await this.invoices.insert(tx, invoice);
    } catch (error) {
      const code = refusals.get(violatedConstraint(error) ?? '');
      throw code ? new DomainError(code, {}, 'conflict') : error;
    }
  }

  /** @throws DomainError billing.chain-broken when the link we are about to hang on is not what it was */
  private async assertWhole(tx: Transaction, head: ChainHead): Promise<void> {
    const last = await this.invoices.last(tx, invoiceSeries);
    const lastHash = last ? chainHash(last.prevHash, legalContent(last)) : chainStart;
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

/** @throws DomainError billing.clock-skew: today lies before the last invoice, and nothing is dated back */
function assertForward(head: ChainHead, issueDate: IsoDate): void {
  if (head.lastIssueDate !== null && issueDate < head.lastIssueDate)
    throw new DomainError('billing.clock-skew', { last_issue_date: head.lastIssueDate }, 'unavailable');
}
