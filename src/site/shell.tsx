import { NOTICES } from '#people/index.ts';
import type { Assets } from '#platform/web/assets.ts';
import { Link } from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { UserMenu } from '#platform/web/shell/header-footer.tsx';
import { Page, renderPage } from '#platform/web/shell/page.tsx';
import type { FindText } from './find-text.ts';
import { currentPlace, type Navigation } from './navigation.ts';
import { siteTexts } from './texts.ts';

interface Shell {
  readonly assets: Assets;
  readonly findText: FindText;
  readonly placesFor: Navigation;
}

/** Where the form behind "Uitloggen" goes. */
const SIGN_OUT = '/afmelden';

/** A whole page: the municipality's name, the menu of this person, the content and the footer. */
export const shellPage =
  (shell: Shell) =>
  async (rq: Rq, content: PageContent): Promise<Response> => {
    const t = rq.texts(siteTexts);
    const places = shell.placesFor(rq).filter(({ inBar }) => inBar || !rq.signedIn);
    const current = currentPlace(places, content.current ?? rq.url.pathname);
    const html = renderPage(
      <Page
        lang={rq.lang}
        title={content.title}
        tenantName={rq.tenant.name}
        themeHref={rq.tenant.themeHref ?? undefined}
        assets={shell.assets}
        width={content.width ?? 'resident'}
        nav={places.map(({ href, text }) => ({ href, label: t(text), current: href === current }))}
        languageLink={languageLink(rq)}
        userMenu={userMenu(shell, rq)}
        footerLinks={footerLinks(rq)}
        demoNote={rq.tenant.demo ? <DemoNote rq={rq} /> : null}
        scripts={content.scripts ?? []}
        feeds={content.feeds ?? []}
        hasErrors={content.hasErrors ?? false}
      >
        {content.body}
      </Page>,
    );
    return new Response(html, {
      status: content.status ?? 200,
      headers: { 'content-type': 'text/html; charset=utf-8', vary: 'cookie' },
    });
  };

const DemoNote = ({ rq }: { rq: Rq }) => {
  const t = rq.texts(siteTexts);
  return (
    <>
      {t('shell.demo')} <Link href="/demo">{t('shell.demoPeople')}</Link>
      {' · '}
      <Link href="/rondleiding">{t('shell.tour')}</Link>
      {' · '}
      <Link href="/demo/post">{t('shell.demoPost')}</Link>
    </>
  );
};

/** The other language of the municipality, coming back to this very page. */
const languageLink = (rq: Rq) => {
  const other = rq.tenant.languages.find((lang) => lang !== rq.lang);
  if (!other) return undefined;
  const back = rq.request.method === 'GET' ? rq.url.pathname + rq.url.search : '/';
  return {
    href: `/taal/${other}?terug=${encodeURIComponent(back)}`,
    label: rq.texts(siteTexts)('shell.language'),
    lang: other,
  };
};

const userMenu = ({ findText }: Shell, rq: Rq): UserMenu | undefined => {
  if (!rq.signedIn) return undefined;
  const t = rq.texts(siteTexts);
  return {
    name: rq.signedIn.name,
    role: rolesInWords(findText, rq),
    links: [{ href: NOTICES, label: t('shell.notices') }],
    signOut: { action: SIGN_OUT, label: t('shell.signOut'), csrf: rq.csrf },
  };
};

/** The roles of today by their names; the codes themselves when no room names them. */
export const roleNames = (findText: FindText, rq: Rq): string[] => [
  ...new Set(rq.principal.holdings.map(({ role }) => findText(rq, `role.${role}`) ?? role)),
];

const rolesInWords = (findText: FindText, rq: Rq): string => {
  const [first = '', ...others] = roleNames(findText, rq);
  if (others.length === 0) return first;
  return rq.texts(siteTexts)('shell.moreRoles', { role: first, count: others.length });
};

const footerLinks = (rq: Rq) => {
  const t = rq.texts(siteTexts);
  const links = [
    { href: '/privacy', label: t('shell.privacy') },
    { href: '/toegankelijkheid', label: t('shell.accessibility') },
    { href: '/open-data', label: t('shell.openData') },
    { href: '/broncode', label: t('shell.source') },
  ];
  return rq.signedIn ? links : [...links, { href: '/aanmelden', label: t('shell.signIn') }];
};
