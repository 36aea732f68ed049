import type { Floor } from '../floor';
import { ContactBook } from './application/contact-book';
import { ListMembers } from './application/list-members';
import { MemberDirectory } from './application/member-directory';
import { MemberSubject } from './application/member-subject';
import { ReadMember } from './application/read-member';
import { MemberEntity } from './persistence/member.entity';
import { MemberRepository } from './persistence/member.repository';

/** Who is who: the member row and everybody who looks somebody up. */
export const directoryFloor: Floor = {
  entities: [MemberEntity],
  inside: [ListMembers, MemberRepository, ReadMember],
  door: [ContactBook, MemberDirectory, MemberSubject],
};
