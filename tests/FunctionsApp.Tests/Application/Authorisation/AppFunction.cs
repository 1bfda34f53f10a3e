using System.Reflection;
using FunctionsApp.Platform.OpenApi;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Tests.Application.Authorisation;

/// <summary>A function of the app as its attributes declare it.</summary>
/// <param name="Name">The name of the function.</param>
/// <param name="Access">
/// <c>public</c>, <c>signed</c>, <c>staff</c>, the smallest role, or <c>inside</c> when no request reaches it.
/// </param>
/// <param name="Methods">The HTTP methods.</param>
/// <param name="Route">The route with a leading slash; null without an HTTP trigger.</param>
sealed record AppFunction(string Name, string Access, IReadOnlyList<string> Methods, string? Route)
{
    const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly Dictionary<string, HttpFunction> Described = HttpFunction.FindAll(typeof(CommunityApp).Assembly)
        .ToDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>All functions, ordered by name.</summary>
    public static IReadOnlyList<AppFunction> All { get; } =
    [
        .. typeof(CommunityApp).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(Declared))
            .Where(method => method.IsDefined(typeof(FunctionAttribute)))
            .Select(From)
            .OrderBy(function => function.Name, StringComparer.Ordinal),
    ];

    /// <summary>The functions with an HTTP trigger.</summary>
    public static IReadOnlyList<AppFunction> OverHttp { get; } = [.. All.Where(function => function.Route is not null)];

    public bool NeedsRole => Access is not ("public" or "signed" or "staff" or "inside");

    static AppFunction From(MethodInfo method)
    {
        var name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        var trigger = method.GetParameters()
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .FirstOrDefault(trigger => trigger is not null);
        if (trigger is null) return new AppFunction(name, "inside", [], Route: null);
        // The Functions host must let every request through to the app's own check.
        Assert.Equal((name, AuthorizationLevel.Anonymous), (name, trigger.AuthLevel));
        return new AppFunction(name, AccessOf(name, method), trigger.Methods ?? [], $"/{trigger.Route}");
    }

    static string AccessOf(string name, MethodInfo method)
    {
        if (method.IsDefined(typeof(SignedAttribute))) return "signed";
        return Described[name].IsForStaff ? "staff" : Described[name].Role?.ToString() ?? "public";
    }
}
