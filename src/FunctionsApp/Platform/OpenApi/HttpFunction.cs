using System.Reflection;
using System.Text.RegularExpressions;
using Community.Platform;
using FunctionsApp.Platform.Callers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>
/// An HTTP function as its attributes declare it. They are the same on every host; the Functions host has no endpoints
/// of ASP.NET Core that could be asked.
/// </summary>
/// <param name="Name">The name of the function.</param>
/// <param name="Path">The route with a leading slash, without the constraints of its parameters.</param>
/// <param name="Methods">The HTTP methods in lower case.</param>
/// <param name="Role">
/// The smallest role that may call it; null for everybody, for senders who sign, and for staff of the sidebar.
/// </param>
/// <param name="Method">The method, whose attributes describe requests and responses.</param>
public sealed partial record HttpFunction(
    string Name, string Path, IReadOnlyList<string> Methods, OperatorRole? Role, MethodInfo Method)
{
    const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The folder of the module, such as <c>Groups</c>.</summary>
    public string Module => Method.DeclaringType!.Namespace!.Split('.')[1];

    /// <summary>True when only staff who are signed in to the sidebar may call it.</summary>
    public bool IsForStaff { get; } = Method.IsDefined(typeof(StaffOnlyAttribute));

    /// <summary>The names of the parameters of the route.</summary>
    public IEnumerable<string> RouteParameters => Parameter().Matches(Path).Select(match => match.Groups["name"].Value);

    /// <summary>The functions of the assembly, in order of path.</summary>
    public static IReadOnlyList<HttpFunction> FindAll(Assembly assembly) =>
    [
        .. from type in assembly.GetTypes()
           from method in type.GetMethods(Declared)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           let trigger = TriggerOf(method)
           where trigger is not null
           select From(function, trigger, method) into found
           orderby found.Path
           select found,
    ];

    static HttpTriggerAttribute? TriggerOf(MethodInfo method) => method.GetParameters()
        .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
        .FirstOrDefault(trigger => trigger is not null);

    static HttpFunction From(FunctionAttribute function, HttpTriggerAttribute trigger, MethodInfo method) => new(
        function.Name,
        $"/{Route().Replace(trigger.Route ?? function.Name, Unconstrained)}",
        trigger.Methods ?? [],
        RoleOf(method, trigger.Methods ?? []),
        method);

    static OperatorRole? RoleOf(MethodInfo method, string[] methods)
    {
        if (method.IsDefined(typeof(PublicAttribute))
            || method.IsDefined(typeof(SignedAttribute))
            || method.IsDefined(typeof(StaffOnlyAttribute)))
        {
            return null;
        }

        if (method.GetCustomAttribute<RequiredRoleAttribute>() is { } required) return required.Role;
        return methods.Length > 0 && methods.All(IsRead) ? OperatorRole.Viewer : OperatorRole.Operator;
    }

    static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    // A parameter that is always empty is part of the route of the root only.
    static string Unconstrained(Match parameter) =>
        parameter.Groups["constraint"].Value == ":maxlength(0)?" ? "" : $"{{{parameter.Groups["name"].Value}}}";

    [GeneratedRegex(@"\{(?<name>\*?\w+)(?<constraint>:([^{}]|\{[^{}]*\})*)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Route();

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
