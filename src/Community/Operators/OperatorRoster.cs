using Community.Platform;

namespace Community.Operators;

/// <summary>
/// All operators of the brand and the sessions that each has, the oldest session first. Rules that compare operators,
/// such as that of the last administrator, decide on the roster as a whole.
/// </summary>
public sealed record OperatorRoster(IReadOnlyList<Operator> Operators, IReadOnlyList<OperatorSession> Sessions)
{
    public static OperatorRoster Empty { get; } = new([], []);

    /// <summary>The operator; null when there is none.</summary>
    public Operator? Find(string id) => Operators.FirstOrDefault(other => other.Id == id);

    /// <summary>The operator whose token has the hash; null when there is none.</summary>
    public Operator? FindByToken(string tokenHash) => Operators.FirstOrDefault(other => other.TokenHash == tokenHash);

    public IEnumerable<OperatorSession> SessionsOf(string operatorId) =>
        Sessions.Where(session => session.OperatorId == operatorId);

    /// <summary>True when the operator is an administrator and no other one is.</summary>
    public bool IsLastAdministrator(string id) =>
        Operators.Where(other => other.Role is OperatorRole.Administrator).ToList() is [var only] && only.Id == id;

    internal OperatorRoster Replace(string id, Func<Operator, Operator> change) =>
        this with { Operators = [.. Operators.Select(other => other.Id == id ? change(other) : other)] };
}

/// <summary>A session of an operator, by the hash of its id.</summary>
public sealed record OperatorSession(string OperatorId, string Hash);
