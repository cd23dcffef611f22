const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Given names common in the Netherlands that are not also common words (so without Roos, Wil, Mei, Guus and the like). */
export const GIVEN_NAMES = words(`
  aad abdel abdul abdullah achmed ahmed ahmet ali amina amira anita anja anke anna anne annelies annemarie annie anouk
  anton antoon arie arjan arno astrid ayse bart bas bas ben bert bianca bilal bob bram brahim brigitte carla carolien
  caroline chantal charlotte chris christine claudia cor corrie daan danielle david debbie denise dennis dewi diana dick
  dirk ed eddy edwin elif ellen els elly emma emre eric erik ernst esther eva evelien fatima fatma femke fleur floor
  floris frank frans fred frits geert gerard gerda gerrit gijs greet greetje hamza hanneke hans hasan hassan heleen henk
  henny herman hilde hugo ibrahim ilse ineke inge ingrid irene isa ismail jaap jacob jacqueline jan janneke jannie jasper
  jeanette jeroen jesse jet joke jolanda joop joost joris joyce julia jurgen kamal karel karim karin kees kevin khadija
  klaas koen laila lars laura leen lia lieke linda lisa loes lotte lucas luuk maaike maarten malika marcel margriet maria
  marianne marieke marijke marina marion marjan mark marleen martijn martin marvin mary maurice mehmet melissa merel
  michael michel michiel mieke milan mirjam mohamed mohammed monique muhammed murat mustafa nadia najat natasja nel nico
  niels nina noah omar oscar osman pascal patricia patrick paul paula peter petra piet pieter pim rachid ramon rene rick
  rik rob robert robin roel ron ronald rosa ruben rud ruud samira sander sandra sanne sara saskia selma sem simon sjaak
  sjoerd sofie sonja stefan sven sylvia tanja teun thea theo thijs thomas tim tineke tom ton trudy truus vera vincent
  wesley willem wilma wim wouter yasmin youssef yusuf yvonne zeynep
`);

/** Surnames that are recognised without a capital too, after a form of address or a given name. */
export const SURNAMES = words(`
  aksoy ali arslan bakker bakkers beek berg bergh bergman blok boer bogaard boogaard bos bosch bosman bouwman braak brink
  broek brouwer bruijn bruin celik claassen cohen cornelissen dam dekker demir dijk dijkstra doorn driessen evers faber
  fransen gerritsen graaf groen groot haan haas haddou hanssen heijden hendriks hendriksen hermans heuvel hoek hoekstra
  hofman horst hout huisman idrissi jacobs jager jansen janssen jong jonge jonker jongh kaya khan koning koster kok kramer
  kuijper kuiper kuipers lange leeuwen linden maas mans martens meer meijer meulen meyer mohan molenaar mulder nguyen
  nijhuis oosten oostrom ozturk peters petersen pietersen pol post postma prins rijn ruiter sahin scholten schouten singh
  sluis smeets smit smits smidt snijders timmermans tran veen velde verbeek verhoeven vermeulen visser vliet vos vries
  vink wal werf wiel wijk willems willemsen wit witte wolf wouters yilmaz yildirim zanden zijlstra zwart
`);

/** What may stand between a given name and a surname. */
export const PARTICLES = words(
  `van de der den het 't ten ter te el al ben bin la le du von vd v.d di da dos`,
);

/** Forms of address. Titles such as burgemeester are left out: they begin names of streets. */
export const FORMS_OF_ADDRESS = words(`
  dhr meneer mijnheer heer mevr mevrouw mw mvr mej juffrouw fam familie gezin buurman buurvrouw oma opa tante
`);

/** Words that begin with a capital or follow a form of address, and are no name. */
export const NO_NAMES = words(`
  aan achter als ben bij boven daar dan dat de deze die dit doe door een en er gaat geen graag had heb hebben heeft het hier
  hij hoe hun ik in is ja kan komt krijgt kunt maar mag mijn moet na naar naast nee niet nog nu of om onder ons ook op over
  sinds staat tegen tegenover toen tot tussen u uit van vandaag vanaf volgens voor waar wanneer want was wat we wel welke
  wie wij woont woonachtig wonende wordt wil woonde ze zegt zei zij zijn zit zo zou huis nummer nr no huisnummer
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september
  oktober november december gemeente wijk buurt dorp centrum straat flat park plein school
`);

/** Firms and famous dead whose full names stand on shop fronts, schools and squares. */
export const KNOWN_NAMES = words(`
  albert_heijn anne_frank anna_paulowna florence_nightingale gerard_dou hans_anders jan_linders jan_steen jan_thoen
  jan_ligthart jan_campert johan_cruijff johan_cruyff karel_doorman maria_montessori marie_curie martin_luther nelson_mandela
  paul_kruger piet_hein piet_heijn pieter_pot rosa_luxemburg rosa_parks theo_thijssen vincent_gogh willem_alexander
  willem_drees willem_lodewijk willem_oranje willem_zwijger dirk_broek thomas_aquino
`);
