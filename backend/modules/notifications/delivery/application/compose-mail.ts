import { Injectable } from '@nestjs/common';
import { Config } from '@calmness/platform/config';
import { StoredFiles } from '@calmness/platform/files';
import type { SubjectDescription } from '@calmness/platform/subjects';
import type { Mail, MailAttachment } from '@calmness/platform/vendors/smtp';
import type { DeliveryEntity } from '../persistence/delivery.entity';
import { UnsubscribeLinks } from '../../preferences/application/unsubscribe-links';
import { isMandatory } from '../../preferences/domain/preferences';
import type { Letter } from '../channels/channel-sender';
import { layOut } from '../templates/mail-layout';
import { isMailTemplate, mailTemplates } from '../templates/mail-templates';

/** Writes a mail just before it leaves: address, language, names, link and file as they are now. */
@Injectable()
export class ComposeMail {
  constructor(
    private readonly files: StoredFiles,
    private readonly unsubscribeLinks: UnsubscribeLinks,
    private readonly config: Config,
  ) {}

  /** @throws Error for a template that is gone since the delivery was written, or a file that cannot be read */
  async execute({ delivery, contact, subject, place }: Letter): Promise<Mail> {
    const { template } = delivery;
    if (!isMailTemplate(template)) throw new Error(`No mail template is called ${template}`);
    const content = mailTemplates[template][contact.locale]({
      firstName: contact.firstName,
      title: subject.title,
      facts: subject.facts,
      link: subject.secretLink ?? `${this.config.publicBaseUrl}${subject.url ?? '/user'}`,
    });
    const unsubscribeUrl = this.unsubscribeUrl(delivery);
    const { supportEmail, publicBaseUrl: baseUrl } = this.config;
    return {
      ...layOut(content, contact.locale, { supportEmail, baseUrl, unsubscribeUrl }),
      messageId: `<${delivery.id}@${new URL(this.config.publicBaseUrl).hostname}>`,
      to: place.address,
      unsubscribeUrl,
      attachments: await this.attachments(subject),
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
