import type { IssuedInvoice } from '../invoices/domain/invoice';
import type { GoldenCase } from './golden-invoices';
import { academy, company, lineAt, linkTo, orderFor, swiss, transferOf } from './golden-orders';
import type { PaperShop } from './paper-shop';

/** Kinds the golden list has no case for: nothing is left to be seen for the first time by a client. */
export async function moreCases(shop: PaperShop, wrong?: IssuedInvoice): Promise<GoldenCase[]> {
  return [
    await outside(shop),
    await exported(shop),
    await corrective(shop, wrong),
    await onDebits(shop),
    await everyLetter(shop),
  ];
}

async function outside(shop: PaperShop): Promise<GoldenCase> {
  const invoice = await shop.issue(
    orderFor([lineAt('Abonnement Essentiel, 1 mois', 4_900)], {
      buyer: swiss,
      payments: [transferOf(4_900)],
    }),
  );
  const shows = ['hors du champ de la TVA française', 'Suisse'];
  return { id: 'X01', invoice, figures: [4_900, 0, 4_900, 0], shows, hides: [/20 %/] };
}

async function exported(shop: PaperShop): Promise<GoldenCase> {
  const book = lineAt('Livre « Lire un graphique »', 1_990, { supplyKind: 'goods' });
  const terms = { buyer: swiss, supplyTo: '2026-11-20', payments: [transferOf(1_990)] } as const;
  const invoice = await shop.issue(orderFor([book], { ...terms, payments: [...terms.payments] }));
  const shows = ['art. 262 I du CGI', 'livraison de biens'];
  return { id: 'X02', invoice, figures: [1_990, 0, 1_990, 0], shows, hides: [/visioconférence/] };
}

async function corrective(shop: PaperShop, wrong?: IssuedInvoice): Promise<GoldenCase> {
  if (!wrong) throw new Error('A corrective invoice needs the one it corrects');
  const buyer = { ...company, address: { lines: ['1 rue Neuve'], postalCode: '44000', city: 'Nantes' } };
  const invoice = await shop.issue(
    orderFor([lineAt('Accompagnement individuel', 24_000, { pieces: 3 })], {
      ...{
        type: '384',
        buyer,
        priceMode: 'HT',
        dueDate: '2026-12-20',
        reason: 'Adresse et remise corrigées',
      },
      links: [linkTo(wrong, 'corrects')],
    }),
  );
  const shows = ['FACTURE RECTIFICATIVE', wrong.number, 'Adresse et remise corrigées', 'Net à payer'];
  return { id: 'X03', invoice, figures: [72_000, 14_400, 86_400, 86_400], shows, hides: [/AVOIR/] };
}

async function onDebits(shop: PaperShop): Promise<GoldenCase> {
  shop.sellAs({ ...academy, vatOnDebits: true });
  const sold = [lineAt('Atelier', 10_000), lineAt('Tablette', 20_000, { supplyKind: 'goods' })];
  const terms = { buyer: company, priceMode: 'HT', dueDate: '2026-12-20' } as const;
  const invoice = await shop.issue(orderFor(sold, terms));
  shop.sellAs(academy);
  const shows = ['d’après les débits', 'livraison de biens et prestation de services'];
  return { id: 'X04', invoice, figures: [30_000, 6_000, 36_000, 36_000], shows, hides: [] };
}

/** Forty lines on several pages, and letters no French keyboard has. */
async function everyLetter(shop: PaperShop): Promise<GoldenCase> {
  const name = 'Łukasz Đặng-Κωνσταντίνου Ђорђевић & O’Neill "Œuvre"';
  const sold = Array.from({ length: 40 }, (_, index) => lineAt(`Séance n° ${index + 1} <atelier>`, 1_200));
  const address = { lines: ['12 rue de l’Île', 'Escalier « B »'], postalCode: '29000', city: 'Quimper' };
  const buyer = { ...company, name, address };
  const invoice = await shop.issue(orderFor(sold, { buyer, payments: [transferOf(48_000)] }));
  return {
    id: 'X05',
    invoice,
    figures: [40_000, 8_000, 48_000, 0],
    shows: [name, 'Séance n° 40'],
    hides: [],
  };
}
