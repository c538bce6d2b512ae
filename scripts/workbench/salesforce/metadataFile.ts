import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** Something in the metadata the local org could not use. `file` is relative to the project root. */
export interface MetadataProblem {
  type:
    | 'not_readable'
    | 'not_xml'
    | 'wrong_root'
    | 'unknown_field_type'
    | 'unknown_object'
    | 'unknown_field'
    | 'unknown_reference'
    | 'formula'
    | 'seed';
  file: string;
  line?: number;
  message: string;
}

/** Parsed XML: an element is text, or its children by tag name (several of one name: an array). */
export type Element = { [tag: string]: Node | undefined };
export type Node = string | Element | Node[];

export type FileReading = { element: Element } | { problem: MetadataProblem };

const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, trimValues: true });

/**
 * Reads one `*-meta.xml` file.
 * @param rootTag name the outermost element must have, for example `CustomField`
 */
export function readMetadataFile(root: string, file: string, rootTag: string): FileReading {
  const name = relative(root, file);
  let xml: string;
  try {
    xml = readFileSync(file, 'utf8');
  } catch (error) {
    return { problem: { type: 'not_readable', file: name, message: (error as Error).message } };
  }
  // The parser is lenient (it closes what is left open), so well-formedness is checked first.
  const valid = XMLValidator.validate(xml);
  if (valid !== true) {
    return {
      problem: { type: 'not_xml', file: name, line: valid.err.line, message: valid.err.msg }
    };
  }
  const parsed = parser.parse(xml) as Element;
  const found = parsed[rootTag];
  if (found === undefined) {
    const other = Object.keys(parsed).find((tag) => tag !== '?xml');
    return {
      problem: {
        type: 'wrong_root',
        file: name,
        line: 2,
        message: `expected <${rootTag}>, found <${other ?? 'nothing'}>`
      }
    };
  }
  return { element: typeof found === 'string' || Array.isArray(found) ? {} : found };
}

/** Text of a child element; undefined when there is none. */
export function text(element: Element, tag: string): string | undefined {
  const child = element[tag];
  return typeof child === 'string' ? child : undefined;
}

/** Child elements of a name, always as a list. */
export function children(element: Element | undefined, tag: string): Element[] {
  const child = element?.[tag];
  const list = Array.isArray(child) ? child : child === undefined ? [] : [child];
  return list.filter((one): one is Element => typeof one === 'object' && !Array.isArray(one));
}

export function child(element: Element | undefined, tag: string): Element | undefined {
  return children(element, tag)[0];
}

export function flag(element: Element, tag: string): boolean {
  return text(element, tag) === 'true';
}

export function count(element: Element, tag: string): number | undefined {
  const value = text(element, tag);
  return value === undefined || value === '' ? undefined : Number(value);
}
