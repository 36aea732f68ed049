import { ApiProperty } from '@nestjs/swagger';
import { deliveryStates, type DeliveryState } from '../domain/delivery';

export class DeliveryLogRowDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['email'] }) channel!: 'email';
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
