import type { Flag } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** Says whether a feature is on. The platform asks; accounts, which keeps the switches, answers. */
export abstract class FlagSwitch {
  /** For a member, or for a visitor when there is none. */
  abstract isOn(flag: Flag, memberId: Uuid | null): Promise<boolean>;
}
