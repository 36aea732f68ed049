import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { SendTest } from '../application/send-test';
import { TestSendAnswerDto, TestSendRequestDto } from './words.dto';

/** Trying a message out, on oneself. */
@ApiTags('notifications')
@ApiBearerAuth()
@Controller('admin/notifications/test-send')
export class TestSendController {
  constructor(private readonly sendTest: SendTest) {}

  /** To the caller's own address on that channel, with sample values. */
  @RequirePermission('notifications.words-write')
  @Post()
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiAcceptedResponse({ type: TestSendAnswerDto })
  send(
    @CurrentMember() { memberId }: Identity,
    @Body() { channel, name, locale }: TestSendRequestDto,
  ): Promise<TestSendAnswerDto> {
    return this.sendTest.execute({ memberId, channel, name, locale });
  }
}
