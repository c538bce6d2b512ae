import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export interface Property {
  /** A type name, `string`, `number`, `boolean`, `any`, or the allowed words. */
  type: string | { words: string[] };
  list: boolean;
  optional: boolean;
}

/** The Metadata API's types by name, each with its properties by tag. */
export type MetadataTypes = Map<string, Map<string, Property>>;

/**
 * Reads the published declarations of the Metadata API. They are generated from its WSDL, so they know
 * every tag and every word a tag may hold, which `sf project convert source` does not look at.
 */
export function readMetadataTypes(root: string): MetadataTypes {
  const file = join(root, 'node_modules/@salesforce/types/lib/metadata.d.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext);
  const aliases = new Map<string, ts.TypeNode>();
  for (const statement of source.statements) {
    if (ts.isTypeAliasDeclaration(statement)) aliases.set(statement.name.text, statement.type);
  }
  const types: MetadataTypes = new Map();
  for (const [name, node] of aliases) {
    const members = membersOf(node, aliases);
    if (members) {
      types.set(
        name,
        new Map(
          members.map((member) => [member.name.getText(source), property(member, aliases, source)])
        )
      );
    }
  }
  return types;
}

type Aliases = Map<string, ts.TypeNode>;

/** Properties of an object type, with those of the types it extends; undefined for words and the like. */
function membersOf(node: ts.TypeNode, aliases: Aliases): ts.PropertySignature[] | undefined {
  if (ts.isTypeLiteralNode(node)) return node.members.filter(ts.isPropertySignature);
  if (ts.isIntersectionTypeNode(node))
    return node.types.flatMap((part) => membersOf(part, aliases) ?? []);
  if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
    const target = aliases.get(node.typeName.text);
    return target && membersOf(target, aliases);
  }
  return undefined;
}

function property(member: ts.PropertySignature, aliases: Aliases, source: ts.SourceFile): Property {
  const optional = member.questionToken !== undefined;
  const node = member.type;
  if (node && ts.isArrayTypeNode(node))
    return { type: typeOf(node.elementType, aliases, source), list: true, optional: true };
  return { type: node ? typeOf(node, aliases, source) : 'any', list: false, optional };
}

function typeOf(node: ts.TypeNode, aliases: Aliases, source: ts.SourceFile): Property['type'] {
  if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
    const target = aliases.get(node.typeName.text);
    if (!target) return 'any';
    return membersOf(target, aliases) ? node.typeName.text : typeOf(target, aliases, source);
  }
  const parts = ts.isUnionTypeNode(node) ? node.types : [node];
  const words = parts.flatMap((part) =>
    ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? [part.literal.text] : []
  );
  if (words.length > 0) return { words };
  return ['string', 'number', 'boolean'].includes(node.getText(source))
    ? node.getText(source)
    : 'any';
}
