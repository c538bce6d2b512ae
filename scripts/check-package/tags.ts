import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { readMetadataFile } from '../workbench/salesforce/metadataFile';
import type { Element, Node } from '../workbench/salesforce/metadataFile';
import type { Finding } from './finding';
import { readMetadataTypes } from './metadataTypes';
import type { MetadataTypes } from './metadataTypes';
import { componentBundles, metadataFiles } from './packageFiles';

/** Free text or markup of another schema, not described by the Metadata API. */
const opaque = ['LightningComponentBundle.targetConfigs'];

/** Every tag and every word of every `*-meta.xml` against the Metadata API's own types. */
export function checkTags(root: string, folder: string): Finding[] {
  const types = readMetadataTypes(root);
  const typeOfSuffix = readSuffixes(root);
  const folders = [folder, ...componentBundles(root)];
  return folders.flatMap(metadataFiles).flatMap((file): Finding[] => {
    const name = relative(root, file);
    const suffix = /\.([A-Za-z-]+)-meta\.xml$/.exec(basename(file))?.[1] ?? '';
    const type = suffix === 'js' ? 'LightningComponentBundle' : typeOfSuffix.get(suffix);
    if (!type || !types.has(type))
      return [
        {
          type: 'unknown_type',
          file: name,
          message: `no metadata type has files that end in .${suffix}-meta.xml`,
          advice: 'correct the file name'
        }
      ];
    const reading = readMetadataFile(root, file, type);
    if ('problem' in reading)
      return [
        {
          type: 'not_xml',
          file: name,
          line: reading.problem.line,
          message: reading.problem.message,
          advice: `make it well-formed XML with the root <${type}>`
        }
      ];
    const lines = readFileSync(file, 'utf8').split('\n');
    return checkElement(types, type, reading.element).map(({ tag, ...found }) => ({
      ...found,
      file: name,
      line: lineOf(lines, tag)
    }));
  });
}

type Found = Omit<Finding, 'file' | 'line'> & { tag: string };

function checkElement(types: MetadataTypes, type: string, element: Element): Found[] {
  const properties = types.get(type);
  if (!properties) return [];
  const found: Found[] = [];
  for (const [tag, node] of Object.entries(element)) {
    const property = properties.get(tag);
    if (!property) {
      found.push({
        type: 'unknown_tag',
        tag,
        message: `<${tag}> is no part of ${type}`,
        advice: `remove it, or look up its name in the Metadata API reference of ${type}`
      });
      continue;
    }
    if (opaque.includes(`${type}.${tag}`)) continue;
    const nodes: Node[] = Array.isArray(node) ? node : node === undefined ? [] : [node];
    if (nodes.length > 1 && !property.list)
      found.push({
        type: 'repeated_tag',
        tag,
        message: `<${tag}> stands ${nodes.length} times in one ${type}`,
        advice: 'keep one'
      });
    for (const one of nodes)
      found.push(...checkNode(types, `${type}.${tag}`, tag, property.type, one));
  }
  for (const [tag, property] of properties) {
    if (!property.optional && element[tag] === undefined)
      found.push({
        type: 'missing_tag',
        tag: type,
        message: `${type} has no <${tag}>`,
        advice: 'add it: the Metadata API requires it'
      });
  }
  return found;
}

function checkNode(
  types: MetadataTypes,
  where: string,
  tag: string,
  type: string | { words: string[] },
  node: Node
): Found[] {
  if (typeof type === 'string' && types.has(type)) {
    // An empty element is parsed as empty text.
    const element = typeof node === 'object' && !Array.isArray(node) ? node : {};
    return checkElement(types, type, element);
  }
  const value = typeof node === 'string' ? node : undefined;
  const bad = (expected: string): Found[] => [
    {
      type: 'bad_value',
      tag,
      message: `${where} is "${value ?? '(elements)'}"`,
      advice: `use ${expected}`
    }
  ];
  if (typeof type !== 'string')
    return value !== undefined && type.words.includes(value)
      ? []
      : bad(type.words.slice(0, 12).join(', '));
  if (type === 'boolean') return value === 'true' || value === 'false' ? [] : bad('true or false');
  if (type === 'number')
    return value !== undefined && value !== '' && Number.isFinite(Number(value))
      ? []
      : bad('a number');
  return [];
}

function lineOf(lines: string[], tag: string): number | undefined {
  const index = lines.findIndex((line) => line.includes(`<${tag}`));
  return index < 0 ? undefined : index + 1;
}

interface Registry {
  types: Record<
    string,
    {
      name: string;
      suffix?: string;
      children?: { types: Record<string, { name: string; suffix?: string }> };
    }
  >;
}

/** File suffix → metadata type, from the registry that the CLI itself goes by. */
function readSuffixes(root: string): Map<string, string> {
  const file =
    'node_modules/@salesforce/source-deploy-retrieve/lib/src/registry/metadataRegistry.json';
  const { types } = JSON.parse(readFileSync(join(root, file), 'utf8')) as Registry;
  const suffixes = new Map<string, string>();
  for (const type of Object.values(types)) {
    // A parent is asked before its children: labels is the suffix of CustomLabels and of CustomLabel.
    for (const one of [type, ...Object.values(type.children?.types ?? {})]) {
      if (one.suffix && !suffixes.has(one.suffix)) suffixes.set(one.suffix, one.name);
    }
  }
  return suffixes;
}
