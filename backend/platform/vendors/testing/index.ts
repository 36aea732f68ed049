export { hasSimulator, startSimulator, type RunningSimulator, type SimulatorReport } from './simulator';
