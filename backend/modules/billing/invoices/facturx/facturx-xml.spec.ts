import { XMLParser } from 'fast-xml-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { goldenCases, type GoldenCase } from '../../testing/golden-invoices';
import { facturXml } from './facturx-xml';
import { aggregate, optional, text } from './xml-tree';

describe('the tree an invoice is written as', () => {
  const pair = aggregate({ First: text, Second: optional(text) });

  it('comes out in the order of the schema, whatever the order it was built in', () => {
    expect(pair.write('Pair', { Second: '2', First: '1' })).toBe(
      '<ram:Pair><ram:First>1</ram:First><ram:Second>2</ram:Second></ram:Pair>',
    );
    expect(pair.write('Pair', { First: '1' })).toBe('<ram:Pair><ram:First>1</ram:First></ram:Pair>');
  });

  it('takes what the schema knows and nothing else', () => {
    // @ts-expect-error a required element is missing
    expect(() => pair.write('Pair', { Second: '2' })).toThrow();
    // @ts-expect-error no such element
    expect(pair.write('Pair', { First: '1', Third: '3' })).not.toContain('Third');
  });

  it('makes any text harmless, and leaves out what XML cannot say', () => {
    expect(text.write('Name', 'A & B <C>\u0000\u000b "D"')).toBe(
      '<ram:Name>A &amp; B &lt;C&gt; &quot;D&quot;</ram:Name>',
    );
  });
});

describe('the XML of the golden invoices', () => {
  let cases: GoldenCase[];
  beforeAll(async () => {
    cases = await goldenCases();
  });
  const xmlOf = (id: string): string => {
    const found = cases.find((golden) => golden.id === id);
    if (!found) throw new Error(`No golden case ${id}`);
    return facturXml(found.invoice);
  };
  const parser = new XMLParser({ removeNSPrefix: true, ignoreAttributes: false, parseTagValue: false });
  const parsed = (id: string) => {
    const { CrossIndustryInvoice: root } = parser.parse(xmlOf(id)) as { CrossIndustryInvoice: Node };
    return root;
  };
  interface Node {
    [name: string]: Node & string;
  }
  const settlementOf = (id: string) =>
    parsed(id)['SupplyChainTradeTransaction']?.['ApplicableHeaderTradeSettlement'];

  it('says the totals of every case', () => {
    for (const { id, figures } of cases) {
      const sums = settlementOf(id)?.['SpecifiedTradeSettlementHeaderMonetarySummation'];
      const said = ['TaxBasisTotalAmount', 'TaxTotalAmount', 'GrandTotalAmount', 'DuePayableAmount'].map(
        (name) => Math.round(Number(sums?.[name]?.['#text'] ?? sums?.[name]) * 100),
      );
      expect([id, ...said]).toEqual([id, ...figures]);
    }
  });

  it('is the same, byte for byte, every time', () => {
    for (const { invoice } of cases) expect(facturXml(invoice)).toBe(facturXml(invoice));
  });

  it('says what is sold and that it is paid by its frame', () => {
    const frames = cases.map(
      ({ id }) =>
        parsed(id)['ExchangedDocumentContext']?.['BusinessProcessSpecifiedDocumentContextParameter']?.['ID'],
    );
    expect(new Set(frames)).toEqual(new Set(['S2', 'S1', 'M2', 'S4', 'B2', 'M1']));
  });

  it('reports the sale as made between companies, abroad or to a consumer', () => {
    const reported = (id: string) => /<ram:Content>(B2\w+)<\/ram:Content>/.exec(xmlOf(id))?.[1];
    expect([reported('G01'), reported('G03'), reported('G11')]).toEqual(['B2C', 'B2B', 'B2BINT']);
  });

  it('tells a consumer nothing of penalties, a company everything once (I15)', () => {
    const subjects = (id: string) =>
      [...xmlOf(id).matchAll(/<ram:SubjectCode>(\w+)</g)].map(([, code]) => code);
    expect(subjects('G01')).not.toContain('PMT');
    expect(subjects('G01')).not.toContain('PMD');
    for (const code of ['PMT', 'PMD', 'AAB', 'REG', 'ABL', 'BAR'])
      expect(subjects('G09a').filter((subject) => subject === code)).toEqual([code]);
  });

  it('names where to pay while something is due, and only then', () => {
    expect(xmlOf('G03')).toContain('<ram:IBANID>FR7699999000010000000004286</ram:IBANID>');
    expect(xmlOf('G03')).toContain('<ram:PaymentReference>CT-20261120-0003</ram:PaymentReference>');
    for (const id of ['G01', 'G06', 'G08', 'G09a']) expect(xmlOf(id)).not.toContain('IBANID');
  });

  it('names the invoice before it, with its day', () => {
    for (const [id, number] of [
      ['G07', 'CT-20261120-0006'],
      ['G08', 'CT-20261120-0001'],
      ['X03', 'CT-20261120-0003'],
    ] as const)
      expect(settlementOf(id)?.['InvoiceReferencedDocument']).toMatchObject({
        IssuerAssignedID: number,
        FormattedIssueDateTime: { DateTimeString: { '#text': '20261120', '@_format': '102' } },
      });
  });

  it('says why no tax is charged, in code and in words', () => {
    const exemptions = ['G02', 'G11', 'G12', 'X01', 'X02'].map((id) => {
      const tax = settlementOf(id)?.['ApplicableTradeTax'];
      return [tax?.['CategoryCode'], tax?.['ExemptionReasonCode'], tax?.['RateApplicablePercent']];
    });
    expect(exemptions).toEqual([
      ['E', 'VATEX-FR-FRANCHISE', '0.00'],
      ['AE', 'VATEX-EU-AE', '0.00'],
      ['E', 'VATEX-FR-CGI261-4', '0.00'],
      ['O', 'VATEX-EU-O', undefined],
      ['G', 'VATEX-EU-G', '0.00'],
    ]);
  });

  it('says when the tax falls due: payment, delivery, or debits when opted for', () => {
    const codes = (id: string) =>
      [...xmlOf(id).matchAll(/<ram:DueDateTypeCode>(\d+)</g)].map(([, code]) => code);
    expect([codes('G01'), codes('X04'), codes('G11')]).toEqual([['72'], ['5'], []]);
  });

  it('takes a discount off its line', () => {
    expect(xmlOf('G03')).toContain(
      '<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>false</udt:Indicator>' +
        '</ram:ChargeIndicator><ram:ActualAmount>72.00</ram:ActualAmount><ram:ReasonCode>95</ram:ReasonCode>' +
        '<ram:Reason>Remise volume</ram:Reason></ram:SpecifiedTradeAllowanceCharge>',
    );
  });
});
