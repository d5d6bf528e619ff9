import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CloudName, type CloudOverrides, clouds } from '../../../services/entra/clouds.ts';
import { entraDefaults } from '../../../services/entra/settings.ts';
import { trustedAuthority } from '../authority.ts';
import { verifier } from './bearer.ts';
import { directoryAt } from './directory.ts';
import { graphAt } from './graph.ts';
import { type Listener, listen } from './listener.ts';
import { mailAt } from './mail.ts';
import { contoso, type Tenant } from './tenants.ts';

export interface EntraOptions {
  /** Which cloud to stand in for; `global`, left out. */
  readonly cloud?: CloudName;
  /** Contoso alone, left out. The first is the tenant of users who name none. */
  readonly tenants?: readonly Tenant[];
  /** The public application that signs users in; the service's default, left out. */
  readonly clientId?: string;
}

/** A cloud on this computer: its directory, its Graph and its mail service, each over HTTPS on a port of its own. */
export interface EntraPeer extends AsyncDisposable {
  readonly cloud: CloudName;
  readonly login: Listener;
  readonly graph: Listener;
  readonly mail: Listener;
  readonly tenants: readonly Tenant[];
  /** The first tenant. */
  readonly tenant: Tenant;
  /** The setting `clouds` by which the service finds this peer. */
  readonly overrides: CloudOverrides;
  /** The authority of the peer's certificates: as a file, for `NODE_EXTRA_CA_CERTS` of another process. This one trusts it. */
  readonly caFile: string;
  /** Every token that the directory has handed out; each is a secret. */
  readonly issued: readonly string[];
  /** How long a code of the directory lasts, seconds; 900 at first. */
  codeLasts: number;
  /** How often an object that was just created is not found yet; 0 at first. */
  lag: number;
  close(): Promise<void>;
}

export async function startEntra(options: EntraOptions = {}): Promise<EntraPeer> {
  const { cloud = 'global', tenants = [contoso()], clientId = entraDefaults.clientId } = options;
  const [tenant] = tenants;
  if (!tenant) throw new Error('A cloud has one tenant at least.');
  const audiences = clouds[cloud];
  const authority = await trustedAuthority();
  const identity = await authority.issue();
  const folder = await mkdtemp(join(tmpdir(), 'mim-setup-ca-'));
  const caFile = join(folder, 'ca.pem');
  await writeFile(caFile, authority.cert);
  const knobs = { codeLasts: 900, lag: 0 };
  const issued: string[] = [];

  const login = await listen(identity, (url) =>
    directoryAt(url, { tenants, audiences, clientId, codeLasts: () => knobs.codeLasts, issue: (token) => issued.push(token) }),
  );
  const graph = await listen(identity, (url) =>
    graphAt(url, {
      verify: verifier(tenants, () => login.url, audiences.graph),
      audience: audiences.graph,
      lag: () => knobs.lag,
    }),
  );
  const mail = await listen(identity, () => mailAt({ verify: verifier(tenants, () => login.url, audiences.mail) }));

  const close = async () => {
    await Promise.all([login.stop(), graph.stop(), mail.stop()]);
    await rm(folder, { recursive: true, force: true });
  };
  return Object.assign(knobs, {
    cloud,
    login,
    graph,
    mail,
    tenants,
    tenant,
    issued,
    overrides: { [cloud]: { login: login.url, graph: graph.url, mail: mail.url } },
    caFile,
    close,
    [Symbol.asyncDispose]: close,
  });
}
