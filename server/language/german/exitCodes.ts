import type { Catalog } from '../catalog.ts';

/** What the exit codes of Windows Installer stand for, and what to do about them. */
export const exitCodes: Catalog = {
  'The data is invalid.': 'Die Daten sind ungültig.',
  'Copy the package anew from its medium; compare its size and signature.':
    'Kopieren Sie das Paket erneut von seinem Medium; vergleichen Sie Größe und Signatur.',
  'One of the parameters was invalid.': 'Einer der Parameter war ungültig.',
  'See the command in the plan; a property that was overridden by configuration may be wrong.':
    'Sehen Sie sich den Befehl im Plan an; eine Eigenschaft, die durch die Konfiguration überschrieben wurde, ist vielleicht falsch.',
  'A custom action of the package called what it must not call.':
    'Eine benutzerdefinierte Aktion des Pakets hat etwas aufgerufen, was sie nicht aufrufen darf.',
  'Use another build of the package.': 'Verwenden Sie einen anderen Build des Pakets.',
  'Windows holds the product to be incompatible with this version of Windows.':
    'Windows hält das Produkt für nicht kompatibel mit dieser Version von Windows.',
  'Install on a version of Windows Server that this build supports.':
    'Installieren Sie auf einer Version von Windows Server, die dieser Build unterstützt.',
  'The Windows Installer service could not be reached.': 'Der Dienst Windows Installer war nicht erreichbar.',
  'See that the service msiserver is not disabled and can be started; run this service as an administrator, not in safe mode.':
    'Vergewissern Sie sich, dass der Dienst msiserver nicht deaktiviert ist und gestartet werden kann; führen Sie diesen Dienst als Administrator aus, nicht im abgesicherten Modus.',
  'The installation was cancelled.': 'Die Installation wurde abgebrochen.',
  'Retry when it is time.': 'Versuchen Sie es erneut, wenn es so weit ist.',
  'The installation is suspended, incomplete.': 'Die Installation ist angehalten und unvollständig.',
  'Restart the server, and retry.': 'Starten Sie den Server neu, und versuchen Sie es erneut.',
  'What was asked for is only possible for a product that is installed.':
    'Was verlangt wurde, ist nur bei einem installierten Produkt möglich.',
  'Install it first.': 'Installieren Sie es zuerst.',
  'The package does not know one of the features.': 'Das Paket kennt eines der Features nicht.',
  'Compare the features of the plan with those of the package.': 'Vergleichen Sie die Features des Plans mit denen des Pakets.',
  'A component is not registered.': 'Eine Komponente ist nicht registriert.',
  'Use the package as it was published, without transforms.':
    'Verwenden Sie das Paket, wie es veröffentlicht wurde, ohne Transformationen.',
  'The package does not know one of the properties.': 'Das Paket kennt eine der Eigenschaften nicht.',
  'Compare the properties of the plan with those of the package.':
    'Vergleichen Sie die Eigenschaften des Plans mit denen des Pakets.',
  'The installer was left in an invalid state.': 'Das Installationsprogramm wurde in einem ungültigen Zustand zurückgelassen.',
  'What Windows Installer keeps of this product is damaged.':
    'Was Windows Installer über dieses Produkt gespeichert hat, ist beschädigt.',
  "Remove the product with Microsoft's program install and uninstall troubleshooter, and retry.":
    'Entfernen Sie das Produkt mit der Problembehandlung von Microsoft für die Programminstallation und -deinstallation, und versuchen Sie es erneut.',
  "A component's qualifier is not there.": 'Der Qualifizierer einer Komponente ist nicht vorhanden.',
  'The source that the product was installed from is not available.':
    'Die Quelle, von der das Produkt installiert wurde, ist nicht verfügbar.',
  'Put the package back to where it was when the product was first installed, or give that folder back to the installing user.':
    'Legen Sie das Paket wieder dorthin, wo es bei der ersten Installation des Produkts war, oder geben Sie dem installierenden Benutzer wieder Zugriff auf diesen Ordner.',
  'The package needs a newer Windows Installer.': 'Das Paket benötigt einen neueren Windows Installer.',
  'Update Windows, and retry.': 'Aktualisieren Sie Windows, und versuchen Sie es erneut.',
  'The product is uninstalled.': 'Das Produkt ist deinstalliert.',
  'Retry: it is installed anew.': 'Versuchen Sie es erneut: Das Produkt wird neu installiert.',
  'A query within the package is invalid.': 'Eine Abfrage im Paket ist ungültig.',
  'Copy the package anew from its medium.': 'Kopieren Sie das Paket erneut von seinem Medium.',
  "A field that the package's tables should have is not there.": 'Ein Feld, das die Tabellen des Pakets haben sollten, fehlt.',
  'Another installation is running on this server.': 'Auf diesem Server wird eine andere Installation ausgeführt.',
  'Wait until it has ended (Windows Update, an agent that deploys software), and retry.':
    'Warten Sie, bis sie beendet ist (Windows Update, ein Agent zur Softwareverteilung), und versuchen Sie es erneut.',
  'The package could not be opened.': 'Das Paket konnte nicht geöffnet werden.',
  "Check that the path is right, and that the installing user may read it; Windows Installer's service has to read it too, so copy it to a local folder.":
    'Überprüfen Sie, ob der Pfad stimmt und der installierende Benutzer das Paket lesen darf; auch der Dienst Windows Installer muss es lesen, kopieren Sie es daher in einen lokalen Ordner.',
  'The package is no valid Windows Installer package.': 'Das Paket ist kein gültiges Windows Installer-Paket.',
  'Copy it anew from its medium; compare its size and signature.':
    'Kopieren Sie es erneut von seinem Medium; vergleichen Sie Größe und Signatur.',
  "The installer's user interface could not be started.":
    'Die Benutzeroberfläche des Installationsprogramms konnte nicht gestartet werden.',
  'Retry; if it happens again, restart the server.':
    'Versuchen Sie es erneut; wenn es wieder geschieht, starten Sie den Server neu.',
  "The installer's log could not be opened.": 'Das Protokoll des Installationsprogramms konnte nicht geöffnet werden.',
  'See that the data folder of this service exists, is writable and has room.':
    'Vergewissern Sie sich, dass der Datenordner dieses Diensts vorhanden und beschreibbar ist und dass genug Platz frei ist.',
  'The package does not support the language of this server.': 'Das Paket unterstützt die Sprache dieses Servers nicht.',
  'Use the package in a language that this server has.':
    'Verwenden Sie das Paket in einer Sprache, die auf diesem Server vorhanden ist.',
  'A transform could not be applied, or policy forbids it.':
    'Eine Transformation konnte nicht angewendet werden, oder eine Richtlinie verbietet sie.',
  'Take TRANSFORMS out of the overridden properties, or mend its path.':
    'Entfernen Sie TRANSFORMS aus den überschriebenen Eigenschaften, oder berichtigen Sie den Pfad darin.',
  'Policy forbids this installation, or the service does not run elevated.':
    'Eine Richtlinie verbietet diese Installation, oder der Dienst wird nicht mit erhöhten Rechten ausgeführt.',
  'Run the service elevated, as a local administrator, and see the group policies on Windows Installer and on software restriction.':
    'Führen Sie den Dienst als lokaler Administrator mit erhöhten Rechten aus, und sehen Sie in den Gruppenrichtlinien für Windows Installer und für Softwareeinschränkung nach.',
  'A function of the package could not be run.': 'Eine Funktion des Pakets konnte nicht ausgeführt werden.',
  'The lines of the log say which; retry after a restart of the server.':
    'Welche, steht in den Zeilen des Protokolls; versuchen Sie es nach einem Neustart des Servers erneut.',
  'A function of the package failed while it ran.': 'Eine Funktion des Pakets ist bei der Ausführung fehlgeschlagen.',
  'The lines of the log say which action it was.': 'Welche Aktion es war, steht in den Zeilen des Protokolls.',
  'An invalid or unknown table was named.': 'Es wurde eine ungültige oder unbekannte Tabelle genannt.',
  'A value of the wrong kind was given to the installer.': 'Dem Installationsprogramm wurde ein Wert der falschen Art übergeben.',
  'See the properties that configuration overrides.':
    'Sehen Sie sich die Eigenschaften an, die durch die Konfiguration überschrieben werden.',
  'The Windows Installer service failed to start.': 'Der Dienst Windows Installer konnte nicht gestartet werden.',
  'See that the service msiserver is not disabled, and restart the server.':
    'Vergewissern Sie sich, dass der Dienst msiserver nicht deaktiviert ist, und starten Sie den Server neu.',
  'The folder for temporary files is full or cannot be reached.':
    'Der Ordner für temporäre Dateien ist voll oder nicht erreichbar.',
  'Make room in the TEMP folder of the installing user and of the system, and check the rights on it.':
    'Schaffen Sie Platz im TEMP-Ordner des installierenden Benutzers und in dem des Systems, und überprüfen Sie die Rechte daran.',
  'The package is for another kind of processor.': 'Das Paket ist für eine andere Art von Prozessor.',
  'Install on a 64-bit Windows Server.': 'Installieren Sie auf einem Windows Server mit 64 Bit.',
  'A component is not used on this server.': 'Eine Komponente wird auf diesem Server nicht verwendet.',
  'A patch cannot be opened, is not valid, is not permitted, or does not belong to what is installed.':
    'Ein Patch lässt sich nicht öffnen, ist ungültig, ist nicht zugelassen oder gehört nicht zu dem, was installiert ist.',
  'Install the full package of the wanted build instead of a patch, or check the patch.':
    'Installieren Sie statt eines Patches das vollständige Paket des gewünschten Builds, oder überprüfen Sie den Patch.',
  'Another version of this product is installed already.': 'Eine andere Version dieses Produkts ist bereits installiert.',
  'Remove or update the installed version by way of Programs and Features, or use the package that it was installed from.':
    'Entfernen oder aktualisieren Sie die installierte Version über „Programme und Features“, oder verwenden Sie das Paket, von dem sie installiert wurde.',
  'The command line is not valid.': 'Die Befehlszeile ist ungültig.',
  "See the properties that configuration overrides; this software's own quoting is tested, so please report what was given.":
    'Sehen Sie sich die Eigenschaften an, die durch die Konfiguration überschrieben werden; wie diese Software Werte in Anführungszeichen setzt, ist getestet, bitte melden Sie daher, was angegeben war.',
  'Installing is not permitted from a remote session.': 'Aus einer Remotesitzung darf nicht installiert werden.',
  'Run the service on the server itself, outside of a remote desktop session, or allow it by policy.':
    'Führen Sie den Dienst auf dem Server selbst aus, nicht in einer Remotedesktopsitzung, oder lassen Sie dies durch eine Richtlinie zu.',
  'Windows runs in safe mode, where Windows Installer cannot install.':
    'Windows wird im abgesicherten Modus ausgeführt, in dem Windows Installer nicht installieren kann.',
  'Restart the server normally, and retry.': 'Starten Sie den Server normal neu, und versuchen Sie es erneut.',
  'Rollback is disabled on this server, and this installation needs it.':
    'Das Rückgängigmachen (Rollback) ist auf diesem Server deaktiviert, und diese Installation benötigt es.',
  'Take the policy that prohibits rollback away (DisableRollback), or DISABLEROLLBACK out of the overridden properties, and retry.':
    'Entfernen Sie die Richtlinie, die Rollbacks verbietet (DisableRollback), oder DISABLEROLLBACK aus den überschriebenen Eigenschaften, und versuchen Sie es erneut.',
  'The product is not supported on this version of Windows.':
    'Das Produkt wird auf dieser Version von Windows nicht unterstützt.',
  'An action of the installer failed, for a reason that this software does not know.':
    'Eine Aktion des Installationsprogramms ist fehlgeschlagen, aus einem Grund, den diese Software nicht kennt.',
  'The lines of the log say what went before: look for the first error among them.':
    'Was vorher geschah, steht in den Zeilen des Protokolls: Suchen Sie darin nach dem ersten Fehler.',
  'Then retry, or change an answer.': 'Versuchen Sie es dann erneut, oder ändern Sie eine Angabe.',
};
