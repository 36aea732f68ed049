import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import staticFiles from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '@calmness/platform/errors';

const hashedName = /-[A-Z0-9]{8}\.(js|css|woff2?)$/;
const oneYear = 'public, max-age=31536000, immutable';

/**
 * Serves the built Angular app on one-box installs: hashed files for ever, `index.html` for every
 * path the API does not own. Without a built app only the API answers.
 */
export async function serveWebApplication(app: NestFastifyApplication, webRoot?: string): Promise<void> {
  const root = webRoot ? resolve(webRoot) : undefined;
  const server = app.getHttpAdapter().getInstance();
  if (!root || !existsSync(join(root, 'index.html'))) return;
  await app.register(staticFiles, {
    root,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('Cache-Control', hashedName.test(path) ? oneYear : 'no-cache');
    },
  });
  server.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    if (request.url.startsWith('/api/') || request.url === '/api') {
      throw new DomainError('request.not-found', {}, 'not-found');
    }
    return reply.sendFile('index.html');
  });
}
