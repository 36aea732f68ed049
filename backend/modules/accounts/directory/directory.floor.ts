import type { Floor } from '../floor';
import { AccountsFileSection } from './application/accounts-file-section';
import { GovernMany } from './application/govern-many';
import { GovernMember } from './application/govern-member';
import { ImportMembers } from './application/import-members';
import { Labels } from './application/labels';
import { MemberFile } from './application/member-file';
import { MemberSearchSource } from './application/member-search-source';
import { SavedFilters } from './application/saved-filters';
import { ViewAsMember } from './application/view-as-member';
import { LabelEntity } from './persistence/label.entity';
import { LabelRepository } from './persistence/label.repository';
import { MemberListRepository } from './persistence/member-list.repository';
import { SavedFilterEntity } from './persistence/saved-filter.entity';
import { Audiences } from './application/audiences';
import { ContactBook } from './application/contact-book';
import { ListMembers } from './application/list-members';
import { MemberDirectory } from './application/member-directory';
import { MemberSubject } from './application/member-subject';
import { ReadMember } from './application/read-member';
import { MemberEntity } from './persistence/member.entity';
import { MemberRepository } from './persistence/member.repository';

/** Who is who: the member row and everybody who looks somebody up. */
export const directoryFloor: Floor = {
  entities: [LabelEntity, MemberEntity, SavedFilterEntity],
  inside: [
    GovernMany,
    GovernMember,
    ImportMembers,
    LabelRepository,
    Labels,
    ListMembers,
    MemberListRepository,
    MemberRepository,
    ReadMember,
    SavedFilters,
    ViewAsMember,
  ],
  door: [
    AccountsFileSection,
    Audiences,
    ContactBook,
    MemberDirectory,
    MemberFile,
    MemberSearchSource,
    MemberSubject,
  ],
};
