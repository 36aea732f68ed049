import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { Clock, SystemClock, tellingThePast } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { PreviewPayment } from '../../payments/application/preview-payment';
import { admin, declared, openShop, paid, payingMember, realIssuer, validate } from '../../testing/shop';
import { chainHash } from '../../ledger/domain/chain';
import { legalContent } from '../domain/invoice-content';
import type { IssuerDetails } from '../domain/issuer';
import { InvoiceRepository } from '../persistence/invoice.repository';
import { GuardInvoiceChain } from './guard-invoice-chain';
import { RecordIssuer } from './record-issuer';
import { VerifyInvoiceChain } from './verify-invoice-chain';

const soleTrader: IssuerDetails = {
  ...realIssuer,
  legalName: 'Camille Martin',
  legalForm: null,
  capitalCents: null,
  rcsCity: null,
  isSoleTrader: true,
  vatRegime: 'franchise',
  vatNumber: null,
};

describe('issuing invoices', () => {
  let context: TestContext;
  let member: Uuid;
  beforeEach(async () => {
    context = await startTestContext({ imports: [AccountsModule, BillingModule] });
    context.clock.set('2026-11-20T09:00:00Z');
  });
  afterEach(() => context.close());

  const open = async (issuer: IssuerDetails | null = realIssuer): Promise<void> => {
    await openShop(context, issuer);
    member = await payingMember(context);
  };
  const payOn = async (receivedOn: string): Promise<string> => {
    const payment = await declared(context, await payingMember(context));
    return (await validate(context, payment.id, { receivedOn })).invoiceNumber;
  };
  const newest = async () => {
    const [invoice] = await context.get(InvoiceRepository).search({ limit: 1 });
    if (!invoice) throw new Error('nothing was issued');
    return invoice;
  };
  /** What nobody can do but the owner of the database, by hand. */
  const tamper = async (sql: string): Promise<void> => {
    await context.dataSource.query(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`);
  };
  const verdict = () => context.get(VerifyInvoiceChain).execute();

  it('counts one series through the year, whatever the day', async () => {
    await open();
    expect(await payOn('2026-11-20')).toBe('CT-20261120-0001');
    expect(await payOn('2026-11-20')).toBe('CT-20261120-0002');
    context.clock.set('2026-11-21T09:00:00Z');
    expect(await payOn('2026-11-20')).toBe('CT-20261121-0003');
  });

  it('changes day at midnight in Paris and year with it', async () => {
    await open();
    context.clock.set('2026-12-30T22:59:59Z');
    expect(await payOn('2026-12-30')).toBe('CT-20261230-0001');
    context.clock.set('2026-12-30T23:00:00Z');
    expect(await payOn('2026-12-30')).toBe('CT-20261231-0002');
    context.clock.set('2026-12-31T22:59:59Z');
    expect(await payOn('2026-12-30')).toBe('CT-20261231-0003');
    context.clock.set('2026-12-31T23:00:00Z');
    expect(await payOn('2026-12-30')).toBe('CT-20270101-0001');
    expect(await payOn('2026-12-30')).toBe('CT-20270101-0002');
    expect(await verdict()).toEqual({ valid: true, checked: 5, firstBrokenNumber: null });
  });

  it('grows from 9 999 to 10 000', async () => {
    await open();
    await payOn('2026-11-20');
    await tamper(`
      UPDATE billing.invoice SET seq = 9998, number = 'CT-20261120-9998';
      UPDATE billing.number_counter SET last_seq = 9998;
      UPDATE billing.invoice_chain SET last_number = 'CT-20261120-9998'`);
    await rehash();
    expect(await payOn('2026-11-20')).toBe('CT-20261120-9999');
    expect(await payOn('2026-11-20')).toBe('CT-20261120-10000');
    expect(await payOn('2026-11-20')).toBe('CT-20261120-10001');
  });

  /** Makes the one tampered invoice the whole, unbroken chain again. */
  const rehash = async (): Promise<void> => {
    const invoice = await newest();
    const hash = chainHash(invoice.prevHash, legalContent(invoice));
    await tamper(
      `UPDATE billing.invoice SET hash = '${hash}'; UPDATE billing.invoice_chain SET last_hash = '${hash}'`,
    );
  };

  it('never dates an invoice before the last one (I2)', async () => {
    context.clock.set('2026-11-18T09:00:00Z');
    await open();
    const payment = await declared(context, member);
    context.clock.set('2026-11-20T09:00:00Z');
    await payOn('2026-11-20');
    context.clock.set('2026-11-19T22:59:59Z');
    await expect(validate(context, payment.id, { receivedOn: '2026-11-19' })).rejects.toMatchObject({
      code: 'billing.clock-skew',
      kind: 'unavailable',
      params: { last_issue_date: '2026-11-20' },
    });
    context.clock.set('2026-11-19T23:00:00Z');
    const { invoiceNumber } = await validate(context, payment.id, { receivedOn: '2026-11-19' });
    expect(invoiceNumber).toBe('CT-20261120-0002');
  });

  it('keeps seller and buyer as they were (I13)', async () => {
    await open();
    await payOn('2026-11-20');
    const before = await newest();
    await context.get(RecordIssuer).execute({ ...realIssuer, legalName: 'Autre SAS', adminId: admin });
    await context.dataSource.query(`UPDATE accounts.member SET last_name = 'Durand'`);
    expect(await context.get(InvoiceRepository).find(before.id)).toEqual(before);
    await payOn('2026-11-20');
    expect((await newest()).issuer).toMatchObject({ legalName: 'Autre SAS', version: 2 });
    expect(await verdict()).toMatchObject({ valid: true, checked: 2 });
  });

  describe('needs its words', () => {
    it('and an issuer: none, nothing happens', async () => {
      await open(null);
      const payment = await declared(context, member);
      const preview = await context.get(PreviewPayment).execute(payment.id);
      expect(preview.blockers.map((blocker) => blocker.code)).toEqual(['billing.issuer-missing']);
      await expect(validate(context, payment.id)).rejects.toMatchObject({
        code: 'billing.issuer-missing',
        kind: 'conflict',
      });
      expect(await context.get(InvoiceRepository).search({ limit: 1 })).toEqual([]);
    });

    it('and every mention the case asks for, each with its law (I10)', async () => {
      await open();
      await context.dataSource.query(
        `DELETE FROM billing.mention_text WHERE code IN ('place-remote', 'no-discount')`,
      );
      const payment = await declared(context, member);
      await expect(validate(context, payment.id)).rejects.toMatchObject({
        code: 'billing.missing-mention',
        kind: 'invalid',
        params: {
          fields: ['mention.place-remote', 'mention.no-discount'],
          laws: ['Arrêté n° 83-50/A du 3 octobre 1983', 'C. com., art. L. 441-9'],
        },
      });
      expect(await context.dataSource.query(`SELECT * FROM billing.number_counter`)).toEqual([]);
    });

    it('and a rate that holds on the day', async () => {
      await open();
      const payment = await declared(context, member);
      await context.dataSource.query(
        `UPDATE billing.vat_rate SET valid_to = '2026-11-20' WHERE code = 'standard'`,
      );
      await expect(validate(context, payment.id)).rejects.toMatchObject({
        code: 'billing.rate-not-valid-on-date',
        params: { rate_code: 'standard', date: '2026-11-20' },
      });
    });

    it('G02: a seller in franchise charges none and says why, until the tolerance ends', async () => {
      await open(soleTrader);
      await payOn('2026-11-20');
      const invoice = await newest();
      expect([invoice.netCents, invoice.vatCents, invoice.totalCents]).toEqual([4_900, 0, 4_900]);
      expect(invoice.mentions.map((mention) => mention.text)).toContain(
        'TVA non applicable, art. 293 B du CGI.',
      );
      context.clock.set('2027-12-31T22:59:59Z');
      await payOn('2027-12-31');
      const late = await declared(context, await payingMember(context));
      context.clock.set('2027-12-31T23:00:00Z');
      const refused = { code: 'billing.missing-mention', params: { field: 'mention.vat-franchise' } };
      await expect(validate(context, late.id, { receivedOn: '2027-12-31' })).rejects.toMatchObject(refused);
      await expect(declared(context, member)).rejects.toMatchObject(refused);
    });

    it('and prints none of the other regime (I14, I15)', async () => {
      await open();
      await payOn('2026-11-20');
      const { mentions } = await newest();
      expect(mentions.map((mention) => mention.text)).toEqual([
        'Catégorie de l’opération\u00A0: prestation de services.',
        'Lieu d’exécution\u00A0: à distance (visioconférence).',
        'Pas d’escompte pour paiement anticipé.',
        'Facture acquittée.',
      ]);
    });
  });

  describe('is proved by the chain (I4)', () => {
    const three = async (): Promise<void> => {
      await open();
      for (let index = 0; index < 3; index += 1) await paid(context, member);
    };

    it('which is whole when empty and when not', async () => {
      await open();
      expect(await verdict()).toEqual({ valid: true, checked: 0, firstBrokenNumber: null });
      await paid(context, member);
      expect(await verdict()).toEqual({ valid: true, checked: 1, firstBrokenNumber: null });
    });

    it.each([
      ['a date', `UPDATE billing.invoice SET due_date = '2026-01-01' WHERE seq = 2`, 1, 'CT-20261120-0002'],
      [
        'a name',
        `UPDATE billing.invoice SET buyer = '{"kind":"person","name":"X"}' WHERE seq = 1`,
        0,
        'CT-20261120-0001',
      ],
      [
        'a line',
        `UPDATE billing.invoice_line SET label = 'Autre' WHERE invoice_id = (SELECT id FROM billing.invoice WHERE seq = 3)`,
        2,
        'CT-20261120-0003',
      ],
      [
        'a rate',
        `UPDATE billing.invoice_vat SET vat_cents = 0 WHERE invoice_id = (SELECT id FROM billing.invoice WHERE seq = 2)`,
        1,
        'CT-20261120-0002',
      ],
      [
        'an hour',
        `UPDATE billing.invoice SET issued_at = issued_at + interval '1 second' WHERE seq = 2`,
        1,
        'CT-20261120-0002',
      ],
      [
        'an amount',
        `UPDATE billing.invoice SET net_cents = 4082, vat_cents = 818 WHERE seq = 2`,
        1,
        'CT-20261120-0002',
      ],
      ['a missing invoice', `DELETE FROM billing.invoice WHERE seq = 2`, 1, 'CT-20261120-0002'],
      ['a missing end', `DELETE FROM billing.invoice WHERE seq = 3`, 2, 'CT-20261120-0003'],
      [
        'a ledger entry',
        `UPDATE billing.ledger_event SET amount_cents = 0
          WHERE kind = 'invoice-issued' AND detail->>'number' = 'CT-20261120-0002'`,
        3,
        'CT-20261120-0002',
      ],
      [
        'money in the ledger',
        `UPDATE billing.ledger_event SET amount_cents = 1
          WHERE kind = 'payment-received' AND detail->>'number' = 'CT-20261120-0001'`,
        3,
        'CT-20261120-0001',
      ],
      [
        'a missing ledger end',
        `DELETE FROM billing.ledger_event WHERE seq = (SELECT max(seq) FROM billing.ledger_event)`,
        3,
        'CT-20261120-0003',
      ],
    ])('which shows %s changed by hand', async (_what, sql, checked, firstBrokenNumber) => {
      await three();
      await tamper(sql);
      expect(await verdict()).toEqual({ valid: false, checked, firstBrokenNumber });
    });

    it('and which stops the press while it is broken, until it is whole again', async () => {
      await three();
      const [row] = await context.dataSource.query<{ buyer: object }[]>(
        `SELECT buyer FROM billing.invoice WHERE seq = 1`,
      );
      await tamper(`UPDATE billing.invoice SET buyer = '{"kind":"person","name":"X"}' WHERE seq = 1`);
      await context.get(GuardInvoiceChain).execute();
      await context.get(GuardInvoiceChain).execute();
      const told = await context.dataSource.query<unknown[]>(
        `SELECT id FROM platform.outbox_event WHERE name = 'billing.invoice-chain-broken'`,
      );
      expect(told).toHaveLength(1);
      const payment = await declared(context, member);
      await expect(validate(context, payment.id)).rejects.toMatchObject({
        code: 'billing.chain-broken',
        kind: 'unavailable',
      });
      await tamper(`UPDATE billing.invoice SET buyer = '${JSON.stringify(row?.buyer)}' WHERE seq = 1`);
      await context.get(GuardInvoiceChain).execute();
      expect((await validate(context, payment.id)).invoiceNumber).toBe('CT-20261120-0004');
    });

    it('and which is not continued from a link that was changed just now', async () => {
      await three();
      await tamper(`UPDATE billing.invoice SET due_date = '2026-01-01' WHERE seq = 3`);
      const payment = await declared(context, member);
      await expect(validate(context, payment.id)).rejects.toMatchObject({ code: 'billing.chain-broken' });
    });
  });
});

describe('the clocks of two machines', () => {
  class OtherMachine extends SystemClock {
    constructor(private readonly aheadMs: number) {
      super();
    }

    override machineTime(): Date {
      return new Date(super.machineTime().getTime() + this.aheadMs);
    }
  }
  let context: TestContext;
  const on = async (clock: Clock): Promise<void> => {
    context = await startTestContext({
      imports: [AccountsModule, BillingModule],
      replace: [{ token: Clock, value: clock }],
    });
    await openShop(context);
  };
  afterEach(() => context.close());

  const validateNow = async () => {
    const payment = await declared(context, await payingMember(context));
    return validate(context, payment.id, { receivedOn: context.get(Clock).today() });
  };

  it.each([-6_500, 6_500])('refuse to date an invoice when %i ms apart', async (aheadMs) => {
    await on(new OtherMachine(aheadMs));
    await expect(validateNow()).rejects.toMatchObject({ code: 'billing.clock-skew', kind: 'unavailable' });
    // Told in the past, there is nothing to compare.
    const now = context.get(Clock).now();
    expect((await tellingThePast(now, validateNow)).invoiceNumber).toMatch(/-0001$/);
  });

  it.each([-2_000, 0, 2_000])('agree when %i ms apart', async (aheadMs) => {
    await on(new OtherMachine(aheadMs));
    expect((await validateNow()).invoiceNumber).toMatch(/-0001$/);
  });

  it('are compared before any offset a test asked for', async () => {
    await on(new SystemClock(new Date('2031-05-05T10:00:00Z')));
    expect((await validateNow()).invoiceNumber).toBe('CT-20310505-0001');
  });
});
