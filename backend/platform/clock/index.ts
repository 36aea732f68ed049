export * from './clock';
export { ClockModule } from './clock.module';
