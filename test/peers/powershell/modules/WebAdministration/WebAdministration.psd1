@{
    ModuleVersion = '1.0'
    RootModule = 'WebAdministration.psm1'
    CmdletsToExport = @()
    FunctionsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
}
