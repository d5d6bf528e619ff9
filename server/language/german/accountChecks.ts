import type { Catalog } from '../catalog.ts';

/**
 * What the directory knows of accounts. Rights to log on are called as German Windows calls them in secpol.msc („Zuweisen von
 * Benutzerrechten“). Terms: Dienstkonto, gruppenverwaltetes Dienstkonto, Dienstprinzipalname, Konto des Verwaltungs-Agents.
 */
export const accountChecks: Catalog = {
  'The directory knows no domain {domain}.': 'Das Verzeichnis kennt keine Domäne {domain}.',
  'Check its name.': 'Überprüfen Sie den Namen.',
  'The configured directory server does not hold the domain {domain}.':
    'Der konfigurierte Verzeichnisserver verwaltet die Domäne {domain} nicht.',
  'Configure a domain controller of that domain, or look the account up yourself.':
    'Konfigurieren Sie einen Domänencontroller dieser Domäne, oder schlagen Sie das Konto selbst nach.',
  'There is no account {account}.': 'Es gibt kein Konto {account}.',
  'Check its name, or create it.': 'Überprüfen Sie den Namen, oder erstellen Sie es.',
  '{account} is no account but a group or something else.': '{account} ist kein Konto, sondern eine Gruppe oder etwas anderes.',
  'Name an account.': 'Geben Sie ein Konto an.',
  '{account} exists and can be used.': '{account} ist vorhanden und kann verwendet werden.',
  '{account} can’t be used: it is disabled.': '{account} kann nicht verwendet werden: Das Konto ist deaktiviert.',
  'Enable it.': 'Aktivieren Sie es.',
  '{account} can’t be used: it has expired.': '{account} kann nicht verwendet werden: Das Konto ist abgelaufen.',
  'Extend it.': 'Verlängern Sie seine Gültigkeit.',
  '{account} can’t be used: it is locked, as after wrong passwords.':
    '{account} kann nicht verwendet werden: Das Konto ist gesperrt, etwa nach falschen Kennwörtern.',
  'Unlock it, and see what locks it.': 'Entsperren Sie es, und finden Sie heraus, was es sperrt.',
  '{account} can’t be used: its password has to be changed at the next logon, which a service can’t do.':
    '{account} kann nicht verwendet werden: Das Kennwort muss bei der nächsten Anmeldung geändert werden, und das kann ein Dienst nicht.',
  'Set it, without that option.': 'Legen Sie es ohne diese Option fest.',
  '{account} can’t be used: its password has expired.': '{account} kann nicht verwendet werden: Das Kennwort ist abgelaufen.',
  'Set a new one.': 'Legen Sie ein neues fest.',

  'It is {kind}, as chosen.': 'Es ist {kind}, wie gewählt.',
  'It is {kind}, and {wanted} was chosen.': 'Es ist {kind}; gewählt wurde {wanted}.',
  'a regular account': 'ein normales Konto',
  'a group managed service account': 'ein gruppenverwaltetes Dienstkonto',
  'a standalone managed service account, which serves one computer alone':
    'ein eigenständiges verwaltetes Dienstkonto, das nur einem Computer dient',
  'the account of a computer': 'das Konto eines Computers',
  'no account': 'kein Konto',
  'Name another account, or change "Use Group Managed Service Account" on the mail server page.':
    'Geben Sie ein anderes Konto an, oder ändern Sie „Gruppenverwaltetes Dienstkonto verwenden“ auf der Seite für den Mailserver.',
  'The name of a group managed service account, and of no other, ends in $.':
    'Der Name eines gruppenverwalteten Dienstkontos endet auf $, der keines anderen.',
  'The account was not looked up, so whether it is managed can’t be told.':
    'Das Konto wurde nicht nachgeschlagen; ob es verwaltet ist, lässt sich daher nicht feststellen.',
  'Mend that first, or see yourself: Get-ADServiceAccount finds managed accounts alone.':
    'Beheben Sie das zuerst, oder sehen Sie selbst nach: Get-ADServiceAccount findet nur verwaltete Konten.',

  'The management agent account is the service account.': 'Das Konto des Verwaltungs-Agents ist das Dienstkonto.',
  'The application pool account is the management agent account, which the MIM Service lets pass without authorization: whoever breaks into the portal could do anything.':
    'Das Konto des Anwendungspools ist das Konto des Verwaltungs-Agents, das der MIM-Dienst ohne Autorisierung zulässt: Wer in das Portal eindringt, könnte alles tun.',
  'The account can be used, but it is the service account too: whoever breaks into the portal has all that the MIM Service may do.':
    'Das Konto kann verwendet werden, ist aber zugleich das Dienstkonto: Wer in das Portal eindringt, darf alles, was der MIM-Dienst darf.',
  'Better choose an account of its own.': 'Wählen Sie besser ein eigenes Konto.',

  '{account} may log on locally at this server.': '{account} darf sich an diesem Server lokal anmelden.',
  'This server denies {account} local logon.': 'Dieser Server verweigert {account} die lokale Anmeldung.',
  'It is stated that {account} is denied local logon.': 'Laut Angabe ist {account} die lokale Anmeldung verweigert.',
  'It is stated that {account} may log on locally.': 'Laut Angabe darf sich {account} lokal anmelden.',
  'Deny it by group policy: User Rights Assignment, "Deny log on locally", and there too "Deny log on as a batch job" and "Deny access to this computer from the network".':
    'Verweigern Sie sie durch eine Gruppenrichtlinie: Zuweisen von Benutzerrechten, „Lokal anmelden verweigern“, und dort auch „Anmelden als Batchauftrag verweigern“ und „Zugriff vom Netzwerk auf diesen Computer verweigern“.',
  'Whether {account} is denied local logon can’t be read here.':
    'Ob {account} die lokale Anmeldung verweigert ist, lässt sich hier nicht auslesen.',
  'Look on the server (secpol.msc, User Rights Assignment, "Deny log on locally"), and state it on this page ("The account is denied local logon").':
    'Sehen Sie auf dem Server nach (secpol.msc, Zuweisen von Benutzerrechten, „Lokal anmelden verweigern“), und geben Sie es auf dieser Seite an („Dem Konto ist die lokale Anmeldung verweigert“).',
  'Whether {account} may log on as a service can’t be read here.':
    'Ob sich {account} als Dienst anmelden darf, lässt sich hier nicht auslesen.',
  'See yourself on the server: secpol.msc, User Rights Assignment, "Log on as a service".':
    'Sehen Sie selbst auf dem Server nach: secpol.msc, Zuweisen von Benutzerrechten, „Anmelden als Dienst“.',
  'This server denies {account} the right to log on as a service, so the MIM Service would not start.':
    'Dieser Server verweigert {account} das Recht, sich als Dienst anzumelden; der MIM-Dienst würde daher nicht starten.',
  'Take it out of "Deny log on as a service" (group policy, User Rights Assignment).':
    'Entfernen Sie es aus „Anmelden als Dienst verweigern“ (Gruppenrichtlinie, Zuweisen von Benutzerrechten).',
  '{account} may log on as a service at this server.': '{account} darf sich an diesem Server als Dienst anmelden.',
  '{account} is not among those that may log on as a service at this server.':
    '{account} gehört nicht zu denen, die sich an diesem Server als Dienst anmelden dürfen.',
  '{account} is not among those that may log on as a service at this server, as far as can be told without its groups.':
    '{account} gehört nicht zu denen, die sich an diesem Server als Dienst anmelden dürfen, soweit sich das ohne seine Gruppen feststellen lässt.',
  'Grant it by group policy (User Rights Assignment, "Log on as a service"), or by the script where no policy sets that right: what is granted locally is lost where one does.':
    'Erteilen Sie das Recht durch eine Gruppenrichtlinie (Zuweisen von Benutzerrechten, „Anmelden als Dienst“) oder, wo keine Richtlinie es festlegt, mit dem Skript: Was lokal erteilt ist, geht verloren, wo eine es festlegt.',
  'secedit ended with {code}.': 'secedit endete mit {code}.',

  'The account was not looked up, so who may retrieve the password of a managed one can’t be told.':
    'Das Konto wurde nicht nachgeschlagen; wer das Kennwort eines verwalteten Kontos abrufen darf, lässt sich daher nicht feststellen.',
  'Mend that first, or see yourself: Get-ADServiceAccount <name> -Properties PrincipalsAllowedToRetrieveManagedPassword.':
    'Beheben Sie das zuerst, oder sehen Sie selbst nach: Get-ADServiceAccount <Name> -Properties PrincipalsAllowedToRetrieveManagedPassword.',
  '{account} is no group managed account: nobody retrieves its password.':
    '{account} ist kein gruppenverwaltetes Konto: Niemand ruft sein Kennwort ab.',
  'Whether the server may retrieve the password of {account} can only be told on the server.':
    'Ob der Server das Kennwort von {account} abrufen darf, lässt sich nur auf dem Server feststellen.',
  'Who may retrieve the password of {account}, the directory does not tell.':
    'Wer das Kennwort von {account} abrufen darf, gibt das Verzeichnis nicht an.',
  'The directory knows no computer {computer}, so whether it may retrieve the password of {account} can’t be told.':
    'Das Verzeichnis kennt keinen Computer {computer}; ob er das Kennwort von {account} abrufen darf, lässt sich daher nicht feststellen.',
  'See by: {command}': 'Prüfen Sie es mit: {command}',
  '{computer} may retrieve the password of {account}.': '{computer} darf das Kennwort von {account} abrufen.',
  '{computer} may not retrieve the password of {account}, so the MIM Service would not start.':
    '{computer} darf das Kennwort von {account} nicht abrufen; der MIM-Dienst würde daher nicht starten.',
  "As a domain administrator, add it to a group that may (Add-ADGroupMember <group> -Members '{computer}'), or allow it beside those that may already (Set-ADServiceAccount -PrincipalsAllowedToRetrieveManagedPassword, which takes the whole list); then restart the server.":
    "Fügen Sie ihn als Domänenadministrator einer Gruppe hinzu, die das darf (Add-ADGroupMember <Gruppe> -Members ''{computer}''), oder lassen Sie ihn neben denen zu, die es schon dürfen (Set-ADServiceAccount -PrincipalsAllowedToRetrieveManagedPassword, mit der ganzen Liste); starten Sie dann den Server neu.",
};
