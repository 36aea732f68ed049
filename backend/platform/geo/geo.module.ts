import { Module } from '@nestjs/common';
import { Places } from './places';

/** Places of addresses, for the api. */
@Module({ providers: [Places], exports: [Places] })
export class GeoModule {}
