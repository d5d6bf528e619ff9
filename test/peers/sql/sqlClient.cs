#:package Microsoft.Data.SqlClient@6.1.8
#:property PublishAot=false

// Microsoft's own client of SQL Server: asks one question, given as JSON on standard input, and prints rows or the error as JSON.
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.SqlClient;

var asked = JsonNode.Parse(Console.In.ReadToEnd())!;
var builder = new SqlConnectionStringBuilder
{
    DataSource = (string)asked["server"]!,
    InitialCatalog = "master",
    UserID = (string)asked["user"]!,
    Password = (string)asked["password"]!,
    Encrypt = SqlConnectionEncryptOption.Parse((string)asked["encrypt"]!),
    TrustServerCertificate = (bool)asked["trust"]!,
    ConnectTimeout = 15,
    Pooling = false,
};
try
{
    using var connection = new SqlConnection(builder.ConnectionString);
    connection.Open();
    using var command = connection.CreateCommand();
    command.CommandText = (string)asked["question"]!;
    command.Parameters.AddWithValue("@name", (string)asked["name"]!);
    using var reader = command.ExecuteReader();
    var rows = new JsonArray();
    while (reader.Read())
    {
        var row = new JsonObject();
        for (var column = 0; column < reader.FieldCount; column++)
            row[reader.GetName(column)] = reader.IsDBNull(column) ? null : JsonNode.Parse(JsonValue.Create(reader.GetValue(column) is string text ? text : Convert.ToInt64(reader.GetValue(column)) as object)!.ToJsonString());
        rows.Add(row);
    }
    Console.WriteLine(new JsonObject { ["version"] = connection.ServerVersion, ["rows"] = rows }.ToJsonString());
}
catch (SqlException refusal)
{
    Console.WriteLine(new JsonObject { ["error"] = refusal.Number, ["message"] = refusal.Message }.ToJsonString());
}
