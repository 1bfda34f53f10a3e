namespace Community.Messaging.Channels.WeCom;

/// <summary>
/// The token that all instances share. Who holds the lease asks the platform for a new one; <c>Failures</c> are the
/// latest refusals of the platform to give one.
/// </summary>
public sealed record AccessToken
{
    /// <summary>Null before the first one.</summary>
    public string? Token { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public string? LeaseId { get; init; }

    public DateTimeOffset LeaseUntil { get; init; }

    public IReadOnlyList<TokenFailure> Failures { get; init; } = [];
}

/// <summary>A refusal of the platform to give a token.</summary>
public sealed record TokenFailure(DateTimeOffset At, int Code);

/// <summary>What an instance that needs a token does.</summary>
public abstract record TokenRuling
{
    TokenRuling()
    {
    }

    public sealed record Use(string Token, DateTimeOffset ExpiresAt) : TokenRuling;

    /// <summary>Writes <paramref name="Leased"/>, and asks the platform when the write succeeds.</summary>
    public sealed record Refresh(AccessToken Leased) : TokenRuling;

    /// <summary>Another instance asks the platform.</summary>
    public sealed record Wait : TokenRuling;

    /// <summary>The platform refused too often in the last hour; <paramref name="Code"/> is its latest error.</summary>
    public sealed record Blocked(int Code) : TokenRuling;
}
