Import-Module -Name ([StandIn.World].Assembly.Location) -Cmdlet 'Export-FIMConfig', 'Import-FIMConfig'
Export-ModuleMember -Cmdlet 'Export-FIMConfig', 'Import-FIMConfig'
