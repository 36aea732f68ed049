import { Injectable } from '@nestjs/common';
import type { PaymentMethodCode } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, violatedConstraint, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { Ledger } from '../../ledger/application/ledger';
import { FindOffer } from '../../offers/application/find-offer';
import { normaliseTransactionNumber } from '../../payments/domain/transaction-number';
import { WalletBook } from '../../wallet/application/wallet-book';
import type { IssuedInvoice } from '../domain/invoice';
import { owedCents, untouched } from '../domain/invoice-state';
import { movementOf } from '../domain/movements';
import { BalanceRepository } from '../persistence/balance.repository';
import { InvoiceRepository } from '../persistence/invoice.repository';
import type { InvoiceSettlementEntity } from '../persistence/invoice-settlement.entity';

export interface SettleInvoiceCommand {
  invoiceId: Uuid;
  adminId: Uuid;
  method: PaymentMethodCode;
  /** As read on the statement. */
  transactionNumber: string;
  /** EUR cents. */
  amountCents: number;
  /** Europe/Paris. */
  receivedOn: IsoDate;
}

/** The staff writes down money that came for an issued invoice, or that went back for a credit note. */
@Injectable()
export class SettleInvoice {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invoices: InvoiceRepository,
    private readonly balances: BalanceRepository,
    private readonly offers: FindOffer,
    private readonly wallet: WalletBook,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /**
   * The same number for the same invoice again changes nothing.
   * @throws DomainError billing.invoice-not-found, billing.transaction-number-{malformed,used},
   * billing.received-on-invalid, billing.settlement-exceeds, billing.payment-method-{not-found,inactive}
   */
  async execute(command: SettleInvoiceCommand): Promise<void> {
    const transactionNumber = normaliseTransactionNumber(command.transactionNumber);
    await this.offers.method(command.method);
    if (command.receivedOn > this.clock.today()) throw future(this.clock.today());
    await this.unitOfWork.run(async (tx) => {
      const invoice = await this.invoices.find(command.invoiceId, tx.manager);
      if (!invoice) throw new DomainError('billing.invoice-not-found', {}, 'not-found');
      const known = await this.balances.settlementByNumber(tx, command.method, transactionNumber);
      if (known?.invoiceId === invoice.id) return;
      if (known) throw used(command.method);
      await this.record(tx, invoice, { ...command, transactionNumber });
    });
  }

  private async record(
    tx: Transaction,
    invoice: IssuedInvoice,
    command: SettleInvoiceCommand,
  ): Promise<void> {
    const { adminId, method, transactionNumber, amountCents, receivedOn } = command;
    const balance = (await this.balances.of([invoice.id], tx.manager)).get(invoice.id) ?? untouched;
    const owed = balance.replaced ? 0 : owedCents(invoice, balance);
    if (amountCents > owed) throw exceeds(owed);
    const settlement: InvoiceSettlementEntity = {
      ...{ id: newId(), invoiceId: invoice.id, method, transactionNumber, amountCents, receivedOn },
      ...{ recordedBy: adminId, recordedAt: this.clock.now() },
    };
    try {
      await this.balances.settle(tx, settlement);
    } catch (error) {
      if (violatedConstraint(error) === 'invoice_settlement_bounded') throw exceeds(owed);
      if (violatedConstraint(error) === 'invoice_settlement_transaction_once') throw used(method);
      throw error;
    }
    if (invoice.type === '381') await this.giveBack(tx, invoice, settlement);
    const note = { method, transactionNumber, amountCents, receivedOn, reference: transactionNumber };
    await this.ledger.append(tx, movementOf(invoice, note));
    tx.audit({
      actorId: adminId,
      action: 'billing.settle-invoice',
      ...{ objectType: 'invoice', objectId: invoice.id, before: { owedCents: owed } },
      after: { number: invoice.number, transactionNumber, amountCents, receivedOn },
    });
  }

  /** What goes back leaves the wallet: never more than the member is owed. */
  private async giveBack(
    tx: Transaction,
    note: IssuedInvoice,
    settlement: InvoiceSettlementEntity,
  ): Promise<void> {
    const { id: sourceId, amountCents } = settlement;
    const balance = await this.wallet.balance(tx, note.memberId);
    if (amountCents > balance) throw exceeds(balance);
    const { memberId, id: invoiceId } = note;
    await this.wallet.record(tx, { memberId, kind: 'refund', sourceId, invoiceId, amountCents });
  }
}

function future(today: IsoDate): DomainError {
  return new DomainError('billing.received-on-invalid', { latest: today }, 'invalid', [
    { field: 'received_on', code: 'too_large' },
  ]);
}

function used(method: string): DomainError {
  return new DomainError('billing.transaction-number-used', { method, reference: null }, 'conflict', [
    { field: 'transaction_number', code: 'invalid' },
  ]);
}

function exceeds(owed: number): DomainError {
  return new DomainError('billing.settlement-exceeds', { owed_cents: owed }, 'invalid', [
    { field: 'amount_cents', code: 'too_large' },
  ]);
}
