import { Injectable } from '@nestjs/common';
import type { Contact } from '@calmness/accounts';
import type { SubjectDescription } from '@calmness/platform/subjects';
import { MailSender } from '@calmness/platform/vendors/smtp';
import { ComposeMail } from '../application/compose-mail';
import { ChannelSender, type Letter, type Place, type Written } from './channel-sender';

/** E-mail: everybody has an address; the pace is kept by the receiving domain. */
@Injectable()
export class MailChannel extends ChannelSender {
  readonly channel = 'email';
  readonly vendor = 'mail';
  readonly enabled = true;

  constructor(
    private readonly sender: MailSender,
    private readonly composeMail: ComposeMail,
  ) {
    super();
  }

  get recognisesRepeat(): boolean {
    return this.sender.deduplicatesByMessageId;
  }

  placesOf(contact: Contact, subject?: SubjectDescription): Promise<Place[]> {
    return Promise.resolve([{ address: subject?.mailTo ?? contact.email }]);
  }

  paceOf({ address }: Place): string {
    return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  }

  async write(letter: Letter): Promise<Written> {
    const { mail, version } = await this.composeMail.execute(letter);
    return { version, send: () => this.sender.send(mail) };
  }
}
