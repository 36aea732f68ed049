import { countryOf } from '../domain/buyer';
import { isFrench } from '../domain/eu-countries';
import { legalIdentity } from '../domain/issuer';
import type { IssuedInvoice, PrintedMention } from '../domain/invoice';
import type { note } from './cii-schema';
import type { TreeOf } from './xml-tree';

type Note = TreeOf<typeof note>;

/** UNTDID 4451: recovery indemnity, late penalties, discount; the other mentions are general information. */
const subjects: Readonly<Record<string, string>> = {
  'recovery-indemnity': 'PMT',
  'late-penalties': 'PMD',
  'no-discount': 'AAB',
};
const generalInformation = 'AAI';

/** BG-1: who the seller is in law, the mentions that are printed, and who the sale is reported as made to. */
export function notesOf(invoice: IssuedInvoice): Note[] {
  const { form, register } = legalIdentity(invoice.issuer);
  return [
    { SubjectCode: 'REG', Content: form },
    { SubjectCode: 'ABL', Content: register },
    ...invoice.mentions.map(mentionNote),
    ...(invoice.reason ? [{ SubjectCode: generalInformation, Content: invoice.reason }] : []),
    { SubjectCode: 'BAR', Content: reportedAs(invoice) },
  ].filter(({ Content: content }) => content !== '');
}

function mentionNote({ code, text }: PrintedMention): Note {
  return { SubjectCode: subjects[code] ?? generalInformation, Content: text };
}

/** How the sale is reported (BR-FR-20): between French companies, with a foreign one, or to a consumer. */
function reportedAs({ buyer }: IssuedInvoice): string {
  if (buyer.kind === 'person') return 'B2C';
  return isFrench(countryOf(buyer)) ? 'B2B' : 'B2BINT';
}
