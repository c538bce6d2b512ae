import { hasEnded, messageIdsOf } from 'c/interaction';
import type { Conversation, Interaction, Media } from 'c/interaction';
import type { Mapping } from 'c/taskDraft';
import type { Followed, Source, TextSource, Transcripts, TranscriptsOptions } from 'c/transcript';
import type { Enrichment } from './enrichment';

/** Builds the keeper of transcripts; the session says where texts come from and whom to tell. */
export type CreateTranscripts = (
  options: Pick<TranscriptsOptions, 'source' | 'onRecord' | 'onRefused'>
) => Transcripts;

export interface KeptTranscriptsOptions {
  create: CreateTranscripts;
  source: TextSource;
  user: { id: string; name: string };
  /** The id of a leg's transcript is known now. */
  onRecord(key: string): void;
  /** Salesforce does not take it; `why` are its words. */
  onRefused(key: string, why: string): void;
}

/** The transcripts of the agent's legs, while this tab writes and a mapping asks for them. */
export function keptTranscripts(options: KeptTranscriptsOptions): Enrichment {
  const { create, source, user, onRecord, onRefused } = options;
  const keeper = create({ source, onRecord, onRefused });
  let wanted: ReadonlySet<Source> = new Set();

  return {
    setOrg({ mappings }): void {
      wanted = transcriptsAskedFor(mappings);
    },
    setWriter(isWriter): void {
      if (isWriter) keeper.start();
      else keeper.stop();
    },
    context(key) {
      const transcriptId = keeper.recordId(key);
      return transcriptId === undefined ? undefined : { transcriptId };
    },
    heard(conversation, interaction): void {
      const leg = followedLeg(conversation, interaction, wanted, user);
      if (leg) keeper.follow(leg);
    },
    resume: () => keeper.resume(),
    retry: () => keeper.retry(),
    forget: (conversationId) => keeper.forget(conversationId),
    stop: () => keeper.stop()
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
  const ended = hasEnded(interaction);
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
