import type { IssuedInvoice } from '../invoices/domain/invoice';
import {
  academy,
  attested,
  belgian,
  belgianCompany,
  company,
  lineAt,
  linkTo,
  orderFor,
  soleTrader,
  transferOf,
} from './golden-orders';
import { moreCases } from './golden-more';
import { PaperShop } from './paper-shop';

/** One case of the golden list: what goes in is an invoice, what must come out is written beside it. */
export interface GoldenCase {
  id: string;
  invoice: IssuedInvoice;
  /** Net, VAT, total, due: EUR cents. */
  figures: [net: number, vat: number, total: number, due: number];
  /** Nets of the lines, where the case is about them. */
  lines?: number[];
  /** Words a reader must find on the page. */
  shows: string[];
  /** Words that would make the document wrong. */
  hides: RegExp[];
}

const b2bOnly = /indemnité|pénalités|40,00|293 B/i;
const month = 'Abonnement Essentiel, 1 mois';

/** The golden cases in the order they are issued on 20 November 2026: G01 has number 1, G06 number 6. */
export async function goldenCases(): Promise<GoldenCase[]> {
  const shop = new PaperShop(academy);
  const first = [await g01(shop), await g02(shop), await g03(shop), await g04(shop), await g05(shop)];
  const deposit = await g06(shop);
  const final = await g07(shop, deposit.invoice);
  const credited = await g08(shop, first[0]?.invoice);
  const inParts = await g09(shop);
  const abroad = [await g10(shop), await g11(shop), await g12(shop)];
  return [
    ...first,
    deposit,
    final,
    credited,
    ...inParts,
    ...abroad,
    ...(await moreCases(shop, first[2]?.invoice)),
  ];
}

async function g01(shop: PaperShop): Promise<GoldenCase> {
  const invoice = await shop.issue(orderFor([lineAt(month, 4_900)], { payments: [transferOf(4_900)] }));
  const shows = ['CT-20261120-0001', 'FR44732829320', 'prestation de services', 'FACTURE', '20/11/2026'];
  return { id: 'G01', invoice, figures: [4_083, 817, 4_900, 0], shows, hides: [b2bOnly] };
}

async function g02(shop: PaperShop): Promise<GoldenCase> {
  shop.sellAs(soleTrader);
  const invoice = await shop.issue(orderFor([lineAt(month, 4_900)], { payments: [transferOf(4_900)] }));
  shop.sellAs(academy);
  const shows = ['Camille Martin EI', 'TVA non applicable, art. 293 B du CGI.'];
  return { id: 'G02', invoice, figures: [4_900, 0, 4_900, 0], shows, hides: [/FR44|%|TTC/] };
}

async function g03(shop: PaperShop): Promise<GoldenCase> {
  const discount = { pieces: 3, discountCents: 7_200, discountReason: 'Remise volume' };
  const invoice = await shop.issue(
    orderFor([lineAt('Accompagnement individuel', 24_000, discount)], {
      ...{ buyer: company, priceMode: 'HT', dueDate: '2026-12-20', purchaseOrder: 'PO-2026-118' },
    }),
  );
  const shows = [
    ...['404 833 048', 'FR83404833048', 'PO-2026-118', '20/12/2026', 'trois fois le taux d’intérêt légal'],
    ...['Indemnité forfaitaire pour frais de recouvrement : 40 €', 'escompte', 'Remise volume', '-72,00 €'],
    ...['Net à payer', 'FR76 9999 9000 0100 0000 0004 286'],
  ];
  return { id: 'G03', invoice, figures: [64_800, 12_960, 77_760, 77_760], shows, hides: [/293 B/] };
}

async function g04(shop: PaperShop): Promise<GoldenCase> {
  const invoice = await shop.issue(orderFor([lineAt(month, 9_999)], { payments: [transferOf(9_999)] }));
  return { id: 'G04', invoice, figures: [8_332, 1_667, 9_999, 0], shows: ['99,99'], hides: [/100,00/] };
}

async function g05(shop: PaperShop): Promise<GoldenCase> {
  const sold = [
    lineAt('Abonnement Signature, 1 mois', 14_999, { pieces: 2 }),
    lineAt('Fiche de révision', 999, { supplyKind: 'electronic' }),
    lineAt('Livre « Lire un graphique »', 1_990, { supplyKind: 'goods', vatRateCode: 'reduced' }),
  ];
  const invoice = await shop.issue(orderFor(sold, { payments: [transferOf(32_987)] }));
  const shows = ['258,31', '51,66', '18,86', '1,04', '5,5 %', '20 %'];
  const lines = [24_998, 833, 1_886];
  return { id: 'G05', invoice, figures: [27_717, 5_270, 32_987, 0], lines, shows, hides: [] };
}

