Import-Module -Name ([StandIn.World].Assembly.Location) -Cmdlet 'Connect-ExchangeOnline', 'New-ApplicationAccessPolicy', 'Get-ApplicationAccessPolicy', 'Test-ApplicationAccessPolicy'
Export-ModuleMember -Cmdlet 'Connect-ExchangeOnline', 'New-ApplicationAccessPolicy', 'Get-ApplicationAccessPolicy', 'Test-ApplicationAccessPolicy'
