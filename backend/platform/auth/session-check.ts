import type { Role } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import type { Identity } from './access-token';

/** A session that is alive, as it stands now rather than when its token was signed. */
export interface LivingSession {
  roles: Role[];
  /** True while the second factor is compulsory for the roles and was not given. */
  needsTwoFactor: boolean;
}

/**
 * Asked by the guard at every request: a token whose session ended, or whose member changed, is worth
 * nothing before it expires. Bound by whoever owns sessions.
 */
export abstract class SessionCheck {
  /** Undefined when the session ended, expired or never was. At most five seconds old. */
  abstract read(identity: Identity): Promise<LivingSession | undefined>;

  /**
   * Calls `hear` when a member's session ended or his roles changed, with no member when news may have
   * been missed: whoever keeps a connection open asks again.
   */
  abstract onNews(hear: (memberId?: Uuid) => void): void;
}
