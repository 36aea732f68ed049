import type { AnchorSet, IsoDate, Uuid } from '@calmness/events';
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
