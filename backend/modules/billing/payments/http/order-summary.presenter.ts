import type { BilingualText, OrderBuyerView } from '@calmness/contracts';
import { countryOf, type BuyerSnapshot } from '../../invoices/domain/buyer';
import type { MentionCode } from '../../invoices/domain/mentions';
import type { OrderSummary } from '../application/summarise-order';

/** What an English reader is told; the invoice itself is written in French. */
const englishNotes: Partial<Record<MentionCode, string>> = {
  'vat-franchise': 'No VAT: small-business exemption, art. 293 B of the French tax code (CGI).',
  'vat-training': 'VAT exempt: vocational training, art. 261-4-4° a of the French tax code (CGI).',
  'vat-reverse-charge': 'Reverse charge: you account for the VAT (art. 196, directive 2006/112/EC).',
  'vat-oss': 'VAT of your country, which we declare through the one-stop shop (OSS).',
  'vat-outside': 'Outside the scope of French VAT (art. 59, directive 2006/112/EC).',
  'vat-export': 'VAT exempt export, art. 262 I of the French tax code (CGI).',
};
const ossNote = 'TVA de votre pays, que nous déclarons par le guichet unique (OSS).';

/** Why the VAT is not the ordinary French one; null when it is. */
export function vatNoteOf({ totals, treatment }: OrderSummary): BilingualText | null {
  const fr = totals.vat[0]?.exemptionText ?? (treatment.mention === 'vat-oss' ? ossNote : null);
  return fr === null ? null : { fr, en: (treatment.mention && englishNotes[treatment.mention]) ?? fr };
}

export function presentBuyer(buyer: BuyerSnapshot): OrderBuyerView {
  const { kind, name, address, siren = null, vatNumber = null } = buyer;
  const town = address ? `${address.postalCode} ${address.city}`.trim() : '';
  return {
    kind,
    name,
    address: address ? [...address.lines, ...(town ? [town] : [])] : [],
    country: countryOf(buyer),
    siren,
    vat_number: vatNumber,
  };
}
