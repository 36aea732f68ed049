import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { newId } from '@calmness/platform/ids';
import { eraseAfterMonths, monthsBefore, warnAfterMonths, warningDays } from '../domain/inactivity';
import { InactivityRepository, type QuietMember } from '../persistence/inactivity.repository';
import { FindBlockers } from './find-blockers';
import { ScheduleErasure } from './schedule-erasure';

const atOnce = 500;

/**
 * Nobody is kept who does not come any more: a warning after 23 months without a visit, the erasure after 24,
 * never less than thirty days after the warning. Staff is left alone, and whoever has something running.
 */
@Injectable()
export class RetireInactive {
  constructor(
    private readonly inactivity: InactivityRepository,
    private readonly blockers: FindBlockers,
    private readonly schedule: ScheduleErasure,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    await this.inactivity.collect();
    const now = this.clock.now();
    const warnedBefore = new Date(now.getTime() - warningDays * 86_400_000);
    const forgotten = await this.inactivity.toErase(
      monthsBefore(now, eraseAfterMonths),
      warnedBefore,
      atOnce,
    );
    for (const quiet of forgotten) await this.retire(quiet);
    for (const quiet of await this.inactivity.toWarn(monthsBefore(now, warnAfterMonths), atOnce)) {
      await this.warn(quiet);
    }
  }

  private async retire({ memberId }: QuietMember): Promise<void> {
    if (await this.busy(memberId)) return;
    await this.schedule.execute({ memberId, by: { origin: 'inactivity' } });
  }

  private async warn(quiet: QuietMember): Promise<void> {
    const { memberId } = quiet;
    if (await this.busy(memberId)) return;
    await this.unitOfWork.run(async (tx) => {
      const warningId = newId();
      const added = await this.inactivity.addWarning(tx, warningId, quiet, this.clock.now());
      if (added) tx.record('accounts.inactivity-warned', { warningId, memberId });
    });
  }

  private async busy(memberId: QuietMember['memberId']): Promise<boolean> {
    return (await this.blockers.execute(memberId)).length > 0;
  }
}
