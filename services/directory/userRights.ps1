# Who holds the rights of users on this server, by SID. Run within other scripts, which then have the functions Get-Sid and Get-Holders.

function Get-Sid([string] $Name) {
    try { (New-Object Security.Principal.NTAccount $Name).Translate([Security.Principal.SecurityIdentifier]).Value }
    catch { $null }
}

$file = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid().ToString() + '.inf')
try {
    $null = & secedit.exe /export /areas USER_RIGHTS /cfg $file /quiet
    if ($LASTEXITCODE -ne 0 -or -not (Test-Path -LiteralPath $file)) { throw "secedit ended with $LASTEXITCODE." }
    $lines = @(Get-Content -LiteralPath $file)
}
finally {
    Remove-Item -LiteralPath $file -ErrorAction SilentlyContinue
}

function Get-Holders([string] $Right) {
    $line = $lines | Where-Object { $_ -match "^\s*$Right\s*=" } | Select-Object -First 1
    $holders = New-Object 'Collections.Generic.List[string]'
    if ($line) {
        foreach ($entry in ($line -split '=', 2)[1] -split ',') {
            $text = $entry.Trim()
            if (-not $text) { continue }
            # secedit writes SIDs with a star before them, and names that it cannot resolve as they are.
            if ($text.StartsWith('*')) { $sid = $text.Substring(1) } else { $sid = Get-Sid $text }
            if ($sid) { $holders.Add($sid) }
        }
    }
    # The directory knows nothing of this server's own groups, so their members are named here.
    foreach ($sid in @($holders)) {
        try { foreach ($member in Get-LocalGroupMember -SID $sid -ErrorAction Stop) { $holders.Add($member.SID.Value) } }
        catch { }
    }
    , @($holders)
}
