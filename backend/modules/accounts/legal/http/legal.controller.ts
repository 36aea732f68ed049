import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { legalDocumentCodes, type LegalDocumentCode } from '@calmness/contracts';
import { Public } from '@calmness/platform/auth';
import { DomainError } from '@calmness/platform/errors';
import { LegalTexts } from '../application/legal-texts';
import { LegalDocumentDto, LegalDocumentQuery, LegalLocaleQuery, LegalTermsDto } from './legal.dto';

@ApiTags('legal')
@Controller('legal')
export class LegalController {
  constructor(private readonly texts: LegalTexts) {}

  /** What is in force, and the version a new member accepts. */
  @Public()
  @Get()
  @ApiOkResponse({ type: LegalTermsDto })
  async terms(@Query() query: LegalLocaleQuery): Promise<LegalTermsDto> {
    const [version, documents] = await Promise.all([
      this.texts.termsVersion(),
      this.texts.list(query.locale),
    ]);
    return { accepted_terms_version: version, documents };
  }

  /** A text in force, or an older version of it. */
  @Public()
  @Get(':document')
  @ApiParam({ name: 'document', enum: legalDocumentCodes })
  @ApiOkResponse({ type: LegalDocumentDto })
  async document(
    @Param('document') document: string,
    @Query() { locale, version }: LegalDocumentQuery,
  ): Promise<LegalDocumentDto> {
    const { publishedAt, ...text } = await this.texts.read(readCode(document), locale, version);
    return { ...text, published_at: publishedAt.toISOString() };
  }
}

function readCode(document: string): LegalDocumentCode {
  const code = legalDocumentCodes.find((known) => known === document);
  if (!code) throw new DomainError('accounts.legal-document-not-found', {}, 'not-found');
  return code;
}
