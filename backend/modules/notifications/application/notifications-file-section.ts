import { Injectable } from '@nestjs/common';
import { MemberFileSection, type MemberFilePart } from '@calmness/platform/composition';
import type { Uuid } from '@calmness/platform/ids';
import { Explain } from '../desk/application/explain';
import { ChannelObstacles } from '../preferences/application/channel-obstacles';
import { Preferences } from '../preferences/application/preferences';
import { QuietTimes } from '../preferences/application/quiet-times';
import { refusedCells } from '../preferences/domain/preferences';

const newest = 20;

/** What a member was told and how it went, never the words; and what he wants to receive, where. */
@Injectable()
export class NotificationsFileSection extends MemberFileSection {
  readonly name = 'notifications';
  readonly permission = 'notifications.mail-read';

  constructor(
    private readonly explain: Explain,
    private readonly preferences: Preferences,
    private readonly quietTimes: QuietTimes,
    private readonly obstacles: ChannelObstacles,
  ) {
    super();
  }

  async read(memberId: Uuid): Promise<MemberFilePart> {
    const { choices } = await this.preferences.read(memberId);
    const hours = await this.quietTimes.of(memberId);
    return {
      messages: await this.explain.newestOf(memberId, newest),
      wishes: {
        refused: refusedCells(choices),
        quiet_hours: hours && { ...hours, days: [...hours.days] },
        channels: await this.obstacles.of(memberId),
      },
    };
  }
}
