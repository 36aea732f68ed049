import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier/flat';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import { boundaryRule } from './tools/boundaries.mjs';

/** What the house forbids everywhere; each message says what to do instead. */
const houseSyntax = [
  { selector: 'TSEnumDeclaration', message: 'Use an `as const` list and a union type.' },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
];

export default tseslint.config(
  {
    ignores: ['**/node_modules', '**/dist', '**/.nx', '**/.angular', '**/.data', '**/.cache', 'docs/**'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...houseSyntax],
      complexity: ['error', 10],
      'max-lines-per-function': ['error', { max: 40, skipComments: true, skipBlankLines: true }],
      'max-lines': ['error', { max: 250, skipComments: true, skipBlankLines: true }],
    },
  },
  {
    files: ['**/*.ts', '**/*.mjs'],
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': boundaryRule },
  },
  {
    files: ['backend/**/*.ts'],
    ignores: ['backend/platform/config/**', '**/*.spec.ts', '**/testing/**', 'backend/**/e2e/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only platform/config reads the environment.' },
        { object: 'Date', property: 'now', message: 'Ask platform/clock for the time.' },
      ],
    },
  },
  {
    files: ['backend/platform/clock/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // A describe block, a migration and a planted story are lists, not functions with logic.
    files: ['**/*.spec.ts', '**/e2e/**', 'backend/migrations/**', '**/testing/**', 'backend/seeds/**'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': 'off' },
  },
  {
    files: ['frontend/src/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        { type: 'element', prefix: 'cal', style: 'kebab-case' },
      ],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: 'cal', style: 'camelCase' },
      ],
    },
  },
  {
    files: ['frontend/src/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  {
    // Tools a program loads by its default export, and the scripts behind the npm commands.
    files: ['**/*.config.ts', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        URL: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
      },
    },
    rules: { 'no-restricted-syntax': 'off' },
  },
  prettier,
);
