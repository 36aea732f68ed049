import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Patch,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BeforeTwoFactor, CurrentMember, OwnerOnly, Public, type Identity } from '@calmness/platform/auth';
import { IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { LogInWithPasskey } from '../application/log-in-with-passkey';
import type { OfferedChallenge } from '../application/passkey-ceremony';
import { Passkeys } from '../application/passkeys';
import { PasswordProofDto } from './access.dto';
import { DeviceCookie } from './device-cookie';
import { GrantPresenter } from './grant.presenter';
import {
  PasskeyChallengeDto,
  PasskeyListDto,
  PasskeyLoginDto,
  PasskeyRegistrationDto,
  PasskeyRenameDto,
} from './passkey.dto';
import { AccessGrantDto } from './session.dto';

/** A member's passkeys. */
@ApiTags('accounts')
@ApiBearerAuth()
@OwnerOnly()
@BeforeTwoFactor()
@Controller('auth/passkeys')
export class PasskeyController {
  constructor(private readonly passkeys: Passkeys) {}

  @Get()
  @ApiOkResponse({ type: PasskeyListDto })
  async list(@CurrentMember() { memberId }: Identity): Promise<PasskeyListDto> {
    const passkeys = await this.passkeys.list(memberId);
    return {
      passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt, deviceType, backedUp }) => ({
        ...{ id, name, device_type: deviceType, backed_up: backedUp },
        created_at: createdAt.toISOString(),
        last_used_at: lastUsedAt?.toISOString() ?? null,
      })),
    };
  }

  /** What the browser has to sign to make a key; the password first. */
  @Post('options')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: PasskeyChallengeDto })
  async begin(
    @CurrentMember() { memberId }: Identity,
    @Body() { password }: PasswordProofDto,
  ): Promise<PasskeyChallengeDto> {
    return presentChallenge(await this.passkeys.begin(memberId, password));
  }

  @Post()
  @ApiCreatedResponse({ type: PasskeyListDto })
  async add(
    @CurrentMember() identity: Identity,
    @Body() { challenge_id: challengeId, name, response }: PasskeyRegistrationDto,
  ): Promise<PasskeyListDto> {
    await this.passkeys.add(identity.memberId, name, { challengeId, response });
    return this.list(identity);
  }

  @Patch(':id')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: PasskeyListDto })
  async rename(
    @CurrentMember() identity: Identity,
    @Param('id', IdPipe) id: Uuid,
    @Body() { name }: PasskeyRenameDto,
  ): Promise<PasskeyListDto> {
    await this.passkeys.rename(identity.memberId, id, name);
    return this.list(identity);
  }

  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiNoContentResponse()
  async remove(@CurrentMember() { memberId }: Identity, @Param('id', IdPipe) id: Uuid): Promise<void> {
    await this.passkeys.remove(memberId, id);
  }
}

/** Coming in with one. */
@ApiTags('accounts')
@Controller('auth/passkeys/login')
export class PasskeyLoginController {
  constructor(
    private readonly logIn: LogInWithPasskey,
    private readonly devices: DeviceCookie,
    private readonly grants: GrantPresenter,
  ) {}

  @Public()
  @Post('options')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: PasskeyChallengeDto })
  async begin(@Req() request: FastifyRequest): Promise<PasskeyChallengeDto> {
    return presentChallenge(await this.logIn.begin(this.devices.clientOf(request)));
  }

  @Public()
  @Post()
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: AccessGrantDto })
  async enter(
    @Body() { challenge_id: challengeId, response }: PasskeyLoginDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccessGrantDto> {
    const client = this.devices.clientOf(request);
    return this.grants.give(reply, await this.logIn.execute({ challengeId, response }, client));
  }
}

function presentChallenge({ challengeId, options }: OfferedChallenge): PasskeyChallengeDto {
  return { challenge_id: challengeId, options };
}
