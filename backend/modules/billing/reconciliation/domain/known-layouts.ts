import type { CsvLayout } from './read-csv';

const columns = { amount: null, debit: null, credit: null, reference: null, payer: null };
const french = { delimiter: ';', decimalComma: true, skipRows: 0 } as const;

/** How French banks write their exports, to begin with: banks change them, and the staff follows. */
export const knownLayouts: readonly (CsvLayout & { name: string })[] = [
  {
    ...french,
    ...{ name: 'BNP Paribas', encoding: 'windows-1252', dateFormat: 'DD/MM/YYYY', skipRows: 1 },
    columns: { ...columns, date: '#1', label: ['#3', '#4'], amount: '#5' },
  },
  {
    ...french,
    ...{ name: 'Crédit Agricole', encoding: 'iso-8859-1', dateFormat: 'DD/MM/YYYY', skipRows: 9 },
    columns: { ...columns, date: 'Date', label: ['Libellé'], debit: 'Débit euros', credit: 'Crédit euros' },
  },
  {
    ...french,
    ...{ name: 'Boursorama', encoding: 'utf-8', dateFormat: 'YYYY-MM-DD' },
    columns: { ...columns, date: 'dateOp', label: ['label'], amount: 'amount' },
  },
  {
    ...{ name: 'Qonto', delimiter: ',', encoding: 'utf-8', decimalComma: false, skipRows: 0 },
    dateFormat: 'DD-MM-YYYY',
    columns: {
      ...columns,
      ...{ date: 'Settlement date (UTC)', label: ['Reference'], amount: 'Total amount (incl. VAT)' },
      ...{ reference: 'Transaction ID', payer: 'Counterparty name' },
    },
  },
  {
    ...french,
    ...{ name: 'LCL', encoding: 'windows-1252', dateFormat: 'DD/MM/YYYY' },
    columns: { ...columns, date: '#1', label: ['#5', '#6'], amount: '#2', reference: '#4' },
  },
];
