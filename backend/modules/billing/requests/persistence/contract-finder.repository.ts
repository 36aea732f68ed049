import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';

export interface FoundOrder {
  paymentId: Uuid;
  subscriptionId: Uuid | null;
  declaredAt: Date;
  amountCents: number;
  startsOn: IsoDate | null;
  endsOn: IsoDate | null;
  consented: boolean;
}

/** Which contract of a member a request is about, from the number he gives or from what runs. */
@Injectable()
export class ContractFinder {
  constructor(private readonly dataSource: DataSource) {}

  /** By payment reference or invoice number; only among the member's own. */
  async orderOf(memberId: Uuid, reference: string): Promise<FoundOrder | null> {
    const [found] = await this.dataSource.query<FoundOrder[]>(
      `SELECT payment.id AS "paymentId", payment.subscription_id AS "subscriptionId",
              payment.declared_at AS "declaredAt", payment.amount_cents AS "amountCents",
              payment.starts_on::text AS "startsOn", payment.ends_on::text AS "endsOn",
              payment.early_start_consent_at IS NOT NULL AS consented
         FROM billing.payment
        WHERE member_id = $1 AND (
              reference = $2
           OR id IN (SELECT payment_id FROM billing.allocation JOIN billing.invoice ON invoice.id = invoice_id
                      WHERE number = $2))
        ORDER BY payment.declared_at DESC LIMIT 1`,
      [memberId, reference.trim().toUpperCase()],
    );
    return found ?? null;
  }

  /** What is still to end and was not cancelled, the last to end first. */
  async runningOf(memberId: Uuid, today: IsoDate): Promise<Uuid | null> {
    const [found] = await this.dataSource.query<{ id: Uuid }[]>(
      `SELECT id FROM billing.subscription
        WHERE member_id = $1 AND cancelled_at IS NULL AND (ends_on > $2 OR status = 'paused')
        ORDER BY ends_on DESC LIMIT 1`,
      [memberId, today],
    );
    return found?.id ?? null;
  }
}
