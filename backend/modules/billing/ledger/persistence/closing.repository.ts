import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import type { Transaction } from '@calmness/platform/database';
import type { ClosedSpan, Closing, ClosingFigures, ClosingRate } from '../domain/closing';
import { turnoverRows } from './turnover-rows';

type Numeric = 'netCents' | 'vatCents' | 'totalCents' | 'receivedCents' | 'refundedCents';
/** Sums that outgrow an integer come as text. */
type ClosingRow = Omit<Closing, Numeric | 'perpetualCents' | 'perpetualGrossCents' | 'firstSeq' | 'lastSeq'> &
  Record<Numeric | 'perpetualCents' | 'perpetualGrossCents', string> &
  Record<'firstSeq' | 'lastSeq', string | null>;

const columns = `seq, period, from_day::text AS "fromDay", to_day::text AS "toDay", invoice_count AS "invoiceCount",
  credit_count AS "creditCount", rates, net_cents AS "netCents", vat_cents AS "vatCents", total_cents AS "totalCents",
  received_cents AS "receivedCents", refunded_cents AS "refundedCents", perpetual_cents AS "perpetualCents",
  perpetual_gross_cents AS "perpetualGrossCents", first_seq AS "firstSeq", last_seq AS "lastSeq",
  closed_at AS "closedAt", prev_hash AS "prevHash", hash`;

