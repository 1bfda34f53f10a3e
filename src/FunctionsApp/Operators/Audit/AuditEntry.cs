using FunctionsApp.Platform.Callers;

namespace FunctionsApp.Operators.Audit;

/// <summary>A change, or an attempt to sign in.</summary>
/// <param name="Day">The local day, which is the partition.</param>
/// <param name="At">When it was answered.</param>
/// <param name="By">
/// The person's name; for a machine what the body says; null where neither is known, as for a wrong token.
/// </param>
/// <param name="Caller">Whether a program or a person sent it.</param>
/// <param name="OperatorId">The id of the operator or staff member; null for a machine and for a wrong token.</param>
/// <param name="Function">The name of the function.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path without the query.</param>
/// <param name="Status">The status of the answer.</param>
public sealed record AuditEntry(
    DateOnly Day,
    DateTimeOffset At,
    string? By,
    CallerKind Caller,
    string? OperatorId,
    string Function,
    string Method,
    string Path,
    int Status);

/// <summary>An entry in HTTP responses.</summary>
public sealed record AuditView(
    DateTimeOffset At,
    string? By,
    CallerKind Caller,
    string? OperatorId,
    string Function,
    string Method,
    string Path,
    int Status)
{
    public static AuditView From(AuditEntry entry) => new(
        entry.At,
        entry.By,
        entry.Caller,
        entry.OperatorId,
        entry.Function,
        entry.Method,
        entry.Path,
        entry.Status);
}
