import type { Caller } from './caller';

export interface Operation {
  responses?: Record<string, { content?: unknown }>;
}
interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
}
export interface Route {
  /** `GET /api/plans`. */
  name: string;
  method: string;
  path: string;
  operation: Operation;
}

/** What needs no login. A route that is not here asks for one: a spec compares. */
export const publicRoutes = [
  'GET /api/banner',
  'GET /api/community/discord/callback',
  'GET /api/dev/mailbox',
  'GET /api/dev/mailbox/{id}/attachments/{index}',
  'GET /api/files/{id}',
  'GET /api/flags',
  'GET /api/health/live',
  'GET /api/health/ready',
  'GET /api/invoices/verify/{code}',
  'GET /api/legal',
  'GET /api/legal/{document}',
  'GET /api/notifications/unsubscribe/{token}',
  'GET /api/plans',
  'POST /api/auth/email-change/confirm',
  'POST /api/auth/login',
  'POST /api/auth/logout',
  'POST /api/auth/passkeys/login',
  'POST /api/auth/passkeys/login/options',
  'POST /api/auth/password-reset/confirm',
  'POST /api/auth/password-reset/request',
  'POST /api/auth/refresh',
  'POST /api/auth/register',
  'POST /api/auth/resend-verification',
  'POST /api/auth/verify-email',
  'POST /api/notifications/unsubscribe/{token}',
  'POST /api/webhooks/email',
  'POST /api/webhooks/telegram',
  'POST /api/webhooks/twilio/inbound',
  'POST /api/webhooks/twilio/status',
];

/** Every route the application describes. */
export async function routesOf(caller: Caller): Promise<Route[]> {
  const { body } = await caller.get<OpenApi>('/openapi.json');
  return Object.entries(body.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
}

/** The path under `/api` with an id in the place of each parameter. */
export function fillPath(path: string, id = '01890000-0000-7000-8000-000000000000'): string {
  return path.replace(/^\/api/, '').replaceAll(/\{(\w*)\}/g, id);
}
