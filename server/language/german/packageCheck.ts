import type { Catalog } from '../catalog.ts';

/** What the check of the package says when it holds the plan against it. */
export const packageCheck: Catalog = {
  'No package is configured, so there is nothing to install from.':
    'Es ist kein Paket konfiguriert; es gibt also nichts, wovon installiert werden könnte.',
  'Set MIM_SETUP_PACKAGE to Service and Portal.msi and start the service again, or begin with its path; or run the script of the plan, and report what comes of it.':
    'Geben Sie in MIM_SETUP_PACKAGE den Pfad von Service and Portal.msi an, und starten Sie den Dienst neu, oder beginnen Sie mit dem Pfad; oder führen Sie das Skript des Plans aus, und melden Sie, was dabei herauskommt.',
  'No package is configured, so the plan is not held against one.':
    'Es ist kein Paket konfiguriert; der Plan wird daher mit keinem verglichen.',
  'Set MIM_SETUP_PACKAGE to Service and Portal.msi, or send its listing in: mim-setup inspect --json on the server makes one.':
    'Geben Sie in MIM_SETUP_PACKAGE den Pfad von Service and Portal.msi an, oder übermitteln Sie seine Auflistung: mim-setup inspect --json auf dem Server erstellt sie.',
  'And {product} is installed already.': 'Außerdem ist {product} bereits installiert.',
  'And {product}, another build, is installed already.': 'Außerdem ist {product}, ein anderer Build, bereits installiert.',
  '{product} is installed already.': '{product} ist bereits installiert.',
  'To change it, use Programs and Features of Windows; to install anew, remove it first.':
    'Um es zu ändern, verwenden Sie „Programme und Features“ von Windows; um neu zu installieren, entfernen Sie es zuerst.',
  '{product}, another build, is installed already.': '{product}, ein anderer Build, ist bereits installiert.',
  'To install anew, remove it first; to let this package upgrade it, if it can, override this check knowingly: its database is upgraded with it.':
    'Um neu zu installieren, entfernen Sie es zuerst; um es durch dieses Paket aktualisieren zu lassen, wenn es das kann, setzen Sie diese Prüfung wissentlich außer Kraft: Seine Datenbank wird mit aktualisiert.',

  'The package is {product}, and fits the plan.': 'Das Paket ist {product} und passt zum Plan.',
  'without a name': 'ohne Namen',
  'without a name {version}': 'ohne Namen {version}',
  'And {count} more: see the detail.': 'Und {count, plural, one {noch ein Befund} other {noch # Befunde}}: siehe Einzelheiten.',
  'failed  {code}: {message}': 'Fehler  {code}: {message}',
  'warning {code}: {message}': 'Warnung {code}: {message}',
  'info    {code}: {message}': 'Hinweis {code}: {message}',
  'The package installs “{product}”, not the MIM Service and Portal.':
    'Das Paket installiert „{product}“, nicht MIM-Dienst und -Portal.',
  'The package installs something else, not the MIM Service and Portal.':
    'Das Paket installiert etwas anderes, nicht MIM-Dienst und -Portal.',
  'Name the file Service and Portal.msi of the installation media.':
    'Geben Sie die Datei Service and Portal.msi der Installationsmedien an.',
  'The package has no feature {feature}, so the installer would refuse.':
    'Das Paket hat kein Feature {feature}; das Installationsprogramm würde daher ablehnen.',
  'It has {names}.': 'Vorhanden sind {names}.',
  '{names} and {count} more': '{names} und {count} weitere',
  'Take another build, or leave the feature out.': 'Nehmen Sie einen anderen Build, oder lassen Sie das Feature weg.',
  'The package gives “{version}” as its build.': 'Das Paket gibt „{version}“ als seinen Build an.',
  'The package gives nothing as its build.': 'Das Paket gibt keinen Build an.',
  'See by its file properties that it is the build that you mean to install.':
    'Vergewissern Sie sich anhand der Dateieigenschaften, dass es der Build ist, den Sie installieren wollen.',
  'The package is build {build}; Application Context Authentication (option {option}) needs {needed} or later.':
    'Das Paket ist Build {build}; die Authentifizierung im Anwendungskontext (Option {option}) benötigt {needed} oder höher.',
  'Take a newer build, or choose another authentication.':
    'Nehmen Sie einen neueren Build, oder wählen Sie eine andere Authentifizierung.',
  'The summary of the package is missing, and Windows Installer may refuse the package for it.':
    'Die Zusammenfassung des Pakets fehlt, und Windows Installer lehnt das Paket deswegen vielleicht ab.',
  'The summary of the package is damaged, and Windows Installer may refuse the package for it.':
    'Die Zusammenfassung des Pakets ist beschädigt, und Windows Installer lehnt das Paket deswegen vielleicht ab.',
  'Copy it from the installation media again.': 'Kopieren Sie es erneut von den Installationsmedien.',

  'No property is known for the answer {name}, so the installer would not learn it.':
    'Für die Angabe {name} ist keine Eigenschaft bekannt; das Installationsprogramm würde sie daher nicht erfahren.',
  'The package may mean it by {candidates}.': 'Das Paket meint sie vielleicht mit {candidates}.',
  'Settle it by that here, or by configuration.': 'Klären Sie sie damit hier oder durch die Konfiguration.',
  'Nothing in the package looks like it.': 'Nichts im Paket sieht danach aus.',
  'Set it after the installation, by the installer’s Change mode.':
    'Legen Sie sie nach der Installation im Änderungsmodus des Installationsprogramms fest.',
  'The package mentions no property {name}: Windows Installer would take it and nothing would come of it.':
    'Das Paket erwähnt keine Eigenschaft {name}: Windows Installer würde sie annehmen, und sie bliebe ohne Wirkung.',
  'It has {names}; give the answer the right name by configuration, or check its effect after the installation.':
    'Vorhanden sind {names}; geben Sie der Angabe durch die Konfiguration den richtigen Namen, oder überprüfen Sie nach der Installation ihre Wirkung.',
  'Give the answer the right name by configuration, or check its effect after the installation.':
    'Geben Sie der Angabe durch die Konfiguration den richtigen Namen, oder überprüfen Sie nach der Installation ihre Wirkung.',
  'The plan sets {name} to “{value}”; the package’s own dialog offers {offered}.':
    'Der Plan setzt {name} auf „{value}“; das Dialogfeld des Pakets selbst bietet {offered} an.',
  'Check which one is meant.': 'Überprüfen Sie, welcher Wert gemeint ist.',
  'The plan leaves {property} as it is.': 'Der Plan lässt {property} unverändert.',
  'It stays empty unless you set it by configuration.': 'Sie bleibt leer, wenn Sie sie nicht durch die Konfiguration festlegen.',
  'It stays “{value}” unless you set it by configuration.':
    'Sie bleibt „{value}“, wenn Sie sie nicht durch die Konfiguration festlegen.',
  '{property} ({control} on {dialog})': '{property} ({control} auf {dialog})',
  '{property} ({control} on {dialog}, labelled “{label}”)': '{property} ({control} auf {dialog}, beschriftet „{label}“)',
  '{property} ({control} on {dialog}, values “{values}”)': '{property} ({control} auf {dialog}, Werte „{values}“)',
  '{property} ({control} on {dialog}, labelled “{label}”, values “{values}”)':
    '{property} ({control} auf {dialog}, beschriftet „{label}“, Werte „{values}“)',
  '{one}; or {other}': '{one}; oder {other}',
};
