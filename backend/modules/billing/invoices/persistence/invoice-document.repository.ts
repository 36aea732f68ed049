import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { invoiceDocumentKinds, type InvoiceDocumentKind } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { InvoiceDocumentEntity } from './invoice-document.entity';

/** A document this worker may render until its lease ends. */
export interface DocumentClaim {
  id: Uuid;
  invoiceId: Uuid;
  kind: InvoiceDocumentKind;
  attempts: number;
}
/** Where a finished document lies and what it hashes to. */
export interface DocumentProof {
  fileId: Uuid;
  sha256: string;
  readyAt: Date;
  templateVersion: number | null;
}

@Injectable()
export class InvoiceDocumentRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Both forms of an invoice: what people read and what programs read. */
  async queue(tx: Transaction, invoiceId: Uuid, at: Date): Promise<void> {
    const waiting = { invoiceId, state: 'queued', attempts: 0, nextAttemptAt: at } as const;
    await tx.manager.insert(
      InvoiceDocumentEntity,
      invoiceDocumentKinds.map((kind) => ({ ...waiting, id: newId(), kind })),
    );
  }

  /** Takes the next document that waits, or whose worker let its lease run out; null when none does. */
  async claim(
    now: Date,
    leaseUntil: Date,
    kinds: readonly InvoiceDocumentKind[] = invoiceDocumentKinds,
  ): Promise<DocumentClaim | null> {
    const [rows] = await this.dataSource.query<
      [{ id: Uuid; invoice_id: Uuid; kind: InvoiceDocumentKind; attempts: number }[], number]
    >(
      `UPDATE billing.invoice_document SET state = 'rendering', attempts = attempts + 1, claimed_until = $2
        WHERE id = (SELECT id FROM billing.invoice_document
                     WHERE ((state IN ('queued', 'failed') AND next_attempt_at <= $1)
                        OR (state = 'rendering' AND claimed_until <= $1)) AND kind = ANY($3)
                     ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id, invoice_id, kind, attempts`,
      [now, leaseUntil, kinds],
    );
    const row = rows[0];
    if (!row) return null;
    return { id: row.id, invoiceId: row.invoice_id, kind: row.kind, attempts: row.attempts };
  }

  /** False when the lease was lost to somebody else meanwhile; nothing is written then. */
  async markReady(tx: Transaction, claim: DocumentClaim, proof: DocumentProof): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE billing.invoice_document
          SET state = 'ready', claimed_until = NULL, last_error = NULL, file_id = $3, sha256 = $4, ready_at = $5,
              template_version = $6
        WHERE id = $1 AND state = 'rendering' AND attempts = $2 RETURNING id`,
      [claim.id, claim.attempts, proof.fileId, proof.sha256, proof.readyAt, proof.templateVersion],
    );
    return rows.length === 1;
  }

  /** Puts a claimed document back, to be tried again later; false when the lease was lost meanwhile. */
  async release(
    tx: Transaction,
    claim: DocumentClaim,
    state: 'queued' | 'failed',
    nextAttemptAt: Date,
    lastError: string,
  ): Promise<boolean> {
    const released = await tx.query(
      `UPDATE billing.invoice_document
          SET state = $3, claimed_until = NULL, next_attempt_at = $4, last_error = $5
        WHERE id = $1 AND state = 'rendering' AND attempts = $2 RETURNING id`,
      [claim.id, claim.attempts, state, nextAttemptAt, lastError],
    );
    return released.length === 1;
  }

  /** One form of each invoice; the oldest ones have no XML. */
  async ofInvoices(
    invoiceIds: readonly Uuid[],
    kind: InvoiceDocumentKind = 'pdf',
  ): Promise<Map<Uuid, InvoiceDocumentEntity>> {
    const documents = await this.dataSource.manager.findBy(InvoiceDocumentEntity, {
      invoiceId: In([...invoiceIds]),
      kind,
    });
    return new Map(documents.map((document) => [document.invoiceId, document]));
  }
}
