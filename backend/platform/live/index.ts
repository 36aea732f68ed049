export { LiveHttpModule, LiveModule } from './live.module';
export { LivePublisher } from './live-publisher';
export { LiveChannel, type LiveEars, type LiveSubscription } from './live-channel';
