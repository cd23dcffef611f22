import type { Context } from 'hono';

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** The address at the other end of the socket; empty when there is no socket, as in tests. */
export const socketAddress = (context: Context): string => {
  const environment = context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return environment?.incoming?.socket?.remoteAddress ?? '';
};

/** What proxies add, each in its own way: one of these, and it is a visitor who was let through. */
const PASSED_ON = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-server',
  'x-real-ip',
];

/** Whether a program on this very machine asks, and not a visitor whom a proxy on this machine let through. */
export const isLocalProgram = (context: Context): boolean =>
  LOOPBACK.test(socketAddress(context)) &&
  PASSED_ON.every((header) => context.req.header(header) === undefined);
