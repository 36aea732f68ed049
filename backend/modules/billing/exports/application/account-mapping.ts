import { Injectable } from '@nestjs/common';
import { accountCodes } from '@calmness/contracts';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { usualAccounts, type Accounts } from '../domain/accounts';
import { AccountRepository, type MappedAccount } from '../persistence/account.repository';

/** Which account each fact is booked to: the usual ones, unless the accountant chose another. */
@Injectable()
export class AccountMapping {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(): Promise<MappedAccount[]> {
    const chosen = new Map((await this.accounts.chosen()).map((account) => [account.code, account]));
    return accountCodes.map((code) => chosen.get(code) ?? { code, ...usualAccounts[code], version: 0 });
  }

  async current(): Promise<Accounts> {
    const list = await this.list();
    return Object.fromEntries(list.map(({ code, account, label }) => [code, { account, label }])) as Accounts;
  }

  /** @throws DomainError billing.version-conflict */
  async change(actorId: Uuid, next: MappedAccount): Promise<MappedAccount> {
    const { code, account, label, version } = next;
    return this.unitOfWork.run(async (tx) => {
      const before = (await this.list()).find((one) => one.code === code);
      if (before?.version !== version || !(await this.accounts.write(tx, next)))
        throw new DomainError('billing.version-conflict', { version: before?.version ?? 0 }, 'conflict');
      const [action, objectType] = ['billing.change-account', 'account'];
      const told = { account: before.account, label: before.label };
      tx.audit({ actorId, action, objectType, objectId: code, before: told, after: { account, label } });
      return { ...next, version: version + 1 };
    });
  }
}
