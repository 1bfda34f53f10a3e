using Community.Platform;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Callers;

public enum CallerKind
{
    /// <summary>A program with the machine key.</summary>
    Machine,

    /// <summary>A person with a token or a session.</summary>
    Operator,

    /// <summary>A staff member with a session of the sidebar.</summary>
    Staff,
}

/// <summary>The sender of a request.</summary>
/// <param name="OperatorId">The id of the operator or staff member; null for the machine key.</param>
/// <param name="Name">The name for the field <c>by</c>; null for the machine key, which names somebody itself.</param>
public sealed record Caller(CallerKind Kind, OperatorRole Role, string? OperatorId, string? Name)
{
    public static Caller Machine { get; } =
        new(CallerKind.Machine, OperatorRole.Administrator, OperatorId: null, Name: null);
}

/// <summary>The caller of a request, where the pipeline keeps it.</summary>
public static class CallerExtensions
{
    /// <summary>Null for a public or signed function.</summary>
    public static Caller? GetCaller(this HttpContext http) => http.Features.Get<Caller>();

    public static void SetCaller(this HttpContext http, Caller caller) => http.Features.Set(caller);

    /// <summary>
    /// Who is said to act: the operator's name, or the field <c>by</c> of the body of a request with the machine key;
    /// null before the body is read and for a body without the field.
    /// </summary>
    public static string? GetAuthor(this HttpContext http) =>
        http.GetCaller()?.Name ?? http.Features.Get<StatedAuthor>()?.Name;

    internal static void SetStatedAuthor(this HttpContext http, string name) =>
        http.Features.Set(new StatedAuthor(name));

    sealed record StatedAuthor(string Name);
}
