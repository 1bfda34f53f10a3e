using System.Reflection;
using FunctionsApp.Groups;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Tests.Application.Authorisation;

/// <summary>A function of the app as its attributes declare it.</summary>
/// <param name="Name">The name of the function.</param>
/// <param name="Trigger">The kind of trigger, for example <c>http</c> or <c>Queue</c>.</param>
/// <param name="Level">Who may call the function; null when no request reaches it.</param>
/// <param name="Methods">The HTTP methods.</param>
/// <param name="Route">The route with a leading slash; null without an HTTP trigger.</param>
sealed record AppFunction(
    string Name,
    string Trigger,
    AuthorizationLevel? Level,
    IReadOnlyList<string> Methods,
    string? Route)
{
    const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>All functions, ordered by name.</summary>
    public static IReadOnlyList<AppFunction> All { get; } =
    [
        .. typeof(GroupEndpoints).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(Declared))
            .Where(method => method.IsDefined(typeof(FunctionAttribute)))
            .Select(From)
            .OrderBy(function => function.Name, StringComparer.Ordinal),
    ];

    /// <summary>The functions with an HTTP trigger.</summary>
    public static IReadOnlyList<AppFunction> OverHttp { get; } = [.. All.Where(function => function.Level is not null)];

    static AppFunction From(MethodInfo method)
    {
        var name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        var trigger = method.GetParameters()
            .SelectMany(parameter => parameter.GetCustomAttributes())
            .First(attribute => attribute.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal));
        if (trigger is HttpTriggerAttribute http)
            return new AppFunction(name, "http", http.AuthLevel, http.Methods ?? [], $"/{http.Route}");
        var kind = trigger.GetType().Name.Replace("TriggerAttribute", "", StringComparison.Ordinal);
        return new AppFunction(name, kind, Level: null, [], Route: null);
    }
}
