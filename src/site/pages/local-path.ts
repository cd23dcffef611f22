const HERE = 'http://here.invalid';

/** A path on this very site, or `/`: what comes from outside must never send a visitor elsewhere. */
export const localPath = (path: string | undefined): string => {
  if (!path?.startsWith('/') || !URL.canParse(path, HERE)) return '/';
  const url = new URL(path, HERE);
  return url.origin === HERE ? url.pathname + url.search : '/';
};
