import type { ReactElement } from 'react';
import type { Assets } from '#platform/web/assets.ts';
import { Heading, Lead, Section } from '#platform/web/components/index.ts';
import { Page } from '#platform/web/shell/page.tsx';
import { ActGallery } from './acts.tsx';
import { BlockGallery } from './blocks.tsx';
import { EnhancementGallery } from './enhancements.tsx';
import { FieldGallery } from './fields.tsx';
import { ThreadGallery } from './threads.tsx';

export interface GalleryOptions {
  assets: Assets;
  themeHref?: string;
  width?: 'resident' | 'staff';
}

const nav = [
  { label: 'Mijn maandag', href: '/maandag', current: true },
  { label: 'Balie', href: '/balie' },
  { label: 'Meldingen', href: '/meldingen' },
  { label: 'Focuspunten', href: '/focuspunten' },
  { label: 'Wijken', href: '/wijken' },
  { label: 'Monitor', href: '/monitor' },
];

const footerLinks = [
  { label: 'Privacy', href: '/privacy' },
  { label: 'Toegankelijkheid', href: '/toegankelijkheid' },
  { label: 'Broncode', href: '/broncode' },
];

const userMenu = {
  name: 'Samira Verhoeven',
  role: 'wijkregisseur',
  links: [{ label: 'Mijn gegevens', href: '/ik' }],
  signOut: { action: '/uit', label: 'Uitloggen', csrf: 'geheim' },
};

const breadcrumb = [
  { label: 'Begin', href: '/' },
  { label: 'Meerzicht', href: '/wijk/meerzicht' },
  { label: 'Bouwstenen' },
];

const Parts = () => (
  <>
    <Heading level={1}>Alle bouwstenen van Wijkregie</Heading>
    <Lead>Elke bouwsteen staat hier in al zijn standen, zodat wij kunnen zien of zij bij elkaar horen.</Lead>
    <Section id="draad" title="De rode draad">
      <ThreadGallery />
    </Section>
    <Section id="velden" title="Velden">
      <FieldGallery />
    </Section>
    <Section id="handelen" title="Knoppen en berichten">
      <ActGallery />
    </Section>
    <Section id="blokken" title="Blokken en tabellen">
      <BlockGallery />
    </Section>
    <Section id="extra" title="Wat een script erbij doet">
      <EnhancementGallery />
    </Section>
  </>
);

/** Every component in all its states on one page: for tests and for looking at, never served by the product. */
export const galleryPage = ({ assets, themeHref, width = 'staff' }: GalleryOptions): ReactElement => (
  <Page
    lang="nl"
    title="Alle bouwstenen"
    tenantName="Gemeente Zoetermeer"
    themeHref={themeHref}
    assets={assets}
    nav={width === 'staff' ? nav : nav.slice(1, 3)}
    languageLink={{ href: '?taal=en', label: 'English', lang: 'en' }}
    userMenu={width === 'staff' ? userMenu : undefined}
    breadcrumb={breadcrumb}
    width={width}
    footerLinks={footerLinks}
    demoNote="Dit is een demonstratie met verzonnen mensen en meldingen."
    scripts={['wr-map-pin', 'wr-photo-field', 'wr-copy', 'wr-nearby', 'wr-hotkeys']}
    hasErrors
  >
    <Parts />
  </Page>
);
