import { Controller, Get, Module, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Mailbox, MailboxMessage } from '@calmness/contracts';
import { Public } from '@calmness/platform/auth';
import { DomainError } from '@calmness/platform/errors';
import { IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { DevelopmentMailbox, type MailboxRow } from './development-mailbox';

class MailboxAttachmentDto {
  @ApiProperty() name!: string;
  @ApiProperty() media_type!: string;
  @ApiProperty() size_bytes!: number;
  @ApiProperty() url!: string;
}
class MailboxMessageDto implements MailboxMessage {
  @ApiProperty() id!: string;
  @ApiProperty() to!: string;
  @ApiProperty() subject!: string;
  @ApiProperty() text!: string;
  @ApiProperty() html!: string;
  @ApiProperty({ type: [MailboxAttachmentDto] }) attachments!: MailboxAttachmentDto[];
  @ApiProperty({ format: 'date-time' }) sent_at!: string;
}
class MailboxDto implements Mailbox {
  @ApiProperty({ type: [MailboxMessageDto] }) messages!: MailboxMessageDto[];
}

const shownMessages = 100;

@ApiTags('development')
@Controller('dev/mailbox')
export class MailboxController {
  constructor(private readonly mailbox: DevelopmentMailbox) {}

  /** Newest first. The whole controller is absent in production. */
  @Public()
  @Get()
  @ApiOkResponse({ type: MailboxDto })
  async list(): Promise<MailboxDto> {
    const rows = await this.mailbox.list(shownMessages);
    return { messages: rows.map(present) };
  }

  @Public()
  @Get(':id/attachments/:index')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiParam({ name: 'index' })
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async attachment(
    @Param('id', IdPipe) id: Uuid,
    @Param('index') index: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const message = await this.mailbox.find(id);
    const attachment = message?.attachments[Number(index)];
    if (!attachment) throw new DomainError('request.not-found', {}, 'not-found');
    await reply.header('Content-Type', attachment.media_type).send(Buffer.from(attachment.base64, 'base64'));
  }
}

function present(row: MailboxRow): MailboxMessageDto {
  return {
    id: row.id,
    to: row.recipient,
    subject: row.subject,
    text: row.text_body,
    html: row.html_body,
    attachments: row.attachments.map((attachment, index) => ({
      name: attachment.name,
      media_type: attachment.media_type,
      size_bytes: Buffer.byteLength(attachment.base64, 'base64'),
      url: `/api/dev/mailbox/${row.id}/attachments/${index}`,
    })),
    sent_at: new Date(row.sent_at).toISOString(),
  };
}

@Module({ controllers: [MailboxController] })
export class MailboxHttpModule {}
