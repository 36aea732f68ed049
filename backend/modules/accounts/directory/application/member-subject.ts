import { Injectable } from '@nestjs/common';
import { rolePermissions } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import type { MemberEntity } from '../persistence/member.entity';
import { MemberRepository } from '../persistence/member.repository';

/** Describes a member to himself, and to the staff who may read members; to nobody else. */
@Injectable()
export class MemberSubject extends SubjectSource {
  readonly kind = 'accounts.member';

  constructor(private readonly members: MemberRepository) {
    super();
  }

  async describe(subjectId: Uuid, recipientId: Uuid): Promise<SubjectDescription | null> {
    const [member, recipient] = await Promise.all([
      this.members.find(subjectId),
      this.members.find(recipientId),
    ]);
    if (!member || !recipient) return null;
    const himself = subjectId === recipientId;
    if (!himself && !readsMembers(recipient)) return null;
    const fullName = `${member.firstName} ${member.lastName}`;
    return {
      title: fullName,
      when: member.createdAt.toISOString(),
      url: himself ? '/user' : '/admin/members',
      facts: { firstName: member.firstName, lastName: member.lastName, fullName, email: member.email },
      stillTrue: true,
    };
  }
}

function readsMembers(member: MemberEntity): boolean {
  return member.roles.some((role) => rolePermissions[role].includes('accounts.members-read'));
}
