import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember, OwnerOnly, type Identity } from '@calmness/platform/auth';
import { Clock } from '@calmness/platform/clock';
import { SignedFileUrls } from '@calmness/platform/files';
import type { Uuid } from '@calmness/platform/ids';
import { CancelErasure } from '../application/cancel-erasure';
import { ReadDeletion } from '../application/read-deletion';
import { ReadExport } from '../application/read-export';
import { RequestErasure } from '../application/request-erasure';
import { RequestExport } from '../application/request-export';
import { DataExportAnswerDto, DeletionDto, DeletionRequestDto } from './personal-data.dto';
import { presentDeletion, presentExport } from './personal-data.presenter';

/** A member's own data: take it along, or have it forgotten. */
@ApiTags('accounts')
@ApiBearerAuth()
@OwnerOnly()
@Controller('auth/user')
export class PersonalDataController {
  constructor(
    private readonly requestExport: RequestExport,
    private readonly readExport: ReadExport,
    private readonly readDeletion: ReadDeletion,
    private readonly requestErasure: RequestErasure,
    private readonly cancelErasure: CancelErasure,
    private readonly urls: SignedFileUrls,
    private readonly clock: Clock,
  ) {}

  /** Asks for the archive; one at a time, so asking twice answers the one under way. */
  @Post('export')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiAcceptedResponse({ type: DataExportAnswerDto })
  async startExport(@CurrentMember() { memberId }: Identity): Promise<DataExportAnswerDto> {
    await this.requestExport.execute(memberId);
    return this.newest(memberId);
  }

  @Get('export')
  @ApiOkResponse({ type: DataExportAnswerDto })
  export(@CurrentMember() { memberId }: Identity): Promise<DataExportAnswerDto> {
    return this.newest(memberId);
  }

  /** What stands in the way of an erasure, what stays after it, and the one that is scheduled. */
  @Get('deletion')
  @ApiOkResponse({ type: DeletionDto })
  async deletion(@CurrentMember() { memberId }: Identity): Promise<DeletionDto> {
    const { scheduled, blockers } = await this.readDeletion.execute(memberId);
    return presentDeletion(scheduled, blockers);
  }

  /** Schedules the erasure a week ahead. */
  @Delete()
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiAcceptedResponse({ type: DeletionDto })
  async erase(
    @CurrentMember() { memberId }: Identity,
    @Body() { password, give_up_access: giveUpAccess = false }: DeletionRequestDto,
  ): Promise<DeletionDto> {
    await this.requestErasure.execute({ memberId, password, giveUpAccess });
    const { scheduled, blockers } = await this.readDeletion.execute(memberId);
    return presentDeletion(scheduled, blockers);
  }

  /** Calls the scheduled erasure off. */
  @Delete('deletion')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async keep(@CurrentMember() { memberId }: Identity): Promise<void> {
    await this.cancelErasure.execute(memberId);
  }

  private async newest(memberId: Uuid): Promise<DataExportAnswerDto> {
    const progress = await this.readExport.execute(memberId);
    if (!progress) return { export: null };
    const { fileId, expiresAt } = progress;
    const open = fileId && expiresAt && expiresAt > this.clock.now();
    return { export: presentExport(progress, open ? this.urls.sign(fileId, memberId) : null) };
  }
}
