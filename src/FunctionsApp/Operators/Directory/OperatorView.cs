using Community.Operators;
using Community.Platform;

namespace FunctionsApp.Operators.Directory;

/// <summary>An operator in HTTP responses.</summary>
public sealed record OperatorView(
    string Id, string Name, OperatorRole Role, DateTimeOffset CreatedAt, DateTimeOffset TokenCreatedAt)
{
    public static OperatorView From(Operator shown) =>
        new(shown.Id, shown.Name, shown.Role, shown.CreatedAt, shown.TokenCreatedAt);
}

/// <summary>
/// An operator with a new token, which is shown this once. <c>token</c> is null in the answer to a repeated creation.
/// </summary>
public sealed record OperatorTokenView(
    string Id, string Name, OperatorRole Role, DateTimeOffset CreatedAt, DateTimeOffset TokenCreatedAt, string? Token)
{
    public static OperatorTokenView From(Operator shown, string? token) =>
        new(shown.Id, shown.Name, shown.Role, shown.CreatedAt, shown.TokenCreatedAt, token);
}
