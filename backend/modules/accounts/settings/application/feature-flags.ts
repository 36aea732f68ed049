import { Injectable } from '@nestjs/common';
import { flags, type Flag } from '@calmness/contracts';
import { FlagSwitch } from '@calmness/platform/auth';
import { Clock } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { isOn, planSays, type Switches } from '../domain/is-on';
import { FlagRepository, type MemberSwitches } from '../persistence/flag.repository';

/** Which features are on, for a member or for a visitor. Every route, page, widget and job asks here. */
@Injectable()
export class FeatureFlags extends FlagSwitch {
  constructor(
    private readonly repository: FlagRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async isOn(flag: Flag, memberId: Uuid | null): Promise<boolean> {
    return isOn(flag, (await this.switchesOf(memberId))[flag]);
  }

  /** Every feature of a member, or of a visitor when there is none. */
  async allFor(memberId: Uuid | null): Promise<Record<Flag, boolean>> {
    const switches = await this.switchesOf(memberId);
    return forEveryFlag((flag) => isOn(flag, switches[flag]));
  }

  /** Who switched what, for whoever shows why a feature is off. */
  async switchesOf(memberId: Uuid | null): Promise<Record<Flag, Switches>> {
    const read = await this.repository.switchesOf(memberId, this.clock.today());
    return forEveryFlag((flag) => ({
      global: read.global[flag],
      plan:
        memberId === null
          ? undefined
          : planSays(
              flag,
              read.plans.map((plan) => plan[flag]),
            ),
      member: ownSwitch(flag, read.own),
    }));
  }
}

/** To be counted or not is chosen among the privacy switches. */
function ownSwitch(flag: Flag, own: MemberSwitches['own']): boolean | undefined {
  if (flag !== 'analytics') return own?.features[flag];
  return own === null ? undefined : !own.analyticsOptOut;
}

function forEveryFlag<T>(answer: (flag: Flag) => T): Record<Flag, T> {
  return Object.fromEntries(flags.map((flag) => [flag, answer(flag)])) as Record<Flag, T>;
}
