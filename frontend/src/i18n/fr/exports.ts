import type { AccountCode, ClosingPeriod } from '@calmness/contracts';

const periods: Record<ClosingPeriod, string> = { day: 'Jours', month: 'Mois', year: 'Années' };
const accounts: Record<AccountCode, string> = {
  customer: 'Clients',
  'customer-credit': 'Avoirs à rembourser',
  deposit: 'Acomptes reçus',
  services: 'Prestations de services',
  goods: 'Ventes de biens',
  'vat-2000': 'TVA à 20 %',
  'vat-1000': 'TVA à 10 %',
  'vat-850': 'TVA à 8,5 %',
  'vat-550': 'TVA à 5,5 %',
  'vat-210': 'TVA à 2,1 %',
  'vat-oss': 'TVA d’autres pays (guichet unique)',
  'method-bank_transfer': 'Virements',
  'method-crypto': 'Crypto-actifs',
  'method-mobile_money': 'Mobile money',
  'method-paypal': 'PayPal',
};

export const bookkeeping = {
  lead: 'Clôtures, écritures et déclarations, prêtes pour le comptable.',
  closings: {
    title: 'Clôtures',
    lead: 'Chaque jour est clos à 0 h 10, puis le mois et l’année ; plus rien ne s’y ajoute.',
    period: 'Période',
    periods,
    empty: 'Aucune clôture pour l’instant',
    emptyReason: 'La première se fait la nuit qui suit la première facture.',
    columns: {
      day: 'Période',
      invoices: 'Factures',
      credits: 'Avoirs',
      net: 'HT',
      vat: 'TVA',
      total: 'TTC',
      perpetual: 'Total perpétuel',
    },
    chart: 'Total perpétuel',
    summary: (total: string, moved: string) =>
      `${total} facturés depuis la première facture, avoirs déduits ; ${moved} de mouvements en tout.`,
    table: 'Voir en tableau',
    turnover: 'Chiffre d’affaires TTC',
  },
  downloads: {
    title: 'Téléchargements',
    lead: 'Chaque téléchargement est inscrit au journal d’audit.',
    from: 'Du',
    to: 'Au',
    year: 'Année',
    journal: 'Journal des ventes (CSV)',
    ereporting: 'E-reporting (JSON)',
    fec: 'FEC de l’année',
    archive: 'Archive de l’année (ZIP)',
    received: (text: string) => `${text} reçus`,
    done: 'Fichier prêt',
  },
  vat: {
    title: 'TVA collectée',
    debits: 'Sur les débits',
    cash: 'Sur les encaissements',
    month: 'Mois',
    rate: 'Taux',
    base: 'Base HT',
    tax: 'TVA',
    untaxed: 'Sans TVA',
    none: 'Rien à déclarer cette année-là',
    noneReason: 'Choisissez une autre année.',
    rule: (debits: boolean): string =>
      debits
        ? 'L’académie a opté pour le paiement d’après les débits : c’est la date de facture qui compte.'
        : 'La taxe est due à l’encaissement : c’est la date du règlement qui compte.',
  },
  accounts: {
    title: 'Comptes du FEC',
    lead: 'Où chaque fait est écrit. Un changement vaut pour les prochains exports.',
    names: accounts,
    account: 'Compte',
    label: 'Libellé',
    edit: (name: string) => `Modifier : ${name}`,
    saved: 'Compte enregistré',
    hint: 'Trois chiffres au moins, douze caractères au plus',
  },
};
