import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { SignedFileUrls, StoredFiles } from '@calmness/platform/files';
import { newId, type Uuid } from '@calmness/platform/ids';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { redrawPicture } from '../domain/picture';
import { AvatarRepository } from '../persistence/avatar.repository';

const atOnce = 100;

/** The pictures of members: one each, drawn anew by us, kept privately. */
@Injectable()
export class Avatars {
  constructor(
    private readonly repository: AvatarRepository,
    private readonly members: MemberRepository,
    private readonly files: StoredFiles,
    private readonly urls: SignedFileUrls,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Links of five minutes for one reader, by member; who has no picture is absent. */
  async linksFor(
    readerId: Uuid,
    memberIds: readonly Uuid[],
    size: 'large' | 'small',
  ): Promise<Map<Uuid, string>> {
    const avatars = await this.repository.shownOfAll(memberIds);
    return new Map(
      avatars.map(({ memberId, largeFileId, smallFileId }) => [
        memberId,
        this.urls.sign(size === 'large' ? largeFileId : smallFileId, readerId),
      ]),
    );
  }

  /** A member's own picture; null: show the initials. */
  async ownLink(memberId: Uuid, size: 'large' | 'small'): Promise<string | null> {
    return (await this.linksFor(memberId, [memberId], size)).get(memberId) ?? null;
  }

  /** @throws DomainError accounts.image-unreadable, accounts.image-animated, accounts.image-too-large */
  async change(memberId: Uuid, bytes: Buffer): Promise<void> {
    const picture = await redrawPicture(bytes);
    const [large, small] = await Promise.all(
      (['large', 'small'] as const).map((size) =>
        this.files.draft('accounts', 'avatar.webp', 'image/webp', picture[size]),
      ),
    );
    if (!large || !small) throw new Error('Nothing was stored');
    const createdAt = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      await this.members.lock(tx, memberId);
      await this.files.keep(tx, large);
      await this.files.keep(tx, small);
      await this.repository.remove(tx, memberId, createdAt);
      const ids = { id: newId(), memberId, largeFileId: large.id, smallFileId: small.id };
      await this.repository.add(tx, { ...ids, createdAt, removedAt: null });
    });
  }

  /** No picture is no error. */
  async remove(memberId: Uuid): Promise<void> {
    await this.unitOfWork.run((tx) => this.repository.remove(tx, memberId, this.clock.now()));
  }

  /** Deletes the files of removed pictures; the row last, so that a death in between is made good. */
  async tidy(): Promise<void> {
    for (const { id, largeFileId, smallFileId } of await this.repository.removed(atOnce)) {
      await this.files.remove('accounts', largeFileId);
      await this.files.remove('accounts', smallFileId);
      await this.repository.forget(id);
    }
  }
}
