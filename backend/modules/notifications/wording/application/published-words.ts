import { Injectable } from '@nestjs/common';
import type { Locale, OutgoingChannel } from '@calmness/contracts';
import type { OwnWords } from '../../delivery/channels/channel-sender';
import { WordingRepository } from '../persistence/wording.repository';

/** The words in force, asked at the moment a message is written. */
@Injectable()
export class PublishedWords {
  constructor(private readonly words: WordingRepository) {}

  /** Null while the built-in words speak. */
  async of(
    { channel, template: name }: { channel: OutgoingChannel; template: string },
    locale: Locale,
  ): Promise<OwnWords | null> {
    const kind = channel === 'email' ? 'mail' : 'short';
    const row = await this.words.published({ kind, name, locale });
    return row && { version: row.version, fields: row.fields };
  }
}
