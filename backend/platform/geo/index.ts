export { GeoModule } from './geo.module';
export { Places } from './places';
