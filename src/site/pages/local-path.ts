const HERE = 'http://here.invalid';

/** A path on this very site, or `/`: what comes from outside must never send a visitor elsewhere. */
export const localPath = (path: string | undefined): string => {
  if (!path?.startsWith('/') || !URL.canParse(path, HERE)) return '/';
  const url = new URL(path, HERE);
  // Dots are taken out while reading: of "/.//host" the path is "//host", which a browser takes for a host.
  return url.origin === HERE && !url.pathname.startsWith('//') ? url.pathname + url.search : '/';
};
