import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@calmness/platform/database';
import { OnDomainEvent, OnTick, TickScheduler } from '@calmness/platform/events';
import { RenderInvoiceDocuments } from '../application/render-invoice-documents';

const tick = 'billing.render-invoice-documents';

/** Prints what waits: every ten seconds, and right after an invoice was issued. */
@Injectable()
export class RenderInvoiceDocumentsTick {
  constructor(
    private readonly render: RenderInvoiceDocuments,
    private readonly unitOfWork: UnitOfWork,
    private readonly ticks: TickScheduler,
  ) {}

  @OnTick({ name: tick, cron: '*/10 * * * * *' })
  run(): Promise<void> {
    return this.render.execute();
  }

  /** The document's row came with the invoice; this only spares it the wait. */
  @OnDomainEvent('billing.invoice-issued', { consumer: 'billing.wake-document-renderer' })
  async issued(): Promise<void> {
    await this.unitOfWork.run((tx) => {
      tx.afterCommit(() => this.ticks.wake(tick));
      return Promise.resolve();
    });
  }
}
