import {
  Alert,
  BigCode,
  Button,
  ButtonRow,
  Details,
  InlineForm,
  KeyHint,
  Link,
  LinkButton,
  List,
  Paragraph,
  Quote,
  StatusBadge,
  Tabs,
} from '#platform/web/components/index.ts';

const Messages = () => (
  <>
    <Alert kind="info" title="De wijkpost is vandaag dicht.">
      <Paragraph>
        Bel <Link href="tel:14079">14 079</Link> of kom woensdag langs.
      </Paragraph>
    </Alert>
    <Alert kind="ok" title="Uw melding is ontvangen." announce>
      <Paragraph>De afdeling Groen kijkt ernaar. U hoort uiterlijk dinsdag 12 mei iets.</Paragraph>
    </Alert>
    <Alert kind="warning" title="Deze melding heeft nog geen datum.">
      <Paragraph>Geef vandaag een datum, of zeg wanneer de melder iets hoort.</Paragraph>
    </Alert>
    <Alert kind="error" title="Het opslaan is niet gelukt." announce>
      <Paragraph>Wat u typte staat er nog. Probeer het opnieuw.</Paragraph>
    </Alert>
  </>
);

const Buttons = () => (
  <ButtonRow>
    <Button form="nergens">Verstuur</Button>
    <LinkButton href="/volgende" look="secondary">
      Bekijk de kaart
    </LinkButton>
    <LinkButton href="/weg" look="danger">
      Trek melding in
    </LinkButton>
    <LinkButton href="/niet" look="subtle">
      Nu niet
    </LinkButton>
    <InlineForm
      action="/ook-namens"
      label={
        <>
          Ook namens mevrouw<KeyHint>M</KeyHint>
        </>
      }
      hotkey="m"
    />
  </ButtonRow>
);

const Badges = () => (
  <ButtonRow>
    <StatusBadge tone="neutral">ontvangen</StatusBadge>
    <StatusBadge tone="active">gepland</StatusBadge>
    <StatusBadge tone="ok">klaar</StatusBadge>
    <StatusBadge tone="warning">terug naar balie</StatusBadge>
    <StatusBadge tone="late">3 werkdagen te laat</StatusBadge>
  </ButtonRow>
);

const tabs = [
  { href: '?s=open', label: 'Open', current: true, count: '12' },
  { href: '?s=klaar', label: 'Klaar', count: '312' },
];

const links = [
  { key: 'a', content: <Link href="/a">Alle meldingen van deze straat</Link> },
  {
    key: 'b',
    content: (
      <Link href="/b" lang="en">
        Report in English
      </Link>
    ),
  },
];

/** Buttons, messages and small marks. */
export const ActGallery = () => (
  <>
    <Buttons />
    <Messages />
    <Badges />
    <Tabs label="Meldingen naar stand" items={tabs} />
    <BigCode label="Uw code" groups={['K7QM', '2XPD', '9FTA']} />
    <Quote by="Melder uit Palenstein, aan de balie">
      Het pad langs de flats is ’s avonds pikkedonker. Ik loop er niet meer.
    </Quote>
    <Details summary="Waarom vragen wij dit?">
      <Paragraph>Zonder plek weten wij niet wie moet komen.</Paragraph>
    </Details>
    <List plain items={links} />
    <List
      ordered
      items={[
        { key: 'a', content: 'Eerst luisteren' },
        { key: 'b', content: 'Dan beloven' },
      ]}
    />
  </>
);
