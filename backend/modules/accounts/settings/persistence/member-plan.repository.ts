import { Injectable } from '@nestjs/common';
import type { Transaction } from '@calmness/platform/database';
import type { MemberPlanEntity } from './member-plan.entity';

@Injectable()
export class MemberPlanRepository {
  /** The newest version wins, in whatever order they come; an end that names no plan keeps the one known. */
  async note(tx: Transaction, fact: MemberPlanEntity): Promise<void> {
    await tx.query(
      `INSERT INTO accounts.member_plan AS known (subscription_id, member_id, plan_id, ends_on, version)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (subscription_id) DO UPDATE
         SET plan_id = coalesce(excluded.plan_id, known.plan_id), ends_on = excluded.ends_on,
             version = excluded.version
       WHERE known.version < excluded.version`,
      [fact.subscriptionId, fact.memberId, fact.planId, fact.endsOn, fact.version],
    );
  }
}
