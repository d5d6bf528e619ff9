using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;

namespace StandIn;

/// <summary>
/// The Windows that a test has described, in a folder of its own: `world.json` is how it begins, `journal.jsonl` what was asked of
/// it. What scripts change is kept there as well, so that a second run finds it.
/// </summary>
public static class World
{
    public const string Variable = "MIM_SETUP_TEST_WINDOWS";

    static readonly object writing = new();

    public static string Folder => Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException("No Windows was described.");

    /// <summary>What the test says of this; null where it says nothing.</summary>
    public static JsonNode Of(params string[] path)
    {
        JsonNode node = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "world.json")));
        foreach (var step in path) node = node is JsonObject known && known.TryGetPropertyValue(step, out var next) ? next : null;
        return node;
    }

    public static string Text(params string[] path) => (string)Of(path);

    public static bool IsTrue(params string[] path) => Of(path) is JsonValue value && (bool)value;

    public static IEnumerable<JsonNode> Each(params string[] path) => (Of(path) as JsonArray)?.ToArray() ?? [];

    /// <summary>Notes a call; then hangs, or fails, where the test says that it does.</summary>
    public static void Called(string name, object with)
    {
        Note(new { called = name, with });
        if (Each("hanging").Any(one => (string)one == name)) Thread.Sleep(Timeout.Infinite);
        if (Text("failing", name) is string message) throw new InvalidOperationException(message);
    }

    public static void Note(object what)
    {
        lock (writing) File.AppendAllText(Path.Combine(Folder, "journal.jsonl"), JsonSerializer.Serialize(what) + "\n");
    }

    /// <summary>What has been kept under this name, or what the world begins with.</summary>
    public static JsonNode Kept(string name)
    {
        var file = Path.Combine(Folder, name + ".json");
        return File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file)) : Of(name);
    }

    public static void Keep(string name, JsonNode what) => File.WriteAllText(Path.Combine(Folder, name + ".json"), what.ToJsonString());
}
