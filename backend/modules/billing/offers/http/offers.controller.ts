import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '@calmness/platform/auth';
import { ListOffers } from '../application/list-offers';
import { presentMethod, presentPlan } from './offers.presenter';
import { PaymentMethodListDto } from './payment-method.dto';
import { PlanListDto } from './plan.dto';

@ApiTags('billing')
@Controller()
export class OffersController {
  constructor(private readonly listOffers: ListOffers) {}

  /** What the academy sells today. */
  @Public()
  @Get('plans')
  @ApiOkResponse({ type: PlanListDto })
  async plans(): Promise<PlanListDto> {
    return { plans: (await this.listOffers.listPlans('active')).map(presentPlan) };
  }

  /** How a member may pay today. */
  @ApiBearerAuth()
  @Get('payment-methods')
  @ApiOkResponse({ type: PaymentMethodListDto })
  async methods(): Promise<PaymentMethodListDto> {
    return { payment_methods: (await this.listOffers.listMethods('active')).map(presentMethod) };
  }
}
