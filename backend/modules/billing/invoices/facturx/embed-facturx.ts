import { createHash } from 'node:crypto';
import { embedFacturX, PDFDocument, PDFHexString, PDFArray } from '@cantoo/pdf-lib';
import { printedName } from '../domain/issuer';
import type { IssuedInvoice } from '../domain/invoice';
import { facturXml } from './facturx-xml';
import { stabiliseIds } from './stable-ids';

const producer = 'Calmness';

/**
 * Makes a printed invoice a PDF/A-3B that carries its own XML. Dates are those of the issue and the file's
 * identifier comes from the invoice's hash: the same invoice printed twice is the same file, byte for byte.
 */
export async function embedFacturx(pdf: Uint8Array, invoice: IssuedInvoice): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { issuedAt } = invoice;
  document.setAuthor(printedName(invoice.issuer));
  document.setCreator(producer);
  document.setProducer(producer);
  document.setLanguage('fr');
  document.setCreationDate(issuedAt);
  document.setModificationDate(issuedAt);
  stabiliseIds(document);
  identify(document, invoice.hash);
  await embedFacturX(document, Buffer.from(facturXml(invoice)), {
    conformanceLevel: 'EN 16931',
    description: `Factur-X ${invoice.number}`,
    creationDate: issuedAt,
    modificationDate: issuedAt,
  });
  return document.save();
}

/** Both halves alike: the file was written once. */
function identify(document: PDFDocument, hash: string): void {
  const digest = createHash('sha256').update(hash).digest('hex').slice(0, 32).toUpperCase();
  const identifier = PDFArray.withContext(document.context);
  identifier.push(PDFHexString.of(digest));
  identifier.push(PDFHexString.of(digest));
  document.context.trailerInfo.ID = identifier;
}
