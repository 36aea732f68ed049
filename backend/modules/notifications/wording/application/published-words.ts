import { Injectable } from '@nestjs/common';
import type { Locale, OutgoingChannel, WordingKind } from '@calmness/contracts';
import type { OwnWords } from '../../delivery/channels/channel-sender';
import { WordingRepository } from '../persistence/wording.repository';

/** What is about to be written. */
export interface Said {
  channel: OutgoingChannel;
  /** A mail's template, or the announcement. */
  template: string;
  test: boolean;
}

/** A mail has words of its own; everything else says the few lines. */
export function kindOf(channel: OutgoingChannel): WordingKind {
  return channel === 'email' ? 'mail' : 'short';
}

/** The words in force, asked at the moment a message is written. */
@Injectable()
export class PublishedWords {
  constructor(private readonly words: WordingRepository) {}

  /** Null while the built-in words speak. A test says the draft, to be heard before everybody hears it. */
  async of({ channel, template: name, test }: Said, locale: Locale): Promise<OwnWords | null> {
    const key = { kind: kindOf(channel), name, locale };
    const row = await (test ? this.words.newest(key) : this.words.published(key));
    return row && { version: row.version, fields: row.fields };
  }
}
