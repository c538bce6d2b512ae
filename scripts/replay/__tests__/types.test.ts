import { cases } from '../../../force-app/main/core/lwc/interaction/__tests__/data/stories';
import { shapes } from '../../../force-app/main/core/lwc/interaction/__tests__/data/shapes';
import type { ShapeName } from '../../../force-app/main/core/lwc/interaction/__tests__/data/shapes';
import { ANA } from '../../../force-app/main/core/lwc/interaction/__tests__/data/story';
import { assumedShape } from '../taskFields';
import { replay } from '../replay';

/** What a recording can't know: the panel's notes, records, settings and names asked for by id. */
const ASKED_ELSEWHERE =
  /^(Salesforce\.InteractionLogNotes|.*\.Transcript|Salesforce\.ExternalRoutedWorkItem|Salesforce\.WrapUpCode|Participant\.Policy)$/;

/** The Task's Type by spec, worked out by hand for each story of the fixture. */
const TASK_TYPE: Record<string, string> = {
  call: 'Call',
  callback: 'Call',
  dialing: 'Call',
  voicemail: 'Voicemail',
  chat: 'Chat',
  email: 'Email',
  message: 'Message'
};

const known = (attributes: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attributes).filter(
      ([name, value]) => value !== undefined && !ASKED_ELSEWHERE.test(name)
    )
  );

describe.each(cases)('$story.title', ({ story, expected, except }) => {
  it.each(Object.keys(shapes) as ShapeName[])('recorded in shape %s', async (shape) => {
    const item: unknown = JSON.parse(JSON.stringify(shapes[shape](story)));
    const { tasks, skipped } = await replay([item], {
      userId: ANA,
      mappings: [],
      shape: assumedShape([]),
      locale: 'en-US',
      timeZone: 'UTC',
      region: 'mypurecloud.com'
    });
    expect(skipped).toEqual([]);
    expect(tasks).toHaveLength(1);
    const told = { ...expected, ...except?.[shape] };
    expect(known(tasks[0]!.attributes)).toEqual(known(told));

    const { fields } = tasks[0]!;
    const isWeb = story.parties.some(({ messageType }) => messageType === 'webmessaging');
    expect(fields['Type']).toBe(isWeb ? 'Chat' : TASK_TYPE[story.type]);
    expect(fields['CallObject']).toBe(story.id);
    expect(fields['CallDurationInSeconds']).toBe(told['Salesforce.CallDuration']);
    const decisive =
      story.parties.find(({ purpose }) => purpose === 'customer') ??
      story.parties.find(({ id }) => id === story.leg);
    expect(fields['CallType']).toBe(decisive?.direction === 'outbound' ? 'Outbound' : 'Inbound');
  });
});
