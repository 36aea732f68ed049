import { Injectable } from '@nestjs/common';
import type { AppearanceView } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { MemberSettingRepository } from '../persistence/member-setting.repository';

/** How a member's pages look; null while he never chose, and each device keeps its own. */
@Injectable()
export class ReadAppearance {
  constructor(private readonly repository: MemberSettingRepository) {}

  async execute(memberId: Uuid): Promise<AppearanceView | null> {
    const saved = await this.repository.find(memberId);
    if (!saved) return null;
    return { theme: saved.theme, density: saved.density, week_starts_on: saved.weekStartsOn };
  }
}
