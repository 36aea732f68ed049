import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';

interface Versioned extends ObjectLiteral {
  version: number;
}

/**
 * Saves a row that its first save makes, when nobody saved it since `version` was read (zero: there was none).
 * Answers the row before, null at the first save.
 * @throws DomainError request.conflict
 */
export async function saveVersioned<Row extends Versioned>(
  tx: Transaction,
  target: EntityTarget<Row>,
  key: FindOptionsWhere<Row>,
  version: number,
  changes: Omit<Row, 'version'>,
): Promise<Row | null> {
  const { manager } = tx;
  const before = await manager.findOne(target, { where: key, lock: { mode: 'pessimistic_write' } });
  if ((before?.version ?? 0) !== version) throw new DomainError('request.conflict', {}, 'conflict');
  const next = { ...changes, version: version + 1 } as unknown as Row;
  if (before) await manager.update(target, key, next);
  else if (!(await insertFirst(tx, target, next))) throw new DomainError('request.conflict', {}, 'conflict');
  return before;
}

/** False when somebody else made the row a moment ago. */
async function insertFirst<Row extends Versioned>(
  tx: Transaction,
  target: EntityTarget<Row>,
  row: Row,
): Promise<boolean> {
  const query = tx.manager.createQueryBuilder().insert().into(target).values(row).orIgnore();
  const result = await query.returning('version').execute();
  return (result.raw as unknown[]).length === 1;
}
