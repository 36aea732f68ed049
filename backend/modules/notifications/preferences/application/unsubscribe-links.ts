import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { notificationCategories, type NotificationCategory } from '@calmness/contracts';
import { Config } from '@calmness/platform/config';
import { isUuid, type Uuid } from '@calmness/platform/ids';

export interface Unsubscription {
  memberId: Uuid;
  /** One, or all that a summary speaks of. */
  categories: readonly NotificationCategory[];
}

/** The one-click link of a mail (RFC 8058): who and which category, signed; it never expires and tells nothing. */
@Injectable()
export class UnsubscribeLinks {
  constructor(private readonly config: Config) {}

  /** `member.category+category.keyId.mac` */
  token({ memberId, categories }: Unsubscription): string {
    const key = this.config.keys.link.current();
    const named = categories.join('+');
    return [memberId, named, key.id, macOf(key.secret, memberId, named)].join('.');
  }

  /** Whom and what a genuine token names; undefined for any other. */
  read(token: string): Unsubscription | undefined {
    const [memberId, named = '', keyId = '', given = ''] = token.split('.');
    const names = named.split('+');
    const categories = notificationCategories.filter((known) => names.includes(known));
    const secret = this.config.keys.link.find(keyId);
    if (!isUuid(memberId) || categories.length === 0 || !secret) return undefined;
    const expected = Buffer.from(macOf(secret, memberId, named));
    const shown = Buffer.from(given);
    const genuine = shown.length === expected.length && timingSafeEqual(shown, expected);
    return genuine ? { memberId, categories } : undefined;
  }
}

function macOf(secret: string, memberId: Uuid, named: string): string {
  return createHmac('sha256', secret).update(`unsubscribe|${memberId}|${named}`).digest('base64url');
}
