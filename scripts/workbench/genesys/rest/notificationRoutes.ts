import type { FastifyInstance } from 'fastify';
import type { Models } from 'purecloud-platform-client-v2';
import type { Channel } from '../channels';
import { namesIn, TOPIC_LENGTH, TOPICS_PER_CHANNEL } from '../channels';
import { errors, fail, invalid, missingPermission } from '../errors';
import { permissions } from '../roster';
import type { User } from '../roster';
import { iso } from '../shapes/time';
import type { World } from '../world';
import { callerOf, may } from './access';

/** `socketBase` is the ws:// URL in front of `/channels/{id}`. */
export function notificationRoutes(
  app: FastifyInstance,
  world: World,
  socketBase: () => string
): void {
  const { channels } = world;
  const channelShape = (channel: Channel): Models.Channel => ({
    connectUri: `${socketBase()}/channels/${channel.id}`,
    id: channel.id,
    expires: iso(channel.expires)
  });
  const own = (id: string, user: User) => {
    const channel = channels.get(id);
    return channel?.userId === user.id ? channel : undefined;
  };

  app.post('/notifications/channels', (request) => {
    const { user, clientId, token } = callerOf(request);
    return channelShape(channels.create(user.id, clientId, token));
  });

  app.get('/notifications/channels', (request): Models.ChannelEntityListing => {
    const { user, clientId } = callerOf(request);
    return { entities: channels.of(user.id, clientId).map(channelShape) };
  });

  app.head<{ Params: { id: string } }>('/notifications/channels/:id', (request, reply) => {
    const channel = own(request.params.id, callerOf(request).user);
    return reply.code(channel ? 200 : 404).send();
  });

  const path = '/notifications/channels/:id/subscriptions';

  app.get<{ Params: { id: string } }>(path, (request, reply) => {
    const channel = own(request.params.id, callerOf(request).user);
    if (!channel) return fail(reply, errors.notFound);
    return listing(channel.topics.map((id) => ({ id })));
  });

  app.delete<{ Params: { id: string } }>(path, (request, reply) => {
    const channel = own(request.params.id, callerOf(request).user);
    if (!channel) return fail(reply, errors.notFound);
    channels.subscribe(channel.id, [], 'replace');
    return reply.code(200).send();
  });

  for (const [method, how] of [
    ['POST', 'add'],
    ['PUT', 'replace']
  ] as const) {
    app.route<{
      Params: { id: string };
      Querystring: { ignoreErrors?: string };
      Body: Models.ChannelTopic[] | undefined;
    }>({
      method,
      url: path,
      handler(request, reply) {
        const { user } = callerOf(request);
        const channel = own(request.params.id, user);
        if (!channel) return fail(reply, errors.notFound);
        if (!Array.isArray(request.body)) {
          return fail(reply, invalid('The subscriptions must be a list of topics.'));
        }
        const topics = request.body.map((topic) => String(topic?.id ?? ''));
        const bad = topics.find((topic) => !isTopic(topic));
        if (bad !== undefined) return fail(reply, invalid(`Topic [${bad}] is not valid.`));

        const refusedTopics = new Map(
          topics.flatMap((topic) => {
            const missing = missingFor(world, user, topic);
            return missing ? [[topic, missing] as const] : [];
          })
        );
        const [first] = refusedTopics.values();
        if (first && request.query.ignoreErrors !== 'true') {
          return fail(reply, missingPermission(first));
        }
        const allowed = topics.filter((topic) => !refusedTopics.has(topic));
        if (!channels.subscribe(channel.id, allowed, how)) {
          return fail(reply, invalid(`A channel is limited to ${TOPICS_PER_CHANNEL} topics.`));
        }
        return listing([
          ...channel.topics.map((id) => ({ id, state: 'Permitted' })),
          ...[...refusedTopics].map(([id, permission]) => ({
            id,
            state: 'Rejected',
            rejectionReason: 'Missing permissions',
            missingPermissions: [permission]
          }))
        ]);
      }
    });
  }
}

const listing = (topics: Models.ChannelTopic[]): Models.ChannelTopicEntityListing => ({
  entities: topics.map((topic) => ({
    ...topic,
    selfUri: `/api/v2/notifications/availabletopics/${topic.id}`
  }))
});

const isTopic = (topic: string) =>
  topic.length <= TOPIC_LENGTH && /^v2(\.[\w-]+)+(\?\w+(\.\w+)*(&\w+(\.\w+)*)*)?$/.test(topic);

/** Own topics need nothing, other users' and the detail topics a permission. */
function missingFor(world: World, user: User, topic: string): string | undefined {
  for (const name of namesIn(topic)) {
    const owner = /^v2\.users\.([\w-]+)\./.exec(name)?.[1];
    const needed =
      owner !== undefined && owner !== user.id
        ? /\.conversations/.test(name) && !user.admin
          ? 'conversation:call:admin'
          : permissions.users
        : name.startsWith('v2.detail.events.')
          ? permissions.detailEvents
          : undefined;
    if (needed && !may(world, user.id, needed)) return needed;
  }
  return undefined;
}
