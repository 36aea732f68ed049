import type { MentionTextEntity } from '../../invoices/persistence/mention-text.entity';
import type { VatRateEntity } from '../../invoices/persistence/vat-rate.entity';

/** French rates since the law of 29 Dec 2012 (CGI 278, 278-0 bis, 279, 281 quater and following). */
export const vatRateRows: VatRateEntity[] = [
  { code: 'standard', validFrom: '2014-01-01', validTo: null, rateBp: 2_000 },
  { code: 'intermediate', validFrom: '2014-01-01', validTo: null, rateBp: 1_000 },
  { code: 'reduced', validFrom: '2014-01-01', validTo: null, rateBp: 550 },
  { code: 'super-reduced', validFrom: '2014-01-01', validTo: null, rateBp: 210 },
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
