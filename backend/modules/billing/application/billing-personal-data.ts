import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ErasureBlocker } from '@calmness/contracts';
import { PersonalData, type PersonalExport, type PersonalFile } from '@calmness/platform/composition';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { billingTables } from '../domain/billing-tables';
import { proofName } from '../payments/domain/proof';
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
    const [tables, documents, proofs] = await Promise.all([
      billingTables.read(this.dataSource, memberId),
      this.documentsOf(memberId),
      this.proofsOf(memberId),
    ]);
    return { tables, files: [...documents, ...proofs] };
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

  /** Invoices stay on disk; what he sent to prove a payment goes. */
  async erase(tx: Transaction, memberId: Uuid): Promise<Uuid[]> {
    const proofs = await tx.query<{ id: Uuid }>(
      `SELECT proof.file_id AS id FROM billing.payment_proof AS proof
         JOIN billing.payment ON payment.id = proof.payment_id WHERE payment.member_id = $1`,
      [memberId],
    );
    await billingTables.erase(tx, memberId);
    return proofs.map(({ id }) => id);
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

  private async proofsOf(memberId: Uuid): Promise<PersonalFile[]> {
    const rows = await this.dataSource.query<{ fileId: Uuid; reference: string; mediaType: string }[]>(
      `SELECT proof.file_id AS "fileId", payment.reference, proof.media_type AS "mediaType"
         FROM billing.payment_proof AS proof JOIN billing.payment ON payment.id = proof.payment_id
        WHERE payment.member_id = $1 AND proof.removed_at IS NULL ORDER BY payment.reference`,
      [memberId],
    );
    return rows.map(({ fileId, reference, mediaType }) => ({
      fileId,
      name: proofName(reference, mediaType),
    }));
  }
}
