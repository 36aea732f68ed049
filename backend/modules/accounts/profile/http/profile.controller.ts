import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentMember, type Identity } from '@calmness/platform/auth';
import { PaymentEligibility } from '../application/payment-eligibility';
import { UpdateProfile } from '../application/update-profile';
import { PaymentEligibilityDto, ProfileDto, ProfilePatchDto } from './profile.dto';
import { presentEligibility, ProfilePresenter, readProfilePatch } from './profile.presenter';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('auth/user')
export class ProfileController {
  constructor(
    private readonly presenter: ProfilePresenter,
    private readonly updateProfile: UpdateProfile,
    private readonly eligibility: PaymentEligibility,
  ) {}

  @Get('profile')
  @ApiOkResponse({ type: ProfileDto })
  read(@CurrentMember() { memberId }: Identity): Promise<ProfileDto> {
    return this.presenter.of(memberId);
  }

  /** Null clears a field; a profile saved in between answers 409. */
  @Patch('profile')
  @ApiOkResponse({ type: ProfileDto })
  async update(@CurrentMember() identity: Identity, @Body() body: ProfilePatchDto): Promise<ProfileDto> {
    const { memberId } = identity;
    const command = { memberId, version: body.version, changes: readProfilePatch(body) };
    await this.updateProfile.execute(command);
    return this.presenter.of(memberId);
  }

  /** What is missing before a payment; each name is an input of the profile. */
  @Get('payment-eligibility')
  @ApiOkResponse({ type: PaymentEligibilityDto })
  async paymentEligibility(@CurrentMember() identity: Identity): Promise<PaymentEligibilityDto> {
    return presentEligibility(await this.eligibility.of(identity.memberId));
  }
}
