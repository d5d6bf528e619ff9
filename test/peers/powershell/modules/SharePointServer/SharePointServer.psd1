@{
    ModuleVersion = '1.0'
    RootModule = 'SharePointServer.psm1'
    CmdletsToExport = @('Get-SPFarm', 'Get-SPSolution', 'Get-SPSite', 'New-SPSite', 'Remove-SPSite', 'Get-SPWebTemplate')
    FunctionsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
}
