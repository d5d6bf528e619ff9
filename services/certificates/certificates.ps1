# The certificates of the computer's own store.
param([Parameter(Mandatory = $true)] $Asked)

$certificates = @(Get-ChildItem -Path 'Cert:\LocalMachine\My' | ForEach-Object {
    @{
        thumbprint = $_.Thumbprint
        subject = $_.Subject
        names = @($_.DnsNameList | ForEach-Object { [string] $_.Unicode })
        notBefore = $_.NotBefore.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ', [Globalization.CultureInfo]::InvariantCulture)
        notAfter = $_.NotAfter.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ', [Globalization.CultureInfo]::InvariantCulture)
        hasPrivateKey = [bool] $_.HasPrivateKey
    }
})

@{ computer = [Net.Dns]::GetHostEntry('').HostName; certificates = $certificates }
