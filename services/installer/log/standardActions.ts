/** Whether this is one of Windows Installer's own actions (Microsoft Learn, "Standard Actions Reference"). */
export function isStandardAction(name: string): boolean {
  return standardActions.has(name);
}

const standardActions: ReadonlySet<string> = new Set(
  `ADMIN ADVERTISE AllocateRegistrySpace AppSearch BindImage CCPSearch CostFinalize CostInitialize CreateFolders CreateShortcuts
   DeleteServices DisableRollback DuplicateFiles ExecuteAction FileCost FindRelatedProducts ForceReboot INSTALL InstallAdminPackage
   InstallExecute InstallExecuteAgain InstallFiles InstallFinalize InstallInitialize InstallODBC InstallServices InstallSFPCatalogFile
   InstallValidate IsolateComponents LaunchConditions MigrateFeatureStates MoveFiles MsiConfigureServices MsiPublishAssemblies
   MsiUnpublishAssemblies PatchFiles ProcessComponents PublishComponents PublishFeatures PublishProduct RegisterClassInfo
   RegisterComPlus RegisterExtensionInfo RegisterFonts RegisterMIMEInfo RegisterProduct RegisterProgIdInfo RegisterTypeLibraries
   RegisterUser RemoveDuplicateFiles RemoveEnvironmentStrings RemoveExistingProducts RemoveFiles RemoveFolders RemoveIniValues
   RemoveODBC RemoveRegistryValues RemoveShortcuts ResolveSource RMCCPSearch Rollback RollbackCleanup ScheduleReboot SelfRegModules
   SelfUnregModules SetODBCFolders StartServices StopServices UnpublishComponents UnpublishFeatures UnregisterClassInfo
   UnregisterComPlus UnregisterExtensionInfo UnregisterFonts UnregisterMIMEInfo UnregisterProgIdInfo UnregisterTypeLibraries
   ValidateProductID WriteEnvironmentStrings WriteIniValues WriteRegistryValues`.split(/\s+/),
);
