import { installFeatures, startSharePointServices } from '../../machines/scripts/prerequisiteScripts.ts';
import { runInstallerHere } from '../../machines/scripts/runInstallerHereScript.ts';
import { type Finding, passed, warning } from '../checks/finding.ts';
import { prerequisites } from '../platforms/supportedPlatforms.ts';
import { unanswerable, unsuitable } from './finding.ts';
import type { HostFacts } from './hostFacts.ts';

const { dotNetFramework, visualC } = prerequisites;

/** Whether .NET Framework 4 is of a late enough release, and 3.5 is there beside it, which is a feature of Windows. */
export function judgeFramework({ framework, unanswered }: HostFacts): Finding {
  if (!framework) {
    return unanswerable('Which .NET Framework there is', unanswered['framework'], `It takes ${dotNetFramework.name} and 3.5.`);
  }
  const { release, has35 } = framework;
  if (release === null || release < dotNetFramework.release) {
    return unsuitable(
      `${dotNetFramework.name} or later is not installed. Install the latest .NET Framework 4, and restart the server.`,
      { detail: prerequisites.source, script: runInstallerHere('dotNetFramework') },
    );
  }
  if (!has35) {
    return unsuitable(
      '.NET Framework 3.5 is not installed; the MIM Service needs it. Add it by the script, with the sources of Windows at hand where it cannot be loaded.',
      { detail: prerequisites.source, script: installFeatures(['NET-Framework-Core']) },
    );
  }
  return passed(`.NET Framework 4 (release ${release}) and 3.5 are installed.`);
}

/** Whether the runtime of Visual C++ is there that MIM 2016 SP2 asks for; later ones do not stand in for it. */
export function judgeVisualC({ visualC: versions, unanswered }: HostFacts): Finding {
  if (!versions) {
    return unanswerable(
      `Whether the ${visualC.name} is installed`,
      unanswered['visualC'],
      'See in the list of installed programs.',
    );
  }
  if (versions.includes(visualC.version)) return passed(`The ${visualC.name} is installed.`);
  const script = runInstallerHere('visualC');
  const install = `Install the ${visualC.name} (x64), which MIM 2016 SP2 asks for.`;
  if (versions.length === 0)
    return unsuitable(`No 64-bit runtime of Visual C++ is installed. ${install}`, { detail: prerequisites.source, script });
  return {
    ...warning(
      'host-unsuitable',
      `Of Visual C++, only a later runtime (${versions.join(', ')}) is installed. ${install}`,
      prerequisites.source,
    ),
    script,
  };
}

/** Whether IIS has the features that the portals need. */
export function judgeWebServer({ missingFeatures, unanswered }: HostFacts): Finding {
  if (!missingFeatures) {
    return unanswerable(
      'Which features of IIS are installed',
      unanswered['missingFeatures'],
      `See by: Get-WindowsFeature ${prerequisites.webServer.join(', ')}.`,
    );
  }
  if (missingFeatures.length === 0) return passed('IIS has the features that the portals need.');
  return unsuitable(`IIS lacks what the portals need: ${missingFeatures.join(', ')}. Add it by the script.`, {
    detail: prerequisites.source,
    script: installFeatures(missingFeatures),
  });
}

/**
 * Whether the services run that deploy SharePoint's solutions (Microsoft Learn, "Set up an identity management server: SharePoint").
 */
export function judgeSharePointServices({ sharePointServices, unanswered }: HostFacts): Finding {
  if (!sharePointServices) {
    return unanswerable(
      "Whether SharePoint's services run",
      unanswered['sharePointServices'],
      'See in the services console: SharePoint Administration and SharePoint Timer Service.',
    );
  }
  const states = Object.entries(sharePointServices);
  const missing = states.filter(([, state]) => state === null).map(([name]) => name);
  if (missing.length > 0) {
    return unsuitable(
      `SharePoint is not installed on this server, or not wholly: it has no service ${missing.map((name) => titles[name] ?? name).join(' and no service ')}. Install SharePoint here first.`,
    );
  }
  const still = states.filter(([, state]) => state !== 'Running').map(([name]) => name);
  if (still.length === 0) return passed('The SharePoint Administration and the SharePoint Timer Service run.');
  const named = still.map((name) => titles[name] ?? name).join(' and ');
  return unsuitable(
    still.length > 1
      ? `${named} do not run, and without them SharePoint deploys no solution. Start them by the script.`
      : `${named} does not run, and without it SharePoint deploys no solution. Start it by the script.`,
    { script: startSharePointServices },
  );
}

const titles: Readonly<Record<string, string>> = {
  SPAdminV4: 'SharePoint Administration',
  SPTimerV4: 'SharePoint Timer Service',
};
