import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

const METADATA = 'force-app/main/default';
const REPEATED = ['tabs', 'flexiPageRegions', 'itemInstances', 'componentInstanceProperties'];

/** One item of the app's utility bar, as its flexipage says. */
export interface Utility {
  /** Bundle name in `c`. */
  component: string;
  label: string;
  /** Name in the utility icon set. */
  icon: string;
  /** Pixels. */
  height: number;
  width: number;
  /** "Start automatically": the component exists before its first opening. */
  eager: boolean;
}

export interface NavigationTab {
  /** `standard-Contact`, or the name of a custom tab. */
  name: string;
  label: string;
  /** Bundle name in `c`, for a custom tab that shows one. */
  component?: string;
}

export interface AppMetadata {
  label: string;
  tabs: NavigationTab[];
  /** Custom tabs that only an address leads to. */
  otherTabs: NavigationTab[];
  utilities: Utility[];
}

/** The app the console plays: the project's own example app, read from its metadata. */
export function readApp(root: string, name: string): AppMetadata {
  const folder = join(root, METADATA);
  const app = read(join(folder, 'applications', `${name}.app-meta.xml`), 'CustomApplication');
  const bar = read(
    join(folder, 'flexipages', `${text(app['utilityBar'])}.flexipage-meta.xml`),
    'FlexiPage'
  );
  const tabs = list(app['tabs']).map(text);
  const others = readdirSync(join(folder, 'tabs'))
    .map((file) => file.replace('.tab-meta.xml', ''))
    .filter((name) => !tabs.includes(name));
  return {
    label: text(app['label']) || 'Softphone',
    tabs: tabs.map((tab) => navigationTab(folder, tab)),
    otherTabs: others.map((tab) => navigationTab(folder, tab)),
    utilities: list(bar['flexiPageRegions'])
      .flatMap((region) => list(record(region)['itemInstances']))
      .map((item) => utility(record(record(item)['componentInstance'])))
  };
}

function navigationTab(folder: string, name: string): NavigationTab {
  if (name.startsWith('standard-')) return { name, label: name.slice('standard-'.length) };
  const tab = read(join(folder, 'tabs', `${name}.tab-meta.xml`), 'CustomTab');
  const component = text(tab['lwcComponent']);
  return { name, label: text(tab['label']) || name, ...(component ? { component } : {}) };
}

function utility(instance: Record<string, unknown>): Utility {
  const properties = new Map(
    list(instance['componentInstanceProperties']).map((property) => [
      text(record(property)['name']),
      text(record(property)['value'])
    ])
  );
  return {
    component: text(instance['componentName']).replace(/^c:/, ''),
    label: properties.get('label') ?? 'Utility',
    icon: properties.get('icon') ?? 'call',
    height: Number(properties.get('height') ?? 480),
    width: Number(properties.get('width') ?? 340),
    eager: properties.get('eager') === 'true'
  };
}

/** The root element of a metadata file; empty when the file is missing or does not parse. */
function read(file: string, element: string): Record<string, unknown> {
  const parser = new XMLParser({
    isArray: (name) => REPEATED.includes(name),
    parseTagValue: false
  });
  try {
    return record(record(parser.parse(readFileSync(file, 'utf8')))[element]);
  } catch {
    return {};
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