async function g06(shop: PaperShop): Promise<GoldenCase> {
  const invoice = await shop.issue(
    orderFor([lineAt('Acompte, formation intensive', 30_000)], {
      ...{ type: '386', buyer: company, priceMode: 'HT', payments: [transferOf(36_000)] },
    }),
  );
  const shows = ['FACTURE D’ACOMPTE', 'CT-20261120-0006'];
  return { id: 'G06', invoice, figures: [30_000, 6_000, 36_000, 0], shows, hides: [/AVOIR/] };
}

async function g07(shop: PaperShop, deposit: IssuedInvoice): Promise<GoldenCase> {
  const invoice = await shop.issue(
    orderFor([lineAt('Formation intensive', 100_000)], {
      ...{ buyer: company, priceMode: 'HT', dueDate: '2026-12-20', links: [linkTo(deposit, 'deducts')] },
    }),
  );
  const shows = ['CT-20261120-0006 du 20/11/2026', '-360,00', '840,00', 'Net à payer'];
  return { id: 'G07', invoice, figures: [100_000, 20_000, 120_000, 84_000], shows, hides: [/ACOMPTE/] };
}

async function g08(shop: PaperShop, invoice?: IssuedInvoice): Promise<GoldenCase> {
  if (!invoice) throw new Error('G08 credits G01');
  const credit = await shop.credit({
    ...{ invoiceId: invoice.id, lines: null, reason: 'Rétractation du client', refund: transferOf(4_900) },
  });
  const shows = ['AVOIR', 'CT-20261120-0001', '20/11/2026', 'Remboursé', 'Rétractation du client'];
  const hides = [/Net à payer/, b2bOnly, /FACTURE(?! CT)/];
  return { id: 'G08', invoice: credit, figures: [4_083, 817, 4_900, 0], shows, hides };
}

/** Credited line by line: the notes sum to the invoice, to the cent. */
async function g09(shop: PaperShop): Promise<GoldenCase[]> {
  const prices = [6_833, 6_833, 5_750, 8_500];
  const sold = prices.map((cents, index) => lineAt(`Atelier ${index + 1}`, cents));
  const terms = { buyer: company, priceMode: 'HT', dueDate: '2026-12-20' } as const;
  const invoice = await shop.issue(orderFor(sold, terms));
  const cases: GoldenCase[] = [
    { id: 'G09', invoice, figures: [27_916, 5_583, 33_499, 33_499], lines: prices, shows: [], hides: [] },
  ];
  const taxes = [1_367, 1_367, 1_150, 1_699];
  for (const [index, net] of prices.entries()) {
    const lines = [{ position: index + 1, amountCents: net }];
    const reason = 'Atelier annulé';
    const credit = await shop.credit({ invoiceId: invoice.id, lines, reason, refund: null });
    const vat = taxes[index] ?? 0;
    const shows = ['AVOIR', invoice.number, 'Net à rembourser'];
    const figures: GoldenCase['figures'] = [net, vat, net + vat, net + vat];
    cases.push({ id: `G09${'abcd'[index]}`, invoice: credit, figures, shows, hides: [/Net à payer/] });
  }
  return cases;
}

async function g10(shop: PaperShop): Promise<GoldenCase> {
  const invoice = await shop.issue(
    orderFor([lineAt(month, 4_900)], { buyer: belgian, payments: [transferOf(4_900)] }),
  );
  const shows = ['21 %', 'guichet unique', 'Antwerpen'];
  return { id: 'G10', invoice, figures: [4_050, 850, 4_900, 0], shows, hides: [/20 %/] };
}

async function g11(shop: PaperShop): Promise<GoldenCase> {
  const terms = { buyer: belgianCompany, priceMode: 'HT', dueDate: '2026-12-20' } as const;
  const invoice = await shop.issue(orderFor([lineAt('Atelier sur mesure', 50_000)], terms));
  const shows = ['Autoliquidation', 'BE0123456749', 'FR44732829320'];
  return { id: 'G11', invoice, figures: [50_000, 0, 50_000, 50_000], shows, hides: [/20 %/] };
}

async function g12(shop: PaperShop): Promise<GoldenCase> {
  shop.sellAs(attested);
  const sold = lineAt('Formation professionnelle (heure)', 8_500, {
    ...{ pieces: 14, supplyKind: 'training', trainingExempt: true },
  });
  const terms = { buyer: company, priceMode: 'HT', dueDate: '2026-12-20' } as const;
  const invoice = await shop.issue(orderFor([sold], terms));
  shop.sellAs(academy);
  return {
    id: 'G12',
    invoice,
    figures: [119_000, 0, 119_000, 119_000],
    shows: ['261-4-4° a'],
    hides: [/20 %/],
  };
}
