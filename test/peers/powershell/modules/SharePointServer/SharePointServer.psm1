Import-Module -Name ([StandIn.World].Assembly.Location) -Cmdlet 'Get-SPFarm', 'Get-SPSolution'
Export-ModuleMember -Cmdlet 'Get-SPFarm', 'Get-SPSolution'
