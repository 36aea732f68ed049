import { ApiProperty } from '@nestjs/swagger';
import { adapterStates, type AdapterState, type HealthLive, type HealthReady } from '@calmness/contracts';

export class HealthLiveDto implements HealthLive {
  @ApiProperty({ enum: ['ok'] }) status!: 'ok';
}

export class AdapterDto {
  @ApiProperty() name!: string;
  @ApiProperty({ enum: adapterStates }) state!: AdapterState;
  @ApiProperty() detail!: string;
}

export class HealthReadyDto implements HealthReady {
  @ApiProperty({ enum: ['ok', 'unavailable'] }) status!: 'ok' | 'unavailable';
  @ApiProperty({ enum: ['ok', 'failing'] }) database!: 'ok' | 'failing';
  @ApiProperty({ enum: ['ok', 'failing'] }) queues!: 'ok' | 'failing';
  @ApiProperty({ enum: ['redis', 'postgresql'] }) queue_backend!: 'redis' | 'postgresql';
  @ApiProperty({ enum: ['ok', 'silent'] }) worker!: 'ok' | 'silent';
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) worker_seen_at!: string | null;
  @ApiProperty({ enum: ['ok', 'silent'], description: 'silent when no tick ended for three minutes' })
  scheduler!: 'ok' | 'silent';
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) scheduler_seen_at!: string | null;
  @ApiProperty({ type: [AdapterDto] }) adapters!: AdapterDto[];
}
