import { Injectable } from '@nestjs/common';
import { rolePermissions, roles, type Locale, type Permission } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import {
  ExternalAccountRepository,
  type ProvenAddress,
} from '../../linking/persistence/external-account.repository';
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
  /** E.164; proven, and its owner wants messages there. */
  whatsapp: string | null;
  /** Decimal digits, as the bot knows him. */
  telegramId: string | null;
  discordId: string | null;
}

type Proven = Pick<Contact, 'whatsapp' | 'telegramId' | 'discordId'>;
const nowhereElse: Proven = { whatsapp: null, telegramId: null, discordId: null };

/** Addresses and languages of members, for whoever speaks to them. Reads only. */
@Injectable()
export class ContactBook {
  constructor(
    private readonly members: MemberRepository,
    private readonly erasures: ErasureRepository,
    private readonly accounts: ExternalAccountRepository,
  ) {}

  /** Null for a stranger, and for a member who was erased. */
  async contactOf(memberId: Uuid): Promise<Contact | null> {
    const [contact] = await this.contactsOf([memberId]);
    return contact ?? null;
  }

  /** Where the last mail to somebody who was just erased goes; null once that is forgotten as well. */
  async farewellOf(memberId: Uuid): Promise<Contact | null> {
    const farewell = await this.erasures.farewellOf(memberId);
    return farewell && { memberId, emailVerified: true, lastName: '', ...nowhereElse, ...farewell };
  }

  /** Unknown ids are left out; the order is not promised. */
  async contactsOf(memberIds: readonly Uuid[]): Promise<Contact[]> {
    return this.withAddresses(await this.members.findAll(memberIds));
  }

  /** Everybody whose roles carry the permission. */
  async staffWith(permission: Permission): Promise<Contact[]> {
    const holders = roles.filter((role) => rolePermissions[role].includes(permission));
    return this.withAddresses(await this.members.holding(holders));
  }

  /** How many members a WhatsApp message can reach, by the language they read. */
  async whatsAppReaders(): Promise<Record<Locale, number>> {
    const counted = await this.accounts.whatsAppReaders();
    const of = (locale: Locale) => counted.find((one) => one.locale === locale)?.people ?? 0;
    return { fr: of('fr'), en: of('en') };
  }

  private async withAddresses(members: readonly MemberEntity[]): Promise<Contact[]> {
    const reachable = members.filter(({ erasedAt }) => !erasedAt);
    if (reachable.length === 0) return [];
    const addresses = await this.accounts.addressesOf(reachable.map(({ id }) => id));
    const proven = Map.groupBy(addresses, ({ memberId }) => memberId);
    return reachable.map((member) => toContact(member, proven.get(member.id) ?? []));
  }
}

function toContact(member: MemberEntity, proven: readonly ProvenAddress[]): Contact {
  const at = (channel: ProvenAddress['channel']) =>
    proven.find((one) => one.channel === channel)?.address ?? null;
  const whatsapp = at('whatsapp');
  return {
    memberId: member.id,
    email: member.email,
    emailVerified: member.emailVerifiedAt !== null,
    firstName: member.firstName,
    lastName: member.lastName,
    locale: member.locale,
    timezone: member.timezone,
    // Whoever wrote another number into the profile: it is not the one that was proven.
    whatsapp: whatsapp === member.whatsappNumber ? whatsapp : null,
    telegramId: at('telegram'),
    discordId: at('discord'),
  };
}
