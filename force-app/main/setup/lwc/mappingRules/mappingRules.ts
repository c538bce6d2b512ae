export { attributeType, checkMapping } from './checks';
export type { MappingProblem, MappingProblemType } from './checks';
export { attributeGroups, fieldGroups } from './options';
export type { PickGroup, PickOption } from './options';
export { starterSet } from './starterSet';
export { attributeTypeWords, fieldTypeWords, problemWords } from './words';
