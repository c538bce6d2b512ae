import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { caseRoutes } from './caseRoutes';
import { faultEffects } from './faults';
import type { Fault } from './faults';
import type { Org } from './org';
import { visibleFields } from './representation';
import { updateRecord } from './write';
import type { WriteInput } from './write';

/** Controls of the local org. They are no part of Salesforce, and need no sign-in. */
export function workbenchRoutes(org: Org): FastifyPluginAsync {
  return async (fastify) => {
    const base = '/workbench/salesforce';
    const wrong = (reply: FastifyReply, message: string) => reply.code(400).send({ message });

    fastify.get('/workbench/changes', (_request, reply) => {
      reply.hijack();
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store'
      });
      // A first line makes the browser tell that the stream is open.
      reply.raw.write(': open\n\n');
      const stop = org.onChange((change) => {
        reply.raw.write(`id: ${change.sequence}\ndata: ${JSON.stringify(change)}\n\n`);
      });
      const end = (): void => {
        stop();
        open.delete(end);
        reply.raw.end();
      };
      open.add(end);
      reply.raw.on('close', end);
    });
    const open = new Set<() => void>();
    // An endless answer would keep the server from closing.
    fastify.addHook('preClose', async () => {
      for (const end of [...open]) end();
    });

    fastify.get(base, async () => ({
      users: [...org.users.values()].map(({ username, recordId, name, permissionSets }) => ({
        username,
        recordId,
        name,
        permissionSets
      })),
      validationRules: org.rules().map(({ name, formula, errorMessage, errorDisplayField }) => ({
        name,
        active: org.ruleIsActive(name),
        formula,
        errorMessage,
        errorDisplayField: errorDisplayField ?? null
      })),
      settings: org.settings,
      sharing: Object.fromEntries(
        [...org.schema.objects.keys()].map((name) => [name, org.sharingOf(name)])
      ),
      queues: org.recordsOf('Group').map((one) => one.values['Name']),
      newTaskOwner: org.newTaskOwner ?? null,
      triggers: org.triggers.all(),
      faults: org.faults.pending()
    }));

    fastify.post(`${base}/reset`, async () => ({ problems: org.reset() }));

    fastify.post<{ Body: Fault }>(`${base}/faults`, async (request, reply) => {
      const fault = request.body;
      if (!faultEffects.includes(fault?.effect))
        return wrong(reply, `effect must be one of ${faultEffects.join(', ')}`);
      org.faults.add(fault);
      return { faults: org.faults.pending() };
    });
    fastify.delete(`${base}/faults`, async () => {
      org.faults.clear();
      return { faults: [] };
    });

    fastify.post<{ Body: WriteInput & { id?: string; as?: string } }>(
      `${base}/edit`,
      async (request, reply) => {
        const { id = '', as = 'admin', fields } = request.body ?? {};
        const user = org.users.get(as);
        if (!user) return wrong(reply, `there is no user ${as}`);
        const outcome = updateRecord(org, user, id, { fields });
        return outcome.ok
          ? { id: outcome.record.id, values: outcome.record.values }
          : reply.code(outcome.status).send(outcome.body);
      }
    );

    fastify.post<{ Body: { name?: string; active?: boolean } }>(
      `${base}/validation-rules`,
      async (request, reply) => {
        const { name = '', active = true } = request.body ?? {};
        if (!org.setRule(name, active))
          return wrong(
            reply,
            `there is no validation rule ${name}; there are ${org
              .rules()
              .map((rule) => rule.name)
              .join(', ')}`
          );
        return { name, active };
      }
    );

    fastify.post<{ Body: { user?: string; field?: string; read?: boolean; edit?: boolean } }>(
      `${base}/field-access`,
      async (request, reply) => {
        const { user = 'agent', field = '', read, edit } = request.body ?? {};
        const [objectName = '', fieldName = ''] = field.split('.');
        const object = org.object(objectName);
        const orgUser = org.users.get(user);
        if (!orgUser) return wrong(reply, `there is no user ${user}`);
        if (!object?.fields.has(fieldName)) return wrong(reply, `there is no field ${field}`);
        org.setFieldAccess(
          user,
          field,
          read === undefined ? undefined : { read, edit: read && (edit ?? false) }
        );
        return {
          user,
          field,
          visible: visibleFields(org, orgUser, object).some((one) => one.apiName === fieldName)
        };
      }
    );

    await fastify.register(caseRoutes(org, base));
  };
}
