import { cleanText } from 'c/interaction';
import { nodesOf } from 'c/softphoneConfiguration';
import type { Cell, GraphQLNode } from 'c/softphoneConfiguration';

/** A record offered for Name or Related To. */
export interface RecordOption {
  id: string;
  /** `Contact`, `Lead`, `Case`, … */
  objectName: string;
  name: string;
  /** A second line that tells two of the same name apart; may be empty. */
  detail: string;
}

/** How each object is named to a person: which fields stand for its name and its second line. */
const OBJECTS: { objectName: string; name: string; detail: string; parent?: string }[] = [
  { objectName: 'Contact', name: 'Name', detail: 'Name', parent: 'Account' },
  { objectName: 'Lead', name: 'Name', detail: 'Company' },
  { objectName: 'Case', name: 'CaseNumber', detail: 'Subject' },
  { objectName: 'Opportunity', name: 'Name', detail: 'StageName' },
  { objectName: 'Account', name: 'Name', detail: 'Industry' }
];

/** A field's value as text; empty when it has none. */
export function textAt(node: GraphQLNode, field: string): string {
  return text(node[field]);
}

/** Fields of an answer's first record that were asked for and are not there: hidden from this user. */
export function hiddenFields(data: unknown, objectName: string, fields: string[]): string[] {
  const [node] = nodesOf(data, objectName);
  return node ? fields.filter((field) => !(field in node)) : [];
}

/** The records of one object in the answer to its search. */
export function recordOptions(data: unknown, searched: string): RecordOption[] {
  return OBJECTS.filter(({ objectName }) => objectName === searched).flatMap(
    ({ objectName, name, detail, parent }) =>
      nodesOf(data, objectName).map((node) => ({
        id: node.Id,
        objectName,
        name: text(node[name]),
        detail: text(
          parent ? (node[parent] as Record<string, Cell> | undefined)?.[detail] : node[detail]
        )
      }))
  );
}

/** For a `like` filter: the wildcards of the user's own text mean themselves. */
export function likeTerm(typed: string): string {
  return `%${typed.trim().replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
}

function text(cell: unknown): string {
  const value = (cell as Cell | undefined)?.value;
  return value == null ? '' : cleanText(String(value));
}

/** Whether every record of the answer has this key: an answer without any fits every question. */
export function isOfKey(data: unknown, objectName: string, field: string, key: string): boolean {
  return nodesOf(data, objectName).every((node) => textAt(node, field) === key);
}
