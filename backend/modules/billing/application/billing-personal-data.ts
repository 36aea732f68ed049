import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ErasureBlocker } from '@calmness/contracts';
import { PersonalData, type PersonalExport, type PersonalFile } from '@calmness/platform/composition';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { billingTables } from '../domain/billing-tables';
import { PaymentRepository } from '../payments/persistence/payment.repository';
import { SubscriptionAccess } from '../subscriptions/application/subscription-access';

/** Payments, subscriptions and invoices of a person; the accounting among it outlives the account. */
@Injectable()
export class BillingPersonalData extends PersonalData {
  readonly name = 'billing';

  constructor(
    private readonly dataSource: DataSource,
    private readonly payments: PaymentRepository,
    private readonly access: SubscriptionAccess,
  ) {
    super();
  }

  async export(memberId: Uuid): Promise<PersonalExport> {
    const [tables, files] = await Promise.all([
      billingTables.read(this.dataSource, memberId),
      this.documentsOf(memberId),
    ]);
    return { tables, files };
  }

  /**
   * Money on its way blocks: whoever receives it has to know whose it is; the member can withdraw the
   * announcement. Paid days that are left do not, once he says that he gives them up.
   */
  async blockers(memberId: Uuid): Promise<ErasureBlocker[]> {
    const [open, running] = await Promise.all([
      this.payments.undecidedOf(memberId),
      this.access.activeSubscriptionsOf(memberId),
    ]);
    const url = '/user/payments';
    return [
      ...open.map(({ reference }): ErasureBlocker => ({
        code: 'payment_pending',
        params: { reference },
        url,
        waivable: false,
      })),
      ...running.map(({ endsOn, planCode }): ErasureBlocker => ({
        code: 'subscription_active',
        params: { ends_on: endsOn, plan_code: planCode },
        url,
        waivable: true,
      })),
    ];
  }

  /** Nothing on disk goes: the stored files are invoices. */
  async erase(tx: Transaction, memberId: Uuid): Promise<Uuid[]> {
    await billingTables.erase(tx, memberId);
    return [];
  }

  private async documentsOf(memberId: Uuid): Promise<PersonalFile[]> {
    const rows = await this.dataSource.query<{ fileId: Uuid; number: string; kind: string }[]>(
      `SELECT document.file_id AS "fileId", invoice.number, document.kind
         FROM billing.invoice_document AS document JOIN billing.invoice ON invoice.id = document.invoice_id
        WHERE invoice.member_id = $1 AND document.state = 'ready' ORDER BY invoice.number, document.kind`,
      [memberId],
    );
    return rows.map(({ fileId, number, kind }) => ({ fileId, name: `${number}.${kind}` }));
  }
}
