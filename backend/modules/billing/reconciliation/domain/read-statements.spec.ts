import { describe, expect, it } from 'vitest';
import { fingerprintsOf, numberOfLine } from './fingerprint';
import { knownLayouts } from './known-layouts';
import { readAmount, readDay } from './read-amount';
import { readCamt } from './read-camt';
import { decodeStatement, readCsv, type CsvLayout } from './read-csv';
import { camt, csvOf } from './statements.fixture';

const unreadable = expect.objectContaining({ code: 'billing.statement-unreadable' }) as Error;
const layoutOf = (bank: string): CsvLayout => {
  const layout = knownLayouts.find(({ name }) => name === bank);
  if (!layout) throw new Error(`no layout for ${bank}`);
  return layout;
};

describe('an amount on a statement', () => {
  it.each([
    ['49,00', true, 4_900],
    ['1 234,56 €', true, 123_456],
    ['1\u00A0949,5', true, 194_950],
    ['1.234,56', true, 123_456],
    ['+12', true, 1_200],
    ['-0,01', true, -1],
    ['-1,019.20', false, -101_920],
    ['49.00', false, 4_900],
    ['1,234', false, 123_400],
    ['', true, null],
    ['douze', true, null],
    ['1,234', true, null],
    ['1e3', false, null],
  ])('%j with comma %s is %s cents', (text, comma, cents) => {
    expect(readAmount(text, comma)).toBe(cents);
  });
});

describe('a day on a statement', () => {
  it.each([
    ['20/11/2026', 'DD/MM/YYYY', '2026-11-20'],
    ['20/11/26', 'DD/MM/YY', '2026-11-20'],
    ['20-11-2026 10:15:00', 'DD-MM-YYYY', '2026-11-20'],
    ['2026-11-20T09:00:00+01:00', 'YYYY-MM-DD', '2026-11-20'],
    ['31/02/2026', 'DD/MM/YYYY', null],
    ['20/11/2026', 'DD/MM/YY', null],
    ['Total', 'DD/MM/YYYY', null],
  ] as const)('%s as %s is %s', (text, format, day) => {
    expect(readDay(text, format)).toBe(day);
  });
});

describe('a CSV statement', () => {
  it.each([
    ['BNP Paribas', 'VIR SEPA RECU DE JEAN DUPONT CAL-7K3M9Q', 4_900, -1_230],
    ['Crédit Agricole', 'VIREMENT EN VOTRE FAVEUR MLE AWA DIALLO CAL 8Q4KXP', 112_900, -250],
    ['Boursorama', 'VIR Jean Dupont | CAL7K3M9Q', 4_900, -100_899],
    ['Qonto', 'CAL-7K3M9Q, merci', 4_900, -101_920],
    ['LCL', 'VIREMENT M DUPONT JEAN CAL-7K3M9Q', 4_900, -3_000],
  ])('of %s is read', (bank, label, came, left) => {
    const [credit, debit, ...more] = readCsv(csvOf[bank] ?? '', layoutOf(bank));
    expect(more).toEqual([]);
    expect(credit).toMatchObject({ bookedOn: '2026-11-20', label, amountCents: came });
    expect(debit?.amountCents).toBe(left);
  });

  it('keeps the bank’s own reference and the payer where they are written', () => {
    expect(readCsv(csvOf['Qonto'] ?? '', layoutOf('Qonto'))[0]).toMatchObject({
      bankReference: 'calmness-sas-1-transaction-77',
      payer: 'Jean Dupont',
    });
  });

  it('is read in the encoding the bank writes in', () => {
    const bytes = Buffer.from([0x4c, 0x69, 0x62, 0x65, 0x6c, 0x6c, 0xe9, 0x80]);
    expect(decodeStatement(bytes, 'windows-1252')).toBe('Libellé€');
  });

  it('is refused when a column is missing or no line holds money', () => {
    const { columns, ...layout } = layoutOf('Boursorama');
    const csv = csvOf['Boursorama'] ?? '';
    expect(() => readCsv(csv, { ...layout, columns: { ...columns, date: 'Jour' } })).toThrow(unreadable);
    expect(() => readCsv(csv, { ...layout, columns: { ...columns, amount: null } })).toThrow(unreadable);
    expect(() => readCsv('dateOp;label;amount\n', { ...layout, columns })).toThrow(unreadable);
    expect(() => readCsv('\u0000\u0001\u0002', { ...layout, columns })).toThrow(unreadable);
  });
});

describe('a CAMT.053 statement', () => {
  it('is read, money that left as a negative', () => {
    expect(readCamt(camt)).toEqual([
      {
        ...{ bookedOn: '2026-11-20', amountCents: 4_900, payer: 'Jean Dupont' },
        ...{ label: 'CAL-7K3M9Q Dupont & fils', bankReference: 'BK2026112000001' },
      },
      expect.objectContaining({ amountCents: -1_230 }),
    ]);
  });

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document/>'],
    ['entities', camt.replace('<Document', '<!ENTITY x "y"><Document')],
    ['nothing', ''],
    ['another page', '<html><body>Bonjour</body></html>'],
    ['half a page', camt.slice(0, 300)],
  ])('is refused with %s', (_name, xml) => {
    expect(() => readCamt(xml)).toThrow(unreadable);
  });

  it('leaves out what is not booked and what is not in euros', () => {
    const others = [camt.replaceAll('BOOK', 'PDNG'), camt.replaceAll('"EUR"', '"USD"')];
    for (const xml of others) expect(() => readCamt(xml)).toThrow(unreadable);
  });
});

describe('a line', () => {
  const line = { bookedOn: '2026-11-20', label: 'VIR', payer: null, bankReference: null, amountCents: 1 };

  it('has one name however often it is read; two alike on one day are two', () => {
    const [first, second] = fingerprintsOf('FR76', [line, { ...line, label: ' vir ' }]);
    expect(first).not.toBe(second);
    expect(fingerprintsOf('FR76', [line])).toEqual([first]);
    expect(fingerprintsOf('FR77', [line])).not.toEqual([first]);
  });

  it('pays under the bank’s own number, or under one of its own', () => {
    const fingerprint = 'ab'.repeat(32);
    expect(numberOfLine({ bankReference: 'BK-2026/1', fingerprint })).toBe('BK20261');
    for (const bankReference of [null, '12', 'x'.repeat(65)])
      expect(numberOfLine({ bankReference, fingerprint })).toBe('RELEVEabababababababababab');
  });
});
