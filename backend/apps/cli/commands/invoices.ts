import { VerifyDocuments, VerifyInvoiceChain } from '@calmness/billing';
import type { Command } from '../command';

export const verifyInvoices: Command = {
  name: 'invoices:verify',
  summary:
    'recomputes the chains of invoices, ledger and closings, reads some documents, names the first broken link',
  run: async ({ app, say }) => {
    const verdict = await (await app()).get(VerifyInvoiceChain).execute();
    if (!verdict.valid)
      throw new Error(`the chain breaks at ${verdict.firstBrokenNumber ?? 'an unknown link'}`);
    const { read, damaged } = await (await app()).get(VerifyDocuments).execute();
    if (damaged.length > 0) throw new Error(`documents are not what was stored: ${damaged.join(', ')}`);
    say(`${verdict.checked} invoice(s), the chain is whole; ${read} document(s) read`);
  },
};
