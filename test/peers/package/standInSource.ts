import { createHash } from 'node:crypto';
import type { StandInOptions } from './standIn.ts';
import { allStandInProperties, standInProperties } from './standInProperties.ts';

export const standInFeatures = [
  'CommonServices',
  'FIMReporting',
  'PAMServices',
  'WebPortals',
  'RegistrationPortal',
  'ResetPortal',
] as const;

type Source = StandInOptions & { readonly features: readonly string[] };

/** The stand-in as wixl reads it. What wixl has no words for is added afterwards. */
export function standInSource({
  features,
  version = '4.6.421.0',
  productName = 'Stand-in Service and Portal',
  seed = '',
  dialogs,
}: Source) {
  const names =
    dialogs === 'other' ? [...allStandInProperties.filter(isPublished), ...standInProperties.other] : allStandInProperties;
  const hidden = [...standInProperties.hidden.filter((name) => names.includes(name)), ...(dialogs === 'other' ? ['Q1'] : [])];
  const id = (name: string) => guidOf(`${seed}/${name}`);
  return `<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Product Name="${xml(productName)}" Id="${id('product')}" UpgradeCode="${id('upgrade')}" Language="1033" Codepage="1252" Version="${version}" Manufacturer="Contoso">
    <Package Id="*" Keywords="Installer" Description="stand-in" Manufacturer="Contoso" InstallerVersion="500" Languages="1033" Compressed="yes" SummaryCodepage="1252" InstallScope="perMachine"/>
    <Media Id="1" Cabinet="standin.cab" EmbedCab="yes"/>
    <Condition Message="ACCEPT_EULA=1 is required">ACCEPT_EULA="1" OR Installed</Condition>
    <Property Id="SQLSERVER_DATABASE" Value="FIMService"/>
    <Property Id="CERTIFICATE_NAME" Value="ForefrontIdentityManager"/>
    <Property Id="SLOW_PINGS" Value="6"/>
    <Property Id="SecureCustomProperties" Value="${[...names, ...standInProperties.orders].join(';')}"/>
    <Property Id="MsiHiddenProperties" Value="${hidden.join(';')}"/>
    <Property Id="CMDEXE" Value="C:\\windows\\system32\\cmd.exe"/>
    <Directory Id="TARGETDIR" Name="SourceDir">
      <Directory Id="ProgramFiles64Folder">
        <Directory Id="VENDOR" Name="Contoso Forefront Identity Manager">
          <Directory Id="INSTALLDIR" Name="2010">
${features.map((feature) => directory(feature, id(feature), names)).join('\n')}
          </Directory>
        </Directory>
      </Directory>
    </Directory>
${featureTree(features)}
    <CustomAction Id="SlowStep" Property="CMDEXE" ExeCommand="/c ping -n [SLOW_PINGS] 127.0.0.1" Execute="deferred" Return="ignore"/>
    <CustomAction Id="FailExe" Property="CMDEXE" ExeCommand="/c exit 7" Return="check"/>
    <CustomAction Id="FailDeferred" Property="CMDEXE" ExeCommand="/c exit 7" Execute="deferred" Return="check"/>
    <InstallExecuteSequence>
      <Custom Action="FailDeferred" Sequence="6500">FAIL_AT="deferred"</Custom>
      <Custom Action="SlowStep" Sequence="4010">SLOW="1"</Custom>
      <Custom Action="FailExe" Sequence="5010">FAIL_AT="exe"</Custom>
    </InstallExecuteSequence>
  </Product>
</Wix>
`;
}

function isPublished(name: string): boolean {
  return !name.startsWith('OFFICE365_') && !(standInProperties.open as readonly string[]).includes(name);
}

function directory(feature: string, guid: string, names: readonly string[]): string {
  const files = [1, 2, 3].map((n) => {
    const name = `${feature}.${n}.txt`;
    return `                <File Id="F_${feature}_${n}" Name="${name}" Source="${name}"${n === 1 ? ' KeyPath="yes"' : ''}/>`;
  });
  return `            <Directory Id="DIR_${feature}" Name="${feature}">
              <Component Id="C_${feature}" Guid="${guid}" Win64="yes">
${files.join('\n')}${feature === 'CommonServices' ? registry(names) : ''}
              </Component>
            </Directory>`;
}

function registry(names: readonly string[]): string {
  const values = names.map((name) => `                  <RegistryValue Name="${name}" Type="string" Value="=[${name}]"/>`);
  return `
                <RegistryKey Root="HKLM" Key="SOFTWARE\\Contoso\\FIMService">
${values.join('\n')}
                </RegistryKey>`;
}

/** As in the original, reporting and privileged access management belong to the MIM Service. */
function featureTree(features: readonly string[]): string {
  const children = features.includes('CommonServices') ? features.filter((name) => partsOfService.has(name)) : [];
  const element = (name: string): string =>
    `    <Feature Id="${name}" Title="${titles[name] ?? name}" Level="1" Display="${2 * features.indexOf(name) + 2}"><ComponentRef Id="C_${name}"/>${name === 'CommonServices' ? children.map(element).join('') : ''}</Feature>`;
  return features
    .filter((name) => !children.includes(name))
    .map(element)
    .join('\n');
}

const partsOfService = new Set(['FIMReporting', 'PAMServices']);

const titles: Readonly<Record<string, string>> = {
  CommonServices: 'MIM Service',
  FIMReporting: 'MIM Reporting',
  PAMServices: 'Privileged Access Management',
  WebPortals: 'MIM Portal',
  RegistrationPortal: 'MIM Password Registration Portal',
  ResetPortal: 'MIM Password Reset Portal',
};

/** The same name, the same GUID: a stand-in that is built again is the same product. */
function guidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex').toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-A${hex.slice(17, 20)}-${hex.slice(20, 32)}}`;
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
