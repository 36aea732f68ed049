import type { FastifyReply } from 'fastify';
import type { InvoiceDocumentKind } from '@calmness/contracts';

/** A stored document as a file to keep, and no cache on the way keeps it too. */
export async function sendDocument(
  reply: FastifyReply,
  kind: InvoiceDocumentKind,
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<void> {
  await reply
    .header('Content-Type', `application/${kind}`)
    .header('Content-Disposition', `attachment; filename="${name}"`)
    .header('Cache-Control', 'private, no-store')
    .send(bytes);
}
