# The site collection that is to hold the MIM Portal. Run within host.ps1, where SharePoint's own cmdlets are loaded.

Answer 'siteCollection' {
    $site = $null
    try { $site = Get-SPSite -Identity ([string] $Asked.site).TrimEnd('/') }
    # So it says that there is none; where the farm cannot be asked, it throws something else.
    catch { if ($_.Exception.GetType().Name -ne 'SPCmdletPipeBindException') { throw } }
    if (-not $site) { return @{ exists = $false } }
    try {
        # SharePoint 2019 and later have a list of their own for ASP.NET.
        $blocked = $site.WebApplication.PSObject.Properties['BlockedASPNetExtensions']
        @{
            exists             = $true
            compatibilityLevel = [int] $site.CompatibilityLevel
            selfServiceUpgrade = [bool] $site.AllowSelfServiceUpgrade
            blocksAshx         = [bool] ($blocked -and @($blocked.Value) -contains 'ashx')
        }
    }
    finally { $site.Dispose() }
}
