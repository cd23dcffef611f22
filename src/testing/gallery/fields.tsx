import {
  Button,
  ButtonRow,
  Checkbox,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  Fieldset,
  FileField,
  FilterBar,
  Form,
  RadioGroup,
  SearchField,
  SearchForm,
  Select,
  Steps,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';

const doors = [
  { value: 'web', label: 'Via de website' },
  { value: 'balie', label: 'Aan de balie', description: 'In het stadhuis of op een wijkpost' },
  { value: 'papier', label: 'Op papier' },
];

const areas = [
  { group: 'Oost', options: [{ value: 'o', label: 'Oosterheem' }] },
  { value: 'm', label: 'Meerzicht' },
];

const yesNo = [
  { value: 'ja', label: 'Ja' },
  { value: 'nee', label: 'Nee' },
];

/** What a hostile visitor types; it must come back as text. */
export const HOSTILE_NAME = '<script>alert("x")</script>';

const Personal = () => (
  <Fieldset legend="Uw gegevens">
    <TextField name="naam" label="Naam" note="niet verplicht" autoComplete="name" value={HOSTILE_NAME} />
    <TextField
      name="mail"
      label="E-mailadres"
      type="email"
      autoComplete="email"
      value="jan.de.vries@voorbeeld"
      description="Wij gebruiken dit alleen om u over deze melding te schrijven."
      error="Vul een e-mailadres in zoals naam@voorbeeld.nl"
    />
    <TextField name="postcode" label="Postcode" width={6} autoComplete="postal-code" />
    <DateField
      lang="nl"
      name="geboren"
      label="Geboortedatum"
      value={{ day: '31', month: '2', year: '1950' }}
      error="31 februari bestaat niet. Vul een andere dag in."
    />
  </Fieldset>
);

const Choices = () => (
  <>
    <Select name="wijk" label="Wijk" emptyLabel="Kies een wijk" options={areas} />
    <Select
      name="categorie"
      label="Onderwerp"
      value="groen"
      options={[{ value: 'groen', label: 'Groen en bomen' }]}
      error="Kies een onderwerp"
    />
    <RadioGroup name="deur" label="Hoe kwam het binnen?" options={doors} value="balie" />
    <RadioGroup name="opgelost" label="Is het opgelost?" inline options={yesNo} error="Kies ja of nee" />
    <CheckboxGroup
      name="antwoord"
      label="Hoe wilt u antwoord?"
      description="U mag er meer kiezen."
      options={doors}
      values={['web']}
    />
    <Checkbox
      name="hulp"
      label="Iemand helpt mij"
      description="Die persoon mag de melding volgen en antwoorden."
    />
    <Checkbox
      name="waar"
      label="Ik heb dit naar waarheid ingevuld"
      error="Zet een vinkje om verder te gaan"
    />
  </>
);

const Search = () => (
  <>
    <FilterBar
      action="/lijst"
      label="Zoek in meldingen"
      submitLabel="Toon"
      reset={{ href: '/lijst', label: 'Alles tonen' }}
    >
      <TextField name="q" label="Woord of code" />
      <Select name="stand" label="Stand" emptyLabel="Alle" options={[{ value: 'open', label: 'Open' }]} />
    </FilterBar>
    <SearchForm action="/zoek" label="Zoek overal">
      <SearchField name="zoek" label="Adres, wijk of onderwerp" submitLabel="Zoek" />
    </SearchForm>
  </>
);

const errors = [
  { fieldId: 'mail', message: 'Vul een e-mailadres in zoals naam@voorbeeld.nl' },
  { fieldId: 'geboren', message: '31 februari bestaat niet. Vul een andere dag in.' },
  { message: 'De melding is nog niet verstuurd.' },
];

/** Every kind of field: empty, filled and wrong. */
export const FieldGallery = () => (
  <>
    <Steps label="Stap 1 van 3" current={1} total={3} />
    <ErrorSummary lang="nl" errors={errors} />
    <Form action="/melden" csrf="geheim" idempotencyKey="0197" multipart>
      <TextArea
        name="tekst"
        label="Wat vertelt u?"
        description="Noem geen namen van andere mensen."
        value="De lamp bij de flat is al weken stuk."
      />
      <TextArea name="leeg" label="Toelichting" error="Vertel in een paar woorden wat er is" rows={2} />
      <Choices />
      <Personal />
      <FileField
        name="foto"
        label="Foto’s"
        note="niet verplicht"
        description="Hoogstens drie."
        accept="image/*"
        multiple
      />
      <ButtonRow>
        <Button>Verder</Button>
        <Button look="subtle">Vorige stap</Button>
      </ButtonRow>
    </Form>
    <Search />
  </>
);
