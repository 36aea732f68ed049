import { Injectable } from '@nestjs/common';
import { DomainError } from '@calmness/platform/errors';
import {
  matchCategories,
  type BankMappingView,
  type BankMappingWrite,
  type MatchCategory,
  type ReconciliationBatchView,
  type StatementDelimiter,
  type StatementLineList,
  type StatementLineView,
} from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { PaymentRepository } from '../../payments/persistence/payment.repository';
import type { SuggestedLine } from '../application/suggest-matches';
import type { BankMappingEntity } from '../persistence/bank-mapping.entity';
import { BatchRepository } from '../persistence/batch.repository';

/** Statements, suggestions and batches as the staff's page reads them. */
@Injectable()
export class ReconcilePresenter {
  constructor(
    private readonly batches: BatchRepository,
    private readonly payments: PaymentRepository,
  ) {}

  async lines(suggested: readonly SuggestedLine[]): Promise<StatementLineList> {
    const lines = suggested.map(presentLine);
    const count = (category: MatchCategory): number =>
      lines.filter((line) => line.category === category).length;
    const [sure, likely, none] = matchCategories.map(count);
    const [running] = await this.batches.running();
    return {
      lines,
      counts: { sure: sure ?? 0, likely: likely ?? 0, none: none ?? 0 },
      running_batch_id: running?.id ?? null,
    };
  }

  /** @throws DomainError billing.batch-not-found */
  async batch(id: Uuid): Promise<ReconciliationBatchView> {
    const batch = await this.batches.find(id);
    if (!batch) throw new DomainError('billing.batch-not-found', {}, 'not-found');
    const rows = await this.batches.rows(id);
    const payments = await this.payments.findAll(rows.map(({ paymentId }) => paymentId));
    const references = new Map(payments.map((payment) => [payment.id, payment.reference]));
    const count = (state: string): number => rows.filter((row) => row.state === state).length;
    return {
      ...{ id, total: rows.length, done: count('done'), failed: count('failed') },
      finished: batch.finishedAt !== null,
      rows: rows.map(({ lineId, paymentId, state, errorCode }) => ({
        ...{ line_id: lineId, payment_id: paymentId, state, error: errorCode },
        reference: references.get(paymentId) ?? '',
      })),
    };
  }
}

function presentLine({ line, match }: SuggestedLine): StatementLineView {
  return {
    id: line.id,
    account: line.account,
    booked_on: line.bookedOn,
    label: line.label,
    payer: line.payer,
    amount_cents: line.amountCents,
    bank_reference: line.bankReference,
    category: match?.category ?? 'none',
    reasons: match?.reasons ?? [],
    payment: match && {
      id: match.payment.id,
      reference: match.payment.reference,
      member_name: match.payment.names.join(' '),
      due_cents: match.payment.dueCents,
    },
  };
}

export function presentMapping(mapping: BankMappingEntity): BankMappingView {
  return {
    id: mapping.id,
    name: mapping.name,
    delimiter: mapping.delimiter as StatementDelimiter,
    encoding: mapping.encoding,
    decimal_comma: mapping.decimalComma,
    date_format: mapping.dateFormat,
    skip_rows: mapping.skipRows,
    columns: mapping.columns,
    version: mapping.version,
  };
}

export function mappingOf(write: BankMappingWrite): Omit<BankMappingEntity, 'id' | 'version'> {
  const { name, delimiter, encoding, columns } = write;
  return {
    ...{ name: name.trim(), delimiter, encoding, columns: { ...columns } },
    ...{ decimalComma: write.decimal_comma, dateFormat: write.date_format, skipRows: write.skip_rows },
  };
}
