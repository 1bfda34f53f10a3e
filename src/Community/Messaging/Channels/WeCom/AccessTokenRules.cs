namespace Community.Messaging.Channels.WeCom;

/// <summary>
/// One token for all instances: it is renewed once when it is about to expire, and once when the platform rejects it.
/// </summary>
public static class AccessTokenRules
{
    /// <summary>
    /// The refusals in an hour after which the platform is not asked. It blocks a corporation for an hour after 2,000.
    /// </summary>
    public const int MaxFailures = 5;

    /// <summary>How long before its end a token is renewed.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>How long one instance may ask the platform.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    static readonly TimeSpan FailureWindow = TimeSpan.FromHours(1);

    /// <summary>
    /// What an instance does that needs a token; <paramref name="rejected"/> is one that the platform no longer takes.
    /// </summary>
    public static TokenRuling Decide(AccessToken token, string? rejected, string leaseId, DateTimeOffset now)
    {
        var isUsable = token.Token is not null && token.Token != rejected && now < token.ExpiresAt;
        if (isUsable && now < token.ExpiresAt - Margin) return Use(token);
        if (Recent(token, now) is { Count: >= MaxFailures } failures)
            return isUsable ? Use(token) : new TokenRuling.Blocked(failures[^1].Code);
        if (token.LeaseId is not null && now < token.LeaseUntil && token.LeaseUntil <= now + Lease)
            return isUsable ? Use(token) : new TokenRuling.Wait();
        return new TokenRuling.Refresh(token with { LeaseId = leaseId, LeaseUntil = now + Lease });
    }

    /// <summary>The token that the platform gave, and the end of the lease.</summary>
    public static AccessToken Renew(string token, TimeSpan lifetime, DateTimeOffset now) =>
        new() { Token = token, ExpiresAt = now + lifetime };

    /// <summary>The end of a lease in which the platform gave no token; a null code is no answer.</summary>
    public static AccessToken Fail(AccessToken leased, int? code, DateTimeOffset now) => leased with
    {
        LeaseId = null,
        LeaseUntil = default,
        Failures = code is null ? Recent(leased, now) : [.. Recent(leased, now), new TokenFailure(now, code.Value)],
    };

    static TokenRuling.Use Use(AccessToken token) => new(token.Token!, token.ExpiresAt);

    static List<TokenFailure> Recent(AccessToken token, DateTimeOffset now) =>
        [.. token.Failures.Where(failure => failure.At > now - FailureWindow && failure.At <= now + FailureWindow)];
}
