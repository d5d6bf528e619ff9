import type { Catalog } from '../catalog.ts';

/** What the checks of the server say of .NET Framework, Visual C++, IIS, SharePoint and TLS. SharePoint's services as German Windows lists them. */
export const prerequisiteChecks: Catalog = {
  'Which .NET Framework there is': 'Welches .NET Framework vorhanden ist',
  'It takes {framework} and 3.5.': 'Benötigt werden {framework} und 3.5.',
  'See that .NET Framework 4.6 or later and .NET Framework 3.5 are installed on the server.':
    'Vergewissern Sie sich, dass auf dem Server .NET Framework 4.6 oder höher und .NET Framework 3.5 installiert sind.',
  '{framework} or later is not installed.': '{framework} oder höher ist nicht installiert.',
  'Install the latest .NET Framework 4, and restart the server.':
    'Installieren Sie das neueste .NET Framework 4, und starten Sie den Server neu.',
  '.NET Framework 3.5 is not installed; the MIM Service needs it.':
    '.NET Framework 3.5 ist nicht installiert; der MIM-Dienst benötigt es.',
  'Add it by the script, with the sources of Windows at hand where it cannot be loaded.':
    'Fügen Sie es mit dem Skript hinzu; halten Sie die Quelldateien von Windows bereit, wo es sich nicht herunterladen lässt.',
  '.NET Framework 4 (release {release}) and 3.5 are installed.': '.NET Framework 4 (Release {release}) und 3.5 sind installiert.',
  'Whether the {runtime} is installed': 'Ob {runtime} installiert ist',
  'See in the list of installed programs.': 'Sehen Sie in der Liste der installierten Programme nach.',
  'See that the Visual C++ 2013 redistributable (x64) is installed on the server.':
    'Vergewissern Sie sich, dass auf dem Server das Visual C++ 2013 Redistributable (x64) installiert ist.',
  'Visual C++ 2013 redistributable': 'Visual C++ 2013 Redistributable',
  'The {runtime} is installed.': '{runtime} ist installiert.',
  'Install the {runtime} (x64), which MIM 2016 SP2 asks for.': 'Installieren Sie {runtime} (x64), das MIM 2016 SP2 verlangt.',
  'No 64-bit runtime of Visual C++ is installed.': 'Es ist keine 64-Bit-Laufzeit von Visual C++ installiert.',
  'Of Visual C++, only a later runtime ({versions}) is installed.':
    'Von Visual C++ ist nur eine spätere Laufzeit ({versions}) installiert.',
  'Which features of IIS are installed': 'Welche Features von IIS installiert sind',
  'See by: Get-WindowsFeature {features}.': 'Prüfen Sie es mit: Get-WindowsFeature {features}.',
  'See on the server that all of these are installed: Get-WindowsFeature {features}.':
    'Vergewissern Sie sich auf dem Server, dass alle diese installiert sind: Get-WindowsFeature {features}.',
  'IIS has the features that the portals need.': 'IIS hat die Features, die die Portale benötigen.',
  'IIS lacks what the portals need: {features}.': 'IIS fehlt, was die Portale benötigen: {features}.',
  'Add it by the script.': 'Fügen Sie es mit dem Skript hinzu.',

  'Whether SharePoint is deploying solutions': 'Ob SharePoint gerade Lösungen bereitstellt',
  'See in Central Administration, Manage farm solutions.':
    'Sehen Sie in der Zentraladministration unter „Farmlösungen verwalten“ nach.',
  'In the SharePoint Management Shell, see that nothing comes of: Get-SPSolution | Where-Object JobExists.':
    'Vergewissern Sie sich in der SharePoint-Verwaltungsshell, dass dies nichts ergibt: Get-SPSolution | Where-Object JobExists.',
  'No SharePoint solution is being deployed or retracted.': 'Es wird keine SharePoint-Lösung bereitgestellt oder zurückgezogen.',
  'SharePoint is still deploying or retracting {solutions}, at which the installer fails.':
    'SharePoint stellt noch bereit oder zieht zurück: {solutions}. Daran scheitert das Installationsprogramm.',
  'Wait until its timer jobs have ended, then check again.':
    'Warten Sie, bis seine Zeitgeberaufträge beendet sind, und prüfen Sie dann erneut.',
  "Whether SharePoint's services run": 'Ob die Dienste von SharePoint laufen',
  'See in the services console: SharePoint Administration and SharePoint Timer Service.':
    'Sehen Sie in der Diensteverwaltung nach: SharePoint-Verwaltung und SharePoint-Timerdienst.',
  'See that SharePoint Administration and SharePoint Timer Service run on the server.':
    'Vergewissern Sie sich, dass auf dem Server SharePoint-Verwaltung und SharePoint-Timerdienst laufen.',
  'SharePoint Administration': 'SharePoint-Verwaltung',
  'SharePoint Timer Service': 'SharePoint-Timerdienst',
  'SharePoint is not installed on this server, or not wholly: it has no service {services}.':
    'SharePoint ist auf diesem Server nicht oder nicht vollständig installiert: Es fehlt der Dienst {services}.',
  'no service SharePoint Timer Service': 'der Dienst SharePoint-Timerdienst',
  'Install SharePoint here first.': 'Installieren Sie zuerst SharePoint auf diesem Server.',
  'The SharePoint Administration and the SharePoint Timer Service run.':
    'Die Dienste SharePoint-Verwaltung und SharePoint-Timerdienst laufen.',
  '{service} does not run, and without it SharePoint deploys no solution.':
    '{service} läuft nicht, und ohne diesen Dienst stellt SharePoint keine Lösung bereit.',
  'Start it by the script.': 'Starten Sie ihn mit dem Skript.',
  '{services} do not run, and without them SharePoint deploys no solution.':
    '{services} laufen nicht, und ohne diese Dienste stellt SharePoint keine Lösung bereit.',
  'Start them by the script.': 'Starten Sie sie mit dem Skript.',

  'In the SharePoint Management Shell, see that there is one, of compatibility level 15: Get-SPSite {site}.':
    'Vergewissern Sie sich in der SharePoint-Verwaltungsshell, dass es eine mit Kompatibilitätsgrad 15 gibt: Get-SPSite {site}.',
  'With SharePoint 2019 and later, $w.BlockedASPNetExtensions of its web application must not have ashx in it.':
    'Ab SharePoint 2019 darf in $w.BlockedASPNetExtensions ihrer Webanwendung kein ashx stehen.',
  'Whether there is a site collection at {site}': 'Ob es unter {site} eine Websitesammlung gibt',
  'See by: Get-SPSite {site}.': 'Prüfen Sie es mit: Get-SPSite {site}.',
  'There is no site collection at {site}.': 'Unter {site} gibt es keine Websitesammlung.',
  'Create one with compatibility level {level} by the script, or enter the address of another.':
    'Erstellen Sie mit dem Skript eine mit Kompatibilitätsgrad {level}, oder geben Sie die Adresse einer anderen ein.',
  'The site collection at {site} has compatibility level {found}, and the MIM Portal needs {level}.':
    'Die Websitesammlung unter {site} hat Kompatibilitätsgrad {found}, und das MIM-Portal benötigt {level}.',
  'Delete it, and create it again with -CompatibilityLevel {level}; the script does both.':
    'Löschen Sie sie, und erstellen Sie sie mit -CompatibilityLevel {level} neu; das Skript tut beides.',
  'What is in it is lost.': 'Was darin ist, geht verloren.',
  'SharePoint blocks ASHX files at {site}, and without them pages of the MIM Portal do not show.':
    'SharePoint blockiert unter {site} ASHX-Dateien, und ohne sie werden Seiten des MIM-Portals nicht angezeigt.',
  'The script unblocks them.': 'Das Skript hebt die Blockierung auf.',
  'The site collection at {site} may be upgraded by its owners, and where it may, the installation of the portal is known to fail.':
    'Die Websitesammlung unter {site} darf von ihren Besitzern aktualisiert werden, und wo das so ist, schlägt die Installation des Portals bekanntlich fehl.',
  'The script forbids it.': 'Das Skript unterbindet das.',
  'There is a site collection at {site}, of compatibility level {level}.':
    'Unter {site} gibt es eine Websitesammlung mit Kompatibilitätsgrad {level}.',

  'Which versions of TLS this server allows': 'Welche Versionen von TLS dieser Server zulässt',
  'See below HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols: TLS 1.1 has to be allowed.':
    'Sehen Sie unter HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols nach: TLS 1.1 muss zugelassen sein.',
  'See on the server that TLS 1.1 is allowed (HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols): where TLS 1.2 alone is, an unattended installation of MIM 2016 SP2 fails.':
    'Vergewissern Sie sich auf dem Server, dass TLS 1.1 zugelassen ist (HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols): Wo nur TLS 1.2 zugelassen ist, schlägt eine unbeaufsichtigte Installation von MIM 2016 SP2 fehl.',
  'This server allows no version of TLS before 1.2, where an unattended installation of MIM 2016 SP2 fails.':
    'Dieser Server lässt keine Version von TLS vor 1.2 zu, und so schlägt eine unbeaufsichtigte Installation von MIM 2016 SP2 fehl.',
  'Allow TLS 1.1 for the time of the installation, by the script and a restart, and where SQL Server runs as well; afterwards, forbid it again.':
    'Lassen Sie TLS 1.1 für die Dauer der Installation mit dem Skript und einem Neustart zu, auch dort, wo SQL Server läuft; verbieten Sie es danach wieder.',
  'Or install interactively.': 'Oder installieren Sie interaktiv.',
  'To those who connect to it, this server offers TLS 1.2 at the earliest.':
    'Wer sich mit ihm verbindet, dem bietet dieser Server frühestens TLS 1.2 an.',
  'There the MIM Service cannot use a self-issued certificate: choose one of a trusted authority on the page of the certificate.':
    'Dort kann der MIM-Dienst kein selbst ausgestelltes Zertifikat verwenden: Wählen Sie auf der Seite des Zertifikats eines von einer vertrauenswürdigen Zertifizierungsstelle.',
  'This server allows a version of TLS by which an unattended installation reaches SQL Server.':
    'Dieser Server lässt eine Version von TLS zu, mit der eine unbeaufsichtigte Installation SQL Server erreicht.',
  'OLE DB Driver {version} or later for SQL Server is not installed; the installer needs it there.':
    'Der OLE DB-Treiber {version} oder höher für SQL Server ist nicht installiert; das Installationsprogramm benötigt ihn dort.',
  '.NET Framework does not use the versions that Windows allows: {name} is not 1 in {keys}.':
    '.NET Framework verwendet nicht die Versionen, die Windows zulässt: {name} ist nicht 1 in {keys}.',
  '.NET Framework still offers what newer servers refuse: {name} is not 1 in {keys}.':
    '.NET Framework bietet noch an, was neuere Server ablehnen: {name} ist nicht 1 in {keys}.',
  'The script sets it.': 'Das Skript setzt den Wert.',
};
