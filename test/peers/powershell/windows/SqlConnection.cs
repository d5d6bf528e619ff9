using System;
using System.Data.SqlClient;

namespace StandIn;

/// <summary>
/// .NET's own connection, signed in by name and password: "Integrated Security" is Windows' own, and the server of the tests can't
/// take it from here.
/// </summary>
public sealed class SqlConnection : IDisposable
{
    readonly System.Data.SqlClient.SqlConnection connection;

    public SqlConnection(string connectionString)
    {
        World.Note(new { connection = connectionString });
        var builder = new SqlConnectionStringBuilder(connectionString);
        if (!builder.IntegratedSecurity) throw new InvalidOperationException("A script signs in as the Windows user alone.");
        builder.IntegratedSecurity = false;
        builder.UserID = World.Text("sql", "user");
        builder.Password = World.Text("sql", "password");
        builder.Pooling = false;
        connection = new(builder.ConnectionString);
    }

    public void Open() => connection.Open();
    public SqlCommand CreateCommand() => connection.CreateCommand();
    public void Dispose() => connection.Dispose();
}
