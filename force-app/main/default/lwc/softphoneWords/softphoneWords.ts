export { counted, format } from './format';
export { failureWords } from './failureWords';
export { issueWords } from './issueWords';
export { orgFieldWords, orgWords } from './orgWords';
export { problemWords } from './problemWords';
export type { ProblemWords } from './problemWords';
export { stateWords, typeWords } from './stateWords';
export { clockTime, duration, shortTime } from './timeWords';
export { sourceWords, valueWords } from './valueWords';
