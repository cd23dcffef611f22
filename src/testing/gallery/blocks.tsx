import {
  Card,
  CardList,
  Columns,
  DefinitionNote,
  EmptyState,
  Heading,
  HonestNumber,
  InlineForm,
  Link,
  LinkButton,
  Pager,
  Paragraph,
  PrintOnly,
  ScreenOnly,
  Sheets,
  StatusBadge,
  SummaryList,
  Table,
} from '#platform/web/components/index.ts';

interface Row {
  id: string;
  what: string;
  area: string;
  days: number;
}

const rows: Row[] = [
  { id: '1', what: 'Kapotte lantaarn bij de Palensteinflats', area: 'Palenstein', days: 2 },
  {
    id: '2',
    what: 'Zwerfafval rond het winkelcentrum en de parkeerplaats daarachter',
    area: 'Meerzicht',
    days: 14,
  },
  { id: '3', what: 'Verzakteputdekselaandeoostkantvandegeluidswal', area: 'Buytenwegh', days: 1204 },
];

const SampleTable = () => (
  <Table
    lang="nl"
    caption="Meldingen die op antwoord wachten"
    rows={rows}
    rowKey={(row) => row.id}
    columns={[
      { key: 'what', header: 'Melding', cell: (row) => <Link href={`/m/${row.id}`}>{row.what}</Link> },
      { key: 'area', header: 'Buurt', cell: (row) => row.area, sort: { href: '?op=buurt' } },
      {
        key: 'state',
        header: 'Stand',
        cell: () => <StatusBadge tone="late">2 werkdagen te laat</StatusBadge>,
      },
      {
        key: 'days',
        header: 'Dagen',
        numeric: true,
        cell: (row) => String(row.days),
        sort: { href: '?op=dagen', direction: 'descending' },
      },
    ]}
  />
);

const cards = rows.map((row) => ({
  key: row.id,
  card: (
    <Card
      title={row.what}
      href={`/m/${row.id}`}
      eyebrow={
        <>
          {row.area} <StatusBadge tone="warning">2e keer terug</StatusBadge>
        </>
      }
      actions={<InlineForm action="/door" label="Zet door" />}
    >
      <Paragraph small>Hier omdat Groen en Verkeer allebei terugzetten.</Paragraph>
    </Card>
  ),
}));

const measured = {
  value: '6,4',
  margin: '± 0,3',
  sample: '412',
  source: 'Omnibusenquête',
  date: 'november 2015',
  definition: { label: 'schoon, heel, veilig, versie 2', href: '/definities/2' },
};

const Memory = () => (
  <>
    <Heading level={3}>Vandaag</Heading>
    <Paragraph>Rondgang om 14.00 uur in Meerzicht.</Paragraph>
    <HonestNumber lang="nl" label="Rapportcijfer leefbaarheid" measured={measured} />
    <HonestNumber lang="nl" label="Schoon, heel, veilig" measured={null} />
    <DefinitionNote term="Focuspunt">een knelpunt of kans die het college vaststelt.</DefinitionNote>
  </>
);

const Answers = () => (
  <SummaryList
    rows={[
      {
        key: 'wat',
        term: 'Wat',
        value: 'De lamp is stuk',
        change: { href: '/melden/1', label: 'Wijzig', about: 'wat u vertelt' },
      },
      { key: 'waar', term: 'Waar', value: 'Palensteinlaan, bij nummer 12' },
    ]}
  />
);

/** Tables, cards, figures and what stands beside them. */
export const BlockGallery = () => (
  <>
    <SampleTable />
    <Pager lang="nl" previousHref="?voor=1" nextHref="?na=3" />
    <Columns asideLabel="Wijkgeheugen van vandaag" aside={<Memory />}>
      <CardList items={cards} label="Te beslissen" />
      <Answers />
      <EmptyState title="Er wacht niets op u" action={<LinkButton href="/nieuw">Noteer iets</LinkButton>}>
        Wat u op straat hoort, zet u hier in één zin neer.
      </EmptyState>
    </Columns>
    <CardList items={cards} layout="grid" />
    <Sheets
      items={[
        { key: '1', content: <Paragraph>Geachte mevrouw, de lamp brandt weer.</Paragraph> },
        { key: '2', content: <Paragraph>Geachte heer, de bank staat er.</Paragraph> },
      ]}
    />
    <PrintOnly>
      <Paragraph>Dit staat alleen op papier.</Paragraph>
    </PrintOnly>
    <ScreenOnly>
      <Paragraph muted>Dit staat alleen op het scherm.</Paragraph>
    </ScreenOnly>
  </>
);
