import { answersFor, type PageAnswers } from '../answers.ts';
import type { EntraPeer } from '../peers/entra/startEntra.ts';
import { application } from '../peers/entra/tenants.ts';
import { asSa } from '../sql/asking.ts';

const registrarSecret = 'Registrar~Secret.1';

/** An application that may register others, and grant consent unless said otherwise; it becomes part of the peer's tenant. */
export function addRegistrar({ tenant }: EntraPeer, { consents = true } = {}) {
  const registrar = application({
    secret: registrarSecret,
    graph: ['Organization.Read.All', 'Application.ReadWrite.All', ...(consents ? ['AppRoleAssignment.ReadWrite.All'] : [])],
  });
  tenant.applications.push(registrar);
  return {
    method: 'clientCredentials',
    tenant: 'contoso.onmicrosoft.com',
    clientId: registrar.appId,
    clientSecret: registrarSecret,
  };
}

/** The applications that were registered for an installation. */
export function registered({ tenant }: EntraPeer, installation: string) {
  return tenant.applications.filter(({ uniqueName }) => uniqueName?.endsWith(installation));
}

/** Answers of option C, with the MIM Service alone, checked against a SQL Server on this port of this computer. */
export function answersWith(signIn: Readonly<Record<string, unknown>>, sqlPort: number): PageAnswers {
  return {
    ...answersFor('C', ['service']),
    signIn,
    database: { server: `127.0.0.1,${sqlPort}`, name: 'FIMService', whenExists: 'create', checkAs: asSa },
  };
}
