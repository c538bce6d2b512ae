import ts from 'typescript';

/** The part of tsconfig.json that decides what the emitted text looks like. */
const ERASE_TYPES: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  verbatimModuleSyntax: true,
  useDefineForClassFields: true,
  experimentalDecorators: false
};

/** A component's TypeScript as the JavaScript that is deployed: types are gone, nothing else is. */
export function eraseTypes(
  fileName: string,
  text: string
): { outputText: string; diagnostics: ts.Diagnostic[] } {
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    fileName,
    reportDiagnostics: true,
    compilerOptions: ERASE_TYPES
  });
  return { outputText, diagnostics };
}
