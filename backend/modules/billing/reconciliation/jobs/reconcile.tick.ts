import { Injectable } from '@nestjs/common';
import { OnTick } from '@calmness/platform/events';
import { Reconcile } from '../application/reconcile';

@Injectable()
export class ReconcileTick {
  constructor(private readonly reconcile: Reconcile) {}

  @OnTick({ name: 'billing.reconcile', cron: '*/3 * * * * *', beside: true })
  async run(): Promise<void> {
    await this.reconcile.work();
  }
}
