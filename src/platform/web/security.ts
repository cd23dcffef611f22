import type { TenantFacts } from './request.ts';

/** Headers that each answer carries. Nothing inline: scripts, styles and images come from ourselves (or the tenant's tile hosts). */
export const securityHeaders = (tenant: TenantFacts | null, https: boolean): Record<string, string> => {
  const tiles = (tenant?.tileHosts ?? []).map((host) => ` https://${host}`).join('');
  const headers: Record<string, string> = {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      `img-src 'self' data: blob:${tiles}`,
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
  if (https) headers['strict-transport-security'] = 'max-age=31536000; includeSubDomains';
  return headers;
};

/**
 * Whether a request that changes something was sent by a page of this very site. Browsers tell where a request
 * comes from by `Sec-Fetch-Site` or `Origin`; a client that sends neither (an old browser, a script without a
 * browser's cookies) cannot be used against a visitor, for our cookies are SameSite.
 */
export const sentByOwnPage = (request: Request, ownOrigin: string): boolean => {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (origin) return origin === ownOrigin;
  return true;
};
