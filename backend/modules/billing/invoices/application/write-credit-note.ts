import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { amountOfLine, creditable, type CreditedLine } from '../domain/credit';
import { WalletBook } from '../../wallet/application/wallet-book';
import { owedBack } from '../../wallet/domain/movement';
import type { IssuedInvoice } from '../domain/invoice';
import { owedCents, untouched } from '../domain/invoice-state';
import { BalanceRepository } from '../persistence/balance.repository';
import { CreditRepository } from '../persistence/credit.repository';
import { InvoiceRepository } from '../persistence/invoice.repository';
import { ClockAgreement } from './clock-agreement';
import { CreditInvoice } from './credit-invoice';
import { ReadInvoices } from './read-invoices';

export interface WriteCreditNoteCommand {
  invoiceId: Uuid;
  adminId: Uuid;
  /** Null credits all that is left. */
  lines: CreditedLine[] | null;
  reason: string;
  /** The same key of the same form gives the same credit note. */
  requestKey: string;
}
export interface LeftToCredit {
  invoice: IssuedInvoice;
  lines: { position: number; label: string; amountCents: number; leftCents: number }[];
}

/** The staff credits an invoice without giving money back: what is owed shrinks, or waits to be refunded. */
@Injectable()
export class WriteCreditNote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly creditInvoice: CreditInvoice,
    private readonly credits: CreditRepository,
    private readonly readInvoices: ReadInvoices,
    private readonly invoices: InvoiceRepository,
    private readonly balances: BalanceRepository,
    private readonly wallet: WalletBook,
    private readonly clocks: ClockAgreement,
  ) {}

  /** @throws DomainError what crediting throws */
  async execute({ adminId, requestKey, ...request }: WriteCreditNoteCommand): Promise<IssuedInvoice> {
    await this.clocks.assert();
    const idempotencyKey = `credit:${request.invoiceId}:${requestKey}`;
    return this.unitOfWork.run(async (tx) => {
      const owed = await this.owedOn(tx, request.invoiceId);
      const note = await this.creditInvoice.execute(tx, { ...request, refund: null, idempotencyKey });
      await this.wallet.record(tx, {
        ...{ memberId: note.memberId, kind: 'credit_note', sourceId: note.id, invoiceId: note.id },
        amountCents: owedBack(note.totalCents, owed),
      });
      tx.audit({
        actorId: adminId,
        action: 'billing.credit-invoice',
        ...{ objectType: 'invoice', objectId: request.invoiceId, before: null },
        after: { number: note.number, totalCents: note.totalCents, reason: request.reason },
      });
      return note;
    });
  }

  /** EUR cents the member still had to pay: crediting them gives him nothing back. */
  private async owedOn(tx: Transaction, invoiceId: Uuid): Promise<number> {
    const invoice = await this.invoices.find(invoiceId, tx.manager);
    const balance = (await this.balances.of([invoiceId], tx.manager)).get(invoiceId) ?? untouched;
    return invoice ? owedCents(invoice, balance) : 0;
  }

  /** @throws DomainError billing.invoice-not-found */
  async left(invoiceId: Uuid): Promise<LeftToCredit> {
    const invoice = await this.readInvoices.one(invoiceId);
    const left = creditable(invoice, await this.credits.creditedSoFar(invoiceId));
    const leftOf = new Map(left.map(({ position, amountCents }) => [position, amountCents]));
    const lines = invoice.lines.map((line) => ({
      position: line.position,
      label: line.label,
      amountCents: amountOfLine(invoice, line),
      leftCents: leftOf.get(line.position) ?? 0,
    }));
    return { invoice, lines };
  }
}
