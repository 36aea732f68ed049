import { Injectable } from '@nestjs/common';
import type { MemberEntity } from '../persistence/member.entity';
import { MemberRepository, type MemberSearch } from '../persistence/member.repository';

/** The staff's list of members, newest first. */
@Injectable()
export class ListMembers {
  constructor(private readonly members: MemberRepository) {}

  execute(search: MemberSearch): Promise<MemberEntity[]> {
    return this.members.search(search);
  }
}
