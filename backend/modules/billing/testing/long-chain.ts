import { newId } from '@calmness/platform/ids';
import type { TestContext } from '@calmness/platform/testing';
import { legalContent } from '../invoices/domain/invoice-content';
import { invoiceNumber, invoiceSeries } from '../invoices/domain/number';
import { InvoiceRepository } from '../invoices/persistence/invoice.repository';
import { chainHash } from '../ledger/domain/chain';
import { ledgerHash } from '../ledger/domain/ledger-entry';
import { LedgerRepository } from '../ledger/persistence/ledger.repository';

type Context = Pick<TestContext, 'get' | 'dataSource'>;

const atOnce = 5_000;

const copies = `
  INSERT INTO billing.invoice SELECT (jsonb_populate_record(seed, one->'invoice')).*
    FROM billing.invoice seed, jsonb_array_elements($1::jsonb) AS one WHERE seed.id = $2;
  INSERT INTO billing.invoice_line SELECT (jsonb_populate_record(seed, one->'owner')).*
    FROM billing.invoice_line seed, jsonb_array_elements($1::jsonb) AS one WHERE seed.invoice_id = $2;
  INSERT INTO billing.invoice_vat SELECT (jsonb_populate_record(seed, one->'owner')).*
    FROM billing.invoice_vat seed, jsonb_array_elements($1::jsonb) AS one WHERE seed.invoice_id = $2;
  INSERT INTO billing.ledger_event SELECT (jsonb_populate_record(seed, one->'entry')).*
    FROM billing.ledger_event seed, jsonb_array_elements($1::jsonb) AS one
   WHERE seed.invoice_id = $2 AND seed.kind = 'invoice-issued'`;

/**
 * Makes the one invoice that exists `count` long, each copy truly chained, past the triggers: what a decade of
 * issuing would leave. Answers how many bytes the hashes cover.
 */
export async function growChain({ get, dataSource }: Context, count: number): Promise<number> {
  const [seed] = await get(InvoiceRepository).search({ limit: 1 });
  const entries = await get(LedgerRepository).after(0, 10);
  const told = entries.find(({ kind }) => kind === 'invoice-issued');
  if (!seed || !told) throw new Error('There is one invoice to copy');
  let [hash, book] = [seed.hash, entries.at(-1)?.hash ?? ''];
  let bytes = 0;
  await dataSource.transaction(async (manager) => {
    await manager.query('SET LOCAL session_replication_role = replica');
    for (let from = 2; from <= count; from += atOnce) {
      const rows = Array.from({ length: Math.min(atOnce, count - from + 1) }, (_, index) => {
        const seq = from + index;
        const number = invoiceNumber(invoiceSeries, seed.issueDate, seq);
        const copy = { ...seed, id: newId(), seq, number, idempotencyKey: number, verifyCode: number };
        const [prevHash, prevBook] = [hash, book];
        const content = legalContent(copy);
        hash = chainHash(prevHash, content);
        const fact = { ...told, invoiceId: copy.id, detail: { number, hash } };
        const rank = entries.length + seq - 1;
        book = ledgerHash(prevBook, rank, fact);
        bytes += JSON.stringify(content).length + JSON.stringify(fact).length;
        return {
          invoice: { ...keys(copy), prev_hash: prevHash, hash },
          owner: { invoice_id: copy.id },
          entry: { seq: rank, invoice_id: copy.id, detail: fact.detail, prev_hash: prevBook, hash: book },
        };
      });
      for (const statement of copies.split(';'))
        await manager.query(statement, [JSON.stringify(rows), seed.id]);
    }
    const last = invoiceNumber(invoiceSeries, seed.issueDate, count);
    await manager.query(`UPDATE billing.invoice_chain SET length = $1, last_number = $2, last_hash = $3`, [
      ...[count, last, hash],
    ]);
    await manager.query('UPDATE billing.number_counter SET last_seq = $1', [count]);
    await manager.query('UPDATE billing.ledger_head SET last_seq = $1, last_hash = $2', [
      ...[entries.length + count - 1, book],
    ]);
  });
  await dataSource.query(
    'ANALYZE billing.invoice, billing.invoice_line, billing.invoice_vat, billing.ledger_event',
  );
  return bytes;
}

function keys(copy: { id: string; seq: number; number: string; idempotencyKey: string; verifyCode: string }) {
  const { id, seq, number } = copy;
  return { id, seq, number, idempotency_key: copy.idempotencyKey, verify_code: copy.verifyCode };
}
