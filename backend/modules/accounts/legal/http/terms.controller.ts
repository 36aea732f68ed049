import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import type { AcceptTermsRequest } from '@calmness/contracts';
import { CurrentMember, type Identity } from '@calmness/platform/auth';
import { AcceptTerms } from '../application/accept-terms';

class AcceptTermsDto implements AcceptTermsRequest {
  @ApiProperty({ example: '1.1.1', description: 'as `GET /legal` announces it' })
  @IsString()
  @MaxLength(64)
  accepted_terms_version!: string;
}

@ApiTags('legal')
@ApiBearerAuth()
@Controller('auth/user/terms')
export class TermsController {
  constructor(private readonly acceptTerms: AcceptTerms) {}

  /** Accepts the terms in force; another version since the member read them answers 409. */
  @Post()
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async accept(
    @CurrentMember() { memberId }: Identity,
    @Body() { accepted_terms_version: version }: AcceptTermsDto,
  ): Promise<void> {
    await this.acceptTerms.execute(memberId, version);
  }
}
