/** One Genesys Cloud conversation, whatever the shapes it was told in. Other rooms only use `id`. */
export interface Conversation {
  readonly id: string;
}
