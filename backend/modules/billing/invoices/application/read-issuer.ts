import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { DomainError } from '@calmness/platform/errors';
import type { IssuerEntity } from '../persistence/issuer.entity';
import { IssuerRepository } from '../persistence/issuer.repository';

/** Who issues the invoices today. */
@Injectable()
export class ReadIssuer {
  constructor(
    private readonly issuers: IssuerRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError billing.issuer-missing */
  async execute(): Promise<IssuerEntity> {
    const issuer = await this.find();
    if (!issuer) throw new DomainError('billing.issuer-missing', {}, 'conflict');
    return issuer;
  }

  /** Every version there was, newest first. */
  versions(): Promise<IssuerEntity[]> {
    return this.issuers.versions();
  }

  find(): Promise<IssuerEntity | null> {
    return this.issuers.current(this.clock.now());
  }
}
