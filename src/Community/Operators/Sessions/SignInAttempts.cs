using Community.Platform;

namespace Community.Operators.Sessions;

/// <summary>
/// The attempts of one address to sign in within a window of 15 minutes. An attempt counts before the token is checked,
/// so that attempts at the same time cannot exceed the limit; one that succeeds is taken off again.
/// </summary>
/// <param name="Window">The start of the window.</param>
/// <param name="Count">How many attempts have failed or are being checked.</param>
public sealed record SignInAttempts(DateTimeOffset Window, int Count)
{
    public const int Limit = 10;

    public static readonly TimeSpan WindowLength = TimeSpan.FromMinutes(15);

    /// <summary>An address without an attempt in the window of an instant.</summary>
    public static SignInAttempts NoneAt(DateTimeOffset now) => new(now.Floor(WindowLength), 0);

    /// <summary>The end of the window, when attempts are allowed again.</summary>
    public DateTimeOffset End => Window + WindowLength;

    /// <summary>True when no further attempt is allowed before the end of the window.</summary>
    public bool IsExhausted => Count >= Limit;

    public SignInAttempts Add() => IsExhausted ? this : this with { Count = Count + 1 };

    public SignInAttempts TakeOff() => this with { Count = Math.Max(0, Count - 1) };
}
