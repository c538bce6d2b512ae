/** Floors of the house, lowest first: a bundle imports only from its own floor and those below. */
export const FLOORS = ['core', 'clouds', 'agent', 'setup'] as const;

export type Floor = (typeof FLOORS)[number];

/** Folders that hold the component bundles, relative to the project root. */
export const COMPONENT_FOLDERS: readonly string[] = FLOORS.map(
  (floor) => `force-app/main/${floor}/lwc`
);
