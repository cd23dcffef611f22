/** What of a signaal a column can tell. Names, addresses and numbers of people are not among it: they are not taken over. */
export const FIELDS = [
  'ref',
  'received',
  'ended',
  'status',
  'category',
  'theme',
  'text',
  'street',
  'note',
  'lat',
  'lon',
  'place',
  'area',
  'channel',
] as const;

export type Field = (typeof FIELDS)[number];

/**
 * The names under which other systems know a field, the likeliest first; written without signs and in small letters.
 * Signalen, Fixi, MOR, Open311, the portals of New York and Socrata, and what people type above a column.
 */
export const NAMES: Readonly<Record<Field, string>> = {
  ref:
    'id meldingnummer meldingsnummer melding_id meldingid nummer zaaknummer signaalid sia_id id_display _display ' +
    'service_request_id unique_key kenmerk ticketnummer casenummer volgnummer uuid referentie key nr',
  received:
    'created_at aangemaakt aanmaakdatum meldingsdatum melddatum datum_melding datum_gemeld gemeld_op datum_aangemaakt ' +
    'datumtijd_melding incident_date_start requested_datetime created_date created registratiedatum ingediend_op ' +
    'ontvangen ontvangen_op gemeld datum_ontvangst begindatum datum_creatie tijdstip datum date',
  ended:
    'resolved_date closed_date afgehandeld_op datum_afgehandeld afhandeldatum datum_afgerond afgerond_op gereed_op ' +
    'gereeddatum incident_date_end closed_at resolved_at afgesloten_op datum_gesloten einddatum datum_gereed klaar_op klaar afgehandeld',
  status:
    'status status.state status.state_display state toestand fase meldingstatus status_omschrijving status_name',
  category:
    'subcategory subcategorie category.sub sub_category subcategorie_naam subcategory_slug category.sub_slug sub_slug ' +
    'onderwerp service_name categorie category complaint_type soort meldingsoort probleem rubriek service_code type',
  theme:
    'hoofdcategorie category.main main_category hoofdrubriek hoofdgroep category categorie thema category_slug ' +
    'category.main_slug main_slug group groep',
  text:
    'text tekst omschrijving melding description descriptor toelichting melding_tekst bericht meldingstekst ' +
    'omschrijving_melding extra_properties.text opmerking inhoud beschrijving',
  street:
    'straat straatnaam location.address.openbare_ruimte openbare_ruimte street_name street adres address ' +
    'incident_address location.address_text locatie_adres weg',
  note: 'location_type locatieomschrijving plaatsaanduiding plek_omschrijving locatie_toelichting location_description',
  lat: 'lat latitude breedtegraad y_wgs84 location.lat geo_lat y_coordinaat y rd_y ycoord',
  lon: 'lon lng long longitude lengtegraad x_wgs84 location.lng location.lon geo_lon x_coordinaat x rd_x xcoord',
  place:
    'geometry.coordinates location.geometrie.coordinates location.coordinates geometrie.coordinates geometrie geometry ' +
    'location locatie coordinaten coordinates geo_point geopoint punt wkt geom',
  area:
    'wijk buurt wijknaam buurtnaam area location.area_name location.buurt_code buurtcode wijkcode stadsdeel district ' +
    'gebied borough neighborhood community_board',
  channel: 'kanaal source bron channel open_data_channel_type melder_kanaal ingang meldkanaal invoerkanaal',
};
