export { domainJobs, workerPlatform } from './worker-parts';
