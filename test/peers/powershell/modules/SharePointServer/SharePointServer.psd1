@{
    ModuleVersion = '1.0'
    RootModule = 'SharePointServer.psm1'
    CmdletsToExport = @('Get-SPFarm', 'Get-SPSolution', 'Get-SPSite')
    FunctionsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
}
