using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Threading;

namespace StandIn;

/// <summary>
/// An object of Windows Installer, as the automation interface is documented: it is spoken to by name (IDispatch), and has no other
/// members that a script could see.
/// </summary>
public abstract class ComObject
{
    public new Dispatch GetType() => new(this);
    internal abstract object Call(string name, BindingFlags kind, object[] with);

    public sealed class Dispatch(ComObject of)
    {
        public object InvokeMember(string name, BindingFlags kind, object binder, object target, object[] with)
        {
            if (!ReferenceEquals(target, of)) throw new TargetException("Object does not match target type.");
            try { return of.Call(name, kind, with ?? []); }
            catch (COMException cause) { throw new TargetInvocationException(cause); }
        }
    }

    internal static Exception Unknown(string name) => new COMException($"Unknown name. ({name})", unchecked((int)0x80020006));
}

/// <summary>The Installer object. INSTALLSTATE 5 is "default", that is, installed; 3 is "local"; -1 "unknown"; 2 "absent".</summary>
public sealed class Installer : ComObject
{
    internal override object Call(string name, BindingFlags kind, object[] with) => (name, kind) switch
    {
        ("OpenDatabase", BindingFlags.InvokeMethod) => Database.Open((string)with[0], Convert.ToInt32(with[1])),
        ("ProductState", BindingFlags.GetProperty) => (string)with[0] == World.Text("product", "code") ? (int)World.Of("product", "state") : -1,
        ("FeatureState", BindingFlags.GetProperty) when (string)with[0] == World.Text("product", "code") => World.Of("product", "features", (string)with[1]) is { } state ? (int)state : -1,
        _ => throw Unknown(name),
    };
}

/// <summary>A package: here a text that begins with the mark of the tests' packages, and names its product.</summary>
public sealed class Database(string productCode) : ComObject
{
    public static Database Open(string path, int mode)
    {
        const string mark = "A package, whose product is ";
        if (mode != 0) throw new COMException("A script opens a package to read it.");
        var text = File.ReadAllText(path);
        return text.StartsWith(mark) ? new(text[mark.Length..].Trim()) : throw new COMException($"OpenDatabase,{path},{mode}", unchecked((int)0x80004005));
    }

    internal override object Call(string name, BindingFlags kind, object[] with) =>
        (name, kind) == ("OpenView", BindingFlags.InvokeMethod) && (string)with[0] == "SELECT `Value` FROM `Property` WHERE `Property` = 'ProductCode'"
            ? new View(productCode)
            : throw Unknown(name);
}

public sealed class View(string productCode) : ComObject
{
    bool executed, fetched;

    internal override object Call(string name, BindingFlags kind, object[] with)
    {
        if (kind != BindingFlags.InvokeMethod) throw Unknown(name);
        if (name == "Execute") { executed = true; return null; }
        if (name != "Fetch" || !executed) throw new COMException("Fetch");
        if (fetched || productCode == "") return null;
        fetched = true;
        return new Record(productCode);
    }
}

public sealed class Record(string text) : ComObject
{
    internal override object Call(string name, BindingFlags kind, object[] with) =>
        (name, kind) == ("StringData", BindingFlags.GetProperty) && Convert.ToInt32(with[0]) == 1 ? text : throw Unknown(name);
}

public static class Marshal
{
    public static int FinalReleaseComObject(object com)
    {
        World.Note(new { released = ((object)com).GetType().Name });
        return 0;
    }
}

public sealed class ProcessStartInfo
{
    public string FileName { get; set; } = "";
    public string Arguments { get; set; } = "";
    public bool UseShellExecute { get; set; } = true;
    public StringDictionary EnvironmentVariables { get; } = new();

    public ProcessStartInfo()
    {
        foreach (System.Collections.DictionaryEntry one in Environment.GetEnvironmentVariables()) EnvironmentVariables[(string)one.Key] = (string)one.Value;
    }
}

/// <summary>
/// A process as CreateProcessW starts one: its command line is one text, the program's name in quotes before what it was told. Only
/// msiexec is there; it writes its raw command line down, takes the time that the test says, and ends with a whole exit code.
/// </summary>
public sealed class Process
{
    readonly ManualResetEventSlim over = new();

    public static Process Start(ProcessStartInfo start)
    {
        var program = Path.Combine(Environment.GetEnvironmentVariable("SystemRoot") ?? "", "System32", "msiexec.exe");
        if (start.FileName != program) throw new FileNotFoundException("The system cannot find the file specified.", start.FileName);
        if (start.UseShellExecute) throw new InvalidOperationException("By way of the shell the environment cannot be changed.");
        World.Note(new { started = $"\"{start.FileName}\" {start.Arguments}", environment = start.EnvironmentVariables.Keys.Cast<string>().Select(name => name.ToUpperInvariant()).Order() });
        var process = new Process();
        var seconds = World.Of("installer", "seconds") is { } told ? (double)told : 0;
        var code = World.Of("installer", "exitCode") is { } exit ? (int)exit : 0;
        new Thread(() =>
        {
            Thread.Sleep(TimeSpan.FromSeconds(seconds));
            process.ExitCode = code;
            World.Note(new { ended = code });
            process.over.Set();
        }) { IsBackground = true }.Start();
        return process;
    }

    public int ExitCode { get; private set; } = -1;
    public bool WaitForExit(int milliseconds) => over.Wait(milliseconds);
}
