import { Injectable } from '@nestjs/common';
import type { NotificationCategory } from '@calmness/contracts';
import { OrganisationSettings } from '@calmness/accounts';
import { Config } from '@calmness/platform/config';
import { StoredFiles } from '@calmness/platform/files';
import type { SubjectDescription } from '@calmness/platform/subjects';
import type { Mail, MailAttachment } from '@calmness/platform/vendors/smtp';
import type { DeliveryEntity } from '../persistence/delivery.entity';
import { UnsubscribeLinks } from '../../preferences/application/unsubscribe-links';
import { isMandatory } from '../../preferences/domain/preferences';
import { ownVersion, type Letter } from '../channels/channel-sender';
import { identityLine, type MailFrame, type RenderedMail } from '../templates/mail-layout';
import { isMailTemplate } from '../templates/mail-templates';
import { renderMail } from '../templates/render-mail';
import { templateVersion } from '../templates/template-version';

export interface Composition {
  mail: Mail;
  /** Of the words it was written with. */
  version: string;
}

/** Writes a mail just before it leaves: address, language, names, link and file as they are now. */
@Injectable()
export class ComposeMail {
  constructor(
    private readonly files: StoredFiles,
    private readonly unsubscribeLinks: UnsubscribeLinks,
    private readonly organisation: OrganisationSettings,
    private readonly config: Config,
  ) {}

  /** @throws Error for a template that is gone since the delivery was written, or a file that cannot be read */
  async execute({ delivery, contact, subject, place, words }: Letter): Promise<Composition> {
    const { template, category } = delivery;
    if (!isMailTemplate(template)) throw new Error(`No mail template is called ${template}`);
    const frame = await this.frame(delivery, subject);
    const choice = { name: template, locale: contact.locale, category };
    const material = {
      firstName: contact.firstName,
      title: subject.title,
      facts: subject.facts,
      link: subject.secretLink ?? this.pageOf(subject.url ?? '/user'),
      lines: subject.lines?.map((line) => ({ ...line, url: this.pageOf(line.url) })),
    };
    const mail = {
      ...marked(renderMail(choice, material, frame, words?.fields), delivery),
      messageId: `<${delivery.id}@${new URL(this.config.publicBaseUrl).hostname}>`,
      to: place.address,
      unsubscribeUrl: frame.unsubscribeUrl,
      attachments: await this.attachments(subject),
    };
    return { mail, version: ownVersion(words) ?? templateVersion(template, contact.locale) };
  }

  private pageOf(path: string): string {
    return `${this.config.publicBaseUrl}${path}`;
  }

  /** Who writes, and how to answer or to refuse; the academy's own settings beat what the process was told. */
  private async frame(
    delivery: DeliveryEntity,
    { categories }: SubjectDescription,
  ): Promise<Omit<MailFrame, 'reason'>> {
    const { address, contactEmail, contactPhone } = await this.organisation.read();
    const { supportEmail, publicBaseUrl: baseUrl } = this.config;
    return {
      baseUrl,
      supportEmail: contactEmail ?? supportEmail,
      identity: identityLine(address, contactPhone),
      unsubscribeUrl: this.unsubscribeUrl(delivery, categories ?? [delivery.category]),
    };
  }

  /** Only what may be refused carries a way to refuse it. */
  private unsubscribeUrl(
    { channel, recipientId: memberId }: DeliveryEntity,
    categories: readonly NotificationCategory[],
  ): string | null {
    if (categories.some((category) => isMandatory({ category, channel }))) return null;
    const token = this.unsubscribeLinks.token({ memberId, categories });
    return `${this.config.publicBaseUrl}/api/notifications/unsubscribe/${token}`;
  }

  private async attachments(subject: SubjectDescription): Promise<MailAttachment[]> {
    if (!subject.fileId) return [];
    const { file, bytes } = await this.files.read(subject.fileId);
    return [{ fileName: file.file_name, mediaType: file.media_type, bytes }];
  }
}

/** A test tells that it is one, before it is opened. */
function marked(mail: RenderedMail, { test }: DeliveryEntity): RenderedMail {
  return test ? { ...mail, subject: `[Test] ${mail.subject}` } : mail;
}
