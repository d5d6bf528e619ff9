Import-Module -Name ([StandIn.World].Assembly.Location) -Cmdlet 'Get-SPFarm', 'Get-SPSolution', 'Get-SPSite'
Export-ModuleMember -Cmdlet 'Get-SPFarm', 'Get-SPSolution', 'Get-SPSite'
