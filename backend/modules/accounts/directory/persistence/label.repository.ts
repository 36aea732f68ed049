import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LabelKind } from '@calmness/contracts';
import { violatedConstraint, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { LabelEntity } from './label.entity';

export interface CountedLabel {
  id: Uuid;
  kind: LabelKind;
  name: string;
  members: number;
}

@Injectable()
export class LabelRepository {
  constructor(private readonly dataSource: DataSource) {}

  list(): Promise<CountedLabel[]> {
    return this.dataSource.query<CountedLabel[]>(
      `SELECT id, kind, name, count(member_id)::int AS members
         FROM accounts.label LEFT JOIN accounts.member_label ON label_id = label.id
        GROUP BY id ORDER BY kind, lower(name)`,
    );
  }

  find(tx: Transaction, id: Uuid): Promise<LabelEntity | null> {
    return tx.manager.findOneBy(LabelEntity, { id });
  }

  /** @throws DomainError accounts.label-taken */
  async save(tx: Transaction, label: LabelEntity): Promise<void> {
    try {
      await tx.manager.upsert(LabelEntity, label, ['id']);
    } catch (error) {
      if (violatedConstraint(error) !== 'label_name_once') throw error;
      throw new DomainError('accounts.label-taken', {}, 'conflict', [{ field: 'name', code: 'invalid' }]);
    }
  }

  async remove(tx: Transaction, id: Uuid): Promise<void> {
    await tx.manager.delete(LabelEntity, { id });
  }

  /** False when the member carries it already. */
  async give(tx: Transaction, mark: { memberId: Uuid; labelId: Uuid; by: Uuid; at: Date }): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO accounts.member_label (member_id, label_id, added_by, added_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [mark.memberId, mark.labelId, mark.by, mark.at],
    );
    return rows.length === 1;
  }

  /** False when the member does not carry it. */
  async take(tx: Transaction, memberId: Uuid, labelId: Uuid): Promise<boolean> {
    const rows = await tx.query(
      `DELETE FROM accounts.member_label WHERE member_id = $1 AND label_id = $2 RETURNING 1`,
      [memberId, labelId],
    );
    return rows.length === 1;
  }
}
