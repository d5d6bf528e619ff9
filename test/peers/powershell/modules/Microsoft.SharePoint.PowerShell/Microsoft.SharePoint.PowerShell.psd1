@{
    ModuleVersion = '1.0'
    RootModule = 'Microsoft.SharePoint.PowerShell.psm1'
    CmdletsToExport = @('Get-SPFarm', 'Get-SPSolution', 'Get-SPSite', 'New-SPSite', 'Remove-SPSite', 'Get-SPWebTemplate')
    FunctionsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
}
