import { readdirSync, readFileSync } from 'node:fs';
import { AccountsModule } from '@calmness/accounts';
import { Config } from '@calmness/platform/config';
import { PdfRenderer } from '@calmness/platform/pdf';
import { startTestContext, type BenchRow, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../billing.module';
import { goldenCases } from '../testing/golden-invoices';
import { declared, openShop, payingMember, validate } from '../testing/shop';
import { PrintInvoice } from './application/print-invoice';
import { invoicePage } from './templates/invoice-page';
import { plainLook } from './templates/look';

const issued = 200;
const printed = 1_000;
const compared = 50;
const issueTargetMs = 150;
const printTargetSeconds = 180;

const percentile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? NaN;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** From the click of the admin to the commit: payment validated, invoice issued, subscription extended. */
async function issueRow(context: TestContext): Promise<BenchRow> {
  await openShop(context);
  const delays: number[] = [];
  for (let index = 0; index < issued; index += 1) {
    const payment = await declared(context, await payingMember(context));
    delays.push(await timed(() => validate(context, payment.id)));
  }
  const p95 = percentile(delays, 0.95);
  return {
    name: 'issue, p95, without PDF',
    value: `${p95.toFixed(0)} ms`,
    reference: `${issueTargetMs} ms promised`,
    ratio: p95 / issueTargetMs,
    note: `${issued} payments validated, median ${percentile(delays, 0.5).toFixed(0)} ms`,
  };
}

/** Our whole file beside the browser's bare print of the same page. */
async function ratioRow(context: TestContext): Promise<BenchRow> {
  const invoice = (await goldenCases())[0]?.invoice;
  if (!invoice) throw new Error('The golden list is empty');
  const [print, renderer] = [context.get(PrintInvoice), context.get(PdfRenderer)];
  const page = invoicePage(invoice, { look: plainLook, verifyUrl: null });
  const [whole, bare]: [number[], number[]] = [[], []];
  await renderer.render(page);
  for (let index = 0; index < compared; index += 1) {
    bare.push(await timed(() => renderer.render(page)));
    whole.push(await timed(() => print.dressed(invoice, plainLook)));
  }
  const [ours, theirs] = [percentile(whole, 0.5), percentile(bare, 0.5)];
  return {
    name: 'one Factur-X PDF, median',
    value: `${ours.toFixed(0)} ms`,
    reference: `${theirs.toFixed(0)} ms bare page.pdf`,
    ratio: ours / theirs,
    note: `${(1_000 / ours).toFixed(1)} PDF/s one after the other`,
  };
}

async function thousandRow(context: TestContext): Promise<BenchRow> {
  const cases = await goldenCases();
  const print = context.get(PrintInvoice);
  let heaviest = 0;
  const elapsed = await timed(async () => {
    for (let index = 0; index < printed; index += 1) {
      const invoice = cases[index % cases.length]?.invoice;
      if (invoice) await print.dressed(invoice, plainLook);
      if ((index + 1) % 100 !== 0) continue;
      heaviest = Math.max(heaviest, browserMegabytes());
      console.log(`  ${index + 1} of ${printed} invoices printed, browser ${browserMegabytes()} MB`);
    }
  });
  return {
    name: `${printed} invoices of every kind`,
    value: `${(elapsed / 1_000).toFixed(0)} s`,
    reference: `${printTargetSeconds} s promised`,
    ratio: elapsed / 1_000 / printTargetSeconds,
    note: `${((printed * 1_000) / elapsed).toFixed(1)} PDF/s, browser at most ${heaviest} MB (PSS)`,
  };
}

/** Proportional memory of the browser's processes; 0 where the system does not tell. */
function browserMegabytes(): number {
  const kilobytes = processes().map(({ pss }) => pss);
  return Math.round(kilobytes.reduce((sum, value) => sum + value, 0) / 1_024);
}

function processes(): { pss: number }[] {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.flatMap((pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('chrom')) return [];
        return [
          { pss: Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) },
        ];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

/** What an invoice costs: its issue, its file, a thousand of them. */
export async function run(): Promise<BenchRow[]> {
  const context = await startTestContext({
    imports: [AccountsModule, BillingModule],
    providers: [PrintInvoice],
  });
  try {
    const rows = [await issueRow(context)];
    if (!context.get(Config).chromiumPath) return rows;
    return [...rows, await ratioRow(context), await thousandRow(context)];
  } finally {
    await context.close();
  }
}
