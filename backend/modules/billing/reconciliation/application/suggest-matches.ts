import { Injectable } from '@nestjs/common';
import { MemberDirectory } from '@calmness/accounts';
import { businessZone, dayIn } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { fullName } from '../../payments/application/order-of-payment';
import { keptBy } from '../../payments/domain/received-amount';
import { PaymentRepository } from '../../payments/persistence/payment.repository';
import { ReceiptRepository } from '../../payments/persistence/receipt.repository';
import { matchAll, type AwaitedPayment, type Match } from '../domain/match';
import type { StatementLineEntity } from '../persistence/statement-line.entity';
import { StatementRepository } from '../persistence/statement.repository';

const mostLines = 500;

export interface SuggestedLine {
  line: StatementLineEntity;
  /** Null when nothing fits. */
  match: Match | null;
}

/** Money that came in beside the payments it may be for. */
@Injectable()
export class SuggestMatches {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: StatementRepository,
    private readonly payments: PaymentRepository,
    private readonly receipts: ReceiptRepository,
    private readonly members: MemberDirectory,
  ) {}

  /** The surest first, then the newest. */
  async execute(): Promise<SuggestedLine[]> {
    const lines = await this.statements.openCredits(mostLines);
    const matches = matchAll(lines, lines.length > 0 ? await this.awaited() : []);
    return lines
      .map((line) => ({ line, match: matches.get(line) ?? null }))
      .sort((a, b) => (b.match?.score ?? 0) - (a.match?.score ?? 0));
  }

  /** Money that is none of the members'. @throws DomainError billing.statement-line-not-found */
  async ignore(lineId: Uuid, adminId: Uuid): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.statements.ignore(tx, lineId)))
        throw new DomainError('billing.statement-line-not-found', {}, 'not-found');
      tx.audit({
        actorId: adminId,
        action: 'billing.ignore-statement-line',
        objectType: 'statement-line',
        objectId: lineId,
        before: { state: 'open' },
        after: { state: 'ignored' },
      });
    });
  }

  private async awaited(): Promise<AwaitedPayment[]> {
    const payments = await this.payments.awaitedBy('bank_transfer');
    const names = await this.members.namesOf(payments.map(({ memberId }) => memberId));
    const kept = Map.groupBy(
      await this.receipts.ofPayments(payments.map(({ id }) => id)),
      ({ paymentId }) => paymentId,
    );
    return payments.map(({ id, reference, amountCents, memberId, buyer, declaredAt }) => ({
      ...{ id, reference, dueCents: amountCents - keptBy(kept.get(id) ?? []) },
      names: [buyer?.kind === 'company' ? buyer.name : fullName(names.get(memberId))],
      declaredOn: dayIn(declaredAt, businessZone),
    }));
  }
}
