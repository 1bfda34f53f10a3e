namespace Community.Platform;

public enum RefusalKind
{
    /// <summary>The command is wrong in every state. The client must send another one.</summary>
    Invalid,

    /// <summary>The state does not allow the command now.</summary>
    Conflict,
}

/// <summary>
/// What a conflict is about. The API names it as the <c>kind</c> of a 409, so the names are a contract.
/// </summary>
public enum ConflictKind
{
    /// <summary>The state does not allow it, and may do so later.</summary>
    State,

    /// <summary>The thing is over: ended, cancelled, dissolved, retired or sold out.</summary>
    Ended,

    /// <summary>It was done before, or has gone out, and cannot be changed or done again.</summary>
    AlreadyDone,

    /// <summary>The id, the name or the idempotency key belongs to something else.</summary>
    AlreadyExists,

    /// <summary>It is too early: what it needs has not happened.</summary>
    TooEarly,

    /// <summary>Another plan or sale has what is asked for.</summary>
    InUse,

    /// <summary>Another person must do it (four eyes).</summary>
    OtherPersonNeeded,

    /// <summary>There are as many as there may be.</summary>
    LimitReached,

    /// <summary>There is nothing to decide.</summary>
    NothingToDecide,

    /// <summary>The last administrator stays one.</summary>
    LastAdministrator,

    /// <summary>Something that the text or the command needs is missing.</summary>
    Incomplete,
}

/// <summary>
/// A refused command. <paramref name="Field"/> is the JSON field of the request at fault, null when the command as a
/// whole is refused; <paramref name="Reason"/> is a sentence, or the text that follows the field's name.
/// </summary>
public sealed record Refusal(RefusalKind Kind, string? Field, string Reason)
{
    /// <summary>What a conflict is about; null for an invalid command.</summary>
    public ConflictKind? ConflictKind { get; private init; }

    public static Refusal Invalid(string field, string reason) => new(RefusalKind.Invalid, field, reason);

    public static Refusal Conflict(ConflictKind kind, string reason) =>
        new(RefusalKind.Conflict, null, reason) { ConflictKind = kind };
}
