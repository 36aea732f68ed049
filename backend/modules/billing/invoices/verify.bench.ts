import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { AccountsModule } from '@calmness/accounts';
import { newId } from '@calmness/platform/ids';
import { startTestContext, type BenchRow } from '@calmness/platform/testing';
import { BillingModule } from '../billing.module';
import { WriteYearArchive } from '../exports/application/write-year-archive';
import { growChain } from '../testing/long-chain';
import { anOrder, issued } from '../testing/orders';
import { openShop } from '../testing/shop';
import { VerifyInvoiceChain } from './application/verify-invoice-chain';

const length = 100_000;

/** Seconds to hash as many bytes, link by link, with nothing around it. */
function hashAlone(bytes: number): number {
  const link = Buffer.alloc(Math.round(bytes / (2 * length)), 'a');
  const began = performance.now();
  for (let turn = 0; turn < 2 * length; turn += 1) createHash('sha256').update(link).digest('hex');
  return (performance.now() - began) / 1_000;
}

/** The chain and its book recomputed from the first link, and the archive of their year written to nowhere. */
export async function run(): Promise<BenchRow[]> {
  const context = await startTestContext({ imports: [AccountsModule, BillingModule] });
  try {
    await openShop(context);
    await issued(context, anOrder(newId()));
    const bytes = await growChain(context, length);
    const alone = hashAlone(bytes);
    const began = performance.now();
    const verdict = await context.get(VerifyInvoiceChain).execute();
    if (!verdict.valid) throw new Error(`The chain breaks at ${verdict.firstBrokenNumber ?? 'nowhere'}`);
    const seconds = (performance.now() - began) / 1_000;
    const archive = await archiveRate(context.get(WriteYearArchive));
    return [
      {
        ...{ name: 'chain of 100 000 verified', value: `${seconds.toFixed(1)} s` },
        ...{ reference: `${alone.toFixed(2)} s SHA-256 alone`, ratio: seconds / alone },
        note: `${(bytes / 1_000_000).toFixed(0)} MB of legal content, invoices and book; to hold: 10 s`,
      },
      archive,
    ];
  } finally {
    await context.close();
  }
}

async function archiveRate(archive: WriteYearArchive): Promise<BenchRow> {
  const began = performance.now();
  const peak = { rss: 0 };
  let bytes = 0;
  for await (const chunk of await archive.execute(2026)) {
    bytes += (chunk as Buffer).byteLength;
    peak.rss = Math.max(peak.rss, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - began) / 1_000;
  return {
    ...{ name: 'archive of a year, invoices/s', value: (length / seconds).toFixed(0) },
    ...{ reference: '1', ratio: length / seconds },
    note: `${(bytes / 1_000_000).toFixed(0)} MB of ZIP in ${seconds.toFixed(0)} s, ${(peak.rss / 1_000_000).toFixed(0)} MB of memory`,
  };
}
