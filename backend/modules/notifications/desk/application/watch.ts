import { statfs } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import { UnitOfWork } from '@calmness/platform/database';
import { VendorGate } from '@calmness/platform/vendors';
import { Announce } from '../../announcements/application/announce';
import {
  databaseTrouble,
  diskTrouble,
  failureTrouble,
  failureWindowMs,
  quotaTrouble,
  type Trouble,
} from '../domain/troubles';
import { Alerts, type Alert } from '../persistence/alerts';
import { TroubleFigures } from '../persistence/trouble-figures';

/** Looks for what is wrong and tells those who run the house: once for each time it begins. */
@Injectable()
export class Watch {
  constructor(
    private readonly figures: TroubleFigures,
    private readonly gate: VendorGate,
    private readonly alerts: Alerts,
    private readonly announce: Announce,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Answers how many troubles stand open. */
  async execute(): Promise<number> {
    const now = this.clock.now();
    const troubles = await this.troubles(now);
    await this.unitOfWork.run((tx) => this.alerts.see(tx, troubles, now));
    const open = await this.alerts.open();
    // All of them each time: a death between opening and telling leaves nobody in the dark, and a key is told once.
    for (const alert of open) await this.tell(alert);
    return open.length;
  }

  private async troubles(now: Date): Promise<Trouble[]> {
    const since = new Date(now.getTime() - failureWindowMs);
    const { databaseLimit, diskReserve } = this.config.room;
    const { bavail, bsize } = await statfs(this.config.dataDir);
    return [
      ...failureTrouble(await this.figures.concludedSince(since)),
      ...quotaTrouble(await this.figures.quotaRefusalsSince(since)),
      ...databaseTrouble(await this.figures.databaseSize(), databaseLimit),
      ...diskTrouble(bavail * bsize, diskReserve),
      ...(await this.restingVendors()),
    ];
  }

  private async restingVendors(): Promise<Trouble[]> {
    const health = await this.gate.health();
    return health
      .filter(({ circuit }) => circuit !== 'closed')
      .map(({ vendor, failures }) => ({ kind: 'circuit_open', about: vendor, figure: failures }));
  }

  /** One that comes back within the hour was told already. */
  private tell({ id, openedAt }: Alert & { openedAt: Date }): Promise<void> {
    return this.announce.execute({
      name: 'delivery-alert',
      subjectId: id,
      // Nobody's: the staff is found by permission.
      memberId: id,
      occurrence: openedAt.toISOString().slice(0, 13),
      happenedAt: openedAt.toISOString(),
    });
  }
}
