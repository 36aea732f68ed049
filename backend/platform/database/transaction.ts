import type { EntityManager } from 'typeorm';
import type { EventName, EventPayload, IsoInstant, Uuid } from '@calmness/events';
import { newId } from '@calmness/platform/ids';

/** What a staff member did to an object, before and after. */
export interface AuditNote {
  actorId: Uuid;
  /** `module.verb-object`, e.g. `billing.validate-payment`. */
  action: string;
  objectType: string;
  objectId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export interface RecordedEvent {
  id: Uuid;
  name: EventName;
  payload: EventPayload<EventName>;
  occurredAt: IsoInstant;
}

/**
 * One database transaction. Only it can record an event, so an event outside a transaction
 * does not compile and a rolled-back change sends nothing.
 */
export class Transaction {
  readonly events: RecordedEvent[] = [];
  readonly auditNotes: AuditNote[] = [];
  readonly afterCommitHooks: (() => void)[] = [];

  constructor(
    readonly manager: EntityManager,
    private readonly now: () => Date,
  ) {}

  /** Writes an event into the outbox when the transaction commits. */
  record<Name extends EventName>(name: Name, payload: EventPayload<Name>): Uuid {
    const event = { id: newId(), name, payload, occurredAt: this.now().toISOString() };
    this.events.push(event);
    return event.id;
  }

  /** Writes a line of the audit log when the transaction commits. */
  audit(note: AuditNote): void {
    this.auditNotes.push(note);
  }

  /** A hint that may be lost (a wake-up); whatever must happen is an event instead. */
  afterCommit(hook: () => void): void {
    this.afterCommitHooks.push(hook);
  }

  /** Set-based SQL through the driver, inside this transaction. */
  async query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const answer: unknown = await this.manager.query(sql, parameters);
    // TypeORM answers [rows, count] for UPDATE/DELETE … RETURNING and plain rows otherwise.
    const rows = Array.isArray(answer) && Array.isArray(answer[0]) ? (answer[0] as unknown) : answer;
    return rows as Row[];
  }
}
