import { AccountsReferenceData } from '@calmness/accounts';
import { BillingReferenceData } from '@calmness/billing';
import { migrations } from '@calmness/migrations';
import { pendingMigrations, runMigrations, schemaDrift } from '@calmness/platform/database';
import { DataSource } from 'typeorm';
import { plantDemoData } from '@calmness/seeds';
import type { Command } from '../command';

export const migrateDatabase: Command = {
  name: 'db:migrate',
  summary: 'brings the database to the newest shape and installs reference rows',
  run: async ({ config, app, say }) => {
    const missing = await pendingMigrations(config.databaseOwnerUrl, migrations);
    const done = missing.length > 0 ? await runMigrations(config.databaseOwnerUrl, migrations) : [];
    const context = await app();
    for (const data of [context.get(AccountsReferenceData), context.get(BillingReferenceData)]) {
      await data.install();
    }
    say(done.length > 0 ? `migrated: ${done.join(', ')}` : 'the database is up to date');
  },
};

export const checkDatabase: Command = {
  name: 'db:check',
  summary: 'fails when the tables differ from what the entities declare',
  run: async ({ app, say }) => {
    const drift = await schemaDrift((await app()).get(DataSource));
    if (drift.length > 0) throw new Error(`the schema drifted:\n${drift.join('\n')}`);
    say('the tables are what the entities declare');
  },
};

export const seedDatabase: Command = {
  name: 'db:seed',
  summary: 'plants the demonstration (refused in production)',
  run: async ({ config, app, say }) => {
    if (config.isProduction) throw new Error('demo data is refused in production');
    const planted = await plantDemoData(await app());
    say(planted ? 'demo data planted' : 'demo data was there already');
  },
};
