using System.Collections.Frozen;
using Community.Platform;
using FunctionsApp.Platform.OpenApi;

namespace FunctionsApp.Platform.Callers;

/// <summary>Who may call each HTTP function, by its name.</summary>
public sealed class FunctionAccess
{
    // The attributes are read once for all hosts of a process.
    static readonly FrozenDictionary<string, HttpFunction> Functions = HttpFunction
        .FindAll(typeof(FunctionAccess).Assembly)
        .ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>True when the function asks for no credentials, or checks a signature itself.</summary>
    public bool IsOpen(string function) =>
        Functions.GetValueOrDefault(function) is { Role: null, IsForStaff: false };

    /// <summary>True when only staff who are signed in to the sidebar may call the function.</summary>
    public bool IsForStaff(string function) => Functions.GetValueOrDefault(function) is { IsForStaff: true };

    /// <summary>The smallest role that may call the function, which is neither open nor for staff.</summary>
    public OperatorRole RoleFor(string function) =>
        Functions.GetValueOrDefault(function)?.Role ?? OperatorRole.Administrator;
}
