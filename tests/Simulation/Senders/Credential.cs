using Simulation.Runs;

namespace Simulation.Senders;

/// <summary>The token or a session of an operator.</summary>
sealed class Credential
{
    Credential(SimulatedOperator owner, string secret, bool isSession, (string Name, string Value)[] headers) =>
        (Owner, Secret, IsSession, Headers) = (owner, secret, isSession, headers);

    public SimulatedOperator Owner { get; }

    public string Secret { get; }

    public bool IsSession { get; }

    /// <summary>What a request carries.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; }

    public Transition Revocation { get; } = new();

    public static Credential OfToken(SimulatedOperator owner, string token) =>
        new(owner, token, isSession: false, [("authorization", $"Bearer {token}")]);

    public static Credential OfSession(SimulatedOperator owner, string cookie, string csrfToken) =>
        new(owner, cookie, isSession: true, [("cookie", cookie), ("x-csrf-token", csrfToken)]);

    public override string ToString() => $"{Owner.Id}'s {(IsSession ? "session" : "token")}";
}
