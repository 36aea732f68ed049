import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import { addDays, Clock } from '@calmness/platform/clock';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { formatShortDay } from '../../domain/formats';
import type { InvoiceDraft, IssuerSnapshot, PrintedMention } from '../domain/invoice';
import { mentionRules, requiredFields, type MentionFacts } from '../domain/mentions';
import { totalsOf, type SoldLine } from '../domain/totals';
import type { IssuerEntity } from '../persistence/issuer.entity';
import { IssuerRepository } from '../persistence/issuer.repository';
import { ReferenceRows } from '../persistence/reference-rows.repository';

/** A period of access, paid by a consumer. */
export interface Sale {
  memberId: Uuid;
  buyerName: string;
  /** In French: an invoice is written in French. */
  planName: string;
  durationMonths: number;
  /** All taxes included, EUR cents. */
  amountCents: number;
  vatRateCode: string;
  startsOn: IsoDate;
  /** Exclusive, Europe/Paris. */
  endsOn: IsoDate;
  /** The day the money arrived: a paid invoice (frame S2) is due that day. */
  receivedOn: IsoDate;
}

/** Writes the invoice of a sale, all but number, hour and link: the preview and the issue read the same. */
@Injectable()
export class ComposeInvoice {
  constructor(
    private readonly issuers: IssuerRepository,
    private readonly rows: ReferenceRows,
    private readonly clock: Clock,
  ) {}

  /**
   * @param on the issue day, Europe/Paris
   * @throws DomainError billing.issuer-missing, billing.rate-not-valid-on-date, billing.missing-mention
   */
  async execute(sale: Sale, on: IsoDate, manager?: EntityManager): Promise<InvoiceDraft> {
    const issuer = await this.issuers.current(this.clock.now(), manager);
    if (!issuer) throw new DomainError('billing.issuer-missing', {}, 'conflict');
    const snapshot = snapshotOf(issuer);
    const rateBp = await this.rateOf(sale.vatRateCode, snapshot, on, manager);
    const totals = totalsOf([lineOf(sale, rateBp)]);
    const buyer = { kind: 'person', name: sale.buyerName.trim() } as const;
    assertComplete({ issuer: snapshot, buyer, lineLabels: totals.lines.map((line) => line.label) });
    return {
      ...totals,
      memberId: sale.memberId,
      supplyFrom: sale.startsOn,
      supplyTo: addDays(sale.endsOn, -1),
      dueDate: sale.receivedOn,
      issuerId: issuer.id,
      issuer: snapshot,
      buyer,
      mentions: await this.mentionsOf(snapshot, buyer.kind, on, manager),
      isDemo: issuer.isDemo,
    };
  }

  /** Basis points; null for a seller in franchise. @throws DomainError billing.rate-not-valid-on-date */
  async rateOf(
    code: string,
    issuer: Pick<IssuerSnapshot, 'vatRegime'>,
    on: IsoDate,
    manager?: EntityManager,
  ): Promise<number | null> {
    if (issuer.vatRegime === 'franchise') return null;
    const rate = await this.rows.rateOn(code, on, manager);
    if (rate === null) throw new DomainError('billing.rate-not-valid-on-date', { rate_code: code, date: on });
    return rate;
  }

  private async mentionsOf(
    issuer: IssuerSnapshot,
    buyerKind: 'person' | 'company',
    on: IsoDate,
    manager?: EntityManager,
  ): Promise<PrintedMention[]> {
    const texts = await this.rows.mentionsOn(on, 'fr', manager);
    const rules = mentionRules.filter((rule) => rule.applies({ issuer, buyerKind }));
    const found = rules.map((rule) => ({ rule, row: texts.find((text) => text.code === rule.code) }));
    refuseMissing(
      found.flatMap(({ rule, row }) => (row ? [] : [{ field: `mention.${rule.code}`, law: rule.law }])),
    );
    return found.flatMap(({ row }) =>
      row ? [{ code: row.code, text: row.text, legalRef: row.legalRef }] : [],
    );
  }
}

function lineOf(sale: Sale, rateBp: number | null): SoldLine {
  const months = `${sale.durationMonths}\u00A0mois`;
  const lastDay = addDays(sale.endsOn, -1);
  return {
    label: `${sale.planName}, ${months}`,
    detail: `Accès du ${formatShortDay(sale.startsOn)} au ${formatShortDay(lastDay)} inclus`,
    quantity: 1,
    unitGrossCents: sale.amountCents,
    rateBp,
  };
}

function snapshotOf(issuer: IssuerEntity): IssuerSnapshot {
  const { version, legalName, legalForm, capitalCents, isSoleTrader, siren, siret, rcsCity } = issuer;
  const { vatNumber, vatRegime, vatOnDebits, addressLines, postalCode, city, country, email } = issuer;
  return {
    ...{ version, legalName, legalForm, capitalCents, isSoleTrader, siren, siret, rcsCity },
    ...{ vatNumber, vatRegime, vatOnDebits, addressLines, postalCode, city, country, email },
  };
}

function assertComplete(facts: MentionFacts): void {
  refuseMissing(requiredFields.filter((rule) => rule.missing(facts)));
}

/** @throws DomainError billing.missing-mention naming every field and its law; nothing is numbered then */
function refuseMissing(missing: readonly { field: string; law: string }[]): void {
  const [first] = missing;
  if (!first) return;
  throw new DomainError('billing.missing-mention', {
    field: first.field,
    law: first.law,
    fields: missing.map(({ field }) => field),
    laws: missing.map(({ law }) => law),
  });
}
