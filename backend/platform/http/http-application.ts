import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '@calmness/platform/config';
import { Log, withCorrelation } from '@calmness/platform/observability';
import { assertStorable } from './validation';
import { serveWebApplication } from './web-application';

/** One mebibyte: the largest JSON body anybody may send. */
const bodyLimitBytes = 1_048_576;
/** The largest file anybody may send; a route may take less. */
const fileLimitBytes = 8 * 1_048_576;
const drainWithinMs = 25_000;

/** Builds the HTTP application around a root module, ready to listen or to be injected by a test. */
export async function createHttpApplication(
  root: Type | object,
  config: Config,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: bodyLimitBytes,
    trustProxy: (_address, hop) => hop < config.trustedProxies,
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    forceCloseConnections: true,
    requestTimeout: drainWithinMs,
  });
  const app = await NestFactory.create<NestFastifyApplication>(root as Type, adapter, {
    bufferLogs: true,
    // What a provider signed are the bytes, not what they were read as.
    rawBody: true,
    // The caller reports a failed start in one line; Nest's own answer is to abort the process.
    abortOnError: false,
  });
  const log = app.get(Log);
  app.useLogger(log);
  await addSecurity(app, config);
  addRequestScope(app, log);
  acceptFiles(app);
  app.setGlobalPrefix('api');
  app.enableShutdownHooks();
  await serveWebApplication(app, config.webRoot);
  return app;
}

/** A picture or a document is sent as the body itself; the route gets its bytes. */
function acceptFiles(app: NestFastifyApplication): void {
  for (const type of ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'])
    app.useBodyParser(type, { bodyLimit: fileLimitBytes }, (_request, body, done) => done(null, body));
}

/** Headers of every answer. Scripts come from ourselves alone; ADR 0004 says why styles may be inline. */
async function addSecurity(app: NestFastifyApplication, config: Config): Promise<void> {
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        // Some browsers do not count a websocket of the same origin as `self`.
        connectSrc: ["'self'", new URL(config.publicBaseUrl).origin.replace(/^http/, 'ws')],
        frameSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(config.isProduction ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: config.isProduction ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginEmbedderPolicy: false,
  });
}

/** One correlation id per request, in every log line, audit row, event and error of it. */
function addRequestScope(app: NestFastifyApplication, log: Log): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, next: () => void) => {
    void reply.header('X-Correlation-Id', request.id);
    if (request.url.startsWith('/api')) void reply.header('Cache-Control', 'no-store');
    withCorrelation(request.id, next);
  });
  server.addHook(
    'preValidation',
    (request: FastifyRequest, _reply: FastifyReply, next: (error?: Error) => void) => {
      try {
        assertStorable(request.body);
        assertStorable(request.query);
        next();
      } catch (error) {
        next(error as Error);
      }
    },
  );
  server.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, next: () => void) => {
    // The route's pattern, never the URL: links carry tokens.
    const fields = {
      correlation_id: request.id,
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (request.url.startsWith('/api')) log.debug('request', fields);
    next();
  });
}
