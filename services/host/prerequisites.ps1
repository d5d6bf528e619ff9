# What the installer takes for granted on this server. Run within host.ps1, which has the function Answer.

function Get-Value([string] $Key, [string] $Name) {
    if (Test-Path -LiteralPath $Key) { (Get-Item -LiteralPath $Key).GetValue($Name) } else { $null }
}

# What Windows allows ("TLS registry settings" of Microsoft): null where nothing is set, and its own defaults hold.
Answer 'protocols' {
    $protocols = @{}
    foreach ($version in '1.0', '1.1', '1.2') {
        foreach ($side in 'Client', 'Server') {
            $key = "HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS $version\$side"
            $protocols["$side $version"] = @{ enabled = Get-Value $key 'Enabled'; disabledByDefault = Get-Value $key 'DisabledByDefault' }
        }
    }
    $protocols
}

function Get-OfFramework([string] $Name) {
    $set = @{}
    foreach ($version in 'v2.0.50727', 'v4.0.30319') {
        foreach ($part in 'Microsoft', 'WOW6432Node\Microsoft') {
            $set["$part\.NETFramework\$version"] = Get-Value "HKLM:\SOFTWARE\$part\.NETFramework\$version" $Name
        }
    }
    $set
}

# Whether .NET Framework 3.5 and 4 use the versions that Windows allows, and strong ciphers, as 64-bit and as 32-bit processes.
Answer 'systemTls' { Get-OfFramework 'SystemDefaultTlsVersions' }
Answer 'strongCrypto' { Get-OfFramework 'SchUseStrongCrypto' }

Answer 'sqlDrivers' {
    , @(foreach ($name in 'MSOLEDBSQL', 'MSOLEDBSQL19') {
            $version = Get-Value "HKLM:\SOFTWARE\Microsoft\$name" 'InstalledVersion'
            if ($version) { [string] $version }
        })
}

Answer 'framework' {
    @{
        release = Get-Value 'HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' 'Release'
        has35   = 1 -eq (Get-Value 'HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v3.5' 'Install')
    }
}

Answer 'visualC' {
    , @(foreach ($version in '12.0', '14.0') {
            foreach ($part in 'Microsoft', 'WOW6432Node\Microsoft') {
                if (1 -eq (Get-Value "HKLM:\SOFTWARE\$part\VisualStudio\$version\VC\Runtimes\x64" 'Installed')) { $version; break }
            }
        })
}

if ($Asked.webServer) {
    Answer 'missingFeatures' {
        $installed = @(Get-WindowsFeature | Where-Object { $_.Installed } | ForEach-Object { $_.Name })
        , @($Asked.webServer | Where-Object { $installed -notcontains $_ })
    }
}

if ($Asked.portal) {
    Answer 'sharePointServices' {
        $services = @{}
        foreach ($name in 'SPAdminV4', 'SPTimerV4') {
            $service = Get-Service -Name $name -ErrorAction SilentlyContinue
            $services[$name] = if ($service) { [string] $service.Status } else { $null }
        }
        $services
    }
}
