import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import type { Transaction } from '@calmness/platform/database';
import type { IssuedInvoice } from '../domain/invoice';

export interface ChainHead {
  length: number;
  lastNumber: string | null;
  lastIssueDate: IsoDate | null;
  lastHash: string;
  /** Where the last check found the chain broken; nothing is issued then. */
  brokenNumber: string | null;
}

const columns = `length, last_number AS "lastNumber", last_issue_date::text AS "lastIssueDate",
                 last_hash AS "lastHash", broken_number AS "brokenNumber"`;

/** The end of the chain and the counters: locked rows, so that numbers follow each other without a gap. */
@Injectable()
export class ChainRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Until this transaction ends nobody else issues in the series. */
  async lockHead(tx: Transaction, series: string): Promise<ChainHead> {
    const [head] = await tx.query<ChainHead>(
      `SELECT ${columns} FROM billing.invoice_chain WHERE series = $1 FOR UPDATE`,
      [series],
    );
    if (!head) throw new Error(`The series ${series} has no chain`);
    return head;
  }

  async head(series: string): Promise<ChainHead> {
    const [head] = await this.dataSource.query<ChainHead[]>(
      `SELECT ${columns} FROM billing.invoice_chain WHERE series = $1`,
      [series],
    );
    if (!head) throw new Error(`The series ${series} has no chain`);
    return head;
  }

  /** The next rank of the year; a rolled-back transaction gives it back. */
  async nextSeq(tx: Transaction, series: string, year: number): Promise<number> {
    await tx.query(
      `INSERT INTO billing.number_counter (series, year, last_seq) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING`,
      [series, year],
    );
    const [counter] = await tx.query<{ last_seq: number }>(
      `SELECT last_seq FROM billing.number_counter WHERE series = $1 AND year = $2 FOR UPDATE`,
      [series, year],
    );
    const seq = (counter?.last_seq ?? 0) + 1;
    await tx.query(`UPDATE billing.number_counter SET last_seq = $3 WHERE series = $1 AND year = $2`, [
      series,
      year,
      seq,
    ]);
    return seq;
  }

  async advance(tx: Transaction, invoice: IssuedInvoice): Promise<void> {
    await tx.query(
      `UPDATE billing.invoice_chain
          SET length = length + 1, last_number = $2, last_issue_date = $3, last_hash = $4
        WHERE series = $1`,
      [invoice.series, invoice.number, invoice.issueDate, invoice.hash],
    );
  }

  /** What a check found; null lets invoices be issued again. Answers whether it is news. */
  async noteVerdict(tx: Transaction, series: string, brokenNumber: string | null): Promise<boolean> {
    const changed = await tx.query(
      `UPDATE billing.invoice_chain SET broken_number = $2
        WHERE series = $1 AND broken_number IS DISTINCT FROM $2 RETURNING series`,
      [series, brokenNumber],
    );
    return changed.length > 0;
  }

  /** The first invoice that does not follow; null while the chain is whole. */
  async brokenNumber(series: string): Promise<string | null> {
    const [row] = await this.dataSource.query<{ broken_number: string | null }[]>(
      'SELECT broken_number FROM billing.invoice_chain WHERE series = $1',
      [series],
    );
    return row?.broken_number ?? null;
  }

  /** The database's own clock, and nothing else. */
  async databaseTime(): Promise<Date> {
    const [row] = await this.dataSource.query<{ now: Date }[]>(`SELECT clock_timestamp() AS now`);
    if (!row) throw new Error('The database did not tell the time');
    return row.now;
  }
}
