/** A SEPA transfer to be made. */
export interface SepaTransfer {
  beneficiary: string;
  iban: string;
  bic: string | null;
  amountCents: number;
  /** What identifies the payment on the statement: its reference. */
  remittance: string;
}

const maxBytes = 331;

/**
 * Payload of the EPC069-12 QR code (version 002, UTF-8), for a bank's application to fill the transfer
 * in. Name ≤ 70, remittance ≤ 140, EUR 0.01 to 999 999 999.99, ≤ 331 bytes; no line feed at the end.
 * @throws RangeError when the transfer cannot be said in such a code
 */
export function epcPayload({ beneficiary, iban, bic, amountCents, remittance }: SepaTransfer): string {
  if (!Number.isInteger(amountCents) || amountCents < 1 || amountCents > 99_999_999_999)
    throw new RangeError('The amount does not fit an EPC code');
  const amount = `EUR${Math.floor(amountCents / 100)}.${String(amountCents % 100).padStart(2, '0')}`;
  const name = [...oneLine(beneficiary)].slice(0, 70).join('');
  const label = [...oneLine(remittance)].slice(0, 140).join('');
  const account = iban.replaceAll(' ', '');
  const lines = ['BCD', '002', '1', 'SCT', bic ?? '', name, account, amount, '', '', label];
  const payload = lines.join('\n');
  if (Buffer.byteLength(payload) > maxBytes) throw new RangeError('The transfer does not fit an EPC code');
  return payload;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
