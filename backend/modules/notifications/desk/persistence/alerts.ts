import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DeskAlertKind } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { patienceMs, type Trouble } from '../domain/troubles';

export interface Alert extends Trouble {
  id: Uuid;
  /** First seen. */
  since: Date;
  openedAt: Date | null;
}

const columns = `id, kind, about, since, opened_at AS "openedAt", (facts ->> 'figure')::float8 AS figure`;

/** The troubles of the house: one line each, used again when it comes back. */
@Injectable()
export class Alerts {
  constructor(private readonly dataSource: DataSource) {}

  /** What is wrong now, and nothing else: the rest is over. What lasted long enough is open from now on. */
  async see(tx: Transaction, troubles: readonly Trouble[], now: Date): Promise<void> {
    const seen = JSON.stringify(troubles.map((trouble) => ({ id: newId(), ...trouble })));
    await tx.query(
      `UPDATE notifications.alert AS a SET since = NULL, opened_at = NULL
        WHERE since IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM jsonb_to_recordset($1::jsonb) AS t (kind text, about text)
           WHERE t.kind = a.kind AND t.about = a.about)`,
      [seen],
    );
    await tx.query(
      `INSERT INTO notifications.alert AS known (id, kind, about, since, facts)
       SELECT id, kind, about, $2, jsonb_build_object('figure', figure)
         FROM jsonb_to_recordset($1::jsonb) AS t (id uuid, kind text, about text, figure float8) ORDER BY kind, about
       ON CONFLICT ON CONSTRAINT alert_once
       DO UPDATE SET since = coalesce(known.since, excluded.since), facts = excluded.facts`,
      [seen, now],
    );
    for (const [kind, patience] of Object.entries(patienceMs) as [DeskAlertKind, number][])
      await tx.query(
        `UPDATE notifications.alert SET opened_at = $2 WHERE kind = $1 AND opened_at IS NULL AND since <= $3`,
        [kind, now, new Date(now.getTime() - patience)],
      );
  }

  /** The oldest first. */
  open(): Promise<(Alert & { openedAt: Date })[]> {
    return this.dataSource.query(
      `SELECT ${columns} FROM notifications.alert WHERE opened_at IS NOT NULL ORDER BY since, kind, about`,
    );
  }

  async find(id: Uuid): Promise<Alert | null> {
    const sql = `SELECT ${columns} FROM notifications.alert WHERE id = $1`;
    const [row] = await this.dataSource.query<Alert[]>(sql, [id]);
    return row ?? null;
  }
}
