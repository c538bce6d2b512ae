import { messageIdsOf } from 'c/interaction';
import type { Conversation, Interaction, Media } from 'c/interaction';
import type { Mapping } from 'c/taskDraft';
import type { Followed, Source, TextSource, Transcripts, TranscriptsOptions } from 'c/transcript';
import { isFinished } from './rows';
import type { SoftphoneView } from './view';

/** Builds the keeper of transcripts; the session says where texts come from and whom to tell. */
export type CreateTranscripts = (
  options: Pick<TranscriptsOptions, 'source' | 'onRecord' | 'onRefused'>
) => Transcripts;

export interface KeptTranscriptsOptions {
  /** Absent: no transcripts are kept. */
  create: CreateTranscripts | undefined;
  user(): { id: string; name: string } | undefined;
  /** The id of a leg's transcript is known now. */
  onRecord(key: string): void;
  /** Salesforce does not take it; `why` are its words. */
  onRefused(key: string, why: string): void;
}

/** The transcripts of the agent's legs, while this tab writes and a mapping asks for them. */
export function keptTranscripts({ create, user, onRecord, onRefused }: KeptTranscriptsOptions) {
  let keeper: Transcripts | undefined;
  let wanted: ReadonlySet<Source> = new Set();
  let isWriter = false;

  return {
    setMappings(mappings: readonly Mapping[]): void {
      wanted = transcriptsAskedFor(mappings);
    },
    connect(source: TextSource): void {
      keeper?.stop();
      keeper = create?.({ source, onRecord, onRefused });
      if (isWriter) keeper?.start();
    },
    /** @returns whether everything has to be followed anew */
    setWriter(writer: SoftphoneView['writer']): boolean {
      const was = isWriter;
      isWriter = writer !== 'other_tab';
      if (isWriter === was) return false;
      if (isWriter) keeper?.start();
      else keeper?.stop();
      return isWriter && wanted.size > 0;
    },
    follow(conversation: Conversation, interaction: Interaction): void {
      const agent = user();
      const leg = agent && keeper && followedLeg(conversation, interaction, wanted, agent);
      if (leg) keeper?.follow(leg);
    },
    recordId: (key: string): string | undefined => keeper?.recordId(key),
    resume: (): void => keeper?.resume(),
    retry: (): void => keeper?.retry(),
    forget: (conversationId: string): void => keeper?.forget(conversationId),
    /** The agent leaves: what this tab knows is forgotten. */
    stop(): void {
      isWriter = false;
      keeper?.stop();
    }
  };
}

/** Attributes whose value is the id of a transcript, and what has to be read for them. */
const ATTRIBUTES: Readonly<Record<string, readonly Source[]>> = {
  'Interaction.Transcript': ['messages', 'recordings', 'emails'],
  'Chat.Transcript': ['recordings']
};

const SOURCES: Partial<Record<Media, Source>> = {
  message: 'messages',
  chat: 'recordings',
  email: 'emails'
};

/**
 * What transcripts the admin asked for. What a customer wrote is put into Salesforce only when a
 * mapping says so; see docs/decisions/007-transcripts.md.
 */
function transcriptsAskedFor(mappings: readonly Mapping[]): ReadonlySet<Source> {
  return new Set(
    mappings.flatMap(({ active, attribute }) =>
      active && Object.hasOwn(ATTRIBUTES, attribute) ? (ATTRIBUTES[attribute] ?? []) : []
    )
  );
}

/** What there is to read of a leg by now; undefined: no transcript of it is wanted. */
function followedLeg(
  conversation: Conversation,
  interaction: Interaction,
  wanted: ReadonlySet<Source>,
  user: { id: string; name: string }
): Followed | undefined {
  const { key, conversationId, isLeg, isSupervisor, media, peers } = interaction;
  const source = SOURCES[media];
  if (!source || !wanted.has(source) || !isLeg || isSupervisor) return undefined;
  const ended = isFinished(interaction);
  const customer = peers.find(({ purpose }) => purpose === 'customer' || purpose === 'external');
  const users = peers.flatMap(({ userId, name }) => (userId && name ? [[userId, name]] : []));
  return {
    key,
    conversationId,
    source,
    tokens: source === 'messages' ? messageIdsOf(conversation) : moments(source, key, ended),
    ended,
    parties: {
      // Guests of web messaging have a name in the conversation, if they gave one.
      customer: customer?.name ?? interaction.remoteName ?? interaction.remoteAddress,
      users: Object.fromEntries([...users, [user.id, user.name]]) as Record<string, string>
    }
  };
}

/** Recordings are made after the end; emails are read when the agent has one, and what was sent. */
function moments(source: Source, key: string, ended: boolean): string[] {
  const after = `${key} ended`;
  if (source === 'recordings') return ended ? [after] : [];
  return ended ? [key, after] : [key];
}
