import { Body, Controller, Get, Param, Patch, Post, type PipeTransform } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { paymentMethodCodes, type PaymentMethodCode } from '@calmness/contracts';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { DomainError } from '@calmness/platform/errors';
import { IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { CreatePlan } from '../application/create-plan';
import { ListOffers } from '../application/list-offers';
import { UpdatePaymentMethod } from '../application/update-payment-method';
import { UpdatePlan } from '../application/update-plan';
import { presentMethod, presentPlan, readMethodPatch, readPlan, readPlanPatch } from './offers.presenter';
import { PaymentMethodDto, PaymentMethodListDto, PaymentMethodPatchDto } from './payment-method.dto';
import { PlanDto, PlanListDto, PlanPatchDto, PlanWriteDto } from './plan.dto';

/** A code in a path that names no method: 404. */
class MethodPipe implements PipeTransform<unknown, PaymentMethodCode> {
  transform(value: unknown): PaymentMethodCode {
    const code = paymentMethodCodes.find((known) => known === value);
    if (!code) throw new DomainError('billing.payment-method-not-found', {}, 'not-found');
    return code;
  }
}

@ApiTags('billing, staff')
@ApiBearerAuth()
@Controller('admin')
export class AdminOffersController {
  constructor(
    private readonly listOffers: ListOffers,
    private readonly createPlan: CreatePlan,
    private readonly updatePlan: UpdatePlan,
    private readonly updateMethod: UpdatePaymentMethod,
  ) {}

  @RequirePermission('billing.plans-write')
  @Get('plans')
  @ApiOkResponse({ type: PlanListDto })
  async plans(): Promise<PlanListDto> {
    return { plans: (await this.listOffers.listPlans('all')).map(presentPlan) };
  }

  @RequirePermission('billing.plans-write')
  @Post('plans')
  @ApiCreatedResponse({ type: PlanDto })
  async addPlan(@CurrentMember() { memberId }: Identity, @Body() body: PlanWriteDto): Promise<PlanDto> {
    return presentPlan(await this.createPlan.execute({ ...readPlan(body), actorId: memberId }));
  }

  /** A new price is for the next order: payments already declared keep theirs. */
  @RequirePermission('billing.plans-write')
  @Patch('plans/:id')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: PlanDto })
  async changePlan(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) planId: Uuid,
    @Body() body: PlanPatchDto,
  ): Promise<PlanDto> {
    const command = { actorId: memberId, planId, version: body.version, changes: readPlanPatch(body) };
    return presentPlan(await this.updatePlan.execute(command));
  }

  @RequirePermission('billing.payment-methods-write')
  @Get('payment-methods')
  @ApiOkResponse({ type: PaymentMethodListDto })
  async methods(): Promise<PaymentMethodListDto> {
    return { payment_methods: (await this.listOffers.listMethods('all')).map(presentMethod) };
  }

  @RequirePermission('billing.payment-methods-write')
  @Patch('payment-methods/:code')
  @ApiParam({ name: 'code', enum: paymentMethodCodes })
  @ApiOkResponse({ type: PaymentMethodDto })
  async changeMethod(
    @CurrentMember() { memberId }: Identity,
    @Param('code', MethodPipe) code: PaymentMethodCode,
    @Body() body: PaymentMethodPatchDto,
  ): Promise<PaymentMethodDto> {
    const command = { actorId: memberId, code, version: body.version, changes: readMethodPatch(body) };
    return presentMethod(await this.updateMethod.execute(command));
  }
}
