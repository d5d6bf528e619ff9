@{
    ModuleVersion = '1.0'
    RootModule = 'Microsoft.SharePoint.PowerShell.psm1'
    CmdletsToExport = @('Get-SPFarm', 'Get-SPSolution', 'Get-SPSite')
    FunctionsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
}
