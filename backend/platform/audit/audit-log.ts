import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface AuditRow {
  id: string;
  at: Date;
  actor_id: string;
  action: string;
  object_type: string;
  object_id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  correlation_id: string;
}

export interface AuditFilter {
  objectType?: string;
  objectId?: string;
  actorId?: string;
  limit: number;
  beforeId?: string;
}

/** Reads what the staff did. Lines are written by `Transaction.audit` and never change. */
@Injectable()
export class AuditLog {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. */
  read(filter: AuditFilter): Promise<AuditRow[]> {
    return this.dataSource.query<AuditRow[]>(
      `SELECT id, at, actor_id, action, object_type, object_id, before, after, correlation_id
         FROM platform.audit_entry
        WHERE ($1::text IS NULL OR object_type = $1)
          AND ($2::text IS NULL OR object_id = $2)
          AND ($3::uuid IS NULL OR actor_id = $3)
          AND ($4::uuid IS NULL OR id < $4)
        ORDER BY id DESC LIMIT $5`,
      [
        filter.objectType ?? null,
        filter.objectId ?? null,
        filter.actorId ?? null,
        filter.beforeId ?? null,
        filter.limit,
      ],
    );
  }
}
