import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ImportOutcome } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { PasswordHasher } from '../../access/application/password-hasher';
import { SecretLinks } from '../../access/application/secret-links';
import { freshMember } from '../../access/domain/new-member';
import { readImport, type ImportRow } from '../domain/import-rows';
import { MemberRepository } from '../persistence/member.repository';

export interface ImportedRow {
  line: number;
  email: string;
  outcome: ImportOutcome;
  fields: string[];
}

/**
 * Opens accounts for a list of people; each gets a link to choose a password and accepts the terms himself.
 * An address that has an account is left alone, so that a file sent twice does nothing twice.
 */
@Injectable()
export class ImportMembers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly hasher: PasswordHasher,
    private readonly links: SecretLinks,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError accounts.import-unreadable; nothing is written then */
  async execute(actorId: Uuid, csv: string, dryRun: boolean): Promise<ImportedRow[]> {
    const rows = readImport(csv);
    // Nobody knows it: the first password is chosen through the link.
    const passwordHash = await this.hasher.hash(randomBytes(32).toString('base64url'));
    const report: ImportedRow[] = [];
    for (const row of rows) report.push(await this.consider(actorId, row, passwordHash, dryRun));
    return report;
  }

  private async consider(
    actorId: Uuid,
    row: ImportRow,
    passwordHash: string,
    dryRun: boolean,
  ): Promise<ImportedRow> {
    const { line, email, fields } = row;
    if (row.outcome !== 'new') return { line, email, fields, outcome: row.outcome };
    const added = dryRun
      ? (await this.members.findByEmail(email)) === null
      : await this.open(actorId, row, passwordHash);
    return { line, email, fields, outcome: added ? 'new' : 'exists' };
  }

  private open(actorId: Uuid, row: ImportRow, passwordHash: string): Promise<boolean> {
    const { email, firstName, lastName, locale, phone } = row;
    const id = newId();
    const person = { id, email, passwordHash, firstName, lastName, locale, createdAt: this.clock.now() };
    return this.unitOfWork.run(async (tx) => {
      const member = { ...freshMember({ ...person, roles: ['member'], isDemo: false }), phone };
      if (!(await this.members.add(tx, member))) return false;
      const tokenId = await this.links.prepare(tx, id, 'accept-invitation');
      tx.record('accounts.member-registered', { memberId: id });
      tx.record('accounts.member-invited', { memberId: id, tokenId });
      const what = { action: 'accounts.import-member', objectType: 'member', objectId: id };
      tx.audit({ actorId, ...what, before: null, after: { email } });
      return true;
    });
  }
}
