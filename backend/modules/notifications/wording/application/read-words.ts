import { Injectable } from '@nestjs/common';
import { MemberDirectory } from '@calmness/accounts';
import {
  locales,
  type Locale,
  type WordFieldValues,
  type WordingList,
  type WordingPreview,
  type WordingRow,
  type WordingVersion,
  type WordingView,
} from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';
import { isMailTemplate } from '../../delivery/templates/mail-templates';
import { previewMail } from '../../delivery/templates/preview-mail';
import { typeset } from '../../typography';
import {
  allWords,
  builtInWords,
  channelsOfWords,
  categoryOfWords,
  knownWords,
  rulesOf,
  variablesOf,
  type WordsOf,
} from '../domain/built-in-words';
import { fill, tidied } from '../domain/fill-words';
import { lintWords } from '../domain/lint-words';
import { samplesOf } from '../domain/word-variables';
import type { WordingEntity } from '../persistence/wording.entity';
import { WordingRepository, type WordingKey } from '../persistence/wording.repository';
import { revisionOf } from './edit-words';

/** What the messages of the house say now, and said before. Writes nothing. */
@Injectable()
export class ReadWords {
  constructor(
    private readonly words: WordingRepository,
    private readonly members: MemberDirectory,
  ) {}

  async list(): Promise<WordingList> {
    const living = await this.words.living();
    const rows = allWords.flatMap((words) =>
      locales.map((locale) => {
        const own = living.filter((row) => row.locale === locale && isOf(row, words));
        return rowOf(words, locale, own);
      }),
    );
    return { words: rows };
  }

  /** @throws DomainError request.not-found for words nobody knows */
  async one(key: WordingKey): Promise<WordingView> {
    const words = known(key);
    const versions = await this.words.history(key);
    const draft = versions.find(({ state }) => state === 'draft');
    const published = versions.find(({ state }) => state === 'published');
    const builtIn = builtInWords(words, key.locale);
    return {
      ...{ kind: key.kind, name: key.name, locale: key.locale, category: categoryOfWords(words) },
      variables: variableViews(words, key.locale),
      channels: channelsOfWords(words),
      built_in: builtIn,
      fields: draft?.fields ?? published?.fields ?? builtIn,
      published_version: published?.version ?? null,
      has_draft: draft !== undefined,
      revision: revisionOf(versions),
      history: await this.historyOf(versions),
    };
  }

  /** As it would be sent, with the samples; faults are told, not refused. @throws DomainError request.not-found */
  preview(key: WordingKey, fields: WordFieldValues): WordingPreview {
    const words = known(key);
    const said = tidied(fields);
    const problems = lintWords(said, rulesOf(words, key.locale));
    return { ...shown(words, key.locale, said), problems };
  }

  private async historyOf(versions: readonly WordingEntity[]): Promise<WordingVersion[]> {
    const ids = versions.flatMap((row) => [row.changedBy, row.publishedBy, row.archivedBy]);
    const names = await this.members.namesOf([...new Set(ids.filter((id) => id !== null))]);
    const nameOf = (id: WordingEntity['changedBy']): string => {
      const found = names.get(id);
      return found ? `${found.firstName} ${found.lastName}` : '—';
    };
    return versions.map((row) => ({
      ...{ version: row.version, state: row.state, fields: row.fields },
      ...{ changed_at: row.changedAt.toISOString(), changed_by: nameOf(row.changedBy) },
      published_at: row.publishedAt?.toISOString() ?? null,
      published_by: row.publishedBy && nameOf(row.publishedBy),
      archived_at: row.archivedAt?.toISOString() ?? null,
      archived_by: row.archivedBy && nameOf(row.archivedBy),
    }));
  }
}

const isOf = (row: WordingEntity, { kind, name }: WordsOf): boolean => row.kind === kind && row.name === name;

function known({ kind, name }: WordingKey): WordsOf {
  const words = knownWords(kind, name);
  if (!words) throw new DomainError('request.not-found', {}, 'not-found');
  return words;
}

function rowOf(words: WordsOf, locale: Locale, own: readonly WordingEntity[]): WordingRow {
  const published = own.find(({ state }) => state === 'published');
  const { subject, title } = published?.fields ?? builtInWords(words, locale);
  const heading = fill(subject ?? title ?? '', samplesOf(variablesOf(words), locale));
  return {
    ...{ kind: words.kind, name: words.name, locale, category: categoryOfWords(words) },
    heading: typeset(heading, locale),
    published_version: published?.version ?? null,
    has_draft: own.some(({ state }) => state === 'draft'),
  };
}

function variableViews(words: WordsOf, locale: Locale): WordingView['variables'] {
  const variables = variablesOf(words);
  const { required } = rulesOf(words, locale);
  return Object.entries(samplesOf(variables, locale)).map(([name, sample]) => ({
    ...{ name, sample, required: required.includes(name) },
    optional: variables[name]?.optional ?? false,
  }));
}

function shown(
  { kind, name }: WordsOf,
  locale: Locale,
  fields: WordFieldValues,
): Omit<WordingPreview, 'problems'> {
  if (kind === 'mail' && isMailTemplate(name)) {
    const { subject, text, html } = previewMail(name, locale, fields);
    return { heading: subject, text, html };
  }
  const samples = samplesOf(variablesOf({ kind, name }), locale);
  const said = (text: string | undefined): string => typeset(fill(text ?? '', samples), locale);
  return { heading: said(fields.title), text: said(fields.body), html: null };
}
