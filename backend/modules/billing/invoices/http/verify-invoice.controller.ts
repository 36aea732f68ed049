import { Controller, Get, Header, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import {
  verifiedKinds,
  verifiedStates,
  type InvoiceType,
  type InvoiceVerification,
  type VerifiedInvoice,
  type VerifiedKind,
  type VerifiedState,
} from '@calmness/contracts';
import { Public } from '@calmness/platform/auth';
import { VerifyInvoice } from '../application/verify-invoice';
import { printedName } from '../domain/issuer';

const kinds: Record<InvoiceType, VerifiedKind> = {
  '380': 'invoice',
  '381': 'credit_note',
  '384': 'corrective_invoice',
  '386': 'deposit_invoice',
};

class VerifiedInvoiceDto implements VerifiedInvoice {
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'date' }) issue_date!: string;
  @ApiProperty() total_cents!: number;
  @ApiProperty({ enum: ['EUR'] }) currency!: 'EUR';
  @ApiProperty() seller_name!: string;
  @ApiProperty({ enum: verifiedKinds }) kind!: VerifiedKind;
  @ApiProperty({ description: 'SHA-256 of the link in the chain of invoices' }) hash!: string;
  @ApiProperty({ enum: verifiedStates }) state!: VerifiedState;
  @ApiProperty({ description: 'a demonstration has no value' }) is_demo!: boolean;
}
class InvoiceVerificationDto implements InvoiceVerification {
  @ApiProperty({ type: VerifiedInvoiceDto, nullable: true }) invoice!: VerifiedInvoiceDto | null;
}

@ApiTags('billing')
@Controller('invoices')
export class VerifyInvoiceController {
  constructor(private readonly verify: VerifyInvoice) {}

  /** Whether a printed invoice is genuine; says nothing of who bought. Always the same shape. */
  @Public()
  @Get('verify/:code')
  @Header('X-Robots-Tag', 'noindex')
  @Header('Cache-Control', 'no-store')
  @ApiParam({ name: 'code' })
  @ApiOkResponse({ type: InvoiceVerificationDto })
  async read(@Param('code') code: string, @Req() { ip }: FastifyRequest): Promise<InvoiceVerificationDto> {
    const found = await this.verify.execute(code, ip);
    if (!found) return { invoice: null };
    const { invoice, state } = found;
    const { number, currency, hash, type } = invoice;
    return {
      invoice: {
        ...{ number, currency, hash, state },
        issue_date: invoice.issueDate,
        total_cents: invoice.totalCents,
        seller_name: printedName(invoice.issuer),
        kind: kinds[type],
        is_demo: invoice.isDemo,
      },
    };
  }
}
