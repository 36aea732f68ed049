import { Injectable } from '@nestjs/common';
import { chainHash, chainStart } from '../../ledger/domain/chain';
import { VerifyLedger } from '../../ledger/application/verify-ledger';
import type { IssuedInvoice } from '../domain/invoice';
import { legalContent } from '../domain/invoice-content';
import { invoiceNumber, invoiceSeries } from '../domain/number';
import { ChainRepository } from '../persistence/chain.repository';
import { InvoiceRepository } from '../persistence/invoice.repository';

const batch = 500;

export interface ChainVerdict {
  valid: boolean;
  /** Invoices whose link was recomputed and found right. */
  checked: number;
  firstBrokenNumber: string | null;
}

interface Walk {
  last: IssuedInvoice | null;
  checked: number;
  /** Number of the first link that does not hold. */
  broken: string | null;
}

/**
 * Recomputes every link from the first invoice: content, order, gaps, the end that the next one hangs
 * on, and the ledger beside it. Reads only.
 */
@Injectable()
export class VerifyInvoiceChain {
  constructor(
    private readonly chain: ChainRepository,
    private readonly invoices: InvoiceRepository,
    private readonly verifyLedger: VerifyLedger,
  ) {}

  async execute(): Promise<ChainVerdict> {
    // Invoices issued while we read lie behind this head; the next check sees them.
    const head = await this.chain.head(invoiceSeries);
    const { last, checked, broken } = await this.walk(head.length);
    if (broken !== null) return { valid: false, checked, firstBrokenNumber: broken };
    const complete = checked === head.length && (last?.hash ?? chainStart) === head.lastHash;
    if (!complete) return { valid: false, checked, firstBrokenNumber: head.lastNumber };
    return this.withLedger(checked);
  }

  /** Follows the chain for `length` links, or to the first that does not hold. */
  private async walk(length: number): Promise<Walk> {
    const walk: Walk = { last: null, checked: 0, broken: null };
    while (walk.checked < length) {
      const limit = Math.min(batch, length - walk.checked);
      const links = await this.invoices.chainAfter(invoiceSeries, placeOf(walk.last), limit);
      if (links.length === 0) break;
      for (const link of links) {
        if (!follows(link, walk.last)) return { ...walk, broken: expectedNumber(link, walk.last) };
        walk.last = link;
        walk.checked += 1;
      }
    }
    return walk;
  }

  private async withLedger(checked: number): Promise<ChainVerdict> {
    const ledger = await this.verifyLedger.execute();
    if (ledger.valid) return { valid: true, checked, firstBrokenNumber: null };
    const invoice = ledger.brokenInvoiceId && (await this.invoices.find(ledger.brokenInvoiceId));
    const { lastNumber } = await this.chain.head(invoiceSeries);
    return { valid: false, checked, firstBrokenNumber: invoice ? invoice.number : lastNumber };
  }
}

function placeOf(link: IssuedInvoice | null): { year: number; seq: number } {
  return link ?? { year: 0, seq: 0 };
}

function follows(link: IssuedInvoice, previous: IssuedInvoice | null): boolean {
  const hash = chainHash(link.prevHash, legalContent(link));
  const rank = previous?.year === link.year ? previous.seq + 1 : 1;
  const ordered = link.seq === rank && link.issueDate >= (previous?.issueDate ?? '');
  return ordered && link.hash === hash && link.prevHash === (previous?.hash ?? chainStart);
}

/** A missing invoice is named by the number it must have borne, as far as we know it. */
function expectedNumber(link: IssuedInvoice, previous: IssuedInvoice | null): string {
  const rank = previous?.year === link.year ? previous.seq + 1 : 1;
  return link.seq === rank
    ? link.number
    : invoiceNumber(link.series, previous?.issueDate ?? link.issueDate, rank);
}
