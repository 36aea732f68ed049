import { Injectable } from '@nestjs/common';
import { MemberDirectory, type MemberName } from '@calmness/accounts';
import type { BroadcastView } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import type { BroadcastEntity } from '../persistence/broadcast.entity';
import { BroadcastRepository } from '../persistence/broadcast.repository';
import { announcementOf } from './forecast-broadcast';

/** What was written to whole audiences, and how far it is. */
@Injectable()
export class ReadBroadcasts {
  constructor(
    private readonly broadcasts: BroadcastRepository,
    private readonly members: MemberDirectory,
  ) {}

  /** @throws DomainError request.not-found */
  async one(id: Uuid): Promise<BroadcastView> {
    const row = await this.broadcasts.find(id);
    if (!row) throw new DomainError('request.not-found', {}, 'not-found');
    const [view] = await this.views([row]);
    return view as BroadcastView;
  }

  /** Newest first; one more than asked for when there is another page. */
  async list(limit: number, beforeId?: Uuid): Promise<BroadcastView[]> {
    return this.views(await this.broadcasts.list(limit + 1, beforeId));
  }

  private async views(rows: readonly BroadcastEntity[]): Promise<BroadcastView[]> {
    const ids = rows.flatMap(({ createdBy, confirmedBy, stoppedBy }) => [createdBy, confirmedBy, stoppedBy]);
    const names = await this.members.namesOf([...new Set(ids.filter((id) => id !== null))]);
    return Promise.all(rows.map((row) => this.view(row, names)));
  }

  private async view(row: BroadcastEntity, names: Map<Uuid, MemberName>): Promise<BroadcastView> {
    const { id, state, category, audience, channels, title, body, forecast, version } = row;
    const progress = state === 'draft' ? null : await this.broadcasts.progress(row, announcementOf(category));
    return {
      ...{ id, state, category, audience, channels, title, body, forecast, progress, version },
      ...{ created_at: row.createdAt.toISOString(), created_by: nameIn(names, row.createdBy) },
      confirmed_at: row.confirmedAt?.toISOString() ?? null,
      confirmed_by: row.confirmedBy && nameIn(names, row.confirmedBy),
      ended_at: row.endedAt?.toISOString() ?? null,
      stopped_by: row.stoppedBy && nameIn(names, row.stoppedBy),
    };
  }
}

function nameIn(names: Map<Uuid, MemberName>, id: Uuid): string {
  const found = names.get(id);
  return found ? `${found.firstName} ${found.lastName}` : '—';
}
