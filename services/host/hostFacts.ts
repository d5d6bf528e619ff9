import { z } from 'zod';
import { listOf } from '../powershell/powershell.ts';

/** What `host.ps1` answers. What could not be found out is null, and `unanswered` says why; what was not asked is absent. */
export const hostFacts = z.strictObject({
  windows: z
    .strictObject({
      caption: z.string(),
      build: z.int(),
      /** 1 a workstation, 2 a domain controller, 3 a server (Win32_OperatingSystem.ProductType). */
      productType: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    })
    .nullable(),
  user: z.string().nullable(),
  elevated: z.boolean().nullable(),
  localAdministrator: z.boolean().nullable(),
  freeBytes: z.int().min(0).nullable(),
  pendingRestart: listOf(z.enum(['componentServicing', 'windowsUpdate', 'fileRename', 'computerName'])).nullable(),
  installerRunning: z.boolean().nullable(),
  /** Whether SharePoint's own PowerShell is there. */
  sharePoint: z.boolean().nullish(),
  farmAdministrator: z.boolean().nullish(),
  /** SharePoint solutions that a timer job is deploying or retracting. */
  solutionsUnderWay: listOf(z.string()).nullish(),
  sysadmin: z.boolean().nullish(),
  /** What is set for each version of TLS; null where nothing is, and Windows' own defaults hold. */
  protocols: z
    .record(z.string(), z.strictObject({ enabled: z.int().nullable(), disabledByDefault: z.int().nullable() }))
    .nullable(),
  /** `SystemDefaultTlsVersions` by its key below HKLM\SOFTWARE; null where it is not set. */
  systemTls: z.record(z.string(), z.int().nullable()).nullable(),
  /** `SchUseStrongCrypto`, likewise. */
  strongCrypto: z.record(z.string(), z.int().nullable()).nullable(),
  /** Versions of the OLE DB drivers for SQL Server that are installed. */
  sqlDrivers: listOf(z.string()).nullable(),
  /** The release of .NET Framework 4 as Microsoft counts it, null without one, and whether 3.5 is there. */
  framework: z.strictObject({ release: z.int().nullable(), has35: z.boolean() }).nullable(),
  /** Versions of the 64-bit runtimes of Visual C++ that are installed. */
  visualC: listOf(z.string()).nullable(),
  /** Of the features of IIS that were asked about, those that are missing. */
  missingFeatures: listOf(z.string()).nullish(),
  /** The states of SharePoint's services by their names; null for one that is not there. */
  sharePointServices: z.record(z.string(), z.string().nullable()).nullish(),
  siteCollection: z
    .union([
      z.strictObject({ exists: z.literal(false) }),
      z.strictObject({
        exists: z.literal(true),
        compatibilityLevel: z.int(),
        selfServiceUpgrade: z.boolean(),
        /** ASHX is among the extensions that SharePoint 2019 and later block. */
        blocksAshx: z.boolean(),
      }),
    ])
    .nullish(),
  unanswered: z.record(z.string(), z.string()),
});

/** What is known of this host. */
export type HostFacts = z.output<typeof hostFacts>;
