import type { Catalog } from '../catalog.ts';

/** What the checks of the server say of Windows, of what runs on it, and of who installs. */
export const hostChecks: Catalog = {
  "{what} can't be told.": '{what}, lässt sich nicht feststellen.',
  'Which Windows this is': 'Welches Windows das ist',
  'Run winver.': 'Führen Sie winver aus.',
  'On the server, run winver: it should be Windows Server 2019 or 2022; 2025 takes MIM 2016 SP3.':
    'Führen Sie auf dem Server winver aus: Es sollte Windows Server 2019 oder 2022 sein; 2025 erfordert MIM 2016 SP3.',
  'This is {windows}, not Windows Server.': 'Das ist {windows}, nicht Windows Server.',
  'Install on a Windows Server.': 'Installieren Sie auf einem Windows Server.',
  '{windows} is too old.': '{windows} ist zu alt.',
  'Install on {windows} or later, better on Windows Server 2019 or 2022.':
    'Installieren Sie auf {windows} oder höher, besser auf Windows Server 2019 oder 2022.',
  'This {windows} is a domain controller.': 'Dieser {windows} ist ein Domänencontroller.',
  'Rather install on a member server.': 'Installieren Sie besser auf einem Mitgliedsserver.',
  '{windows} is newer than {newest}, the newest that MIM 2016 is known to support.':
    '{windows} ist neuer als {newest}, die neueste Version, die MIM 2016 bekanntermaßen unterstützt.',
  'Check with Microsoft before you go on.': 'Klären Sie das mit Microsoft, bevor Sie fortfahren.',
  'This is {windows} (build {build}), which Microsoft does not recommend for a new installation.':
    'Das ist {windows} (Build {build}), was Microsoft nicht für eine neue Installation empfiehlt.',
  'This is {windows} (build {build}).': 'Das ist {windows} (Build {build}).',

  'Whether the service runs elevated': 'Ob der Dienst mit erhöhten Rechten läuft',
  'Start it from an elevated prompt.': 'Starten Sie ihn aus einer Eingabeaufforderung mit erhöhten Rechten.',
  'Run the installer from a prompt that was opened with "Run as administrator".':
    'Starten Sie das Installationsprogramm aus einer Eingabeaufforderung, die mit „Als Administrator ausführen“ geöffnet wurde.',
  'The service runs elevated, as {user}.': 'Der Dienst läuft mit erhöhten Rechten, als {user}.',
  'The service does not run elevated.': 'Der Dienst läuft nicht mit erhöhten Rechten.',
  'End it, and start it from a prompt opened with "Run as administrator".':
    'Beenden Sie ihn, und starten Sie ihn aus einer Eingabeaufforderung, die mit „Als Administrator ausführen“ geöffnet wurde.',

  "See that the installing user is in the local group Administrators (whoami /groups), is a farm administrator of SharePoint, and is sysadmin of the SQL Server (SELECT IS_SRVROLEMEMBER('sysadmin')).":
    "Vergewissern Sie sich, dass der installierende Benutzer in der lokalen Gruppe Administratoren ist (whoami /groups), Farmadministrator von SharePoint ist und sysadmin des SQL Servers ist (SELECT IS_SRVROLEMEMBER('sysadmin')).",
  'The installing user': 'Der installierende Benutzer',
  'local administrator of this server': 'lokaler Administrator dieses Servers',
  'farm administrator of SharePoint': 'Farmadministrator von SharePoint',
  'sysadmin of {sqlServer}': 'sysadmin von {sqlServer}',
  'sysadmin of {sqlServer}: {why}': 'sysadmin von {sqlServer}: {why}',
  'no answer': 'keine Antwort',
  '{user} is local administrator of this server.': '{user} ist lokaler Administrator dieses Servers.',
  '{user} is local administrator of this server and {more}.': '{user} ist lokaler Administrator dieses Servers und {more}.',
  "Whether {user} is local administrator of this server can't be told.":
    'Ob {user} lokaler Administrator dieses Servers ist, lässt sich nicht feststellen.',
  "Whether {user} is local administrator of this server and {more} can't be told.":
    'Ob {user} lokaler Administrator dieses Servers und {more} ist, lässt sich nicht feststellen.',
  "Whether {user} is farm administrator of SharePoint can't be told.":
    'Ob {user} Farmadministrator von SharePoint ist, lässt sich nicht feststellen.',
  "Whether {user} is farm administrator of SharePoint and {more} can't be told.":
    'Ob {user} Farmadministrator von SharePoint und {more} ist, lässt sich nicht feststellen.',
  "Whether {user} is sysadmin of {sqlServer} can't be told.":
    'Ob {user} sysadmin von {sqlServer} ist, lässt sich nicht feststellen.',
  '{user} is not local administrator of this server.': '{user} ist nicht lokaler Administrator dieses Servers.',
  '{user} is not farm administrator of SharePoint.': '{user} ist nicht Farmadministrator von SharePoint.',
  '{user} is not sysadmin of {sqlServer}.': '{user} ist nicht sysadmin von {sqlServer}.',
  '{user} is not local administrator of this server or farm administrator of SharePoint.':
    '{user} ist nicht lokaler Administrator dieses Servers oder Farmadministrator von SharePoint.',
  '{user} is not local administrator of this server or sysadmin of {sqlServer}.':
    '{user} ist nicht lokaler Administrator dieses Servers oder sysadmin von {sqlServer}.',
  '{user} is not farm administrator of SharePoint or sysadmin of {sqlServer}.':
    '{user} ist nicht Farmadministrator von SharePoint oder sysadmin von {sqlServer}.',
  '{user} is not local administrator of this server or farm administrator of SharePoint or sysadmin of {sqlServer}.':
    '{user} ist nicht lokaler Administrator dieses Servers oder Farmadministrator von SharePoint oder sysadmin von {sqlServer}.',
  'Grant it for the time of the installation, or start the service as a user who is.':
    'Erteilen Sie das für die Dauer der Installation, oder starten Sie den Dienst als ein Benutzer, der es ist.',
  'See that it is so before you install.': 'Vergewissern Sie sich vor der Installation, dass es so ist.',

  'How much is free on drive {drive}:': 'Wie viel auf Laufwerk {drive}: frei ist',
  'See that the drive exists and has 2 GB free.':
    'Vergewissern Sie sich, dass es das Laufwerk gibt und dass 2 GB darauf frei sind.',
  'On the server, see that drive {drive}: has at least 2 GB free.':
    'Vergewissern Sie sich auf dem Server, dass auf Laufwerk {drive}: mindestens 2 GB frei sind.',
  'Drive {drive}: has {free} free.': 'Auf Laufwerk {drive}: sind {free} frei.',
  'Drive {drive}: has only {free} free, and the installation needs 2 GB.':
    'Auf Laufwerk {drive}: sind nur {free} frei, und die Installation benötigt 2 GB.',
  'Make room, or install to another drive.': 'Schaffen Sie Platz, oder installieren Sie auf einem anderen Laufwerk.',
  'There is no drive {drive}:, or it is not ready.': 'Es gibt kein Laufwerk {drive}:, oder es ist nicht bereit.',

  'Whether a restart is pending': 'Ob ein Neustart aussteht',
  'If Windows asks for one, restart first.': 'Wenn Windows einen verlangt, starten Sie zuerst neu.',
  'If Windows asks for a restart on the server, restart it before the installation.':
    'Wenn Windows auf dem Server einen Neustart verlangt, starten Sie ihn vor der Installation neu.',
  'No restart is pending.': 'Es steht kein Neustart aus.',
  'Some files are to be replaced at the next restart.': 'Beim nächsten Neustart werden einige Dateien ersetzt.',
  'Restart the server first if you can.': 'Starten Sie den Server zuerst neu, wenn Sie können.',
  'A restart of this server is pending.': 'Ein Neustart dieses Servers steht aus.',
  'Restart it before the installation.': 'Starten Sie ihn vor der Installation neu.',
  'Windows features or updates were installed': 'Es wurden Features oder Updates von Windows installiert',
  'Windows Update asks for it': 'Windows Update verlangt ihn',
  'files wait to be renamed or deleted': 'Dateien warten darauf, umbenannt oder gelöscht zu werden',
  'the computer was given another name': 'Der Computer hat einen anderen Namen erhalten',

  'Whether another installation runs': 'Ob eine andere Installation läuft',
  'See in the Task Manager.': 'Sehen Sie im Task-Manager nach.',
  'On the server, see that no other installation runs: the Task Manager lists at most one msiexec.exe, idle.':
    'Vergewissern Sie sich auf dem Server, dass keine andere Installation läuft: Der Task-Manager zeigt höchstens ein msiexec.exe, das nichts tut.',
  'No other installation runs.': 'Es läuft keine andere Installation.',
  'Another installation runs on this server.': 'Auf diesem Server läuft eine andere Installation.',
  'Wait until it has ended, then check again.': 'Warten Sie, bis sie beendet ist, und prüfen Sie dann erneut.',

  'The system did not answer in time.': 'Das System hat nicht rechtzeitig geantwortet.',
  "Whether the installation goes on after a restart can't be told.":
    'Ob die Installation nach einem Neustart weitergeht, lässt sich nicht feststellen.',
  'What installs here starts with this server, and goes on by itself after a restart.':
    'Was hier installiert, startet mit diesem Server und macht nach einem Neustart von selbst weiter.',
  'After a restart, which the installer may ask for at its end, nothing goes on by itself: start mim-setup again by hand then, or have it start with this server (mim-setup autostart install).':
    'Nach einem Neustart, den das Installationsprogramm am Ende verlangen kann, geht nichts von selbst weiter: Starten Sie mim-setup dann selbst wieder, oder lassen Sie es mit diesem Server starten (mim-setup autostart install).',
  'See on the server that mim-setup autostart status has nothing to say against it.':
    'Vergewissern Sie sich auf dem Server, dass mim-setup autostart status nichts dagegen vorbringt.',

  'This can only be seen on the Windows server itself.': 'Das ist nur auf dem Windows-Server selbst zu sehen.',
  'PowerShell gave no answer: {words}': 'PowerShell gab keine Antwort: {words}',
  'PowerShell said nothing.': 'PowerShell hat nichts gesagt.',
  'What PowerShell said was not understood.': 'Was PowerShell gesagt hat, war nicht zu verstehen.',
  'PowerShell does not start here.': 'PowerShell startet hier nicht.',
  'PowerShell is kept in constrained language mode here (application control), in which a script may not look at the system.':
    'PowerShell wird hier im eingeschränkten Sprachmodus gehalten (Anwendungssteuerung), in dem ein Skript das System nicht ansehen darf.',
};
