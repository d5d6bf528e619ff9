using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Kiota.Abstractions.Serialization;
using MimSetup.Models;
using MimSetup.Models.Event;

/// <summary>Asks what a page asks, by the JSON Schema that comes with it.</summary>
static class Form
{
    public static async Task<Submit_answers> Ask(Screen page)
    {
        var schema = await AsJson(page.Schema!);
        var known = await AsJson(page.Answers!);
        var answers = new Submit_answers();
        foreach (var (name, field) in schema["properties"]?.AsObject() ?? [])
        {
            // Groups, such as an account that only a check is made with, ask for nothing here.
            if (field!["type"]?.ToString() == "object") continue;
            Console.Write($"  {Spelled(page.Id!.Value)}.{name} - {field["title"]} [{known[name]?.ToJsonString()}]: ");
            var line = Console.ReadLine()?.Trim() ?? throw new EndOfStreamException("Nobody answers.");
            var answer = line == "" ? known[name] : Parsed(field, line);
            if (answer is not null) answers.AdditionalData[name] = Untyped(answer);
        }
        return answers;
    }

    /// <summary>The name that the API has for a value of an enumeration.</summary>
    public static string Spelled<T>(T value) where T : struct, Enum =>
        typeof(T).GetField(value.ToString())!.GetCustomAttribute<EnumMemberAttribute>()!.Value!;

    private static JsonNode Parsed(JsonNode field, string line) => field["type"]?.ToString() switch
    {
        "boolean" => JsonValue.Create(line is "y" or "yes" or "true"),
        "integer" or "number" => JsonNode.Parse(line)!,
        "array" => new JsonArray([.. line.Split(',').Select(one => (JsonNode)one.Trim())]),
        _ => JsonValue.Create(line),
    };

    private static UntypedNode Untyped(JsonNode node) => node switch
    {
        JsonArray list => new UntypedArray(list.Select(one => Untyped(one!))),
        JsonObject group => new UntypedObject(group.ToDictionary(one => one.Key, one => Untyped(one.Value!))),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False => new UntypedBoolean(node.GetValue<bool>()),
            JsonValueKind.Number => new UntypedInteger(node.GetValue<int>()),
            _ => new UntypedString(node.GetValue<string>()),
        },
    };

    private static async Task<JsonNode> AsJson<T>(T part) where T : IParsable =>
        JsonNode.Parse(await KiotaJsonSerializer.SerializeAsStringAsync(part))!;
}
