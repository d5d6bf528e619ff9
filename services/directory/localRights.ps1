# Who is denied local logon at this server (SeDenyInteractiveLogonRight), by SID, and the SID of the account asked about.
param([Parameter(Mandatory = $true)] $Asked)

function Get-Sid([string] $Name) {
    try { (New-Object Security.Principal.NTAccount $Name).Translate([Security.Principal.SecurityIdentifier]).Value }
    catch { $null }
}

$file = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid().ToString() + '.inf')
try {
    $null = & secedit.exe /export /areas USER_RIGHTS /cfg $file /quiet
    if ($LASTEXITCODE -ne 0 -or -not (Test-Path -LiteralPath $file)) { throw "secedit ended with $LASTEXITCODE." }
    $line = Get-Content -LiteralPath $file | Where-Object { $_ -match '^\s*SeDenyInteractiveLogonRight\s*=' } | Select-Object -First 1
}
finally {
    Remove-Item -LiteralPath $file -ErrorAction SilentlyContinue
}

$denied = New-Object 'Collections.Generic.List[string]'
if ($line) {
    foreach ($entry in ($line -split '=', 2)[1] -split ',') {
        $text = $entry.Trim()
        if (-not $text) { continue }
        # secedit writes SIDs with a star before them, and names that it can not resolve as they are.
        if ($text.StartsWith('*')) { $sid = $text.Substring(1) } else { $sid = Get-Sid $text }
        if ($sid) { $denied.Add($sid) }
    }
}

# The directory knows nothing of this server's own groups, so their members are named here.
foreach ($sid in @($denied)) {
    try { foreach ($member in Get-LocalGroupMember -SID $sid -ErrorAction Stop) { $denied.Add($member.SID.Value) } }
    catch { }
}

@{ denied = @($denied); account = Get-Sid $Asked.account }
