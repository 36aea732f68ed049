import type { PendingEmailChange, SessionView } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import type { EmailChangeEntity } from '../persistence/email-change.entity';
import type { SessionEntity } from '../persistence/session.entity';

export function presentSession(session: SessionEntity, currentId: Uuid): SessionView {
  const { id, device, browser, system, country } = session;
  return {
    ...{ id, device, browser, system },
    place: { country },
    created_at: session.createdAt.toISOString(),
    last_seen_at: session.lastSeenAt.toISOString(),
    current: id === currentId,
  };
}

export function presentEmailChange(change: EmailChangeEntity): PendingEmailChange {
  return {
    new_email: change.newEmail,
    requested_at: change.requestedAt.toISOString(),
    expires_at: change.expiresAt.toISOString(),
    old_confirmed: change.oldConfirmedAt !== null,
    new_confirmed: change.newConfirmedAt !== null,
  };
}
