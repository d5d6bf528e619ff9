Import-Module -Name ([StandIn.World].Assembly.Location) -Cmdlet 'Get-SPFarm', 'Get-SPSolution', 'Get-SPSite', 'New-SPSite', 'Remove-SPSite', 'Get-SPWebTemplate'
Export-ModuleMember -Cmdlet 'Get-SPFarm', 'Get-SPSolution', 'Get-SPSite', 'New-SPSite', 'Remove-SPSite', 'Get-SPWebTemplate'
