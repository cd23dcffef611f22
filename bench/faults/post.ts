import { startMailServer } from '#testing/smtp.ts';

/** A mail server of the harness itself: it outlives every kill, and knows what really left. */
export interface Post {
  /** What the program is told of it. */
  readonly settings: Readonly<Record<string, string>>;
  /** How often each message arrived, by its id. */
  readonly arrived: () => ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
}

const MESSAGE_ID = /^Message-ID:\s*<([^@>]+)@/im;

/** Opens a post office that takes everything. */
export const openPost = async (): Promise<Post> => {
  const server = await startMailServer();
  return {
    settings: { MAIL_URL: server.url, MAIL_FROM: 'Gemeente <wijkregie@voorbeeld.test>' },
    arrived: () => {
      const times = new Map<string, number>();
      for (const { raw } of server.received) {
        const id = MESSAGE_ID.exec(raw)?.[1] ?? 'without an id';
        times.set(id, (times.get(id) ?? 0) + 1);
      }
      return times;
    },
    close: server.close,
  };
};
