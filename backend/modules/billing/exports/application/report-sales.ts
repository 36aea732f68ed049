import { Injectable } from '@nestjs/common';
import type { EReport } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { ReadIssuer } from '../../invoices/application/read-issuer';
import { EReportBuilder } from '../domain/e-report';
import { WalkBook, type Days } from './walk-book';

/** The e-reporting of a span of days (CGI, ann. II, art. 242 nonies M), ready for whoever transmits it. */
@Injectable()
export class ReportSales {
  constructor(
    private readonly walk: WalkBook,
    private readonly issuer: ReadIssuer,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError billing.issuer-missing */
  async execute({ from, to }: Days): Promise<EReport> {
    const issuer = await this.issuer.execute();
    const report = new EReportBuilder();
    const today = this.clock.today();
    for await (const fact of this.walk.execute({ from, to: to > today ? to : today }))
      if (fact.money !== null || fact.day <= to) report.add(fact);
    return report.report({ siren: issuer.siren, from, to, vat_on_debits: issuer.vatOnDebits });
  }
}
