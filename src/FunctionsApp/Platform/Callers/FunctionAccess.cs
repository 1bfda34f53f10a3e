using System.Collections.Frozen;
using Community.Platform;
using FunctionsApp.Platform.OpenApi;

namespace FunctionsApp.Platform.Callers;

/// <summary>Who may call each HTTP function, by its name.</summary>
public sealed class FunctionAccess
{
    // The attributes are read once for all hosts of a process.
    static readonly FrozenDictionary<string, OperatorRole?> Roles = HttpFunction
        .FindAll(typeof(FunctionAccess).Assembly)
        .ToFrozenDictionary(function => function.Name, function => function.Role, StringComparer.Ordinal);

    /// <summary>True when the function asks for no credentials, or checks a signature itself.</summary>
    public bool IsOpen(string function) => Roles.TryGetValue(function, out var role) && role is null;

    /// <summary>The smallest role that may call the function.</summary>
    public OperatorRole RoleFor(string function) => Roles.GetValueOrDefault(function) ?? OperatorRole.Administrator;
}
