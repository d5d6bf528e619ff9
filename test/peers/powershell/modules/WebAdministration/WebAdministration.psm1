# The drive IIS: with its sites. Each has bindings, as the configuration of IIS writes them.
$sites = foreach ($site in [StandIn.World]::Each('sites')) {
    $bindings = @(foreach ($binding in $site['bindings']) {
            [pscustomobject] @{ protocol = [string] $binding['protocol']; bindingInformation = [string] $binding['bindingInformation'] }
        })
    [pscustomobject] @{ Name = [string] $site['name']; Bindings = [pscustomobject] @{ Collection = $bindings } }
}
[StandIn.ItemDrive]::Folders['IIS:Sites'] = @($sites)
$null = New-PSDrive -Name IIS -PSProvider Items -Root '' -Scope Global
