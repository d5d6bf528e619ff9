import type { Catalog } from '../catalog.ts';

/** What the checks say of a SharePoint site from afar, and of the portal and the service once they are installed. */
export const sharePointChecks: Catalog = {
  'This can only be told once the site answers as it should.':
    'Das lässt sich erst feststellen, wenn die Website antwortet, wie sie soll.',
  'There is no site at {url}.': 'Unter {url} gibt es keine Website.',
  'Enter the address of the site collection, or create it first.':
    'Geben Sie die Adresse der Websitesammlung ein, oder erstellen Sie sie zuerst.',
  'See in IIS on the SharePoint server that the application pool of the site runs.':
    'Vergewissern Sie sich auf dem SharePoint-Server in IIS, dass der Anwendungspool der Website läuft.',
  '{url} answers, and asks for a sign-in before it tells whether a site collection is there.':
    '{url} antwortet und verlangt eine Anmeldung, bevor zu erkennen ist, ob es dort eine Websitesammlung gibt.',
  'SharePoint itself is asked on its server before the installation; elsewhere, see by: Get-SPSite {url}.':
    'SharePoint selbst wird vor der Installation auf seinem Server gefragt; prüfen Sie es anderswo mit: Get-SPSite {url}.',
  '{url} answers.': '{url} antwortet.',
  'Nothing in the answer of {url} says that it is SharePoint.': 'Nichts in der Antwort von {url} weist auf SharePoint hin.',
  'Enter the address of a SharePoint site collection.': 'Geben Sie die Adresse einer SharePoint-Websitesammlung ein.',
  'If a proxy between takes such marks away, override this check.':
    'Wenn ein Proxy dazwischen solche Merkmale entfernt, setzen Sie diese Prüfung außer Kraft.',
  '{url} leads to a page of its own to sign in ({path}).': '{url} führt zu einer eigenen Anmeldeseite ({path}).',
  'Let Windows authentication (NTLM or Negotiate) alone be on for the zone of this address.':
    'Lassen Sie für die Zone dieser Adresse nur die Windows-Authentifizierung (NTLM oder Negotiate) zu.',
  '{url} lets in visitors who have not signed in (status {status}).': '{url} lässt Besucher ohne Anmeldung zu (Status {status}).',
  'Turn anonymous access off and Windows authentication on.':
    'Deaktivieren Sie den anonymen Zugriff, und aktivieren Sie die Windows-Authentifizierung.',
  '{url} asks for {schemes}, and not for Windows authentication.':
    '{url} verlangt {schemes} und nicht die Windows-Authentifizierung.',
  'a sign-in that it does not name': 'eine Anmeldung, die es nicht nennt',
  'Turn NTLM or Negotiate on for the web application.': 'Aktivieren Sie NTLM oder Negotiate für die Webanwendung.',
  '{url} is SharePoint of version {version}, older than {oldest}, the oldest that MIM 2016 SP2 supports.':
    '{url} ist SharePoint in Version {version}, älter als {oldest}, die älteste Version, die MIM 2016 SP2 unterstützt.',
  'Choose a site of a newer one.': 'Wählen Sie eine Website mit einer neueren.',
  '{url} is SharePoint and asks for Windows authentication.': '{url} ist SharePoint und verlangt die Windows-Authentifizierung.',

  'There is no MIM Portal at {url}.': 'Unter {url} gibt es kein MIM-Portal.',
  'See that its SharePoint solutions are deployed (Get-SPSolution).':
    'Vergewissern Sie sich, dass seine SharePoint-Lösungen bereitgestellt sind (Get-SPSolution).',
  "The first visit can take a while: try again in a minute, then see the application pool in IIS and SharePoint's log.":
    'Der erste Besuch kann eine Weile dauern: Versuchen Sie es in einer Minute erneut, und sehen Sie dann nach dem Anwendungspool in IIS und in das Protokoll von SharePoint.',
  '{url} answers with status {status} and asks for {schemes}, not for Windows authentication.':
    '{url} antwortet mit Status {status} und verlangt {schemes}, nicht die Windows-Authentifizierung.',
  'no sign-in': 'keine Anmeldung',
  'Turn NTLM or Negotiate on for the web application, and anonymous access off.':
    'Aktivieren Sie NTLM oder Negotiate für die Webanwendung, und deaktivieren Sie den anonymen Zugriff.',
  'The MIM Portal answers at {url} and asks for Windows authentication.':
    'Das MIM-Portal antwortet unter {url} und verlangt die Windows-Authentifizierung.',
  'If the service has just been started, leave it a minute, then try again; see also the log "Forefront Identity Manager" of the Event Viewer.':
    'Wenn der Dienst gerade erst gestartet wurde, warten Sie eine Minute, und versuchen Sie es dann erneut; sehen Sie auch in das Protokoll „Forefront Identity Manager“ der Ereignisanzeige.',
  'On the server, see that it is running: Get-Service FIMService.':
    'Vergewissern Sie sich auf dem Server, dass er läuft: Get-Service FIMService.',
  'The service FIMService is running, and {host} answers on port {port}.':
    'Der Dienst FIMService läuft, und {host} antwortet an Port {port}.',
  'There is no service FIMService on this host.': 'Auf diesem Host gibt es keinen Dienst FIMService.',
  'See that the installation ended well.': 'Vergewissern Sie sich, dass die Installation erfolgreich beendet wurde.',
  'The service FIMService is not running; it is {status}.': 'Der Dienst FIMService läuft nicht; sein Status ist {status}.',
  'Start it (Start-Service FIMService), and see the Event Viewer if it does not stay up.':
    'Starten Sie ihn (Start-Service FIMService), und sehen Sie in die Ereignisanzeige, wenn er nicht in Betrieb bleibt.',
};
