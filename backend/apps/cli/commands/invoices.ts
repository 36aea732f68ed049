import { VerifyInvoiceChain } from '@calmness/billing';
import type { Command } from '../command';

export const verifyInvoices: Command = {
  name: 'invoices:verify',
  summary: 'recomputes the hash chain of every issued invoice and names the first broken link',
  run: async ({ app, say }) => {
    const verdict = await (await app()).get(VerifyInvoiceChain).execute();
    if (!verdict.valid)
      throw new Error(`the chain breaks at ${verdict.firstBrokenNumber ?? 'an unknown link'}`);
    say(`${verdict.checked} invoice(s), the chain is whole`);
  },
};
