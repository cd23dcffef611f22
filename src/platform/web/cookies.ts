/** Reads a Cookie header; of a repeated name the first counts. */
export const readCookies = (header: string | null): Map<string, string> => {
  const cookies = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at < 1) continue;
    const name = part.slice(0, at).trim();
    if (!cookies.has(name)) cookies.set(name, part.slice(at + 1).trim());
  }
  return cookies;
};

interface CookieOptions {
  /** Seconds; absent means until the browser closes, 0 removes the cookie. */
  readonly maxAge?: number;
  readonly https: boolean;
}

/** Name of a cookie: bound to the host on https, which plain http does not allow. */
export const cookieName = (name: string, https: boolean): string => (https ? `__Host-${name}` : name);

/** A Set-Cookie header: out of reach of scripts, never sent from another site's form. */
export const setCookie = (name: string, value: string, options: CookieOptions): string =>
  [
    `${cookieName(name, options.https)}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(options.https ? ['Secure'] : []),
    ...(options.maxAge === undefined ? [] : [`Max-Age=${options.maxAge}`]),
  ].join('; ');
