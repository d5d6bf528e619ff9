@{
    ModuleVersion = '1.0'
    RootModule = 'FIMAutomation.psm1'
    CmdletsToExport = @('Export-FIMConfig', 'Import-FIMConfig')
    FunctionsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
}
