import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ErasureBlocker } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { PersonalData, type PersonalExport } from '@calmness/platform/composition';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { PasswordHasher } from '../../access/application/password-hasher';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { CutAllLinks } from '../../linking/application/cut-all-links';
import { accountsTables } from '../domain/accounts-tables';
import { erasedAddress, holdsDuty } from '../domain/erasure';

/** The account itself: handed over whole, forgotten last. */
@Injectable()
export class AccountsPersonalData extends PersonalData {
  readonly name = 'accounts';

  constructor(
    private readonly dataSource: DataSource,
    private readonly members: MemberRepository,
    private readonly hasher: PasswordHasher,
    private readonly cutAllLinks: CutAllLinks,
    private readonly clock: Clock,
  ) {
    super();
  }

  async export(memberId: Uuid): Promise<PersonalExport> {
    const avatars = await this.dataSource.query<{ fileId: Uuid }[]>(
      `SELECT large_file_id AS "fileId" FROM accounts.avatar WHERE member_id = $1 AND removed_at IS NULL`,
      [memberId],
    );
    return {
      tables: await accountsTables.read(this.dataSource, memberId),
      files: avatars.map(({ fileId }) => ({ fileId, name: 'avatar.webp' })),
    };
  }

  /** Whoever works for the academy hands his duties over first. */
  async blockers(memberId: Uuid): Promise<ErasureBlocker[]> {
    const member = await this.members.find(memberId);
    if (!member || !holdsDuty(member.roles)) return [];
    return [{ code: 'staff_role', params: {}, url: '/legal/mentions', waivable: false }];
  }

  async erase(tx: Transaction, memberId: Uuid): Promise<Uuid[]> {
    const files = await this.filesOf(tx, memberId);
    // What was granted on Discord ends there too.
    await this.cutAllLinks.execute(tx, memberId);
    await accountsTables.erase(tx, memberId);
    await this.members.update(tx, memberId, {
      email: erasedAddress(memberId),
      // A password nobody knows: logging in answers as for any wrong one.
      passwordHash: await this.hasher.hash(randomBytes(32).toString('base64url')),
      erasedAt: this.clock.now(),
    });
    return files;
  }

  private async filesOf(tx: Transaction, memberId: Uuid): Promise<Uuid[]> {
    const rows = await tx.query<{ id: Uuid }>(
      `SELECT unnest(ARRAY[file_id, draft_id]) AS id FROM accounts.data_export WHERE member_id = $1
       UNION ALL
       SELECT unnest(ARRAY[large_file_id, small_file_id]) FROM accounts.avatar WHERE member_id = $1`,
      [memberId],
    );
    return rows.map(({ id }) => id).filter((id) => id !== null);
  }
}
