import { ApiProperty } from '@nestjs/swagger';
import { notificationChannels, type OutgoingChannel } from '@calmness/contracts';
import { deliveryStates, type DeliveryState } from '../domain/delivery';

const outgoing = notificationChannels.filter((channel) => channel !== 'in_app');

export class DeliveryLogRowDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: outgoing }) channel!: OutgoingChannel;
  @ApiProperty() template!: string;
  @ApiProperty() recipient_name!: string;
  @ApiProperty({ enum: deliveryStates }) state!: DeliveryState;
  @ApiProperty() attempts!: number;
  @ApiProperty({ type: String, nullable: true }) last_reason!: string | null;
  @ApiProperty({ format: 'date-time' }) created_at!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) closed_at!: string | null;
}

export class DeliveryLogDto {
  @ApiProperty({ type: [DeliveryLogRowDto] }) deliveries!: DeliveryLogRowDto[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}
