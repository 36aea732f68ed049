import type { Anchor, AnchorSet, IsoDate, Uuid } from '@calmness/events';
import { businessZone, startOfDay } from '@calmness/platform/clock';

/** The end of access, for reminders: 00:00 of `endsOn` in Paris, one occurrence an end date. */
export function subscriptionAnchor(end: {
  subjectId: Uuid;
  memberId: Uuid;
  endsOn: IsoDate;
  version: number;
}): AnchorSet {
  const { subjectId, memberId, endsOn, version } = end;
  return {
    kind: 'subscription',
    ...{ subjectId, version, occurrence: endsOn },
    at: startOfDay(endsOn).toISOString(),
    zone: businessZone,
    recipientIds: [memberId],
  };
}

interface AnnouncedState {
  id: Uuid;
  memberId: Uuid;
  endsOn: IsoDate;
  status: string;
  cancelledAt: Date | null;
  version: number;
}

/** What reminders count from now: nothing while it is paused, and nothing of what its member has left. */
export function anchorNow({ id, memberId, endsOn, status, cancelledAt, version }: AnnouncedState): Anchor {
  return cancelledAt || status === 'paused'
    ? { kind: 'subscription', subjectId: id, version, ended: true }
    : subscriptionAnchor({ subjectId: id, memberId, endsOn, version });
}
