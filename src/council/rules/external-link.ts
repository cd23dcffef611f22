/** A link to a document elsewhere: only http and https; null for anything else, such as `javascript:`. */
export const externalLink = (text: string): { readonly href: string; readonly host: string } | null => {
  if (!URL.canParse(text)) return null;
  const { protocol, href, host, username, password } = new URL(text);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && host !== '' && username === '' && password === '' ? { href, host } : null;
};
