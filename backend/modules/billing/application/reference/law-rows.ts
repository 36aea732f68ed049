import type { IsoDate } from '@calmness/events';
import { ossRateCode } from '../../invoices/domain/eu-countries';
import type { MentionTextEntity } from '../../invoices/persistence/mention-text.entity';
import type { VatRateEntity } from '../../invoices/persistence/vat-rate.entity';

const oss = (country: string, rateBp: number, validFrom: IsoDate = '2021-07-01'): VatRateEntity => ({
  code: ossRateCode(country),
  validFrom,
  validTo: null,
  rateBp,
});

/** Standard rates of the member states since the one-stop shop opened; the newest row of a country holds. */
const ossRateRows: VatRateEntity[] = [
  ...[oss('AT', 2_000), oss('BE', 2_100), oss('BG', 2_000), oss('CY', 1_900), oss('CZ', 2_100)],
  ...[oss('DE', 1_900), oss('DK', 2_500), oss('EE', 2_000), oss('EE', 2_200, '2024-01-01')],
  ...[oss('EE', 2_400, '2025-07-01'), oss('ES', 2_100), oss('FI', 2_400), oss('FI', 2_550, '2024-09-01')],
  ...[oss('GR', 2_400), oss('HR', 2_500), oss('HU', 2_700), oss('IE', 2_300), oss('IT', 2_200)],
  ...[oss('LT', 2_100), oss('LU', 1_700), oss('LV', 2_100), oss('MT', 1_800), oss('NL', 2_100)],
  ...[oss('PL', 2_300), oss('PT', 2_300), oss('RO', 1_900), oss('RO', 2_100, '2025-08-01')],
  ...[oss('SE', 2_500), oss('SI', 2_200), oss('SK', 2_000), oss('SK', 2_300, '2025-01-01')],
];

/** French rates since the law of 29 Dec 2012 (CGI 278, 278-0 bis, 279, 281 quater and following). */
export const vatRateRows: VatRateEntity[] = [
  { code: 'standard', validFrom: '2014-01-01', validTo: null, rateBp: 2_000 },
  { code: 'intermediate', validFrom: '2014-01-01', validTo: null, rateBp: 1_000 },
  { code: 'reduced', validFrom: '2014-01-01', validTo: null, rateBp: 550 },
  { code: 'super-reduced', validFrom: '2014-01-01', validTo: null, rateBp: 210 },
  ...ossRateRows,
];

const since = '2014-01-01';
const row = (
  code: MentionTextEntity['code'],
  text: string,
  legalRef: string,
  validTo: string | null = null,
): MentionTextEntity => ({ code, lang: 'fr', validFrom: since, validTo, text, legalRef });

/**
 * The words of the mentions. VAT law moved to the CIBS on 1 Sept 2026; the old articles may be quoted until
 * 31 Dec 2027 (ordonnance 2025-1247). The successor of « 293 B » is not official yet: no row, so that an
 * invoice is refused rather than wrong.
 */
export const mentionRows: MentionTextEntity[] = [
  row(
    'operation-services',
    'Catégorie de l’opération\u00A0: prestation de services.',
    'CGI, ann. II, art. 242 nonies A, I-8° bis',
  ),
  row(
    'place-remote',
    'Lieu d’exécution\u00A0: à distance (visioconférence).',
    'Arrêté n° 83-50/A du 3 octobre 1983',
  ),
  row(
    'operation-goods',
    'Catégorie de l’opération\u00A0: livraison de biens.',
    'CGI, ann. II, art. 242 nonies A, I-8° bis',
  ),
  row(
    'operation-mixed',
    'Catégorie de l’opération\u00A0: livraison de biens et prestation de services.',
    'CGI, ann. II, art. 242 nonies A, I-8° bis',
  ),
  row('vat-training', 'Exonération de TVA, art. 261-4-4° a du CGI.', 'CGI, art. 261-4-4° a', '2028-01-01'),
  row(
    'vat-reverse-charge',
    'Autoliquidation (art. 196 de la directive 2006/112/CE).',
    'CGI, art. 259-1° et 283-2',
  ),
  row('vat-oss', 'TVA du pays du client, déclarée par le guichet unique (OSS).', 'CGI, art. 298 sexdecies G'),
  row(
    'vat-outside',
    'Opération située hors du champ de la TVA française (art. 59 de la directive 2006/112/CE).',
    'CGI, art. 259 B',
  ),
  row('vat-export', 'Exonération de TVA, art. 262 I du CGI.', 'CGI, art. 262 I', '2028-01-01'),
  row('vat-franchise', 'TVA non applicable, art. 293 B du CGI.', 'CGI, art. 293 B', '2028-01-01'),
  row(
    'vat-on-debits',
    'Option pour le paiement de la taxe d’après les débits.',
    'CGI, ann. II, art. 242 nonies A, I-11° bis',
  ),
  row('no-discount', 'Pas d’escompte pour paiement anticipé.', 'C. com., art. L. 441-9'),
  row('paid', 'Facture acquittée.', 'CGI, ann. II, art. 242 nonies A'),
  row(
    'late-penalties',
    'Pénalités de retard\u00A0: trois fois le taux d’intérêt légal.',
    'C. com., art. L. 441-10',
  ),
  row(
    'recovery-indemnity',
    'Indemnité forfaitaire pour frais de recouvrement\u00A0: 40\u00A0€.',
    'C. com., art. D. 441-5',
  ),
];