/** Closings, append-only; the database refuses one that does not follow. */
@Injectable()
export class ClosingRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest closing, and the newest of a day; null before the first. */
  async ends(tx: Transaction): Promise<{ last: Closing | null; day: Closing | null }> {
    const [last] = await tx.query<ClosingRow>(
      `SELECT ${columns} FROM billing.closing ORDER BY seq DESC LIMIT 1`,
    );
    const [day] = await tx.query<ClosingRow>(
      `SELECT ${columns} FROM billing.closing WHERE period = 'day' ORDER BY to_day DESC LIMIT 1`,
    );
    return { last: last ? toClosing(last) : null, day: day ? toClosing(day) : null };
  }

  /** The day the book begins; null while it is empty. */
  async firstDay(tx: Transaction): Promise<IsoDate | null> {
    const [row] = await tx.query<{ day: IsoDate }>(
      `SELECT day::text AS day FROM billing.ledger_event ORDER BY seq LIMIT 1`,
    );
    return row?.day ?? null;
  }

  /** What the book says of a period, and the movement it adds to the perpetual totals. */
  async figures(
    tx: Transaction,
    { fromDay, toDay }: ClosedSpan,
  ): Promise<ClosingFigures & { movedCents: number }> {
    const [row] = await tx.query<Record<keyof Omit<ClosingFigures, 'rates'> | 'movedCents', string | null>>(
      `SELECT count(*) FILTER (WHERE kind = 'invoice-issued' AND type <> '381') AS "invoiceCount",
              count(*) FILTER (WHERE kind = 'invoice-issued' AND type = '381') AS "creditCount",
              sum(amount_cents) FILTER (WHERE kind = 'invoice-issued') AS "totalCents",
              sum(abs(amount_cents)) FILTER (WHERE kind = 'invoice-issued') AS "movedCents",
              sum(amount_cents) FILTER (WHERE kind = 'payment-received') AS "receivedCents",
              -sum(amount_cents) FILTER (WHERE kind = 'refund-made') AS "refundedCents",
              min(ledger_event.seq) AS "firstSeq", max(ledger_event.seq) AS "lastSeq"
         FROM billing.ledger_event LEFT JOIN billing.invoice ON invoice.id = invoice_id
        WHERE day BETWEEN $1 AND $2`,
      [fromDay, toDay],
    );
    const rates = await this.rates(tx, fromDay, toDay);
    const sum = (of: 'baseCents' | 'vatCents') => rates.reduce((total, rate) => total + rate[of], 0);
    return {
      ...{ rates, netCents: sum('baseCents'), vatCents: sum('vatCents') },
      ...{ totalCents: Number(row?.totalCents), movedCents: Number(row?.movedCents) },
      ...{ invoiceCount: Number(row?.invoiceCount), creditCount: Number(row?.creditCount) },
      ...{ receivedCents: Number(row?.receivedCents), refundedCents: Number(row?.refundedCents) },
      ...{ firstSeq: rankOf(row?.firstSeq), lastSeq: rankOf(row?.lastSeq) },
    };
  }

  async insert(tx: Transaction, closing: Closing): Promise<void> {
    const { rates, fromDay, toDay, ...rest } = closing;
    await tx.query(
      `INSERT INTO billing.closing (seq, period, from_day, to_day, invoice_count, credit_count, rates, net_cents,
         vat_cents, total_cents, received_cents, refunded_cents, perpetual_cents, perpetual_gross_cents, first_seq,
         last_seq, closed_at, prev_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
      [
        ...[
          rest.seq,
          rest.period,
          fromDay,
          toDay,
          rest.invoiceCount,
          rest.creditCount,
          JSON.stringify(rates),
        ],
        ...[rest.netCents, rest.vatCents, rest.totalCents, rest.receivedCents, rest.refundedCents],
        ...[rest.perpetualCents, rest.perpetualGrossCents, rest.firstSeq, rest.lastSeq],
        ...[rest.closedAt, rest.prevHash, rest.hash],
      ],
    );
  }

  /** In the order they were made. */
  async after(seq: number, limit: number): Promise<Closing[]> {
    const rows = await this.dataSource.query<ClosingRow[]>(
      `SELECT ${columns} FROM billing.closing WHERE seq > $1 ORDER BY seq LIMIT $2`,
      [seq, limit],
    );
    return rows.map(toClosing);
  }

  /** Of one kind of period, the newest first. */
  async newest(period: ClosedSpan['period'], limit: number, before?: IsoDate): Promise<Closing[]> {
    const rows = await this.dataSource.query<ClosingRow[]>(
      `SELECT ${columns} FROM billing.closing
        WHERE period = $1 AND from_day < COALESCE($3::date, 'infinity') ORDER BY from_day DESC LIMIT $2`,
      [period, limit, before ?? null],
    );
    return rows.map(toClosing);
  }

  /** The first closing that the book does not confirm: never told, told otherwise, or with another total. */
  async unconfirmed(): Promise<{ period: string; fromDay: IsoDate } | null> {
    const [row] = await this.dataSource.query<{ period: string; fromDay: IsoDate }[]>(
      `SELECT COALESCE(closing.period, told.detail->>'period') AS period,
              COALESCE(closing.from_day::text, told.detail->>'from') AS "fromDay"
         FROM billing.closing
         FULL JOIN (SELECT detail FROM billing.ledger_event WHERE kind = 'closing-made') told
           ON told.detail->>'hash' = closing.hash
         LEFT JOIN (SELECT day, sum(amount_cents) AS cents FROM billing.ledger_event
                     WHERE kind = 'invoice-issued' GROUP BY day) booked
           ON booked.day = closing.from_day AND closing.period = 'day'
        WHERE told.detail IS NULL OR closing.seq IS NULL
           OR (closing.period = 'day' AND closing.total_cents <> COALESCE(booked.cents, 0))
        ORDER BY closing.seq NULLS LAST LIMIT 1`,
    );
    return row ?? null;
  }

  private async rates(tx: Transaction, fromDay: IsoDate, toDay: IsoDate): Promise<ClosingRate[]> {
    const issued = `SELECT invoice_id FROM billing.ledger_event WHERE kind = 'invoice-issued' AND day BETWEEN $1 AND $2`;
    const rows = await tx.query<{ category: string; rate_bp: number | null; base: string; vat: string }>(
      `SELECT category, rate_bp, sum(base_cents) AS base, sum(vat_cents) AS vat FROM (${turnoverRows(issued)}) AS rows
        GROUP BY 1, 2 ORDER BY rate_bp DESC NULLS LAST, category`,
      [fromDay, toDay],
    );
    return rows.map(({ category, rate_bp: rateBp, base, vat }) => ({
      ...{ category, rateBp, baseCents: Number(base), vatCents: Number(vat) },
    }));
  }
}

function toClosing(row: ClosingRow): Closing {
  return {
    ...row,
    ...{ netCents: Number(row.netCents), vatCents: Number(row.vatCents), totalCents: Number(row.totalCents) },
    ...{ receivedCents: Number(row.receivedCents), refundedCents: Number(row.refundedCents) },
    ...{ perpetualCents: Number(row.perpetualCents), perpetualGrossCents: Number(row.perpetualGrossCents) },
    ...{ firstSeq: rankOf(row.firstSeq), lastSeq: rankOf(row.lastSeq) },
  };
}

function rankOf(seq: string | null | undefined): number | null {
  return seq === null || seq === undefined ? null : Number(seq);
}
