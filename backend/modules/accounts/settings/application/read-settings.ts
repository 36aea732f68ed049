import { Injectable } from '@nestjs/common';
import type { Flag } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { ReadMember } from '../../directory/application/read-member';
import type { MemberEntity } from '../../directory/persistence/member.entity';
import type { Switches } from '../domain/is-on';
import { untouchedSettings, type MemberSettings } from '../domain/member-settings';
import { MemberSettingRepository } from '../persistence/member-setting.repository';
import { FeatureFlags } from './feature-flags';

/** A member's settings with everything a page says about them. */
export interface SettingsReading {
  member: MemberEntity;
  settings: MemberSettings;
  /** Zero while nothing was saved. */
  version: number;
  switches: Record<Flag, Switches>;
}

/** What a member has chosen, what holds, and why. */
@Injectable()
export class ReadSettings {
  constructor(
    private readonly readMember: ReadMember,
    private readonly repository: MemberSettingRepository,
    private readonly featureFlags: FeatureFlags,
  ) {}

  /** @throws DomainError request.unauthenticated when the account is gone */
  async execute(memberId: Uuid): Promise<SettingsReading> {
    const [member, saved, switches] = await Promise.all([
      this.readMember.execute(memberId),
      this.repository.find(memberId),
      this.featureFlags.switchesOf(memberId),
    ]);
    return { member, settings: saved ?? untouchedSettings, version: saved?.version ?? 0, switches };
  }
}
