import { createRequire } from 'node:module';
import tseslint from 'typescript-eslint';

const lwc = createRequire(import.meta.url)('@salesforce/eslint-config-lwc');
const COMPONENTS = 'force-app/**/lwc/**/*.ts';
const CORE = [
  'browserSecret',
  'interaction',
  'ports',
  'taskDraft',
  'taskKeeper',
  'taskSync',
  'transcript'
].map((bundle) => `force-app/main/core/lwc/${bundle}/*.ts`);

export default [
  {
    ignores: [
      'node_modules/',
      '.cache/',
      'coverage/',
      'test-results/',
      'force-app/**/*.js',
      '**/__tests__/data/**'
    ]
  },
  ...lwc.configs.recommendedTs.map((config) => ({ ...config, files: [COMPONENTS] })),
  ...tseslint.configs.recommended.map((config) => ({
    ...config,
    files: ['force-app/**/*.ts', 'scripts/**/*.ts']
  })),
  {
    files: ['force-app/**/*.ts', 'scripts/**/*.ts'],
    // An emitted `.js` left beside it must not win over its source.
    settings: { 'import/resolver': { node: { extensions: ['.ts', '.js'] } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // TypeScript and Prettier decide these better.
      'consistent-return': 'off',
      'no-confusing-arrow': 'off',
      // Order is the point where we await in a loop: one write at a time, one step after another.
      'no-await-in-loop': 'off',
      'no-void': 'off',
      'no-use-before-define': ['error', { functions: false, classes: false, variables: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true }
      ],
      '@typescript-eslint/consistent-type-imports': 'error'
    }
  },
  {
    // The core is pure: what it needs from the world is a parameter.
    files: CORE,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['lightning/*', 'lwc', '@salesforce/*', 'node:*'],
              message: 'The core is pure.'
            }
          ]
        }
      ],
      'no-restricted-globals': [
        'error',
        ...[
          'window',
          'document',
          'localStorage',
          'sessionStorage',
          'navigator',
          'fetch',
          'WebSocket',
          'setTimeout',
          'setInterval',
          'console',
          'process'
        ]
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock is a parameter.' },
        { object: 'Math', property: 'random', message: 'Chance is a parameter.' }
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The clock is a parameter.'
        }
      ]
    }
  }
];
