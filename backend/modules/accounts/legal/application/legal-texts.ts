import { Injectable } from '@nestjs/common';
import type { LegalDocumentCode, Locale } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';
import { acceptedAtRegistration, termsVersionOf, type DocumentVersions } from '../domain/legal-terms';
import type { LegalTextEntity } from '../persistence/legal-text.entity';
import { LegalTextRepository } from '../persistence/legal-text.repository';

export interface LegalText {
  code: LegalDocumentCode;
  version: string;
  locale: Locale;
  title: string;
  /** Plain Markdown. */
  body: string;
  publishedAt: Date;
}
export interface LegalTextTitle {
  code: LegalDocumentCode;
  version: string;
  title: string;
}

/** The published legal texts. Reads only. */
@Injectable()
export class LegalTexts {
  constructor(private readonly texts: LegalTextRepository) {}

  /**
   * The newest version of a document in a language.
   * @throws DomainError accounts.legal-document-not-found
   */
  current(code: LegalDocumentCode, locale: Locale): Promise<LegalText> {
    return this.read(code, locale);
  }

  /**
   * One version of a document, as it was published.
   * @throws DomainError accounts.legal-document-not-found
   */
  async read(code: LegalDocumentCode, locale: Locale, version?: number): Promise<LegalText> {
    const text = await this.texts.find(code, locale, version);
    if (!text) throw new DomainError('accounts.legal-document-not-found', {}, 'not-found');
    return toLegalText(text);
  }

  /**
   * The version number of a document that is in force.
   * @throws DomainError accounts.legal-document-not-found
   */
  async currentVersion(code: LegalDocumentCode): Promise<string> {
    return (await this.current(code, 'fr')).version;
  }

  /** What a new member accepts: CGU, CGV and privacy in one word that changes with any of them. */
  async termsVersion(): Promise<string> {
    return termsVersionOf(await this.termsDocuments());
  }

  /**
   * The version of each document a new member accepts.
   * @throws DomainError accounts.legal-document-not-found before the reference data is installed
   */
  async termsDocuments(): Promise<DocumentVersions> {
    const versions = new Map((await this.texts.current('fr')).map(({ code, version }) => [code, version]));
    return acceptedAtRegistration.map((code) => {
      const version = versions.get(code);
      if (version === undefined) throw new DomainError('accounts.legal-document-not-found', {}, 'not-found');
      return { code, version };
    });
  }

  /** Titles and versions of everything in force. */
  async list(locale: Locale): Promise<LegalTextTitle[]> {
    const texts = await this.texts.current(locale);
    return texts.map(({ code, version, title }) => ({ code, version: String(version), title }));
  }
}

function toLegalText({ code, version, locale, title, body, publishedAt }: LegalTextEntity): LegalText {
  return { code, version: String(version), locale, title, body, publishedAt };
}
