import { Injectable } from '@nestjs/common';
import { MemberDirectory, type MemberName } from '@calmness/accounts';
import type { SubscriptionFigures } from '@calmness/contracts';
import { addDays, Clock, startOfDay } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import type { SubscriptionEntity } from '../persistence/subscription.entity';
import { SubscriptionDesk, type DeskSearch } from '../persistence/subscription-desk.repository';

export interface DeskQuery extends Omit<DeskSearch, 'memberIds' | 'today'> {
  /** A part of a name or an address. */
  text?: string;
}
export type SubscriptionOfMember = SubscriptionEntity & { member: MemberName | undefined };

/** A search by name looks at so many people. */
const mostPeople = 200;
const yearDays = 365;

/** The subscriptions of everybody, and what they come to, for the staff. */
@Injectable()
export class ReadDesk {
  constructor(
    private readonly desk: SubscriptionDesk,
    private readonly members: MemberDirectory,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list({ text, ...query }: DeskQuery): Promise<SubscriptionOfMember[]> {
    const today = this.clock.today();
    const memberIds = text ? await this.members.matching(text, mostPeople) : undefined;
    const rows = await this.desk.search({ ...query, memberIds, today });
    return this.named(rows);
  }

  async named(rows: readonly SubscriptionEntity[]): Promise<SubscriptionOfMember[]> {
    const names = await this.members.namesOf([...new Set<Uuid>(rows.map(({ memberId }) => memberId))]);
    return rows.map((row) => ({ ...row, member: names.get(row.memberId) }));
  }

  async figures(): Promise<SubscriptionFigures> {
    const today = this.clock.today();
    const since = startOfDay(addDays(today, -yearDays));
    const [counts, months, renewals, reasons] = await Promise.all([
      this.desk.today(today),
      this.desk.months(today),
      this.desk.renewals(today),
      this.desk.reasons(since),
    ]);
    const { mrrCents, ...of } = counts;
    return {
      ...{ ...of, mrr_cents: mrrCents, renewals },
      months: months.map(({ atStart, mrrCents: cents, ...month }) => ({
        ...{ ...month, at_start: atStart, mrr_cents: cents },
      })),
      reasons: reasons.map(({ reason, count }) => ({ reason_code: reason, count })),
    };
  }
}
