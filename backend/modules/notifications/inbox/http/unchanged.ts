import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Answers 304 when the caller already has this body: the 30-second poll of a quiet page then
 * costs no bytes and no redraw.
 */
export async function sendUnlessUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  body: unknown,
): Promise<void> {
  const digest = createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22);
  const etag = `W/"${digest}"`;
  void reply.header('ETag', etag).header('Cache-Control', 'private, no-cache');
  if (request.headers['if-none-match'] === etag) await reply.status(304).send();
  else await reply.send(body);
}
