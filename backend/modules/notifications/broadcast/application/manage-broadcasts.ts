import { Injectable } from '@nestjs/common';
import {
  broadcastChannels,
  type BroadcastChannel,
  type BroadcastWrite,
  type FieldError,
} from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { BroadcastEntity } from '../persistence/broadcast.entity';
import { BroadcastRepository } from '../persistence/broadcast.repository';
import { ForecastBroadcast } from './forecast-broadcast';

interface Act {
  actorId: Uuid;
  id: Uuid;
}

/** The staff writes to an audience: a draft, counted, confirmed with its number, and stopped if need be. */
@Injectable()
export class ManageBroadcasts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly broadcasts: BroadcastRepository,
    private readonly forecast: ForecastBroadcast,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError request.invalid with the field at fault */
  async create(actorId: Uuid, write: BroadcastWrite): Promise<Uuid> {
    const row: BroadcastEntity = {
      ...{ ...checked(write), id: newId(), state: 'draft', forecast: null, version: 1 },
      ...{ createdAt: this.clock.now(), createdBy: actorId },
      ...{ confirmedAt: null, confirmedBy: null, endedAt: null, stoppedBy: null },
    };
    await this.unitOfWork.run(async (tx) => {
      await this.broadcasts.save(tx, row);
      audit(tx, 'write-broadcast', { actorId, id: row.id }, { before: null, after: { ...write } });
    });
    return row.id;
  }

  /** @throws DomainError request.invalid, .not-found, .conflict, notifications.broadcast-decided */
  async update({ actorId, id }: Act, write: BroadcastWrite, version: number): Promise<void> {
    const details = checked(write);
    await this.change({ actorId, id }, version, async (tx, row) => {
      // Another audience, another number: it is counted anew.
      await this.broadcasts.save(tx, { ...row, ...details, forecast: null, version: version + 1 });
      audit(tx, 'write-broadcast', { actorId, id }, { before: detailsOf(row), after: { ...write } });
    });
  }

  /** @throws DomainError request.not-found, .conflict, notifications.broadcast-decided */
  async remove({ actorId, id }: Act, version: number): Promise<void> {
    await this.change({ actorId, id }, version, async (tx, row) => {
      await this.broadcasts.remove(tx, id);
      audit(tx, 'remove-broadcast', { actorId, id }, { before: detailsOf(row), after: null });
    });
  }

  /** How many it would reach now, noted on the draft. @throws DomainError request.not-found, .broadcast-decided */
  async count(id: Uuid): Promise<void> {
    const row = await this.broadcasts.find(id);
    if (!row) throw new DomainError('request.not-found', {}, 'not-found');
    if (row.state !== 'draft') throw new DomainError('notifications.broadcast-decided', {}, 'conflict');
    const { forecast } = await this.forecast.execute(row);
    await this.broadcasts.noteForecast(row, forecast);
  }

  /**
   * It leaves, for those it was just counted for. `reached` is the number the person agreed to.
   * @throws DomainError notifications.audience-changed when it is another by now, .audience-empty,
   * .broadcast-decided, request.not-found, .conflict
   */
  async confirm({ actorId, id }: Act, version: number, reached: number): Promise<void> {
    const draft = await this.broadcasts.find(id);
    if (!draft) throw new DomainError('request.not-found', {}, 'not-found');
    if (draft.state !== 'draft') throw new DomainError('notifications.broadcast-decided', {}, 'conflict');
    const { memberIds, forecast } = await this.forecast.execute(draft);
    if (forecast.reached === 0) throw new DomainError('notifications.audience-empty', {});
    if (forecast.reached !== reached || !draft.forecast) {
      await this.broadcasts.noteForecast(draft, forecast);
      const params = { reached: forecast.reached };
      throw new DomainError('notifications.audience-changed', params, 'conflict');
    }
    await this.change({ actorId, id }, version, async (tx, row) => {
      const decided = { confirmedAt: this.clock.now(), confirmedBy: actorId, version: version + 1 };
      await this.broadcasts.save(tx, { ...row, ...decided, state: 'sending', forecast });
      await this.broadcasts.addRecipients(tx, id, memberIds);
      const after = { ...detailsOf(row), people: forecast.people, reached };
      audit(tx, 'confirm-broadcast', { actorId, id }, { before: null, after });
    });
  }

  /** What did not leave yet never does. @throws DomainError request.not-found, notifications.broadcast-decided */
  async stop({ actorId, id }: Act): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const row = await this.broadcasts.lock(tx, id);
      if (!row) throw new DomainError('request.not-found', {}, 'not-found');
      if (row.state !== 'sending' && row.state !== 'sent')
        throw new DomainError('notifications.broadcast-decided', {}, 'conflict');
      const now = this.clock.now();
      const stopped = { stoppedBy: actorId, endedAt: now, version: row.version + 1 };
      await this.broadcasts.save(tx, { ...row, ...stopped, state: 'stopped' });
      const cancelled = await this.broadcasts.cancelQueued(tx, id, now);
      const [before, after] = [{ state: row.state }, { state: 'stopped', cancelled }];
      audit(tx, 'stop-broadcast', { actorId, id }, { before, after });
    });
  }

  /** Drafts only, of the version that was read. */
  private async change(
    { id }: Act,
    version: number,
    work: (tx: Transaction, row: BroadcastEntity) => Promise<void>,
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const row = await this.broadcasts.lock(tx, id);
      if (!row) throw new DomainError('request.not-found', {}, 'not-found');
      if (row.state !== 'draft') throw new DomainError('notifications.broadcast-decided', {}, 'conflict');
      if (row.version !== version) throw new DomainError('request.conflict', {}, 'conflict');
      await work(tx, row);
    });
  }
}

type Details = Pick<BroadcastEntity, 'category' | 'audience' | 'channels' | 'title' | 'body'>;

/** @throws DomainError request.invalid for an audience without its name, or a channel the category never takes */
function checked({ category, audience, channels, title, body }: BroadcastWrite): Details {
  const known: readonly BroadcastChannel[] = broadcastChannels[category];
  const faults: FieldError[] = [];
  if (channels.some((channel) => !known.includes(channel)))
    faults.push({ field: 'channels', code: 'not_in_list' });
  if (audience.kind === 'plan' && !audience.plan_id)
    faults.push({ field: 'audience.plan_id', code: 'required' });
  if (audience.kind === 'label' && !audience.label_id)
    faults.push({ field: 'audience.label_id', code: 'required' });
  if (faults.length > 0) throw new DomainError('request.invalid', {}, 'invalid', faults);
  const { kind } = audience;
  return {
    ...{ category, title: { ...title }, body: { ...body } },
    channels: known.filter((channel) => channels.includes(channel)),
    audience: {
      kind,
      plan_id: kind === 'plan' ? audience.plan_id : null,
      label_id: kind === 'label' ? audience.label_id : null,
    },
  };
}

function detailsOf({ category, audience, channels, title, body }: BroadcastEntity): Details {
  return { category, audience, channels, title, body };
}

function audit(
  tx: Transaction,
  action: string,
  { actorId, id }: Act,
  change: { before: object | null; after: object | null },
): void {
  tx.audit({
    ...{ actorId, action: `notifications.${action}`, objectType: 'broadcast', objectId: id },
    before: change.before && { ...change.before },
    after: change.after && { ...change.after },
  });
}
