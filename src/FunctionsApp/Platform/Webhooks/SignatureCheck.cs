namespace FunctionsApp.Platform.Webhooks;

/// <summary>What verifying a message's signature found: <see cref="Genuine"/>, or the reason to refuse it.</summary>
public abstract record SignatureCheck
{
    SignatureCheck()
    {
    }

    /// <summary>One of the secrets signed exactly this id, timestamp and body, and recently.</summary>
    public sealed record Genuine(string Id, DateTimeOffset Timestamp) : SignatureCheck;

    /// <summary>The header is absent or empty.</summary>
    public sealed record MissingHeader(string Name) : SignatureCheck;

    /// <summary>The header is too long, holds too many signatures, or holds characters that no sender writes.</summary>
    public sealed record MalformedHeader(string Name) : SignatureCheck;

    /// <summary>The timestamp is not a whole number of seconds since 1970.</summary>
    public sealed record BadTimestamp : SignatureCheck;

    /// <summary>The message was sent longer ago than the tolerance allows.</summary>
    public sealed record TooOld(DateTimeOffset Timestamp) : SignatureCheck;

    /// <summary>The message claims to be sent further in the future than the tolerance allows.</summary>
    public sealed record TooNew(DateTimeOffset Timestamp) : SignatureCheck;

    /// <summary>No signature belongs to any of the secrets.</summary>
    public sealed record NoMatch : SignatureCheck;
}
