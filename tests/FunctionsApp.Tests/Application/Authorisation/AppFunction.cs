using System.Reflection;
using FunctionsApp.Groups;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Tests.Application.Authorisation;

/// <summary>A function of the app as its attributes declare it: what triggers it, and who may.</summary>
sealed record AppFunction(string Name, string Trigger, AuthorizationLevel? Level, IReadOnlyList<string> Methods, string? Route)
{
    /// <summary>Every function there is, by name.</summary>
    public static IReadOnlyList<AppFunction> All { get; } =
    [
        .. typeof(GroupEndpoints).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.IsDefined(typeof(FunctionAttribute)))
            .Select(From)
            .OrderBy(function => function.Name, StringComparer.Ordinal),
    ];

    /// <summary>Those that requests reach.</summary>
    public static IReadOnlyList<AppFunction> OverHttp { get; } = [.. All.Where(function => function.Level is not null)];

    static AppFunction From(MethodInfo method)
    {
        var name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        var trigger = method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes()).First(attribute => attribute.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal));
        return trigger is HttpTriggerAttribute http
            ? new AppFunction(name, "http", http.AuthLevel, http.Methods ?? [], $"/{http.Route}")
            : new AppFunction(name, trigger.GetType().Name.Replace("TriggerAttribute", "", StringComparison.Ordinal), null, [], null);
    }
}
