import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccountsModule } from '@calmness/accounts';
import { PersonalDataModule } from '@calmness/platform/composition';
import { readConfig } from '@calmness/platform/config';
import { UnitOfWork } from '@calmness/platform/database';
import { newId } from '@calmness/platform/ids';
import { platformImports } from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { IssueInvoice } from '../../invoices/application/issue-invoice';
import { anOrder } from '../orders';

/** Issues until it is killed, wherever in the transaction that may be. */
const config = readConfig();

@Module({
  imports: [
    ...platformImports(config),
    PersonalDataModule.of({ imports: [], sources: [] }),
    AccountsModule,
    BillingModule,
  ],
})
class IssuerModule {}

const app = await NestFactory.createApplicationContext(IssuerModule, { logger: false, abortOnError: false });
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
for (;;) {
  await app.get(UnitOfWork).run(async (tx) => {
    const request = { idempotencyKey: newId(), allocations: [] };
    await app.get(IssueInvoice).execute(tx, anOrder(newId(), { dueDate: '2099-12-31' }), request);
    await pause(2);
  });
}
