interface About {
  readonly name: string;
  readonly gemeente: string;
  readonly day: string;
  readonly version: string;
}

/** What stands in an export for whoever opens it without us. */
export const readmeOf = ({
  name,
  gemeente,
  day,
  version,
}: About): string => `# Uitvoer van ${name} (${gemeente})

Gemaakt op ${day} met Wijkregie ${version}. Alles van deze gemeente staat hierin, in open vormen.
**Dit zijn gegevens van mensen**: namen en mailadressen van medewerkers, teksten van meldingen, wie wat wanneer deed.
Bewaar het zoals u de database bewaart, en gooi het weg als het is ingelezen.

## Wat er staat
- \`tables/<tabel>/000001.jsonl\`, …: elke tabel als JSON-regels, één rij per regel, UTF-8. Tijden met zone (ISO 8601), dagen als \`JJJJ-MM-DD\`.
- \`files/<tabel>/<id>.<kolom>\`: foto's als bestand (JPEG); de rij verwijst ernaar met \`{"file": "…"}\`.
- \`open-data/\`: het openbare deel als CSV, zoals het ook op de website staat.
- \`manifest.json\`: versie van de vorm, databaseversie, aantal rijen per tabel, en van elk bestand de grootte en SHA-256.
- \`manifest.sig\`: handtekening over precies de tekst van \`manifest.json\`.

Niet meegegaan zijn alleen kolommen die uit andere volgen: zoekafdrukken van contactgegevens en codes, en wat de database zelf berekent. Wachtende taken op de achtergrond gaan niet mee.

## Wat versleuteld is
Contactgegevens van melders, codes en sleutels van de tweede inlogstap staan als \`{"sealed": "<base64>"}\`. Ze openen alleen met het sleutelbestand dat bij het uitvoeren is gebruikt. Dat staat hier met opzet niet bij: stuur het langs een andere weg.
Voor wie het zonder Wijkregie wil openen:
1. \`bytes = scrypt(woorden uit het sleutelbestand, salt, N = cost, r = blockSize, p = rounds, 64 bytes)\`; salt, cost, blockSize en rounds staan in het manifest onder \`key\`.
2. Sleutel: HKDF-SHA-256 over de eerste 32 bytes, zonder salt, info \`wijkregie/1/sealing\`, 32 bytes. Handtekening: HKDF over de laatste 32 bytes, info \`wijkregie/1/transfer\`.
3. Een waarde is: 1 byte versie, 4 bytes sleutelnummer, 12 bytes nonce, 16 bytes tag, en de tekst in AES-256-GCM. Als extra gegevens horen daarbij de eerste 5 bytes en de JSON-lijst \`["${gemeente}","<plaats>"]\`, met als plaats \`tabel/id/naam\`, zoals \`reporter/<id>/sealed\`, \`signaal/<id>/code\`, \`account/<id>/totp\`, \`correspondent/<id>/sealed\` en \`…/token\`, \`draft/<id>/content\`, \`focuspunt_advice/<id>/token\`.

In \`history\` staan van vrije tekst alleen afdrukken (\`hash:…\`), gemaakt met de sleutel van de oude omgeving. Ze zijn elders niet na te rekenen.

## Inlezen
In een Wijkregie van dezelfde databaseversie, waar deze gemeente nog niet is:
\`npm run wijkregie -- import gemeente --from <deze map of tar> --key <sleutelbestand>\`
Het gaat helemaal goed of er verandert niets.
`;
