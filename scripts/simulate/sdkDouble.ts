interface HttpRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  params?: Record<string, string>;
  data?: unknown;
}
interface HttpClient {
  request(request: HttpRequest): Promise<{ status: number; data: unknown }>;
}

/** `getConversationsCall` and the like → method and path; those a tab of the simulation calls. */
const routes: Record<string, (...input: string[]) => [method: string, path: string]> = {
  getUsersMe: () => ['GET', 'users/me'],
  getDate: () => ['GET', 'date'],
  getConversations: () => ['GET', 'conversations'],
  getConversation: (id) => ['GET', `conversations/${id}`],
  getConversationsCall: (id) => ['GET', `conversations/calls/${id}`],
  getConversationsCallback: (id) => ['GET', `conversations/callbacks/${id}`],
  getConversationsEmail: (id) => ['GET', `conversations/emails/${id}`],
  getConversationsMessage: (id) => ['GET', `conversations/messages/${id}`],
  postNotificationsChannels: () => ['POST', 'notifications/channels'],
  putNotificationsChannelSubscriptions: (id) => [
    'PUT',
    `notifications/channels/${id}/subscriptions`
  ],
  postAnalyticsConversationsDetailsQuery: () => ['POST', 'analytics/conversations/details/query'],
  getConversationParticipantWrapupcodes: (id, participant) => [
    'GET',
    `conversations/${id}/participants/${participant}/wrapupcodes`
  ],
  getRoutingQueuesMe: () => ['GET', 'routing/queues/me'],
  getPresencedefinitions: () => ['GET', 'presencedefinitions'],
  deleteTokensMe: () => ['DELETE', 'tokens/me']
};

/** The last argument that is a body. */
const bodyOf = (method: string, input: unknown[]): unknown =>
  method === 'GET' ? undefined : input.find((each) => typeof each === 'object');

/**
 * The vendor's SDK as far as the adapter calls it: a tenth of its time, and `now` for its clock. The
 * HTTP client below it, with its repeats and its rate budget, is the adapter's own.
 */
export function sdkDouble(now: () => number): unknown {
  class ApiClient {
    config = { environment: 'mypurecloud.com', authUrl: '', getConfUrl: () => base };
    http: HttpClient | undefined;
    token = '';
    verifiers = 0;
    setEnvironment(): void {}
    setReturnExtendedResponses(): void {}
    setHttpClient(client: HttpClient): void {
      this.http = client;
    }
    setAccessToken(token: string): void {
      this.token = token;
    }
    clearAuthData(): void {
      this.token = '';
    }
    generatePKCECodeVerifier(): string {
      return `verifier-${(this.verifiers += 1)}`;
    }
    async computePKCECodeChallenge(verifier: string): Promise<string> {
      return `challenge of ${verifier}`;
    }
    async authorizePKCEGrant(): Promise<{ accessToken: string; tokenExpiryTime: number }> {
      const { data } = await this.call('POST', '/oauth/token', undefined);
      const { access_token: accessToken, expires_in: seconds } = data as {
        access_token: string;
        expires_in: number;
      };
      return { accessToken, tokenExpiryTime: now() + seconds * 1_000 };
    }
    call(method: string, path: string, data: unknown): Promise<{ status: number; data: unknown }> {
      const headers = { Authorization: `Bearer ${this.token}` };
      return this.http!.request({ url: `${base}${path}`, method, headers, data });
    }
  }

  class Api {
    constructor(client: ApiClient) {
      for (const [operation, route] of Object.entries(routes)) {
        Object.assign(this, {
          async [operation](...input: unknown[]) {
            const [method, path] = route(...(input as string[]));
            const answer = await client.call(method, `/api/v2/${path}`, bodyOf(method, input));
            return { status: answer.status, body: answer.data };
          }
        });
      }
    }
  }

  const apis = names.map((name) => [name, Api]);
  return { ApiClient, AbstractHttpClient: class {}, ...Object.fromEntries(apis) };
}

/** The adapter makes one of each; every one of ours knows all routes. */
const names = [
  'ConversationsApi',
  'NotificationsApi',
  'OutboundApi',
  'PresenceApi',
  'RecordingApi',
  'RoutingApi',
  'TokensApi',
  'UsersApi',
  'UtilitiesApi'
];
const base = 'https://api.mypurecloud.com';
