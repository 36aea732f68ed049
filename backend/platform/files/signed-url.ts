import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import { DomainError } from '@calmness/platform/errors';
import { isUuid, type Uuid } from '@calmness/platform/ids';

/** Five minutes, the longest a file link lives (architecture §7). */
const linkSeconds = 300;

/** Links to one file, for one reader, for five minutes. */
@Injectable()
export class SignedFileUrls {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Path and query of the link; `sig` is key id, reader and HMAC. */
  sign(fileId: Uuid, readerId: Uuid): string {
    const expiresAt = Math.floor(this.clock.now().getTime() / 1_000) + linkSeconds;
    const key = this.config.keys.fileUrl.current();
    const signature = `${key.id}.${readerId}.${mac(key.secret, fileId, readerId, expiresAt)}`;
    return `/api/files/${fileId}?exp=${expiresAt}&sig=${encodeURIComponent(signature)}`;
  }

  /** Who the link was made for. @throws DomainError files.link-expired for an old or forged link */
  verify(fileId: Uuid, exp: string, sig: string): Uuid {
    const [keyId = '', readerId = '', given = ''] = sig.split('.');
    const secret = this.config.keys.fileUrl.find(keyId);
    const expiresAt = Number(exp);
    const fresh = Number.isSafeInteger(expiresAt) && expiresAt * 1_000 > this.clock.now().getTime();
    const genuine = secret !== undefined && same(given, mac(secret, fileId, readerId, expiresAt));
    if (!fresh || !genuine || !isUuid(readerId)) throw new DomainError('files.link-expired', {}, 'forbidden');
    return readerId;
  }
}

function mac(secret: string, fileId: string, readerId: string, expiresAt: number): string {
  return createHmac('sha256', secret).update(`file|${fileId}|${readerId}|${expiresAt}`).digest('base64url');
}

function same(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
