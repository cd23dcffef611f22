import { Heading, RedThread, type Station } from '#platform/web/components/index.ts';

const whole: Station[] = [
  {
    key: 'gehoord',
    name: 'Gehoord',
    state: 'done',
    date: 'ma 4 mei 2026',
    href: '/m/1',
    note: 'aan de balie',
  },
  { key: 'belegd', name: 'Belegd', state: 'done', date: 'di 5 mei 2026', href: '/m/1#belegd', note: 'Groen' },
  { key: 'knelpunt', name: 'Knelpunt', state: 'done', date: 'vr 29 mei 2026', href: '/knelpunten/3' },
  {
    key: 'focuspunt',
    name: 'Focuspunt',
    state: 'current',
    date: 'wo 10 juni 2026',
    href: '/focuspunten/7',
    note: 'wacht op college',
  },
  { key: 'plan', name: 'Plan', state: 'skipped', note: 'niet nodig' },
  { key: 'effect', name: 'Effect', state: 'ahead', note: 'meting in november' },
  { key: 'raad', name: 'Raad', state: 'ahead' },
  { key: 'terug', name: 'Teruggekoppeld', state: 'ahead' },
];

const resident: Station[] = [
  { key: 'ontvangen', name: 'Ontvangen', state: 'done', date: 'maandag 4 mei 2026' },
  {
    key: 'bekeken',
    name: 'Bekeken',
    state: 'done',
    date: 'dinsdag 5 mei 2026',
    note: 'door de afdeling Groen',
  },
  { key: 'gepland', name: 'Gepland', state: 'current', note: 'Wij komen uiterlijk dinsdag 12 mei 2026' },
  { key: 'klaar', name: 'Klaar', state: 'ahead' },
];

const finished = resident.map((station): Station => ({ ...station, state: 'done', date: 'di 12 mei 2026' }));

/** The thread whole, short, finished, and down the side. */
export const ThreadGallery = () => (
  <>
    <RedThread lang="nl" label="De rode draad van deze melding" stations={whole} />
    <Heading level={3}>Voor de melder</Heading>
    <RedThread lang="nl" label="Uw melding" stations={resident} />
    <Heading level={3}>Klaar</Heading>
    <RedThread lang="nl" label="Een melding die klaar is" stations={finished} />
    <Heading level={3}>Langs de kant</Heading>
    <RedThread lang="nl" label="De rode draad, staand" stations={whole} orientation="vertical" />
  </>
);
