import { liveKinds, type LivePush } from '@calmness/contracts';
import { isUuid, type Uuid } from '@calmness/platform/ids';

/** A push on its way between processes: to whom, and what. */
export interface LiveMessage {
  memberId: Uuid;
  push: LivePush;
}

export function encodeMessage({ memberId, push }: LiveMessage): string {
  return JSON.stringify({ m: memberId, k: push.kind, i: push.id });
}

/** Undefined for what another version of the house, or nobody of ours, said. */
export function decodeMessage(text: string): LiveMessage | undefined {
  try {
    const { m, k, i } = JSON.parse(text) as Record<string, unknown>;
    const kind = liveKinds.find((known) => known === k);
    if (!kind || !isUuid(m)) return undefined;
    return { memberId: m, push: { kind, id: isUuid(i) ? i : null } };
  } catch {
    return undefined;
  }
}
