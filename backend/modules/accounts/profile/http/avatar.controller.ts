import { Body, Controller, Delete, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { avatarMaxBytes } from '@calmness/contracts';
import { CurrentMember, RequireFlag, type Identity } from '@calmness/platform/auth';
import { DomainError } from '@calmness/platform/errors';
import { Avatars } from '../application/avatars';
import { ProfileDto } from './profile.dto';
import { ProfilePresenter } from './profile.presenter';

/** The member's picture, sent as it is: the body is the file, five megabytes at most. */
@ApiTags('accounts')
@ApiBearerAuth()
@Controller('auth/user/profile/avatar')
export class AvatarController {
  constructor(
    private readonly avatars: Avatars,
    private readonly presenter: ProfilePresenter,
  ) {}

  @RequireFlag('profile-photo')
  @Put()
  @ApiConsumes('image/jpeg', 'image/png', 'image/webp')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: ProfileDto })
  async change(@CurrentMember() { memberId }: Identity, @Body() bytes: unknown): Promise<ProfileDto> {
    if (!Buffer.isBuffer(bytes)) throw new DomainError('accounts.image-unreadable', {}, 'invalid');
    if (bytes.byteLength > avatarMaxBytes) throw new DomainError('request.too-large', {}, 'too-large');
    await this.avatars.change(memberId, bytes);
    return this.presenter.of(memberId);
  }

  @Delete()
  @ApiOkResponse({ type: ProfileDto })
  async remove(@CurrentMember() { memberId }: Identity): Promise<ProfileDto> {
    await this.avatars.remove(memberId);
    return this.presenter.of(memberId);
  }
}
