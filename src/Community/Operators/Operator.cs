using Community.Platform;

namespace Community.Operators;

/// <summary>An operator as the credentials name one.</summary>
public sealed record OperatorIdentity(string Id, string Name, OperatorRole Role);

/// <summary>A person who works with the app.</summary>
/// <param name="Id">The id, which never changes.</param>
/// <param name="Name">The name that changes are recorded under, unique among operators.</param>
/// <param name="Role">What the operator may do.</param>
/// <param name="CreatedAt">When the operator was created.</param>
/// <param name="TokenHash">The hash of the token; the token itself is kept nowhere.</param>
/// <param name="TokenCreatedAt">When the token was made.</param>
/// <param name="Fingerprint">Names the request that created the operator, so that a repeat is recognized.</param>
public sealed record Operator(
    string Id,
    string Name,
    OperatorRole Role,
    DateTimeOffset CreatedAt,
    string TokenHash,
    DateTimeOffset TokenCreatedAt,
    string Fingerprint)
{
    public OperatorIdentity Identity => new(Id, Name, Role);
}
