# Asks a SQL Server one question as the current user, by Windows' own client, and returns the first row of the answer.
param([Parameter(Mandatory = $true)] $Asked)

$builder = New-Object System.Data.SqlClient.SqlConnectionStringBuilder
$builder['Data Source'] = $Asked.server
$builder['Initial Catalog'] = 'master'
$builder['Integrated Security'] = $true
$builder['Encrypt'] = $Asked.encrypts
$builder['TrustServerCertificate'] = $true
$builder['MultiSubnetFailover'] = $true
$builder['Connect Timeout'] = $Asked.seconds
$builder['Application Name'] = 'mim-setup'

$connection = New-Object System.Data.SqlClient.SqlConnection $builder.ConnectionString
try {
    $connection.Open()
    $command = $connection.CreateCommand()
    $command.CommandText = $Asked.question
    $command.CommandTimeout = $Asked.seconds
    $null = $command.Parameters.AddWithValue('@name', $Asked.name)
    $reader = $command.ExecuteReader()
    $row = @{}
    if ($reader.Read()) {
        for ($column = 0; $column -lt $reader.FieldCount; $column++) {
            $value = $null
            if (-not $reader.IsDBNull($column)) { $value = $reader.GetValue($column) }
            $row[$reader.GetName($column)] = $value
        }
    }
    @{ row = $row }
}
catch {
    $cause = $_.Exception
    while ($cause.InnerException -and $cause -isnot [System.Data.SqlClient.SqlException]) { $cause = $cause.InnerException }
    $number = 0
    if ($cause -is [System.Data.SqlClient.SqlException]) { $number = $cause.Number }
    @{ error = @{ number = $number; message = $cause.Message } }
}
finally {
    $connection.Dispose()
}
