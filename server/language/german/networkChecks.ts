import type { Catalog } from '../catalog.ts';

/** What is said wherever a server is looked for by its name, called by its port, or asked for its certificate. */
export const networkChecks: Catalog = {
  '{host} means a different computer on each computer.': '{host} bezeichnet auf jedem Computer einen anderen.',
  'Enter the name that others know the server by.': 'Geben Sie den Namen ein, unter dem andere den Server kennen.',
  '{host} resolves to {addresses}, which leads every computer to itself.':
    '{host} wird in {addresses} aufgelöst, und das führt jeden Computer zu sich selbst.',
  'Mend the hosts file or DNS so that it leads to the server.':
    'Berichtigen Sie die hosts-Datei oder das DNS so, dass der Name zum Server führt.',
  'The name {host} does not resolve.': 'Der Name {host} lässt sich nicht auflösen.',
  'Check its spelling, and that DNS as this host sees it has a record of it.':
    'Überprüfen Sie die Schreibweise und ob das DNS, wie es dieser Host sieht, einen Eintrag dafür hat.',
  '{host} refuses connections to port {port}.': '{host} lehnt Verbindungen zu Port {port} ab.',
  'See that the server program runs there, listens on this port, and that no firewall refuses.':
    'Vergewissern Sie sich, dass das Serverprogramm dort läuft und an diesem Port lauscht und dass keine Firewall ablehnt.',
  'No connection to {host}, port {port}, comes about.': 'Es kommt keine Verbindung zu {host}, Port {port}, zustande.',
  'See that the host is up, and that routes and firewalls let this host through.':
    'Vergewissern Sie sich, dass der Server läuft und dass Routen und Firewalls diesen Host durchlassen.',
  '{host} resolves to {addresses}.': '{host} wird in {addresses} aufgelöst.',
  '{host} answers on port {port}.': '{host} antwortet an Port {port}.',
  'The port can only be tried once the name resolves.':
    'Der Port lässt sich erst ausprobieren, wenn sich der Name auflösen lässt.',
  'Mend the name, then check again.': 'Berichtigen Sie den Namen, und prüfen Sie dann erneut.',
  '{host} resolves to {addresses}, and remote administration answers on port {port}.':
    '{host} wird in {addresses} aufgelöst, und die Remoteverwaltung antwortet an Port {port}.',
  'Nothing answers there on port {port}.': 'Dort antwortet an Port {port} nichts.',
  '{host} resolves, but remote administration does not answer.':
    '{host} lässt sich auflösen, aber die Remoteverwaltung antwortet nicht.',
  "If the name and the account are right, go on: the installer will warn that it can't contact the Synchronization Service, and no harm comes of it.":
    'Wenn Name und Konto stimmen, fahren Sie fort: Das Installationsprogramm wird warnen, dass es den Synchronisierungsdienst nicht erreicht; das schadet nicht.',

  '{rival} has the host name {host} and port {port} as well.': '{rival} hat den Hostnamen {host} und den Port {port} ebenfalls.',
  '{host} resolves to {addresses}, and the MIM Service answers on port {port}.':
    '{host} wird in {addresses} aufgelöst, und der MIM-Dienst antwortet an Port {port}.',
  'Nothing answers on port {port}.': 'An Port {port} antwortet nichts.',
  '{host} resolves, but no MIM Service answers there.': '{host} lässt sich auflösen, aber dort antwortet kein MIM-Dienst.',
  'The portal needs it: if it is not to be installed there later, mend this before users come.':
    'Das Portal benötigt ihn: Wenn er dort nicht später installiert wird, beheben Sie das, bevor Benutzer kommen.',
  'On the server, see that no site has them: Get-WebBinding -Port {port}; and no other program: Get-NetTCPConnection -State Listen -LocalPort {port}.':
    'Vergewissern Sie sich auf dem Server, dass keine Website beides hat: Get-WebBinding -Port {port}; und kein anderes Programm: Get-NetTCPConnection -State Listen -LocalPort {port}.',
  'Port {port} is taken by the program {program} (process {process}).':
    'Port {port} ist vom Programm {program} belegt (Prozess {process}).',
  'Choose another port, or stop that program.': 'Wählen Sie einen anderen Port, oder beenden Sie dieses Programm.',
  'On this server nothing has it on port {port}.': 'Auf diesem Server ist der Name an Port {port} frei.',
  'The site {site} of an earlier installation has it on port {port}.':
    'Die Website {site} einer früheren Installation verwendet diesen Namen an Port {port}.',
  'The site {site} of IIS has {host} on port {port} already.': 'Die Website {site} in IIS hat {host} an Port {port} bereits.',
  'Choose another host name or port, or remove that binding.':
    'Wählen Sie einen anderen Hostnamen oder Port, oder entfernen Sie diese Bindung.',

  'The certificate of {host} is self-signed.': 'Das Zertifikat von {host} ist selbstsigniert.',
  'Have one issued by an authority that this host trusts.':
    'Lassen Sie eines von einer Zertifizierungsstelle ausstellen, der dieser Host vertraut.',
  'Where it is right, make it known here: import it into the trusted roots of this host, or name a file with it in NODE_EXTRA_CA_CERTS, and start this service again.':
    'Wenn es das richtige ist, machen Sie es hier bekannt: Importieren Sie es in die vertrauenswürdigen Stammzertifikate dieses Hosts, oder nennen Sie in NODE_EXTRA_CA_CERTS eine Datei mit ihm, und starten Sie diesen Dienst neu.',
  'The certificate of {host} is issued by an authority that this host does not know, or its chain is incomplete.':
    'Das Zertifikat von {host} stammt von einer Zertifizierungsstelle, die dieser Host nicht kennt, oder seine Kette ist unvollständig.',
  'The certificate of {host}, or of its issuer, has expired.':
    'Das Zertifikat von {host} oder das seines Ausstellers ist abgelaufen.',
  'Renew it.': 'Erneuern Sie es.',
  'The certificate of {host} is not valid yet.': 'Das Zertifikat von {host} ist noch nicht gültig.',
  'See that the clocks of both sides are right, or wait until it is.':
    'Vergewissern Sie sich, dass die Uhren beider Seiten richtig gehen, oder warten Sie, bis es gültig ist.',
  'The certificate of {host} has been revoked.': 'Das Zertifikat von {host} wurde gesperrt.',
  'Replace it.': 'Ersetzen Sie es.',
  'The certificate of {host}, or of its issuer, is too weak: its key is too short, or it is signed with SHA-1 or MD5.':
    'Das Zertifikat von {host} oder das seines Ausstellers ist zu schwach: Sein Schlüssel ist zu kurz, oder es ist mit SHA-1 oder MD5 signiert.',
  'Replace it by one with an RSA key of 2048 bits or more, signed with SHA-256.':
    'Ersetzen Sie es durch eines mit einem RSA-Schlüssel von mindestens 2048 Bit, das mit SHA-256 signiert ist.',
  'The certificate of {host} is issued to another name.': 'Das Zertifikat von {host} ist auf einen anderen Namen ausgestellt.',
  'Enter the name that it is issued to, or have one issued to {host}.':
    'Geben Sie den Namen ein, auf den es ausgestellt ist, oder lassen Sie eines auf {host} ausstellen.',
  'The certificate of {host} is refused ({code}).': 'Das Zertifikat von {host} wird abgelehnt ({code}).',
  'Replace it by one that is in order.': 'Ersetzen Sie es durch eines, das in Ordnung ist.',

  'Browsers refuse to open port {port}.': 'Browser weigern sich, Port {port} zu öffnen.',
  'Choose another port.': 'Wählen Sie einen anderen Port.',
  '{url} leads on and on to other addresses.': '{url} führt immer weiter zu anderen Adressen.',
  'Open it in a browser and mend the redirections.':
    'Öffnen Sie die Adresse in einem Browser, und berichtigen Sie die Umleitungen.',
  '{host} does not speak TLS on port {port} in a way that this host accepts.':
    '{host} spricht an Port {port} kein TLS, das dieser Host annimmt.',
  'Check the port, and whether the server allows TLS 1.2.': 'Überprüfen Sie den Port und ob der Server TLS 1.2 zulässt.',
  'What answers at {url} is not a web server, or it broke off.':
    'Was unter {url} antwortet, ist kein Webserver, oder die Verbindung ist abgebrochen.',
  'Check the address and see what listens on port {port}.':
    'Überprüfen Sie die Adresse, und sehen Sie nach, was an Port {port} lauscht.',
};
