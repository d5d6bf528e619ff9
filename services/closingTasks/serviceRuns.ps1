# How the MIM Service is.
param([Parameter(Mandatory = $true)] $Asked)

$service = Get-Service -Name FIMService -ErrorAction SilentlyContinue
$status = $null
if ($service) { $status = [string] $service.Status }

@{ status = $status }
