export { plantDemoData } from './plant-demo-data';
export { demoCast } from './demo-cast';
