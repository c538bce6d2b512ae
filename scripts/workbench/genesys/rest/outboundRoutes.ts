import type { FastifyInstance } from 'fastify';
import type { Models } from 'purecloud-platform-client-v2';
import { contactList } from '../contactLists';
import { errors, fail } from '../errors';
import { permissions } from '../roster';
import type { World } from '../world';
import { needs } from './access';

/** The rows that a campaign dials from. */
export function outboundRoutes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { list: string; contact: string } }>(
    '/outbound/contactlists/:list/contacts/:contact',
    { preHandler: needs(world, permissions.contacts) },
    ({ params }, reply) => {
      const contact =
        params.list === contactList.id
          ? contactList.contacts.find((each) => each.id === params.contact)
          : undefined;
      if (!contact) return fail(reply, errors.notFound);
      return {
        id: contact.id,
        contactListId: contactList.id,
        data: { ...contact.data },
        callable: true,
        selfUri: `/api/v2/outbound/contactlists/${contactList.id}/contacts/${contact.id}`
      } satisfies Models.DialerContact;
    }
  );
}
