import type { Models } from 'purecloud-platform-client-v2';
import type { Conversation } from '../conversation';
import type { Outcome } from '../problem';
import { queueById, userById, type Queue, type User } from '../roster';
import type { World } from '../world';

type Text = Record<string, string>;

export function startCall(
  { conversations }: World,
  user: User,
  body: Models.CreateCallRequest
): Outcome<Conversation> {
  const wrong = (field: string, value: unknown, expected: string): Outcome<Conversation> => ({
    ok: false,
    problem: { type: 'invalid', field, value: String(value), expected }
  });
  if (body.callUserId) {
    const target = userById(body.callUserId);
    return target
      ? conversations.callUser(user, target)
      : wrong('callUserId', body.callUserId, 'a user');
  }
  let queue: Queue | undefined;
  if (body.callFromQueueId) {
    queue = queueById(body.callFromQueueId);
    if (!queue) return wrong('callFromQueueId', body.callFromQueueId, 'a queue');
  }
  const phoneNumber = body.phoneNumber?.trim() ?? '';
  const isSip = /^sips?:/i.test(phoneNumber);
  const number = phoneNumber.replace(/^tel:/i, '');
  if (!isSip && !/^\+?[\d\s().*#-]*\d[\d\s().*#-]*$/.test(number)) {
    return wrong('phoneNumber', phoneNumber, 'a phone number or a SIP address');
  }
  return conversations.dial(user, {
    phoneNumber: isSip ? phoneNumber : number.replaceAll(/[^\d+*#]/g, ''),
    attributes: isText(body.attributes) ? body.attributes : {},
    ...(queue && { queue }),
    ...(body.uuiData && { uuiData: body.uuiData })
  });
}

export const isText = (value: unknown): value is Text =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((each) => typeof each === 'string');
