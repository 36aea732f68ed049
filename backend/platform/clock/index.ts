export * from './clock';
export { ClockModule } from './clock.module';
export { momentIn } from './moment-text';
