import type { AdminSubscriptionRow, SubscriptionSettings } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { addDays, daysBetween } from '@calmness/platform/clock';
import type { SubscriptionOfMember } from '../application/read-desk';
import { statusOn } from '../domain/subscription';
import type { SubscriptionSettingEntity } from '../persistence/subscription-setting.entity';

export function presentAdminSubscription(row: SubscriptionOfMember, today: IsoDate): AdminSubscriptionRow {
  const { id, origin, startsOn, endsOn, pausedOn, member } = row;
  const status = statusOn(row, today);
  return {
    ...{ id, origin, status },
    member_id: row.memberId,
    member_name: member ? `${member.firstName} ${member.lastName}`.trim() : '',
    member_email: member?.email ?? '',
    plan_code: row.planCode,
    plan_name: row.planName,
    plan_group: row.planGroup,
    starts_on: startsOn,
    ends_on: endsOn,
    last_day_included: addDays(endsOn, -1),
    days_left: Math.max(daysBetween(pausedOn ?? today, endsOn), 0),
    cancelled_at: row.cancelledAt?.toISOString() ?? null,
    cancel_reason: row.cancelReason,
    cancel_comment: row.cancelComment,
    paused_on: pausedOn,
    grant_reason: row.grantReason,
    available_actions: actionsIn(status),
  };
}

function actionsIn(status: AdminSubscriptionRow['status']): AdminSubscriptionRow['available_actions'] {
  switch (status) {
    case 'active':
      return ['extend', 'end', 'pause'];
    case 'pending':
      return ['extend', 'end'];
    case 'paused':
      return ['extend', 'end', 'resume'];
    case 'expired':
    case 'cancelled':
      return [];
  }
}

export function presentSettings({ graceHours, version }: SubscriptionSettingEntity): SubscriptionSettings {
  return { grace_hours: graceHours, version };
}
