import { cleanText } from 'c/interaction';
import type { Agent, GenesysCloud, Named, PresenceOption } from './cloud';
import type { Requests } from './requests';
import { done } from './result';
import type { Result } from './result';
import { presenceOf } from './userEvents';

export type LookUps = Pick<GenesysCloud, 'queues' | 'agents' | 'presences' | 'contactColumns'> & {
  /** Queues the user works in. Needs no permission. */
  ownQueues(): Promise<Result<Named[]>>;
  queue(id: string): Promise<Result<string | undefined>>;
  wrapUpCode(id: string): Promise<Result<string | undefined>>;
};

const PAGE = 100;
/** A list for people to choose from: nobody scrolls through more. */
const PAGES = 5;
/** Presences that Genesys sets itself. */
const NOT_CHOSEN = new Set(['offline', 'idle']);

interface Listing {
  entities?: { id?: string; name?: string }[];
  pageCount?: number;
}

/** @param locale BCP 47; Genesys spells it with an underscore */
export function createLookUps(
  requests: Requests,
  ownId: () => string | undefined,
  locale: string
): LookUps {
  async function pages(
    page: (options: { pageSize: number; pageNumber: number }) => Promise<Result<Listing>>
  ): Promise<Result<Named[]>> {
    const found: Named[] = [];
    for (let pageNumber = 1; pageNumber <= PAGES; pageNumber++) {
      const read = await page({ pageSize: PAGE, pageNumber });
      if (!read.ok) return read;
      const { entities = [], pageCount = 1 } = read.value ?? {};
      found.push(
        ...entities.flatMap(({ id, name }) => (id && name ? [{ id, name: cleanText(name) }] : []))
      );
      if (pageNumber >= pageCount) break;
    }
    return done(found.sort((a, b) => a.name.localeCompare(b.name, locale)));
  }

  /** Those of the last `presences`. */
  let presenceNames: ReadonlyMap<string, string> = new Map();

  const ownQueues = () =>
    pages((options) => requests.ask('RoutingApi', 'getRoutingQueuesMe', options));

  return {
    ownQueues,
    async queues() {
      const all = await pages((options) => requests.ask('RoutingApi', 'getRoutingQueues', options));
      return all.ok || all.problem.type !== 'forbidden' ? all : ownQueues();
    },

    async agents(query) {
      const words = query.trim();
      const state = { type: 'EXACT', fields: ['state'], value: 'active' };
      const name = { type: 'CONTAINS', fields: ['name', 'email'], value: words };
      const read = await requests.ask('UsersApi', 'postUsersSearch', {
        pageSize: 25,
        sortBy: 'name',
        sortOrder: 'ASC',
        expand: ['presence'],
        query: words ? [name, state] : [state]
      });
      if (!read.ok) return read;
      const agents = (read.value?.results ?? []).flatMap((user): Agent[] => {
        if (!user.id || !user.name || user.id === ownId()) return [];
        const now = presenceOf(user.presence);
        const presence = now && (presenceNames.get(now.id) ?? now.system);
        return [{ id: user.id, name: cleanText(user.name), ...(presence && { presence }) }];
      });
      return done(agents);
    },

    async presences() {
      const options = { pageSize: PAGE, localeCode: 'ALL' };
      const read = await requests.ask('PresenceApi', 'getPresencedefinitions', options);
      if (!read.ok) return read;
      const known = (read.value?.entities ?? []).flatMap((presence): PresenceOption[] => {
        const { id, name, systemPresence: system, deactivated, languageLabels } = presence;
        if (!id || !system) return [];
        const label = labelOf(languageLabels ?? {}, locale) ?? (name || system);
        const isOffered = !deactivated && !NOT_CHOSEN.has(system.toLowerCase());
        return [{ id, name: cleanText(label), system, isOffered }];
      });
      presenceNames = new Map(known.map(({ id, name }) => [id, name]));
      return done(known);
    },

    async contactColumns(contactListId, contactId) {
      const read = await requests.ask(
        'OutboundApi',
        'getOutboundContactlistContact',
        contactListId,
        contactId
      );
      if (!read.ok) return read;
      // The SDK calls the columns objects; the server sends texts and numbers.
      const data: Record<string, unknown> = read.value?.data ?? {};
      const columns = Object.entries(data).flatMap(([column, value]) =>
        value === null || typeof value === 'object' ? [] : [[column, String(value)]]
      );
      return done(Object.fromEntries(columns) as Record<string, string>);
    },

    async queue(id) {
      const read = await requests.ask('RoutingApi', 'getRoutingQueue', id);
      return read.ok ? done(nameIn(read.value)) : read;
    },
    async wrapUpCode(id) {
      const read = await requests.ask('RoutingApi', 'getRoutingWrapupcode', id);
      return read.ok ? done(nameIn(read.value)) : read;
    }
  };
}

function nameIn(named: { name?: string } | undefined): string | undefined {
  return named?.name === undefined ? undefined : cleanText(named.name);
}

function labelOf(labels: Record<string, string>, locale: string): string | undefined {
  const wanted = locale.replaceAll('-', '_').toLowerCase();
  const language = wanted.split('_')[0]!;
  const of = (test: (key: string) => boolean) =>
    Object.entries(labels).find(([key, label]) => label && test(key.toLowerCase()))?.[1];
  return (
    of((key) => key === wanted) ??
    of((key) => key.split('_')[0] === language) ??
    of((key) => key === 'en_us')
  );
}
