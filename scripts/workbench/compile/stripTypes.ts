import { transform } from 'esbuild';
import type { Plugin } from 'rollup';
import { withoutQuery } from './resolve';

/** Takes the types out of our TypeScript and nothing else, as `npm run build` does. */
export function stripTypes(): Plugin {
  return {
    name: 'workbench-strip-types',
    async transform(code, id) {
      const file = withoutQuery(id);
      if (!file.endsWith('.ts')) return undefined;
      const result = await transform(code, {
        loader: 'ts',
        target: 'esnext',
        sourcefile: file,
        sourcemap: true,
        tsconfigRaw: {
          compilerOptions: {
            verbatimModuleSyntax: true,
            useDefineForClassFields: true,
            experimentalDecorators: false
          }
        }
      });
      return { code: result.code, map: result.map };
    }
  };
}
