import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Role } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { MemberEntity } from './member.entity';

@Injectable()
export class MemberRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(memberId: Uuid): Promise<MemberEntity | null> {
    return this.dataSource.manager.findOneBy(MemberEntity, { id: memberId });
  }

  findAll(memberIds: readonly Uuid[]): Promise<MemberEntity[]> {
    return this.dataSource.manager.findBy(MemberEntity, { id: In([...memberIds]) });
  }

  /** Every member who holds at least one of the roles. */
  holding(roles: readonly Role[]): Promise<MemberEntity[]> {
    return this.dataSource.manager
      .createQueryBuilder(MemberEntity, 'member')
      .where('member.roles && CAST(:roles AS text[])', { roles })
      .orderBy('member.id')
      .getMany();
  }

  /** The member of an address, however it is written in capitals. */
  findByEmail(email: string, manager: EntityManager = this.dataSource.manager): Promise<MemberEntity | null> {
    return manager
      .createQueryBuilder(MemberEntity, 'member')
      .where('lower(member.email) = lower(:email)', { email })
      .getOne();
  }

  /** True when somebody else is admin, and not suspended. */
  async otherAdmin(tx: Transaction, memberId: Uuid): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM accounts.member
        WHERE 'admin' = ANY (roles) AND id <> $1 AND locked_at IS NULL AND erased_at IS NULL LIMIT 1`,
      [memberId],
    );
    return rows.length > 0;
  }

  /** The member, kept for this transaction: its writers take turns. */
  lock(tx: Transaction, memberId: Uuid): Promise<MemberEntity | null> {
    return tx.manager.findOne(MemberEntity, {
      where: { id: memberId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** False when the address has an account already; nothing is written then. */
  async add(tx: Transaction, member: MemberEntity): Promise<boolean> {
    const result = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(MemberEntity)
      .values(member)
      .orIgnore()
      .returning('id')
      .execute();
    return (result.raw as unknown[]).length === 1;
  }

  async update(tx: Transaction, memberId: Uuid, changes: Partial<MemberEntity>): Promise<void> {
    await tx.manager.update(MemberEntity, { id: memberId }, changes);
  }
}

/** `%`, `_` and `\` typed by a person mean themselves. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
