import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsNumberString, IsString, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Public } from '@calmness/platform/auth';
import { IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { SignedFileUrls } from './signed-url';
import { StoredFiles } from './stored-files';

class FileLinkQuery {
  @ApiProperty() @IsNumberString() @MaxLength(12) exp!: string;
  @ApiProperty() @IsString() @MaxLength(200) sig!: string;
}

@ApiTags('files')
@Controller('files')
export class FilesController {
  constructor(
    private readonly urls: SignedFileUrls,
    private readonly files: StoredFiles,
  ) {}

  /** The signature is the login: it names one reader, one file, five minutes. */
  @Public()
  @Get(':id')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async download(
    @Param('id', IdPipe) id: Uuid,
    @Query() link: FileLinkQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.urls.verify(id, link.exp, link.sig);
    const { file, bytes } = await this.files.read(id);
    await reply
      .header('Content-Type', file.media_type)
      .header('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.file_name)}`)
      .header('Cache-Control', 'private, no-store')
      .send(bytes);
  }
}
