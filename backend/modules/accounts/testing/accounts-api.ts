import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import type { AccessGrant } from '@calmness/contracts';
import { AuthHttpModule } from '@calmness/platform/auth';
import type { Config } from '@calmness/platform/config';
import { PersonalDataModule } from '@calmness/platform/composition';
import { FilesHttpModule } from '@calmness/platform/files';
import { createHttpApplication, HttpModule } from '@calmness/platform/http';
import { createTestDatabase, platformImports, testConfig } from '@calmness/platform/testing';
import { VendorsModule } from '@calmness/platform/vendors';
import { AccountsHttpModule } from '../accounts-http.module';
import { AccountsModule } from '../accounts.module';
import { AccountsPersonalData } from '../privacy/application/accounts-personal-data';
import { AccountsReferenceData } from '../application/accounts-reference-data';
import { LivingSessions } from '../access/http/living-sessions';
import { FeatureFlags } from '../settings/application/feature-flags';
import { CreateAdmin } from '../access/application/create-admin';
import { fakeVendors, vendorsModule } from './fake-vendors';
import { clearPeople, goodPassword, stranger } from './people';

type Answer = Awaited<ReturnType<NestFastifyApplication['inject']>>;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The routes of accounts over a database of their own, asked as one person at a time. */
export interface AccountsApi {
  app: NestFastifyApplication;
  send(
    method: Method,
    path: string,
    body?: object | Buffer,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** Registers a member; answers his bearer header. */
  member(email?: string): Promise<Record<string, string>>;
  admin(): Promise<Record<string, string>>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function startAccountsApi(
  changes: Partial<Config> = {},
  vendors = fakeVendors(),
): Promise<AccountsApi> {
  const database = await createTestDatabase();
  const config = testConfig(database.url, 'postgresql', changes);
  @Module({
    imports: [
      // The real doors stay out: the fakes stand in their place.
      ...platformImports(config).filter((part) => part !== VendorsModule),
      AuthHttpModule.of({
        sessions: LivingSessions,
        flags: FeatureFlags,
        imports: [AccountsModule, AccountsHttpModule],
      }),
      PersonalDataModule.of({ imports: [AccountsModule], sources: [AccountsPersonalData] }),
      ...[HttpModule, FilesHttpModule, AccountsModule, AccountsHttpModule, vendorsModule(vendors)],
    ],
  })
  class AccountsRoot {}
  const app = await createHttpApplication(AccountsRoot, config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const send: AccountsApi['send'] = (method, path, payload, headers = {}) =>
    app.inject({ method, url: `/api/${path}`, payload, headers });
  const bearer = async (email: string) => {
    const { access_token } = (
      await send('POST', 'auth/login', { email, password: goodPassword })
    ).json<AccessGrant>();
    return { authorization: `Bearer ${access_token}` };
  };
  return {
    app,
    send,
    member: async (email = 'awa@example.fr') => {
      const { firstName, lastName, password, locale } = stranger();
      const names = { first_name: firstName, last_name: lastName };
      const terms = { accepted_terms_version: '1.1.1', adult: true };
      await send('POST', 'auth/register', { email, password, locale, ...names, ...terms });
      return bearer(email);
    },
    admin: async () => {
      const email = 'sophie@example.fr';
      await app
        .get(CreateAdmin)
        .execute({ email, firstName: 'Sophie', lastName: 'Laurent', password: goodPassword });
      return bearer(email);
    },
    clear: async () => {
      await clearPeople(app.get(DataSource));
      await app.get(AccountsReferenceData).install();
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}
