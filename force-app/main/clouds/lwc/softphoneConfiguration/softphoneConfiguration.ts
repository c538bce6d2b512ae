export { followChanges, tellChange } from './changes';
