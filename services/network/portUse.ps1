# Who listens on a port of this server, and which sites of IIS are bound to it.
param([Parameter(Mandatory = $true)] $Asked)

$listeners = @(Get-NetTCPConnection -State Listen -LocalPort $Asked.port -ErrorAction SilentlyContinue |
    Select-Object -ExpandProperty OwningProcess -Unique |
    ForEach-Object {
        $process = Get-Process -Id $_ -ErrorAction SilentlyContinue
        $name = 'unknown'
        if ($process) { $name = $process.ProcessName }
        @{ process = [int] $_; name = $name }
    })

$bindings = $null
if (Get-Module -ListAvailable -Name WebAdministration) {
    Import-Module WebAdministration
    $bindings = @(foreach ($site in @(Get-ChildItem -Path 'IIS:\Sites')) {
        foreach ($binding in $site.Bindings.Collection) {
            if ($binding.protocol -notlike 'http*') { continue }
            $parts = $binding.bindingInformation -split ':'
            if ($parts[$parts.Count - 2] -ne [string] $Asked.port) { continue }
            @{ site = $site.Name; protocol = $binding.protocol; binding = $binding.bindingInformation }
        }
    })
}

@{ listeners = $listeners; bindings = $bindings }
