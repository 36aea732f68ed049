import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { notificationCategories, type NotificationCategory } from '@calmness/contracts';
import { Config } from '@calmness/platform/config';
import { isUuid, type Uuid } from '@calmness/platform/ids';

export interface Unsubscription {
  memberId: Uuid;
  category: NotificationCategory;
}

/** The one-click link of a mail (RFC 8058): who and which category, signed; it never expires and tells nothing. */
@Injectable()
export class UnsubscribeLinks {
  constructor(private readonly config: Config) {}

  /** `member.category.keyId.mac` */
  token({ memberId, category }: Unsubscription): string {
    const key = this.config.keys.link.current();
    return [memberId, category, key.id, macOf(key.secret, memberId, category)].join('.');
  }

  /** Whom and what a genuine token names; undefined for any other. */
  read(token: string): Unsubscription | undefined {
    const [memberId, named, keyId = '', given = ''] = token.split('.');
    const category = notificationCategories.find((known) => known === named);
    const secret = this.config.keys.link.find(keyId);
    if (!isUuid(memberId) || !category || !secret) return undefined;
    const expected = Buffer.from(macOf(secret, memberId, category));
    const shown = Buffer.from(given);
    const genuine = shown.length === expected.length && timingSafeEqual(shown, expected);
    return genuine ? { memberId, category } : undefined;
  }
}

function macOf(secret: string, memberId: Uuid, category: NotificationCategory): string {
  return createHmac('sha256', secret).update(`unsubscribe|${memberId}|${category}`).digest('base64url');
}
