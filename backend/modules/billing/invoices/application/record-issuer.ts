import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { faultyIdentifiers, type IssuerDetails } from '../domain/issuer';
import { assertDrawable, type PrintedFields } from '../templates/glyphs';
import type { IssuerEntity } from '../persistence/issuer.entity';
import { IssuerRepository } from '../persistence/issuer.repository';

/** Writes down who issues the invoices from now on: a new version, the older ones stay. */
@Injectable()
export class RecordIssuer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly issuers: IssuerRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError request.invalid naming every identifier that does not check, billing.glyph-missing */
  async execute(command: IssuerDetails & { adminId: Uuid }): Promise<IssuerEntity> {
    const { adminId, ...details } = command;
    const faulty = faultyIdentifiers(details);
    if (faulty.length > 0) {
      const errors = faulty.map((field) => ({ field, code: 'invalid' as const }));
      throw new DomainError('request.invalid', {}, 'invalid', errors);
    }
    assertDrawable(printedFields(details));
    return this.unitOfWork.run(async (tx) => {
      const before = await this.issuers.current(this.clock.now(), tx.manager);
      const issuer = await this.issuers.add(tx, { ...details, id: newId(), validFrom: this.clock.now() });
      tx.audit({
        actorId: adminId,
        action: 'billing.record-issuer',
        objectType: 'issuer',
        objectId: issuer.id,
        before: before && { version: before.version, siren: before.siren },
        after: { version: issuer.version, siren: issuer.siren },
      });
      return issuer;
    });
  }
}

function printedFields(issuer: IssuerDetails): PrintedFields {
  const { legalName: legal_name, legalForm: legal_form, rcsCity: rcs_city, city } = issuer;
  const { addressLines: address_lines, postalCode: postal_code } = issuer;
  return { legal_name, legal_form, rcs_city, address_lines, postal_code, city };
}
