/** The Dutch texts of the page about backups and exports. */
export const nl = {
  'exit.nav': 'Bewaren en uitvoeren',
  'exit.about': 'Reservekopieën, alles meenemen naar een ander systeem, en open data.',
  'exit.title': 'Bewaren en uitvoeren',
  'exit.lead':
    'De gegevens zijn van uw gemeente. U kunt ze bewaren, delen en meenemen. Hier ziet u hoe, en wanneer het is gebeurd.',
  'backup.title': 'Reservekopie',
  'backup.last': 'De laatste reservekopie is van {when}.',
  'backup.never': 'Hier is nog geen reservekopie gemaakt',
  'backup.never.next':
    'Vraag de technisch beheerder om er een te maken, en om dat elke nacht te laten gebeuren. Zonder reservekopie zijn de gegevens weg als de schijf stukgaat.',
  'backup.external':
    'De database draait op een eigen server. De reservekopie wordt daar gemaakt; vraag de technisch beheerder wanneer dat voor het laatst is gelukt.',
  'backup.how': 'De technisch beheerder doet dit op de server. Wijkregie mag daarbij blijven draaien:',
  'backup.keys':
    'Het sleutelbestand hoort op een andere plaats dan de reservekopie. Samen zijn ze de gegevens; alleen is elk van beide niets waard.',
  'all.title': 'Alles van uw gemeente',
  'all.text':
    'Alle tabellen, foto’s en de geschiedenis, in open vormen die een ander systeem kan lezen. Er staan persoonsgegevens in. Daarom kan het alleen op de server, en niet met een knop in de browser.',
  'all.how': 'De technisch beheerder doet dit op de server:',
  'all.sealed':
    'Contactgegevens en codes blijven versleuteld. Ze gaan open met het sleutelbestand, dat apart wordt gestuurd.',
  'all.caption': 'De laatste keren dat alles is uitgevoerd',
  'all.when': 'Wanneer',
  'all.who': 'Door wie',
  'all.operator': 'de technisch beheerder',
  'all.none': 'Er is nog niet alles uitgevoerd',
  'all.none.next': 'Als dat gebeurt, staat het hier en in de geschiedenis.',
  'open.title': 'Open data',
  'open.text':
    'Meldingen die zijn vrijgegeven en afgeronde aantallen. Iedereen kan ze ophalen, er staat niets in over personen.',
  'open.link': 'Naar de open data',
} as const;
