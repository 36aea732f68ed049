import { describe, expect, it } from 'vitest';
import { newId } from '@calmness/platform/ids';
import { demoIssuer } from '../../application/demo/demo-issuer';
import type { IssuedInvoice } from '../domain/invoice';
import { snapshotOf } from '../domain/issuer';
import { totalsOf, type SoldLine } from '../domain/totals';
import { goldenCases } from '../../testing/golden-invoices';
import { invoicePage } from './invoice-page';

const sold = (rateBp: number | null): SoldLine => ({
  label: 'Essentiel, 1 mois',
  detail: null,
  quantityMilli: 1_000,
  unitPriceCents: 4_900,
  ...{ discountCents: 0, discountReason: null, supplyKind: 'live' },
  vat: { category: rateBp === null ? 'E' : 'S', rateBp, exemptionCode: null, exemptionText: null },
});
const invoice: IssuedInvoice = {
  ...totalsOf([sold(2_000)], 'TTC'),
  contentVersion: 2,
  verifyCode: 'AbCdEfGh01234567',
  links: [],
  purchaseOrder: null,
  reason: null,
  id: newId(),
  type: '380',
  series: 'CT',
  year: 2026,
  seq: 1,
  number: 'CT-20261120-0001',
  memberId: newId(),
  issuedAt: new Date('2026-11-20T09:00:00Z'),
  issueDate: '2026-11-20',
  supplyFrom: '2026-11-20',
  supplyTo: '2026-12-19',
  dueDate: '2026-11-20',
  frame: 'S2',
  priceMode: 'TTC',
  currency: 'EUR',
  paidCents: 4_900,
  payments: [
    {
      ...{ method: 'bank_transfer', reference: 'CAL-7K3M9Q', transactionNumber: 'VIR1' },
      ...{ receivedOn: '2026-11-20', amountCents: 4_900 },
    },
  ],
  issuerId: newId(),
  issuer: snapshotOf({ ...demoIssuer, version: 1 }),
  buyer: { kind: 'person', name: 'Jean Dupont' },
  mentions: [{ code: 'paid', text: 'Facture acquittée.', legalRef: 'CGI' }],
  isDemo: false,
  idempotencyKey: 'payment:1',
  prevHash: '0'.repeat(64),
  hash: '1'.repeat(64),
};
const characters: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
/** What a reader sees: no styles, no tags, any space as one. */
const plain = (html: string): string =>
  html
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<\/?[a-z!][^>]*>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (entity) => characters[entity] ?? '')
    .replaceAll(/\s+/g, ' ');
const textOf = (changes: Partial<IssuedInvoice>): string =>
  plain(invoicePage({ ...invoice, ...changes }).html);

describe('the printed invoice', () => {
  it('is French, has a title and heads its columns', () => {
    const { html } = invoicePage(invoice);
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('<title>Facture CT-20261120-0001</title>');
    expect(html.match(/<th scope="col">/g)?.length).toBe(8);
  });

  it('makes whatever a member is called harmless', () => {
    const name = `<script>alert("1")</script><img src='x' onerror=alert(1)> & Fils`;
    const { html } = invoicePage({ ...invoice, buyer: { kind: 'person', name } });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html).toContain(
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&lt;img src=&#39;x&#39; onerror=alert(1)&gt; &amp; Fils',
    );
  });

  it('asks nobody for anything: every address is data', () => {
    const { html, footerHtml } = invoicePage(invoice);
    for (const text of [html, footerHtml])
      expect(text.replaceAll(/data:[^)"']*/g, '')).not.toMatch(/https?:|url\(\/|@import/);
  });

  it('numbers every page', () => {
    const { footerHtml } = invoicePage(invoice);
    expect(footerHtml).toContain('Facture CT-20261120-0001 — page <span class="pageNumber">');
    expect(footerHtml).toContain('class="totalPages"');
  });

  it('says that a demonstration is one, and says it of nothing else', () => {
    expect(textOf({ isDemo: true })).toContain('DÉMONSTRATION');
    expect(textOf({ isDemo: true })).toContain('aucune valeur');
    expect(textOf({})).not.toMatch(/DÉMONSTRATION|Document de démonstration|aucune valeur/);
  });

  it('prints no rate, no VAT and no VAT number for a seller in franchise, and that he is EI (I14)', () => {
    const franchise = { vatRegime: 'franchise', isSoleTrader: true, legalName: 'Camille Martin' } as const;
    const issuer = {
      ...invoice.issuer,
      ...franchise,
      vatNumber: 'FR44732829320',
      capitalCents: null,
      rcsCity: null,
    };
    const totals = totalsOf([sold(null)], 'TTC');
    const text = textOf({ ...totals, issuer });
    expect(text).toContain('Camille Martin EI');
    expect(text).not.toMatch(/TVA|%|TTC|FR44/);
  });

  it('of every golden case shows what it must and nothing it must not', async () => {
    for (const { id, invoice: golden, shows, hides } of await goldenCases()) {
      const { html, footerHtml } = invoicePage(golden);
      const said = plain(html);
      for (const words of shows) expect([id, said]).toEqual([id, expect.stringContaining(plain(words))]);
      for (const words of hides) expect([id, words.exec(said)]).toEqual([id, null]);
      expect(plain(footerHtml)).toContain(golden.number);
    }
  });

  it('wears the colour, the logo and the words of its look, and says where it may be checked', () => {
    const look = {
      accent: 'ruby',
      logo: 'data:image/png;base64,AAAA',
      footerText: 'Au pied',
      thankYou: 'Merci !',
    };
    const verifyUrl = 'https://calmness.example/invoices/verify/AbCd';
    const { html, footerHtml } = invoicePage(invoice, { look: { ...look, accent: 'ruby' }, verifyUrl });
    expect(html).toContain('--accent:#ff9a9a;--accent-deep:#9b1c1c');
    expect(html).toContain('<img src="data:image/png;base64,AAAA"');
    expect(plain(html)).toContain('Merci !');
    expect(plain(html)).toContain('calmness.example/invoices/verify/AbCd');
    expect(plain(footerHtml)).toContain('Au pied');
  });

  it('asks to be paid by a code only while something is due', async () => {
    const cases = await goldenCases();
    const coded = cases.filter(({ invoice: golden }) =>
      invoicePage(golden).html.includes('Code QR du virement'),
    );
    expect(coded.map(({ id }) => id)).toEqual(['G03', 'G07', 'G09', 'G11', 'G12', 'X03', 'X04']);
  });
});
