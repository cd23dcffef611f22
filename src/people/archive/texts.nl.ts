import type { ArchiveError } from './errors.ts';
import type { ListState } from './states.ts';

// A refusal or a state without words does not compile.
type Needed = Record<`error.${ArchiveError}` | `list.state.${ListState}`, string>;

export const nl = {
  'archive.title': 'Bewaren en vernietigen',
  'archive.lead':
    'Wat een gemeente bewaart, gaat na een vast aantal jaren weg of blijft voor altijd. Twee mensen keuren elke vernietigingslijst goed. Daarna vernietigt het systeem, en de verklaring blijft.',
  'archive.lists': 'Vernietigingslijsten',
  'archive.lists.none': 'Er is nog geen vernietigingslijst',
  'archive.lists.none.text': 'Maak een lijst om te zien van welke stukken de bewaartermijn voorbij is.',
  'archive.draw': 'Maak een vernietigingslijst van vandaag',
  'archive.draw.open': 'Er loopt een lijst. Een nieuwe kan als die is uitgevoerd of ingetrokken.',
  'archive.classes': 'Hoe lang wij wat bewaren',
  'archive.classes.lead':
    'Volgens de Selectielijst gemeenten en intergemeentelijke organen 2020. De jaren zijn een instelling van uw gemeente.',
  'archive.settings': 'Wijzig de bewaartermijnen bij de instellingen',
  'archive.permanent.how':
    'Wat voor altijd blijft, gaat mee in de export van de gemeente, en zo naar het archief.',
  'class.name': 'Stukken',
  'class.result': 'Resultaat in de selectielijst',
  'class.own': 'eigen regel',
  'class.years': 'Bewaren',
  'class.years.value': '{years} jaar',
  'class.permanent': 'voor altijd',
  'class.start': 'De termijn begint',

  'list.title': 'Vernietigingslijst {number}',
  'list.number': 'Lijst',
  'list.reference': 'Peildatum',
  'list.state': 'Hoe staat het ermee',
  'list.state.drawn_up': 'wacht op de eerste goedkeuring',
  'list.state.approved_once': 'wacht op de tweede goedkeuring',
  'list.state.approved': 'goedgekeurd, wordt vernietigd',
  'list.state.executed': 'vernietigd',
  'list.state.cancelled': 'ingetrokken',
  'list.step.approve_first': 'de eerste keurt goed',
  'list.step.approve_second': 'de tweede keurt goed',
  'list.step.execute': 'vernietigen',
  'list.step.cancel': 'intrekken',
  'list.next': 'Wat er nu kan',
  'list.drawn': 'Gemaakt',
  'list.first': 'Eerste goedkeuring',
  'list.second': 'Tweede goedkeuring',
  'list.cancelled': 'Ingetrokken',
  'list.executed': 'Vernietigd',
  'list.by': '{name}, {moment}',
  'list.nobody': 'nog niemand',
  'list.counts': 'Wat er op de lijst staat',
  'list.lines': 'De stukken één voor één',
  'list.download': 'Download de hele lijst (CSV)',
  'list.certificate': 'Bekijk de verklaring van vernietiging',
  'list.again': 'Nog bezig. Ververs deze bladzijde om te zien hoe ver het is.',
  'line.label': 'Nummer of naam',
  'line.class': 'Stukken',
  'line.started': 'Termijn begon',
  'line.until': 'Bewaren tot en met',
  'line.state': 'Wat ermee gebeurt',
  'line.state.listed': 'staat op de lijst',
  'line.state.kept': 'blijft tot en met {day}: {reason}',
  'line.state.destroyed': 'vernietigd',
  'line.state.skipped': 'overgeslagen: was weer in behandeling',
  'line.keep': 'Haal van de lijst',
  'count.listed': 'Op de lijst',
  'count.destroyed': 'Vernietigd',
  'count.kept': 'Van de lijst gehaald',
  'count.skipped': 'Overgeslagen',
  'count.period': 'Termijn begon tussen',
  'count.period.value': '{first} en {last}',

  'approve.title': 'Goedkeuren',
  'approve.first': 'U bent de eerste van twee. Na u kijkt iemand anders. Er wordt nog niets vernietigd.',
  'approve.second':
    'U bent de tweede. Na uw goedkeuring begint het vernietigen binnen vijf minuten. Dat kan niet terug.',
  'approve.yourself': 'U keurde deze lijst al goed. De tweede goedkeuring is aan iemand anders.',
  'approve.looked': 'Ik heb de lijst bekeken en er hoeft niets meer af',
  'approve.button.first': 'Keur goed als eerste',
  'approve.button.second': 'Keur goed en vernietig',
  'cancel.title': 'Intrekken',
  'cancel.lead': 'Er wordt dan niets vernietigd. De stukken komen op een volgende lijst terug.',
  'cancel.reason': 'Waarom trekt u de lijst in?',
  'cancel.button': 'Trek de lijst in',

  'keep.title': 'Haal {label} van de lijst',
  'keep.lead':
    'Dat kan als het stuk nog nodig is, bijvoorbeeld voor een bezwaar of omdat het over een gebeurtenis gaat die men later wil nazoeken.',
  'keep.reason': 'Waarom moet dit stuk blijven?',
  'keep.until': 'Tot en met welke dag?',
  'keep.until.hint': 'Daarna komt het weer op een lijst. Ten hoogste tien jaar vooruit.',
  'keep.button': 'Haal van de lijst',

  'certificate.title': 'Verklaring van vernietiging {number}',
  'certificate.lead':
    'De gemeente {tenant} verklaart dat de stukken hieronder zijn vernietigd. De bewaartermijn van de Selectielijst gemeenten en intergemeentelijke organen 2020 was voorbij.',
  'certificate.how': 'Hoe',
  'certificate.how.text':
    'De inhoud is uit de databank gewist, met bijlagen, berichten en zoekwoorden. Van meldingen blijven alleen onderwerp, buurt, data en uitkomst over, om te tellen. In reservekopieën verdwijnt de inhoud als die kopieën verlopen.',
  'certificate.digest': 'Kenmerk van de lijst (SHA-256)',
  'certificate.what': 'Wat er is vernietigd',
  'certificate.print': 'Druk deze bladzijde af voor het archief. De verklaring blijft altijd bewaard.',
  'certificate.total': 'Samen: {count} stukken',

  'setting.group.archive': 'Bewaren en vernietigen',
  'setting.archive.list_length': 'Regels op één vernietigingslijst, ten hoogste',

  'error.destruction_list_open': 'Er loopt al een lijst. Rond die eerst af.',
  'error.destruction_nothing': 'Van niets is de bewaartermijn voorbij. Er is geen lijst gemaakt.',
  'error.destruction_moved_on':
    'Deze lijst is intussen verder of ingetrokken. Kijk hieronder hoe het nu staat.',
  'error.destruction_second_person':
    'U keurde deze lijst al goed. Vraag iemand anders voor de tweede goedkeuring.',
  'error.destruction_look_first': 'Bekijk eerst de lijst en zet een vinkje',
  'error.destruction_reason_needed': 'Schrijf op waarom',
  'error.destruction_until_needed': 'Vul een dag in die bestaat',
  'error.destruction_until_past': 'Kies een dag na vandaag',
  'error.destruction_until_far': 'Kies een dag binnen tien jaar',
} as const satisfies Record<string, string> & Needed;
