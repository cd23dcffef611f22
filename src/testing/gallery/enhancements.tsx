import {
  Button,
  CopyButton,
  FileField,
  Form,
  Hotkeys,
  InlineForm,
  KeyHint,
  MapPin,
  Nearby,
  Paragraph,
  PhotoField,
  TextField,
} from '#platform/web/components/index.ts';

/** Invented outlines, answered at `/gallery-areas.json`. */
export const galleryAreas = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: 'Meerzicht' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [4.46, 52.05],
            [4.49, 52.05],
            [4.49, 52.07],
            [4.46, 52.07],
            [4.46, 52.05],
          ],
        ],
      },
    },
  ],
};

const Place = () => (
  <Form action="/gallery-sent" idempotencyKey="plek">
    <TextField name="straat" label="Straat" />
    <Nearby href="/gallery-nearby" fields={['straat']}>
      <Paragraph muted>Hier staat wat er al bekend is in deze straat.</Paragraph>
    </Nearby>
    <TextField name="lat" label="Breedte" width={10} inputMode="decimal" />
    <TextField name="lon" label="Lengte" width={10} inputMode="decimal" />
    <MapPin lang="nl" latId="lat" lonId="lon" areasHref="/gallery-areas.json" />
    <PhotoField lang="nl" max={3}>
      <FileField name="fotos" label="Foto’s van de plek" accept="image/*" multiple />
    </PhotoField>
    <Button>Verstuur de plek</Button>
  </Form>
);

/** What the custom elements add. */
export const EnhancementGallery = () => (
  <>
    <Place />
    <Paragraph>
      K7QM 2XPD 9FTA <CopyButton lang="nl" text="K7QM 2XPD 9FTA" />
    </Paragraph>
    <Hotkeys>
      <InlineForm
        action="/gallery-key"
        hotkey="g"
        label={
          <>
            Gedaan<KeyHint>G</KeyHint>
          </>
        }
      />
    </Hotkeys>
  </>
);
