import { accountCodes, paymentMethodCodes, type AccountCode } from '@calmness/contracts';

/** An account of the chart (PCG), as the accountant calls it. */
export interface Account {
  account: string;
  label: string;
}
export type Accounts = Readonly<Record<AccountCode, Account>>;

const named: Partial<Record<AccountCode, Account>> = {
  customer: { account: '411000', label: 'Clients' },
  'customer-credit': { account: '419800', label: 'Clients, avoirs à rembourser' },
  deposit: { account: '419100', label: 'Clients, acomptes reçus' },
  services: { account: '706000', label: 'Prestations de services' },
  goods: { account: '707000', label: 'Ventes de marchandises' },
  'vat-2000': { account: '445712', label: 'TVA collectée 20 %' },
  'vat-1000': { account: '445711', label: 'TVA collectée 10 %' },
  'vat-850': { account: '445718', label: 'TVA collectée 8,5 %' },
  'vat-550': { account: '445715', label: 'TVA collectée 5,5 %' },
  'vat-210': { account: '4457121', label: 'TVA collectée 2,1 %' },
  'vat-oss': { account: '4457190', label: 'TVA d’autres pays, guichet unique' },
  'method-bank_transfer': { account: '512100', label: 'Banque' },
  'method-paypal': { account: '512200', label: 'PayPal' },
  'method-mobile_money': { account: '512300', label: 'Mobile money' },
  'method-crypto': { account: '512400', label: 'Crypto-actifs en attente de change' },
};
const otherMoney: Account = { account: '512900', label: 'Autres encaissements' };

/** Where each fact is booked until the accountant says otherwise. */
export const usualAccounts = Object.fromEntries(
  accountCodes.map((code) => [code, named[code] ?? otherMoney]),
) as Accounts;

/** French rates have an account each; every other rate is another country's, declared by the one-stop shop. */
export function vatAccount(rateBp: number | null, oss: boolean): AccountCode {
  const code = `vat-${String(rateBp)}`;
  return (!oss && accountCodes.find((known) => known === code)) || 'vat-oss';
}

/** Money is booked by how it came; a method nobody mapped falls to the bank. */
export function methodAccount(method: string): AccountCode {
  return `method-${paymentMethodCodes.find((code) => code === method) ?? 'bank_transfer'}`;
}
