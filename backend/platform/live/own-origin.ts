import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a page of ours opens the connection. Browsers always name the page's origin and other programs
 * none; a page elsewhere has no token either, this only spares asking.
 */
export function isOwnOrigin({ origin, host }: IncomingHttpHeaders, publicBaseUrl: string): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  return page.origin === new URL(publicBaseUrl).origin || page.host === host;
}
