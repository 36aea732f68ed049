import { Injectable } from '@nestjs/common';
import { ContactBook, OrganisationSettings, type Contact } from '@calmness/accounts';
import { Config } from '@calmness/platform/config';
import { StoredFiles } from '@calmness/platform/files';
import { SubjectSources, type SubjectDescription } from '@calmness/platform/subjects';
import type { Mail, MailAttachment } from '@calmness/platform/vendors/smtp';
import type { DeliveryEntity } from '../persistence/delivery.entity';
import { Preferences } from '../../preferences/application/preferences';
import { UnsubscribeLinks } from '../../preferences/application/unsubscribe-links';
import { isMandatory } from '../../preferences/domain/preferences';
import { identityLine, type MailFrame } from '../templates/mail-layout';
import { renderMail } from '../templates/render-mail';

/** Either the mail, or why nobody needs it any more. */
export type Composition = { mail: Mail } | { needless: string };

/** Writes a mail just before it leaves: address, language, names, link and file as they are now. */
@Injectable()
export class ComposeMail {
  constructor(
    private readonly contacts: ContactBook,
    private readonly subjects: SubjectSources,
    private readonly files: StoredFiles,
    private readonly preferences: Preferences,
    private readonly unsubscribeLinks: UnsubscribeLinks,
    private readonly organisation: OrganisationSettings,
    private readonly config: Config,
  ) {}

  async execute(delivery: DeliveryEntity): Promise<Composition> {
    const contact = await this.contactOf(delivery);
    if (!contact) return { needless: 'the recipient is gone' };
    const cell = { category: delivery.category, channel: delivery.channel };
    if (!(await this.preferences.wants(delivery.recipientId, cell)))
      return { needless: 'the recipient opted out' };
    const subject = await this.subjects
      .of(delivery.subjectKind)
      .describe(delivery.subjectId, delivery.recipientId, contact.locale);
    if (!subject) return { needless: 'the subject is gone' };
    if (!subject.stillTrue) return { needless: 'no longer true' };
    if (subject.occurrence !== undefined && subject.occurrence !== delivery.occurrence)
      return { needless: 'the subject moved' };
    return { mail: await this.write(delivery, contact, subject) };
  }

  private contactOf({ template, recipientId }: DeliveryEntity): Promise<Contact | null> {
    return template === 'member-erased'
      ? this.contacts.farewellOf(recipientId)
      : this.contacts.contactOf(recipientId);
  }

  private async write(
    delivery: DeliveryEntity,
    contact: Contact,
    subject: SubjectDescription,
  ): Promise<Mail> {
    const frame = await this.frame(delivery);
    const choice = { name: delivery.template, locale: contact.locale, category: delivery.category };
    const material = {
      firstName: contact.firstName,
      title: subject.title,
      facts: subject.facts,
      link: subject.secretLink ?? `${this.config.publicBaseUrl}${subject.url ?? '/user'}`,
    };
    return {
      ...renderMail(choice, material, frame),
      messageId: `<${delivery.id}@${new URL(this.config.publicBaseUrl).hostname}>`,
      to: subject.mailTo ?? contact.email,
      unsubscribeUrl: frame.unsubscribeUrl,
      attachments: await this.attachments(subject),
    };
  }

  /** Who writes, and how to answer or to refuse; the academy's own settings beat what the process was told. */
  private async frame(delivery: DeliveryEntity): Promise<Omit<MailFrame, 'reason'>> {
    const { address, contactEmail, contactPhone } = await this.organisation.read();
    const { supportEmail, publicBaseUrl: baseUrl } = this.config;
    return {
      baseUrl,
      supportEmail: contactEmail ?? supportEmail,
      identity: identityLine(address, contactPhone),
      unsubscribeUrl: this.unsubscribeUrl(delivery),
    };
  }

  /** Only what may be refused carries a way to refuse it. */
  private unsubscribeUrl({ category, channel, recipientId: memberId }: DeliveryEntity): string | null {
    if (isMandatory({ category, channel })) return null;
    const token = this.unsubscribeLinks.token({ memberId, category });
    return `${this.config.publicBaseUrl}/api/notifications/unsubscribe/${token}`;
  }

  private async attachments(subject: SubjectDescription): Promise<MailAttachment[]> {
    if (!subject.fileId) return [];
    const { file, bytes } = await this.files.read(subject.fileId);
    return [{ fileName: file.file_name, mediaType: file.media_type, bytes }];
  }
}
