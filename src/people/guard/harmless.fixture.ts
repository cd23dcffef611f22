/** Daily texts in which nothing has to go: they hold numbers, names of streets, times and amounts. */
export const HARMLESS: readonly string[] = `
De lantaarnpaal bij nummer 12 is stuk
Van Gaalen op 3 is de naam van het gebouw
Van Doornenplantsoen 12 heeft een verstopte put
Burgemeester Wegstapelplein 1 is slecht verlicht
Tussen nummer 12 en nummer 40 ligt het trottoir omhoog
Willem Dreeslaan 4: de boom hangt over het fietspad
Karel Doormanlaan nr 12, losse tegels
Jan Steenstraat 3 en 5: container vol
Op de hoek bij de Albert Heijn op nummer 12 liggen karretjes
Dorpsstraat 12 tegenover Albert Heijn, prullenbak vol
Johan Willem Frisostraat nummer 8, kolk verstopt
De Martin Luther Kinglaan 14 heeft geen licht
Er zijn 3 bomen omgewaaid op 12 mei
Sinds 05-06-2024 10:30 is de verlichting uit
Op 06-05-2024 12.30 uur was er weer vuurwerk
Op 06-05-24 14.30 nog steeds niet opgehaald
Van 01-02-2016 tot 03-04-2017 was het rustig
Lantaarnpaal 123456 brandt niet
Paalnummer 1234567 knippert
Container ZM-123456 is vol
Melding 2024-123456782 is nog niet opgelost
Mijn vorige melding was nummer 20241234567
Kastnummer 123456789 op het elektriciteitshuisje
Ik heb 14 079 gebeld en kreeg geen antwoord
Ik belde 112 en daarna 0900-8844
Bel 0800-0432 stond op het bord
De schade is 1.250,50 euro
Het kost 123.456 euro volgens de krant
Het speeltoestel is van 1998 en 2,40 meter hoog
De bus lijn 12 rijdt te hard
Er stonden 20 auto's, 3 bestelbussen en een aanhanger
Auto zonder kenteken op het grasveld
Er staat een auto met een Duits kenteken
Het kenteken was niet te lezen
Op ma-12-05 en di-13-05 was er geen ophaaldienst
Op 1-mei-16 begon het
De route A12 en N470 zijn afgesloten
De put op de A-12 afrit
Het is er 24-7 druk
Een 3-in-1 speeltoestel is kapot
Artikel 2.10 van de APV
Postcode 2712 AB, bij de vijver
De coördinaten zijn 52.0607, 4.4940
Locatie 6,557029934;53,015779245
Locatie 52.123456782, 4.123456782
Fietspad van 3 op 4 meter breed is verzakt
Zaterdag van 23.00 tot 02.00 uur harde muziek
De putten op 3, 5 en 7 zijn verstopt
Huisnummers 101, 103 en 105 hebben geen licht
Bij de huisnummers 101 103 105 107 ligt afval
Mevrouw met rollator viel over de stoep bij nummer 12
Een mevrouw is gevallen op nummer 12
Meneer liep op nummer 12 af
Die meneer belde om 12 uur
De oma van 80 durft niet meer over te steken
Kinderen van 12 jaar steken daar over
Max 30 op de Kerkstraat wordt niet gehaald
Mark Rutte was hier niet
Een groep jongeren hangt bij flat 3 op nummer 40
Prins Bernhardlaan nummer 5 heeft een gat in de weg
Pastoor van der Plaatstraat 9, tak op de weg
De Kerkstraat 12 is al maanden dicht
Volg ons via @zoetermeer
Kom om 3 uur @ het station. Er is koffie
De prijs is 5 @ stuk
Zie www.zoetermeer.nl/melding/123456782-abc
Foto IMG_123456782 laat het zien
De 12 bomen langs het pad bij de 3 flats zijn dood en gevaarlijk voor 40 kinderen
Bij 0,5 graden boven nul is het al glad
+5 graden en toch ijs op het pad
Er zijn 1000 2000 misschien wel 3000 meeuwen
Gebouw A. De lantaarnpaal bij nummer 12 is uit
Bushalte Dokter Jan Janssenweg 12
Er ligt 50 meter glas vanaf nummer 100 tot 150
Anne Frankschool nummer 3 heeft een gat in het hek
De Jan van Galenstraat 12 t/m 20 staat blank
In de Marie Curiestraat 7 stinkt het riool
Emma's speeltuin bij nummer 4 is kapot
🙂 Alles goed hier op nummer 12 🙂
`
  .trim()
  .split('\n');
