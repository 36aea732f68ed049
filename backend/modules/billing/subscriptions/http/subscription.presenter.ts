import type { SubscriptionRow } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { addDays, daysBetween } from '@calmness/platform/clock';
import { statusOn } from '../domain/subscription';
import type { SubscriptionEntity } from '../persistence/subscription.entity';

/** @param pausable its plan lets members ask for a pause themselves */
export function presentSubscription(
  subscription: SubscriptionEntity,
  today: IsoDate,
  pausable: boolean,
): SubscriptionRow {
  const { id, planCode, planName, startsOn, endsOn, cancelledAt, origin, cancelReason, pausedOn } =
    subscription;
  return {
    id,
    plan_code: planCode,
    plan_name: planName,
    status: statusOn(subscription, today),
    starts_on: startsOn,
    ends_on: endsOn,
    last_day_included: addDays(endsOn, -1),
    days_left: Math.max(daysBetween(pausedOn ?? today, endsOn), 0),
    cancelled_at: cancelledAt?.toISOString() ?? null,
    ...{ origin, cancel_reason: cancelReason, paused_on: pausedOn },
    available_actions: actionsOf(subscription, today, pausable),
  };
}

/** What the member may do with it now, so that no page has to guess. */
function actionsOf(
  subscription: SubscriptionEntity,
  today: IsoDate,
  pausable: boolean,
): SubscriptionRow['available_actions'] {
  const status = statusOn(subscription, today);
  const sold = subscription.origin === 'purchase';
  const running = status === 'active';
  const open = running || status === 'pending' || status === 'paused';
  const cancelled = subscription.cancelledAt !== null;
  const may: Record<SubscriptionRow['available_actions'][number], boolean> = {
    cancel: open && !cancelled,
    resume: open && cancelled,
    pause: running && pausable,
    unpause: status === 'paused' && pausable,
    renew: sold && (running || status === 'expired'),
    upgrade: sold && running,
  };
  return (Object.keys(may) as SubscriptionRow['available_actions']).filter((action) => may[action]);
}
