import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import { DomainError } from '@calmness/platform/errors';
import { countryOf, type BuyerSnapshot } from '../domain/buyer';
import { ossRateCode } from '../domain/eu-countries';
import type { IssuerSnapshot, PrintedMention } from '../domain/invoice';
import type { OrderedLine } from '../domain/order';
import type { LineVat, SoldLine } from '../domain/totals';
import { obstacleOf, treatmentOf, type VatTreatment } from '../domain/vat-treatment';
import { ReferenceRows } from '../persistence/reference-rows.repository';

/** The parties of a sale and the day that decides which rates and words hold. */
export interface VatParties {
  issuer: IssuerSnapshot;
  buyer: BuyerSnapshot;
  /** Europe/Paris. */
  on: IsoDate;
}
export interface TaxedLine extends SoldLine {
  treatment: VatTreatment;
}

/** Decides how each line is taxed: the rule from the table, its rate and its words from the dated rows. */
@Injectable()
export class DecideVat {
  constructor(private readonly rows: ReferenceRows) {}

  /**
   * @throws DomainError billing.vat-number-unchecked, billing.oss-required, billing.rate-not-valid-on-date,
   * billing.missing-mention when the words of an exemption do not hold on that day
   */
  async execute(
    lines: readonly OrderedLine[],
    parties: VatParties,
    manager?: EntityManager,
  ): Promise<TaxedLine[]> {
    const words = await this.rows.mentionsOn(parties.on, 'fr', manager);
    const taxed: TaxedLine[] = [];
    // One after the other: inside a transaction there is one connection.
    for (const line of lines) {
      const treatment = treat(line, parties);
      const vat = await this.vatOf(line, treatment, parties, words, manager);
      taxed.push({ ...line, vat, treatment });
    }
    return taxed;
  }

  private async vatOf(
    line: OrderedLine,
    treatment: VatTreatment,
    { buyer, on }: VatParties,
    words: readonly PrintedMention[],
    manager?: EntityManager,
  ): Promise<LineVat> {
    const { category, exemptionCode, mention, law, rate } = treatment;
    if (rate === null) {
      const text = words.find(({ code }) => code === mention)?.text;
      if (text === undefined) throw missing(`mention.${mention}`, law);
      return { category, rateBp: null, exemptionCode, exemptionText: text };
    }
    const code = rate === 'french' ? line.vatRateCode : ossRateCode(countryOf(buyer));
    const rateBp = await this.rows.rateOn(code, on, manager);
    if (rateBp === null)
      throw new DomainError('billing.rate-not-valid-on-date', { rate_code: code, date: on });
    return { category, rateBp, exemptionCode: null, exemptionText: null };
  }
}

function treat(line: OrderedLine, { issuer, buyer }: VatParties): VatTreatment {
  const { supplyKind, trainingExempt } = line;
  const situation = { issuer, buyer, supplyKind, trainingExempt };
  const obstacle = obstacleOf(situation);
  if (obstacle) throw new DomainError(`billing.${obstacle}`, { country: countryOf(buyer) }, 'invalid');
  return treatmentOf(situation);
}

function missing(field: string, law: string): DomainError {
  return new DomainError('billing.missing-mention', { field, law, fields: [field], laws: [law] });
}
