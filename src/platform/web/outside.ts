import type { Context as HonoContext } from 'hono';
import { visitorOf } from './visitor.ts';

/** What stands between the server and its visitors. */
export interface Outside {
  /** How many proxies before us set X-Forwarded-For, -Proto and -Host; 0 trusts none. */
  readonly trustedProxies: number;
  /** Address of the connecting socket. */
  readonly remoteAddress: (context: HonoContext) => string;
}

/** The address of the visitor, as the outermost trusted proxy saw it. */
export const clientAddress = (context: HonoContext, outside: Outside): string => {
  const forwarded = (context.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const trusted = outside.trustedProxies > 0 ? forwarded.at(-outside.trustedProxies) : undefined;
  return visitorOf(trusted || outside.remoteAddress(context));
};

/** The origin under which the visitor knows us; an invalid one for a host that is none. */
export const ownOrigin = (context: HonoContext, outside: Outside): URL => {
  const trusted = outside.trustedProxies > 0;
  const protocol = (trusted && context.req.header('x-forwarded-proto') === 'https' && 'https') || 'http';
  const host =
    (trusted && context.req.header('x-forwarded-host')) || context.req.header('host') || 'localhost';
  const origin = `${protocol}://${host}`;
  return new URL(URL.canParse(origin) ? origin : 'http://invalid.invalid');
};
