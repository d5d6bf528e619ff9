using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Provider;
using System.Text.Json.Nodes;
using Microsoft.Win32;

namespace StandIn;

/// <summary>A key as Get-Item and Get-ChildItem give it: the part of Microsoft.Win32.RegistryKey that is documented for scripts.</summary>
public sealed class Key(string name, JsonObject values)
{
    public string Name => name;
    public int ValueCount => values.Count;
    public string[] GetValueNames() => values.Select(one => one.Key).ToArray();
    public object GetValue(string value) => Registry.ValueOf(Registry.Find(values, value));
}

/// <summary>The hives, kept as `{ key: { value: data } }`; names are found whatever their case, as in Windows.</summary>
public static class Registry
{
    public static JsonObject Load() => World.Kept("registry") as JsonObject is { } kept ? (JsonObject)kept.DeepClone() : [];
    public static void Save(JsonObject keys) => World.Keep("registry", keys);

    public static JsonNode Find(JsonObject among, string name) =>
        among.FirstOrDefault(one => string.Equals(one.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    public static object ValueOf(JsonNode node) => node switch
    {
        null => null,
        JsonArray texts => texts.Select(one => (string)one).ToArray(),
        JsonValue value when value.TryGetValue<int>(out var number) => number,
        _ => (string)node,
    };

    /// <summary>A path without a drive, with single backslashes.</summary>
    public static string Normal(string path)
    {
        var parts = path.Split('\\', '/').Where(part => part != "").ToList();
        if (parts.Count > 0 && parts[0].EndsWith(':')) parts[0] = parts[0].ToUpperInvariant() == "HKLM:" ? "HKEY_LOCAL_MACHINE" : "HKEY_CURRENT_USER";
        return string.Join('\\', parts);
    }

    public static bool IsHive(string path) => path is "" or "HKEY_LOCAL_MACHINE" or "HKEY_CURRENT_USER";

    public static bool Exists(JsonObject keys, string path) =>
        IsHive(path) || keys.Any(one => Same(one.Key, path) || Below(one.Key, path));

    public static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
    public static bool Below(string one, string path) => one.StartsWith(path + "\\", StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<string> Children(JsonObject keys, string path) =>
        keys.Where(one => Below(one.Key, path)).Select(one => path + "\\" + one.Key[(path.Length + 1)..].Split('\\')[0]).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The values of a key, which is made where it was there only as the parent of another.</summary>
    public static JsonObject Values(JsonObject keys, string path)
    {
        if (Find(keys, path) is not JsonObject values) keys[path] = values = [];
        return values;
    }
}

public sealed class TypeOfValue
{
    [Parameter] public RegistryValueKind Type { get; set; } = RegistryValueKind.Unknown;
}

/// <summary>
/// The provider "Registry" of Windows, in what it is documented to do ("about_Registry_Provider"): `New-Item -Force` makes the keys above
/// and replaces a key that is there, values and all; a dynamic parameter `Type`; a value is asked for by property.
/// </summary>
[CmdletProvider("Registry", ProviderCapabilities.ShouldProcess)]
public sealed class RegistryDrive : NavigationCmdletProvider, IPropertyCmdletProvider
{
    protected override bool IsValidPath(string path) => true;
    protected override bool ItemExists(string path) => Registry.Exists(Registry.Load(), Registry.Normal(path));
    protected override bool IsItemContainer(string path) => true;
    protected override bool HasChildItems(string path) => Registry.Children(Registry.Load(), Registry.Normal(path)).Any();
    protected override void GetItem(string path) => Write(Registry.Load(), Registry.Normal(path));

    protected override void GetChildItems(string path, bool recurse)
    {
        var keys = Registry.Load();
        foreach (var child in Registry.Children(keys, Registry.Normal(path))) Write(keys, child);
    }

    protected override void GetChildNames(string path, ReturnContainers containers)
    {
        foreach (var child in Registry.Children(Registry.Load(), Registry.Normal(path))) WriteItemObject(child.Split('\\')[^1], child, true);
    }

    protected override void NewItem(string path, string type, object newItemValue)
    {
        var (keys, key) = (Registry.Load(), Registry.Normal(path));
        var parent = key[..Math.Max(0, key.LastIndexOf('\\'))];
        World.Note(new { made = key });
        if (!Force && !Registry.Exists(keys, parent)) throw new ItemNotFoundException("The registry key at the specified path does not exist.");
        if (!Force && Registry.Exists(keys, key)) throw new System.IO.IOException("A key in this path already exists.");
        foreach (var old in keys.Select(one => one.Key).Where(one => Registry.Same(one, key) || Registry.Below(one, key)).ToArray()) keys.Remove(old);
        keys[key] = new JsonObject();
        Registry.Save(keys);
        Write(keys, key);
    }

    public void GetProperty(string path, Collection<string> names)
    {
        var values = Registry.Find(Registry.Load(), Registry.Normal(path)) as JsonObject ?? [];
        var answer = new PSObject();
        foreach (var (name, data) in values)
            if (names is null || names.Count == 0 || names.Any(wanted => Registry.Same(wanted, name)))
                answer.Properties.Add(new PSNoteProperty(name, Registry.ValueOf(data)));
        foreach (var name in names ?? [])
            if (Registry.Find(values, name) is null)
                WriteError(new ErrorRecord(new PSArgumentException($"Property {name} does not exist at path {path}."), "System.Management.Automation.PSArgumentException", ErrorCategory.InvalidArgument, path));
        WritePropertyObject(answer, path);
    }

    public void SetProperty(string path, PSObject propertyValue)
    {
        var (keys, key) = (Registry.Load(), Registry.Normal(path));
        if (!Registry.Exists(keys, key)) throw new ItemNotFoundException($"Cannot find path '{path}' because it does not exist.");
        var kind = (DynamicParameters as TypeOfValue)?.Type ?? RegistryValueKind.Unknown;
        foreach (var property in propertyValue.Properties)
        {
            Registry.Values(keys, key)[property.Name] = kind == RegistryValueKind.DWord
                ? LanguagePrimitives.ConvertTo<int>(property.Value)
                : LanguagePrimitives.ConvertTo<string>(property.Value);
            World.Note(new { set = key, name = property.Name, type = kind.ToString() });
        }
        Registry.Save(keys);
    }

    public object SetPropertyDynamicParameters(string path, PSObject propertyValue) => new TypeOfValue();
    public object GetPropertyDynamicParameters(string path, Collection<string> names) => null;
    public void ClearProperty(string path, Collection<string> names) => throw new PSNotSupportedException();
    public object ClearPropertyDynamicParameters(string path, Collection<string> names) => null;

    void Write(JsonObject keys, string key) =>
        WriteItemObject(new Key(key, Registry.Find(keys, key) as JsonObject ?? []), key, true);
}
