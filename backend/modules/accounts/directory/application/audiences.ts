import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';

/** Whom the academy speaks to at once. */
export type Audience =
  | { kind: 'everybody' | 'subscribed' | 'ended' }
  | { kind: 'plan'; planId: Uuid }
  | { kind: 'label'; labelId: Uuid };

/** `$1` is today in Europe/Paris; an end is exclusive. A subscription whose plan nobody told yet gives no access. */
const running = `EXISTS (SELECT 1 FROM accounts.member_plan AS plan
                          WHERE plan.member_id = member.id AND plan.plan_id IS NOT NULL AND plan.ends_on > $1`;
const conditions: Record<Audience['kind'], string> = {
  everybody: '$2::uuid IS NULL',
  subscribed: `$2::uuid IS NULL AND ${running})`,
  ended: `$2::uuid IS NULL AND NOT ${running})
          AND EXISTS (SELECT 1 FROM accounts.member_plan AS plan WHERE plan.member_id = member.id AND plan.ends_on <= $1)`,
  plan: `${running} AND plan.plan_id = $2::uuid)`,
  label: `EXISTS (SELECT 1 FROM accounts.member_label WHERE member_id = member.id AND label_id = $2::uuid)`,
};

/** Members by what they have in common, in one reading. Reads only. */
@Injectable()
export class Audiences {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Open accounts with a proven address, in one order; who is leaving is left in peace. */
  async membersOf(audience: Audience): Promise<Uuid[]> {
    const rows = await this.dataSource.query<{ id: Uuid }[]>(
      `SELECT member.id FROM accounts.member
        WHERE $1::date IS NOT NULL AND 'member' = ANY (member.roles) AND member.email_verified_at IS NOT NULL
          AND member.erased_at IS NULL AND member.locked_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM accounts.erasure
                           WHERE erasure.member_id = member.id AND erasure.state IN ('scheduled', 'running'))
          AND ${conditions[audience.kind]}
        ORDER BY member.id`,
      [this.clock.today(), selectedBy(audience)],
    );
    return rows.map(({ id }) => id);
  }
}

function selectedBy(audience: Audience): Uuid | null {
  if (audience.kind === 'plan') return audience.planId;
  return audience.kind === 'label' ? audience.labelId : null;
}
