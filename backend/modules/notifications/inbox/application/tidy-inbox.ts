import { Injectable } from '@nestjs/common';
import type { Uuid } from '@calmness/platform/ids';
import { inboxChanges } from '../persistence/notification.repository';
import { ChangeInbox } from './change-inbox';

/** Marks and removes messages; doing it again changes nothing. Each answers how many changed. */
@Injectable()
export class TidyInbox {
  constructor(private readonly change: ChangeInbox) {}

  /** @throws DomainError notifications.not-found */
  read(memberId: Uuid, id: Uuid): Promise<number> {
    return this.change.one(memberId, id, inboxChanges.read);
  }

  /** Back into the list as new, from the archive too. @throws DomainError notifications.not-found */
  unread(memberId: Uuid, id: Uuid): Promise<number> {
    return this.change.one(memberId, id, inboxChanges.unread);
  }

  /** What is newer than `upToId`, or put off, is not marked: nobody has looked at it. */
  readAll(memberId: Uuid, upToId?: Uuid): Promise<number> {
    return this.change.all(memberId, { ...inboxChanges.readAwake, upToId });
  }

  /** The list was open: they are no longer news, which does not make them read. */
  see(memberId: Uuid, upToId?: Uuid): Promise<number> {
    return this.change.all(memberId, { ...inboxChanges.see, upToId });
  }

  /** @throws DomainError notifications.not-found */
  remove(memberId: Uuid, id: Uuid): Promise<number> {
    return this.change.one(memberId, id, inboxChanges.remove);
  }

  removeRead(memberId: Uuid): Promise<number> {
    return this.change.all(memberId, inboxChanges.removeRead);
  }
}
