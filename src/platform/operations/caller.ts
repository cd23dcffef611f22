import type { Context } from 'hono';

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** The address at the other end of the socket; empty when there is no socket, as in tests. */
export const socketAddress = (context: Context): string => {
  const environment = context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return environment?.incoming?.socket?.remoteAddress ?? '';
};

/** Whether a program on this very machine asks, and not a visitor whom a proxy on this machine let through. */
export const isLocalProgram = (context: Context): boolean =>
  LOOPBACK.test(socketAddress(context)) &&
  context.req.header('x-forwarded-for') === undefined &&
  context.req.header('forwarded') === undefined;
