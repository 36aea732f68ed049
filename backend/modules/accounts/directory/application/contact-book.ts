import { Injectable } from '@nestjs/common';
import { rolePermissions, roles, type Locale, type Permission } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { ErasureRepository } from '../../privacy/persistence/erasure.repository';
import type { MemberEntity } from '../persistence/member.entity';
import { MemberRepository } from '../persistence/member.repository';

/** How to reach a member, and in which language and zone. */
export interface Contact {
  memberId: Uuid;
  email: string;
  emailVerified: boolean;
  firstName: string;
  lastName: string;
  locale: Locale;
  timezone: string;
  /** E.164, proven and opted in; null otherwise. */
  whatsapp: string | null;
  /** The linked person's id there. */
  telegramId: string | null;
  discordId: string | null;
}

/** Addresses and languages of members, for whoever speaks to them. Reads only. */
@Injectable()
export class ContactBook {
  constructor(
    private readonly members: MemberRepository,
    private readonly erasures: ErasureRepository,
  ) {}

  /** Null for a stranger, and for a member who was erased. */
  async contactOf(memberId: Uuid): Promise<Contact | null> {
    const member = await this.members.find(memberId);
    return member && !member.erasedAt ? toContact(member) : null;
  }

  /** Where the last mail to somebody who was just erased goes; null once that is forgotten as well. */
  async farewellOf(memberId: Uuid): Promise<Contact | null> {
    const farewell = await this.erasures.farewellOf(memberId);
    return farewell && { memberId, emailVerified: true, lastName: '', whatsapp: null, telegramId: null, discordId: null, ...farewell };
  }

  /** Unknown ids are left out; the order is not promised. */
  async contactsOf(memberIds: readonly Uuid[]): Promise<Contact[]> {
    const members = await this.members.findAll(memberIds);
    return members.filter(({ erasedAt }) => !erasedAt).map(toContact);
  }

  /** Everybody whose roles carry the permission. */
  async staffWith(permission: Permission): Promise<Contact[]> {
    const holders = roles.filter((role) => rolePermissions[role].includes(permission));
    return (await this.members.holding(holders)).map(toContact);
  }
}

function toContact(member: MemberEntity): Contact {
  return {
    memberId: member.id,
    email: member.email,
    emailVerified: member.emailVerifiedAt !== null,
    firstName: member.firstName,
    lastName: member.lastName,
    locale: member.locale,
    timezone: member.timezone,
    whatsapp: null,
    telegramId: null,
    discordId: null,
  };
}
