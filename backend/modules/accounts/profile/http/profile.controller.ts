import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentMember, type Identity } from '@calmness/platform/auth';
import { PaymentEligibility } from '../application/payment-eligibility';
import { ReadMember } from '../../directory/application/read-member';
import { UpdateProfile } from '../application/update-profile';
import { PaymentEligibilityDto, ProfileDto, ProfilePatchDto } from './profile.dto';
import { presentEligibility, presentProfile, readProfilePatch } from './profile.presenter';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('auth/user')
export class ProfileController {
  constructor(
    private readonly readMember: ReadMember,
    private readonly updateProfile: UpdateProfile,
    private readonly eligibility: PaymentEligibility,
  ) {}

  @Get('profile')
  @ApiOkResponse({ type: ProfileDto })
  async read(@CurrentMember() identity: Identity): Promise<ProfileDto> {
    return presentProfile(await this.readMember.execute(identity.memberId));
  }

  /** Null clears a field; a profile saved in between answers 409. */
  @Patch('profile')
  @ApiOkResponse({ type: ProfileDto })
  async update(@CurrentMember() identity: Identity, @Body() body: ProfilePatchDto): Promise<ProfileDto> {
    const { memberId } = identity;
    const command = { memberId, version: body.version, changes: readProfilePatch(body) };
    return presentProfile(await this.updateProfile.execute(command));
  }

  /** What is missing before a payment; each name is an input of the profile. */
  @Get('payment-eligibility')
  @ApiOkResponse({ type: PaymentEligibilityDto })
  async paymentEligibility(@CurrentMember() identity: Identity): Promise<PaymentEligibilityDto> {
    return presentEligibility(await this.eligibility.of(identity.memberId));
  }
}
