import { Injectable } from '@nestjs/common';
import { chainHash, chainStart } from '../../ledger/domain/chain';
import { pagesAhead } from '../../ledger/application/pages-ahead';
import { VerifyLedger, type LedgerVerdict } from '../../ledger/application/verify-ledger';
import type { IssuedInvoice } from '../domain/invoice';
import { legalContent } from '../domain/invoice-content';
import { invoiceNumber, invoiceSeries } from '../domain/number';
import { ChainReader } from '../persistence/chain-reader';
import { ChainRepository } from '../persistence/chain.repository';
import { InvoiceRepository } from '../persistence/invoice.repository';

const batch = 2_000;

export interface ChainVerdict {
  valid: boolean;
  /** Invoices whose link was recomputed and found right. */
  checked: number;
  /** An invoice, or a closing such as `day 2026-11-20`. */
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
 * on, and the ledger and the closings beside it. Reads only.
 */
@Injectable()
export class VerifyInvoiceChain {
  constructor(
    private readonly chain: ChainRepository,
    private readonly reader: ChainReader,
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
    const place = { year: 0, seq: 0 };
    let fetched = 0;
    const pages = pagesAhead<IssuedInvoice>(async (last) => {
      const limit = Math.min(batch, length - fetched);
      const links = limit > 0 ? await this.reader.after(invoiceSeries, last ?? place, limit) : [];
      fetched += links.length;
      return links;
    });
    for await (const links of pages) if (!follow(walk, links)) break;
    return walk;
  }

  private async withLedger(checked: number): Promise<ChainVerdict> {
    const ledger = await this.verifyLedger.execute();
    const firstBrokenNumber = ledger.valid ? null : await this.nameOf(ledger);
    return { valid: ledger.valid, checked, firstBrokenNumber };
  }

  private async nameOf({ brokenClosing, brokenInvoiceId }: LedgerVerdict): Promise<string | null> {
    if (brokenClosing !== null) return brokenClosing;
    const invoice = brokenInvoiceId && (await this.invoices.find(brokenInvoiceId));
    return invoice ? invoice.number : (await this.chain.head(invoiceSeries)).lastNumber;
  }
}

/** Goes on along the links; false at the first that does not hold. */
function follow(walk: Walk, links: readonly IssuedInvoice[]): boolean {
  for (const link of links) {
    if (!follows(link, walk.last)) {
      walk.broken = expectedNumber(link, walk.last);
      return false;
    }
    walk.last = link;
    walk.checked += 1;
  }
  return true;
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
