import { Injectable } from '@nestjs/common';
import { Audiences, ContactBook, type Audience, type Contact } from '@calmness/accounts';
import type { BroadcastForecast } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { ChooseChannels } from '../../announcements/application/choose-channels';
import { only } from '../../announcements/domain/announcement';
import { announcements } from '../../announcements/domain/announcements';
import type { Decisions } from '../../announcements/domain/decision';
import { forecastOf } from '../domain/forecast';
import type { BroadcastEntity } from '../persistence/broadcast.entity';

export interface CountedAudience {
  memberIds: Uuid[];
  forecast: BroadcastForecast;
}

/** People decided for together: no more than the database has hands for. */
const atOnce = 20;

/** What a broadcast would do now: the engine's own decision for each person of the audience, and nothing written. */
@Injectable()
export class ForecastBroadcast {
  constructor(
    private readonly audiences: Audiences,
    private readonly contacts: ContactBook,
    private readonly chooseChannels: ChooseChannels,
  ) {}

  async execute(broadcast: BroadcastEntity): Promise<CountedAudience> {
    const memberIds = await this.audiences.membersOf(audienceOf(broadcast));
    const people: Decisions[] = [];
    for (let start = 0; start < memberIds.length; start += atOnce) {
      const contacts = await this.contacts.contactsOf(memberIds.slice(start, start + atOnce));
      people.push(...(await Promise.all(contacts.map((contact) => this.decide(broadcast, contact)))));
    }
    return { memberIds, forecast: forecastOf(people, broadcast.channels) };
  }

  private async decide({ category, channels }: BroadcastEntity, contact: Contact): Promise<Decisions> {
    const name = announcementOf(category);
    const choice = await this.chooseChannels.execute(
      name,
      only(announcements[name], channels),
      contact,
      null,
    );
    return choice.decisions;
  }
}

/** Under which name the engine tells it: the category decides who may not want it. */
export function announcementOf(category: BroadcastEntity['category']) {
  return `broadcast-${category}` as const;
}

function audienceOf({ audience }: BroadcastEntity): Audience {
  const { kind, plan_id: planId, label_id: labelId } = audience;
  if (kind === 'plan') return { kind, planId: planId as Uuid };
  return kind === 'label' ? { kind, labelId: labelId as Uuid } : { kind };
}
