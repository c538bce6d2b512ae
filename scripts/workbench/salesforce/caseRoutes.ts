import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { mergeRecords } from './merge';
import type { Org } from './org';
import { changedSettings } from './settings';
import type { Sharing } from './settings';
import { triggerTexts } from './triggers';
import type { Trigger } from './triggers';
import { deleteRecord, updateRecord } from './write';

const sharings: readonly Sharing[] = ['public', 'read', 'private', 'controlled_by_parent'];

/**
 * Controls for what other people, flows and triggers of the customer do to records.
 * A record is named by its id, or `newest Task` (of any object); a person by username, or a queue by name.
 */
export function caseRoutes(org: Org, base: string): FastifyPluginAsync {
  return async (fastify) => {
    const wrong = (reply: FastifyReply, message: string) => reply.code(400).send({ message });
    const admin = () => {
      const user = org.users.get('admin');
      if (!user) throw new Error('the local org has no admin');
      return user;
    };

    fastify.post(`${base}/settings`, async (request, reply) => {
      const changed = changedSettings(org.settings, request.body);
      if ('problem' in changed) return wrong(reply, changed.problem);
      org.settings = changed.settings;
      return org.settings;
    });

    fastify.post<{ Body: { object?: string; sharing?: Sharing } }>(
      `${base}/sharing`,
      async (request, reply) => {
        const { object = 'Task', sharing } = request.body ?? {};
        if (!org.object(object)) return wrong(reply, `there is no object ${object}`);
        if (!sharing || !sharings.includes(sharing))
          return wrong(reply, `sharing must be one of ${sharings.join(', ')}`);
        org.setSharing(object, sharing);
        return { object, sharing };
      }
    );

    fastify.post<{ Body: { user?: string; object?: string; read?: boolean } }>(
      `${base}/object-access`,
      async (request, reply) => {
        const { user = 'agent', object = '', read = true } = request.body ?? {};
        if (!org.users.has(user)) return wrong(reply, `there is no user ${user}`);
        if (!org.object(object)) return wrong(reply, `there is no object ${object}`);
        org.setObjectAccess(user, object, read);
        return { user, object, read };
      }
    );

    fastify.post<{ Body: { owner?: string | null } }>(
      `${base}/new-task-owner`,
      async (request, reply) => {
        const owner = request.body?.owner ?? undefined;
        if (owner !== undefined && !org.ownerId(owner))
          return wrong(reply, `there is no user or queue ${owner}`);
        org.newTaskOwner = owner;
        return { owner: owner ?? null };
      }
    );

    fastify.post<{ Body: { record?: string; owner?: string } }>(
      `${base}/owner`,
      async (request, reply) => {
        const { record = 'newest Task', owner = '' } = request.body ?? {};
        const id = recordNamed(org, record);
        const ownerId = org.ownerId(owner);
        if (!id) return wrong(reply, `there is no record ${record}`);
        if (!ownerId) return wrong(reply, `there is no user or queue ${owner}`);
        const outcome = updateRecord(org, admin(), id, { fields: { OwnerId: ownerId } });
        return outcome.ok ? { id, owner } : reply.code(outcome.status).send(outcome.body);
      }
    );

    fastify.post<{ Body: { record?: string } }>(`${base}/delete`, async (request, reply) => {
      const { record = '' } = request.body ?? {};
      const id = recordNamed(org, record);
      if (!id) return wrong(reply, `there is no record ${record}`);
      const outcome = deleteRecord(org, admin(), id);
      return outcome.ok ? { id } : reply.code(outcome.status).send(outcome.body);
    });

    fastify.post<{ Body: { winner?: string; loser?: string } }>(
      `${base}/merge`,
      async (request, reply) => {
        const { winner = '', loser = '' } = request.body ?? {};
        const [winnerId, loserId] = [recordNamed(org, winner), recordNamed(org, loser)];
        const merged = mergeRecords(org, admin(), winnerId ?? winner, loserId ?? loser);
        return 'problem' in merged
          ? wrong(reply, merged.problem)
          : { winner: merged.winner.id, loser: loserId };
      }
    );

    fastify.post<{ Body: Partial<Trigger> & { code?: string } }>(
      `${base}/triggers`,
      async (request, reply) => {
        const {
          object = 'Task',
          on = 'both',
          kind = 'exception',
          code,
          times
        } = request.body ?? {};
        const message = request.body?.message ?? (code === undefined ? code : triggerTexts[code]);
        if (!org.object(object)) return wrong(reply, `there is no object ${object}`);
        if (!message)
          return wrong(
            reply,
            `give a message, or a code of ${Object.keys(triggerTexts).join(', ')}`
          );
        if (!['create', 'update', 'both'].includes(on))
          return wrong(reply, 'on must be create, update or both');
        if (kind !== 'addError' && kind !== 'exception')
          return wrong(reply, 'kind must be addError or exception');
        org.triggers.add({ object, on, kind, message, ...(times ? { times } : {}) });
        return { triggers: org.triggers.all() };
      }
    );
    fastify.delete(`${base}/triggers`, async () => {
      org.triggers.clear();
      return { triggers: [] };
    });
  };
}

/** `00T…`, `newest Task`, or an object and a name: `Contact Blanche Stokes`. */
function recordNamed(org: Org, named: string): string | undefined {
  if (org.records.has(named)) return named;
  const [first = '', ...rest] = named.split(' ');
  if (first === 'newest') return org.recordsOf(rest.join(' ')).at(-1)?.id;
  return org.recordsOf(first).find((one) => one.values['Name'] === rest.join(' '))?.id;
}
