import { Injectable } from '@nestjs/common';
import { ContactBook } from '@calmness/accounts';
import {
  locales,
  type Locale,
  type WordFieldValues,
  type WhatsAppConfiguration,
  type WhatsAppObstacle,
  type WhatsAppSender,
  type WhatsAppTemplateView,
} from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { WhatsAppPort } from '@calmness/platform/vendors/twilio';
import { announcementCalled } from '../../announcements/domain/announcements';
import { WhatsAppTemplates, type WhatsAppTemplate } from '../../delivery/persistence/whatsapp-templates';
import {
  goesToWhatsApp,
  lintTemplate,
  previewOf,
  whatsAppAnnouncements,
  whatsAppVariables,
} from '../domain/whatsapp-words';
import type { WordingEntity } from '../persistence/wording.entity';
import { WordingRepository } from '../persistence/wording.repository';

/** Twilio's shared number, which writes only to those who joined it. */
const sandbox = '+14155238886';

/** Which approved template of WhatsApp carries which message, and what keeps the others here. */
@Injectable()
export class ConfigureWhatsApp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: WhatsAppTemplates,
    private readonly words: WordingRepository,
    private readonly contacts: ContactBook,
    private readonly whatsApp: WhatsAppPort,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<WhatsAppConfiguration> {
    const [templates, people, living] = await Promise.all([
      this.templates.all(),
      this.contacts.whatsAppReaders(),
      this.words.living(),
    ]);
    const sender = this.sender();
    return {
      sender,
      templates: whatsAppAnnouncements().flatMap((announcement) =>
        locales.map((locale) => {
          const found = templates.find((one) => one.announcement === announcement && one.locale === locale);
          const own = living.find((row) => isSaid(row, announcement, locale))?.fields;
          return viewOf({ announcement, locale, own }, found, { sender, people: people[locale] });
        }),
      ),
    };
  }

  /**
   * @throws DomainError request.not-found for a message that never goes there, request.invalid with its field for a
   * placeholder nobody knows or the news left out, request.conflict when somebody else saved in between
   */
  async save(actorId: Uuid, template: WhatsAppTemplate): Promise<void> {
    const { announcement, locale, variables, version } = template;
    if (!goesToWhatsApp(announcement)) throw new DomainError('request.not-found', {}, 'not-found');
    const faults = lintTemplate(announcement, locale, variables);
    if (faults.length > 0) throw new DomainError('request.invalid', {}, 'invalid', faults);
    await this.unitOfWork.run(async (tx) => {
      const before = await this.templates.lock(tx, template);
      if ((before?.version ?? 0) !== version) throw new DomainError('request.conflict', {}, 'conflict');
      const after = { ...template, version: version + 1 };
      await this.templates.save(tx, after, { id: actorId, at: this.clock.now() });
      tx.audit({
        ...{ actorId, action: 'notifications.save-whatsapp-template', objectType: 'whatsapp-template' },
        ...{ objectId: `${announcement}.${locale}`, before: before && { ...before }, after: { ...after } },
      });
    });
  }

  /** @throws DomainError request.not-found when there is none, request.conflict when it was saved in between */
  async remove(actorId: Uuid, key: { announcement: string; locale: Locale }, version: number): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const before = await this.templates.lock(tx, key);
      if (!before) throw new DomainError('request.not-found', {}, 'not-found');
      if (before.version !== version) throw new DomainError('request.conflict', {}, 'conflict');
      await this.templates.remove(tx, key);
      tx.audit({
        ...{ actorId, action: 'notifications.remove-whatsapp-template', objectType: 'whatsapp-template' },
        ...{ objectId: `${key.announcement}.${key.locale}`, before: { ...before }, after: null },
      });
    });
  }

  /** Nothing secret: whether somebody writes, and the end of his number. */
  private sender(): WhatsAppSender {
    const from = this.config.vendors.whatsapp?.from ?? null;
    return {
      enabled: this.whatsApp.enabled,
      sender_last4: from?.slice(-4) ?? null,
      sandbox: from === sandbox,
    };
  }
}

function isSaid({ kind, state, ...row }: WordingEntity, announcement: string, locale: Locale): boolean {
  return kind === 'short' && state === 'published' && row.name === announcement && row.locale === locale;
}

function viewOf(
  { announcement, locale, own }: { announcement: string; locale: Locale; own: WordFieldValues | undefined },
  found: WhatsAppTemplate | undefined,
  { sender, people }: { sender: WhatsAppSender; people: number },
): WhatsAppTemplateView {
  return {
    announcement,
    locale,
    category: announcementCalled(announcement)?.category ?? 'security',
    ...storedIn(found),
    known_variables: whatsAppVariables(announcement, locale, own),
    preview: previewOf(announcement, locale, own),
    obstacle: obstacleOf(found, sender),
    people,
  };
}

type Stored = Pick<WhatsAppTemplateView, 'content_sid' | 'approval' | 'variables' | 'version'>;

function storedIn(found: WhatsAppTemplate | undefined): Stored {
  if (!found) return { content_sid: null, approval: null, variables: [], version: 0 };
  const { contentSid: content_sid, approval, variables, version } = found;
  return { content_sid, approval, variables, version };
}

function obstacleOf(
  found: WhatsAppTemplate | undefined,
  { enabled }: WhatsAppSender,
): WhatsAppObstacle | null {
  if (!enabled) return 'channel_off';
  if (!found) return 'no_template';
  return found.approval === 'approved' ? null : found.approval;
}
