import type { Catalog } from '../catalog.ts';

/** What the checks say of the directory itself, and of the service principal names in it. */
export const directoryChecks: Catalog = {
  'No directory server is configured, so accounts can’t be looked up.':
    'Es ist kein Verzeichnisserver konfiguriert; Konten lassen sich daher nicht nachschlagen.',
  'Configure one (directory, url), or look yourself: that the account exists, is enabled, not expired and not locked.':
    'Konfigurieren Sie einen (directory, url), oder sehen Sie selbst nach, ob das Konto vorhanden, aktiviert, nicht abgelaufen und nicht gesperrt ist.',
  'Nobody is named to ask the directory as, so accounts can’t be looked up.':
    'Es ist niemand angegeben, unter dessen Konto das Verzeichnis gefragt wird; Konten lassen sich daher nicht nachschlagen.',
  'Name an account under "Check with another account" on the page of the service account, or in the configuration (directory, user and password).':
    'Geben Sie ein Konto unter „Mit einem anderen Konto prüfen“ auf der Seite des Dienstkontos an oder in der Konfiguration (directory, user und password).',
  'What answers at {url} is no Active Directory.': 'Was unter {url} antwortet, ist kein Active Directory.',
  'Check the address in the configuration.': 'Überprüfen Sie die Adresse in der Konfiguration.',
  'The directory refuses to sign {user} in: {reason}': 'Das Verzeichnis verweigert die Anmeldung von {user}: {reason}',
  'the user or the password is wrong.': 'Der Benutzer oder das Kennwort ist falsch.',
  'there is no such user.': 'Es gibt keinen solchen Benutzer.',
  'the account may not sign in at this time.': 'Das Konto darf sich um diese Zeit nicht anmelden.',
  'the account may not sign in from this computer.': 'Das Konto darf sich von diesem Computer aus nicht anmelden.',
  'its password has expired.': 'Das Kennwort ist abgelaufen.',
  'the account is disabled.': 'Das Konto ist deaktiviert.',
  'the account has expired.': 'Das Konto ist abgelaufen.',
  'its password has to be changed first.': 'Das Kennwort muss zuerst geändert werden.',
  'the account is locked.': 'Das Konto ist gesperrt.',
  'The connection broke off.': 'Die Verbindung ist abgebrochen.',
  'The directory at {url} refuses to answer {user}.': 'Das Verzeichnis unter {url} verweigert {user} die Antwort.',
  'Until then no password is sent to it.': 'Bis dahin wird ihm kein Kennwort gesendet.',
  'The directory at {url} does not encrypt in a way that this host accepts.':
    'Das Verzeichnis unter {url} verschlüsselt nicht auf eine Weise, die dieser Host annimmt.',
  'See that it allows TLS 1.2 and has a certificate that is signed with SHA-256.':
    'Sorgen Sie dafür, dass es TLS 1.2 zulässt und ein Zertifikat hat, das mit SHA-256 signiert ist.',
  'The certificate of the directory at {url} is not trusted here.':
    'Dem Zertifikat des Verzeichnisses unter {url} wird hier nicht vertraut.',
  'Import its authority’s certificate into the trusted roots of this host, or name a file with it in the configuration (directory, caFile); and name the server as the certificate names it.':
    'Importieren Sie das Zertifikat seiner Zertifizierungsstelle in die vertrauenswürdigen Stammzertifikate dieses Hosts, oder geben Sie in der Konfiguration eine Datei mit ihm an (directory, caFile); und nennen Sie den Server so, wie das Zertifikat ihn nennt.',
  'The directory at {url} can’t be reached, or breaks the connection off.':
    'Das Verzeichnis unter {url} ist nicht erreichbar oder bricht die Verbindung ab.',
  'Check the address in the configuration, that the server is well, and the firewall between.':
    'Überprüfen Sie die Adresse in der Konfiguration, ob der Server ordnungsgemäß läuft, und die Firewall dazwischen.',

  '{name} is registered to nobody.': '{name} ist für niemanden registriert.',
  '{name} is registered to nobody, so browsers sign in by NTLM there, if it is allowed.':
    '{name} ist für niemanden registriert; Browser melden sich dort daher mit NTLM an, wenn das zugelassen ist.',
  'As a domain administrator run: {command}': 'Führen Sie als Domänenadministrator aus: {command}',
  'setspn -S {name} <service account>': 'setspn -S {name} <Dienstkonto>',
  'setspn -S {name} <account of the application pool>': 'setspn -S {name} <Konto des Anwendungspools>',
  '{name} is registered to {account}, and to no other.': '{name} ist für {account} registriert und für kein anderes Konto.',
  '{name} is registered to {account}.': '{name} ist für {account} registriert.',
  'See that this is the account of the MIM Service.': 'Vergewissern Sie sich, dass das das Konto des MIM-Diensts ist.',
  'See that the application pool of the web application runs as this account.':
    'Vergewissern Sie sich, dass der Anwendungspool der Webanwendung unter diesem Konto läuft.',
  '{name} is registered to {accounts}; it has to be to the service account alone.':
    '{name} ist für {accounts} registriert; der Name darf nur für das Dienstkonto registriert sein.',
  '{name} is registered to {accounts}; it has to be to the account of the application pool alone.':
    '{name} ist für {accounts} registriert; der Name darf nur für das Konto des Anwendungspools registriert sein.',
  'The configured directory server does not hold the domain of the service account, so who holds {name} can’t be told.':
    'Der konfigurierte Verzeichnisserver verwaltet die Domäne des Dienstkontos nicht; für wen {name} registriert ist, lässt sich daher nicht feststellen.',
  'The configured directory server does not hold the domain of the account, so who holds {name} can’t be told.':
    'Der konfigurierte Verzeichnisserver verwaltet die Domäne des Kontos nicht; für wen {name} registriert ist, lässt sich daher nicht feststellen.',
  'Look yourself: setspn -F -Q {name}': 'Sehen Sie selbst nach: setspn -F -Q {name}',
};
