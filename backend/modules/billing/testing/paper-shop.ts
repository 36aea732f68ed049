import type { DataSource } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import { businessZone, dayIn } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { TestClock } from '@calmness/platform/testing';
import { mentionRows, vatRateRows } from '../application/reference/law-rows';
import { ComposeInvoice } from '../invoices/application/compose-invoice';
import { CreditInvoice, type CreditRequest } from '../invoices/application/credit-invoice';
import { DecideVat } from '../invoices/application/decide-vat';
import { IssueInvoice, type IssueRequest } from '../invoices/application/issue-invoice';
import type { CreditedSoFar } from '../invoices/domain/credit';
import type { InvoiceDraft, IssuedInvoice } from '../invoices/domain/invoice';
import { legalContent } from '../invoices/domain/invoice-content';
import type { IssuerDetails } from '../invoices/domain/issuer';
import { invoiceNumber, invoiceSeries, numberingYear } from '../invoices/domain/number';
import type { InvoiceOrder } from '../invoices/domain/order';
import { vatKey } from '../invoices/domain/totals';
import { CreditRepository } from '../invoices/persistence/credit.repository';
import { InvoiceRepository } from '../invoices/persistence/invoice.repository';
import type { IssuerEntity } from '../invoices/persistence/issuer.entity';
import { IssuerRepository } from '../invoices/persistence/issuer.repository';
import type { MentionTextEntity } from '../invoices/persistence/mention-text.entity';
import { ReferenceRows } from '../invoices/persistence/reference-rows.repository';
import { chainHash, chainStart } from '../ledger/domain/chain';

const noDatabase = {} as DataSource;
const noTransaction = {} as Transaction;
const holdsOn = (day: IsoDate) => (row: { validFrom: IsoDate; validTo: IsoDate | null }) =>
  row.validFrom <= day && (row.validTo === null || row.validTo > day);
const newestFirst = (a: { validFrom: IsoDate }, b: { validFrom: IsoDate }) =>
  b.validFrom.localeCompare(a.validFrom);

class PaperRows extends ReferenceRows {
  override rateOn(code: string, day: IsoDate): Promise<number | null> {
    const rows = vatRateRows.filter((row) => row.code === code).filter(holdsOn(day));
    return Promise.resolve(rows.sort(newestFirst)[0]?.rateBp ?? null);
  }

  override mentionsOn(day: IsoDate): Promise<MentionTextEntity[]> {
    return Promise.resolve(mentionRows.filter(holdsOn(day)).sort(newestFirst));
  }
}

class PaperIssuers extends IssuerRepository {
  issuer: IssuerEntity | null = null;

  override current(): Promise<IssuerEntity | null> {
    return Promise.resolve(this.issuer);
  }
}

class PaperInvoices extends InvoiceRepository {
  readonly issued: IssuedInvoice[] = [];

  override find(id: Uuid): Promise<IssuedInvoice | null> {
    return Promise.resolve(this.issued.find((invoice) => invoice.id === id) ?? null);
  }
}

class PaperCredits extends CreditRepository {
  constructor(private readonly book: PaperInvoices) {
    super(noDatabase);
  }

  override creditedSoFar(invoiceId: Uuid): Promise<CreditedSoFar> {
    const lines = new Map<number, number>();
    const rates = new Map<string, { baseCents: number; vatCents: number }>();
    const notes = this.book.issued.filter(({ links }) =>
      links.some((link) => link.precedingId === invoiceId),
    );
    for (const note of notes.filter(({ type }) => type === '381')) {
      for (const { ofPosition, amountCents } of note.lines)
        lines.set(ofPosition ?? 0, (lines.get(ofPosition ?? 0) ?? 0) + (amountCents ?? 0));
      for (const rate of note.vat) {
        const before = rates.get(vatKey(rate)) ?? { baseCents: 0, vatCents: 0 };
        rates.set(vatKey(rate), {
          baseCents: before.baseCents + rate.baseCents,
          vatCents: before.vatCents + rate.vatCents,
        });
      }
    }
    return Promise.resolve({ lines, rates });
  }

  override isReplaced(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

/** Numbers and seals as the real desk does, without a database behind it. */
class PaperDesk extends IssueInvoice {
  constructor(
    private readonly drafts: ComposeInvoice,
    private readonly book: PaperInvoices,
    private readonly hours: TestClock,
  ) {
    super(drafts, null as never, book, null as never, null as never, hours);
  }

  override async issue(_: Transaction, request: IssueRequest): Promise<IssuedInvoice> {
    const issuedAt = this.hours.now();
    const issueDate = dayIn(issuedAt, businessZone);
    const draft: InvoiceDraft = await request.compose(issueDate);
    const year = numberingYear(issueDate);
    const seq = this.book.issued.length + 1;
    const unsealed = {
      ...draft,
      ...{ id: newId(), contentVersion: 2 as const, series: invoiceSeries, year, seq, issuedAt, issueDate },
      number: invoiceNumber(invoiceSeries, issueDate, seq),
      currency: 'EUR' as const,
      verifyCode: `Verify-code-${String(seq).padStart(4, '0')}`,
      idempotencyKey: request.idempotencyKey,
    };
    const prevHash = this.book.issued.at(-1)?.hash ?? chainStart;
    const invoice = { ...unsealed, prevHash, hash: chainHash(prevHash, legalContent(unsealed)) };
    this.book.issued.push(invoice);
    return invoice;
  }
}

/** A shop on paper: the real rules and words, invoices in a list instead of tables. */
export class PaperShop {
  readonly clock = new TestClock();
  private readonly book = new PaperInvoices(noDatabase);
  private readonly issuers = new PaperIssuers(noDatabase);
  private readonly compose: ComposeInvoice;
  private readonly desk: PaperDesk;

  constructor(issuer: IssuerDetails) {
    const rows = new PaperRows(noDatabase);
    this.compose = new ComposeInvoice(this.issuers, new DecideVat(rows), rows, this.clock);
    this.desk = new PaperDesk(this.compose, this.book, this.clock);
    this.sellAs(issuer);
  }

  /** Who issues from now on. */
  sellAs(issuer: IssuerDetails): void {
    const version = (this.issuers.issuer?.version ?? 0) + 1;
    this.issuers.issuer = { ...issuer, id: newId(), version, validFrom: this.clock.now() };
  }

  issue(order: InvoiceOrder): Promise<IssuedInvoice> {
    return this.desk.execute(noTransaction, order, { idempotencyKey: newId(), allocations: [] });
  }

  credit(request: Omit<CreditRequest, 'idempotencyKey'>): Promise<IssuedInvoice> {
    const { book, issuers, compose, desk, clock } = this;
    const credit = new CreditInvoice(book, new PaperCredits(book), issuers, compose, desk, clock);
    return credit.execute(noTransaction, { ...request, idempotencyKey: newId() });
  }
}
