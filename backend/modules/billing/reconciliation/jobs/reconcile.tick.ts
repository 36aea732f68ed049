import { Injectable } from '@nestjs/common';
import { OnTick } from '@calmness/platform/events';
import { Reconcile, reconcileTick } from '../application/reconcile';

@Injectable()
export class ReconcileTick {
  constructor(private readonly reconcile: Reconcile) {}

  @OnTick({ name: reconcileTick, cron: '*/20 * * * * *' })
  async run(): Promise<void> {
    await this.reconcile.work();
  }
}
