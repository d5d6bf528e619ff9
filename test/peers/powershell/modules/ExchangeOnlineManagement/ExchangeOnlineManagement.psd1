@{
    ModuleVersion = '1.0'
    RootModule = 'ExchangeOnlineManagement.psm1'
    CmdletsToExport = @('Connect-ExchangeOnline', 'New-ApplicationAccessPolicy', 'Get-ApplicationAccessPolicy', 'Test-ApplicationAccessPolicy')
    FunctionsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
}
