/** Where the directory of a test lives, and at which address of this computer alone it listens. */
export interface SmbConf {
  readonly folder: string;
  readonly address: string;
  readonly keyFile: string;
  readonly certFile: string;
  readonly caFile: string;
}

/** Samba's configuration: a domain controller with LDAP alone, and nothing outside the folder. */
export function smbConf({ folder, address, keyFile, certFile, caFile }: SmbConf): string {
  const settings: Readonly<Record<string, string>> = {
    'netbios name': 'DC1',
    realm: 'CONTOSO.COM',
    workgroup: 'CONTOSO',
    'server role': 'active directory domain controller',
    'server services': 'ldap',
    'dcerpc endpoint servers': '-winreg',
    'bind interfaces only': 'yes',
    interfaces: `${address}/8`,
    'binddns dir': `${folder}/bind-dns`,
    'cache directory': `${folder}/cache`,
    'lock directory': folder,
    'private dir': `${folder}/private`,
    'state directory': `${folder}/state`,
    'pid directory': `${folder}/run`,
    'ncalrpc dir': `${folder}/ncalrpc`,
    'winbindd socket directory': `${folder}/winbindd`,
    'ntp signd socket directory': `${folder}/ntp`,
    'nsupdate command': '/bin/true',
    'log file': `${folder}/samba.log`,
    logging: 'file',
    'ldap server require strong auth': 'yes',
    'tls enabled': 'yes',
    'tls keyfile': keyFile,
    'tls certfile': certFile,
    'tls cafile': caFile,
  };
  return ['[global]', ...Object.entries(settings).map(([name, value]) => `${name} = ${value}`), ''].join('\n');
}
