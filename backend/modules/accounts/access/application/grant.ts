import type { Uuid } from '@calmness/platform/ids';
import type { MemberEntity } from '../../directory/persistence/member.entity';

/** What a login or a refresh gives: who it is, and the token that carries the session on. */
export interface Grant {
  member: MemberEntity;
  sessionId: Uuid;
  refreshToken: string;
  /** Absolute end of the session. */
  sessionEndsAt: Date;
  /** What the browser keeps so as to be recognised; only a login gives it. */
  deviceToken?: string;
}
