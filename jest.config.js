import { createRequire } from 'node:module';

const { jestConfig } = createRequire(import.meta.url)('@salesforce/sfdx-lwc-jest/config');

/** @type {import('jest').Config} */
export default {
  ...jestConfig,
  // `.ts` first: an emitted `.js` left beside it must never win over its source.
  moduleFileExtensions: ['ts', 'js', 'json', 'html', 'css'],
  moduleNameMapper: {
    ...jestConfig.moduleNameMapper,
    '^c/([^/]+)$': ['core', 'clouds', 'agent', 'setup'].map(
      (floor) => `<rootDir>/force-app/main/${floor}/lwc/$1/$1`
    ),
    '^lightning/platformUtilityBarApi$': '<rootDir>/scripts/jest/platformUtilityBarApi',
    '^lightning/graphql$': '<rootDir>/scripts/jest/graphql'
  },
  setupFilesAfterEnv: ['<rootDir>/scripts/jest/setup.cjs'],
  testMatch: ['**/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.cache'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/.cache'],
  collectCoverageFrom: ['force-app/**/*.ts', '!**/__tests__/**']
};
