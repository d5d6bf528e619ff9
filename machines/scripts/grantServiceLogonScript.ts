import { expression } from './expression.ts';
import { pastedBlock } from './pastedBlock.ts';

/**
 * The script that grants an account the right to log on as a service on the server where it is run, by secedit; whoever has the right
 * keeps it. A group policy that sets the right takes it away again: there it has to be granted by that policy.
 *
 * @param account `DOMAIN\name`.
 */
export function grantServiceLogon(account: string): string {
  return pastedBlock(
    'Grants the right to log on as a service. Run it elevated. Where a group policy sets that right, grant it there instead.',
    String.raw`
$account = ${expression(account)}
$sid = (New-Object Security.Principal.NTAccount $account).Translate([Security.Principal.SecurityIdentifier]).Value
$folder = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid().ToString())
New-Item -Path $folder -ItemType Directory | Out-Null
try {
    $now = Join-Path $folder 'now.inf'
    $null = & secedit.exe /export /areas USER_RIGHTS /cfg $now /quiet
    if ($LASTEXITCODE -ne 0) { throw "secedit ended with $LASTEXITCODE." }
    $line = Get-Content -LiteralPath $now | Where-Object { $_ -match '^\s*SeServiceLogonRight\s*=' } | Select-Object -First 1
    $holders = @(if ($line) { ($line -split '=', 2)[1] -split ',' | ForEach-Object { $_.Trim() } | Where-Object { $_ } })
    if ($holders -notcontains "*$sid") {
        $wanted = Join-Path $folder 'wanted.inf'
        $text = '[Unicode]', 'Unicode=yes', '[Version]', 'signature="$CHICAGO$"', 'Revision=1', '[Privilege Rights]'
        Set-Content -LiteralPath $wanted -Encoding Unicode -Value ($text + "SeServiceLogonRight = $(($holders + "*$sid") -join ',')")
        $null = & secedit.exe /configure /areas USER_RIGHTS /db (Join-Path $folder 'rights.sdb') /cfg $wanted /quiet
        if ($LASTEXITCODE -ne 0) { throw "secedit ended with $LASTEXITCODE." }
    }
}
finally {
    Remove-Item -LiteralPath $folder -Recurse
}
Write-Output "$account may log on as a service at this server."`,
  );
}
